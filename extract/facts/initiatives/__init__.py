"""Initiatives: titled solutions, studies and works, with the people, body, benefit and year tied to them.

A title is known by the class noun before it (sáng kiến “…”, đề tài: …) and by something that makes it real:
an author, a body it comes from, a benefit, or an article about work. Each title counts once.
"""

from __future__ import annotations

from extract.facts.initiatives import dated, nouns, tied, titles
from extract.facts.initiatives.bodies import origin as bodies
from extract.facts.initiatives.bodies import told as bodies_told
from extract.facts.initiatives.finding import candidates
from extract.facts.initiatives.gains import gained as gains
from extract.facts.initiatives.makers import authors, behind
from extract.facts.initiatives.makers.cast import People
from extract.facts.initiatives.titles import Title
from extract.reading import Reading, Span
from extract.rules import rule
from schemas import Benefit, Initiative

LOOK_BACK = 40
"""How many titles back one may be told again; more would cost quadratic time on a list of thousands."""


def find(reading: Reading) -> list[Initiative]:
    """All facts of the type, in order of place."""
    if not nouns.MAY_TITLE_ONE.search(reading.lower):
        return []
    found = candidates.find(reading)
    if not found:
        return []
    people = People(reading)
    benefits = gains.find(reading)
    told: list[Initiative] = []
    for index, title in enumerate(found):
        fact = _fact(reading, people, benefits, found, index, title)
        if fact and not any(titles.is_same(fact.title, other.title) for other in told[-LOOK_BACK:]):
            told.append(fact)
    return _with_bodies(told)


def _with_bodies(facts: list[Initiative]) -> list[Initiative]:
    """Facts told without a body, with the one that another initiative of their first author has."""
    known = {fact.authors[0]: fact.organisation for fact in facts if fact.authors and fact.organisation}
    return [
        fact.model_copy(update={"organisation": known[fact.authors[0]]})
        if fact.organisation is None and fact.authors and fact.authors[0] in known
        else fact
        for fact in facts
    ]


def _fact(
    reading: Reading,
    people: People,
    benefits: list[Benefit],
    found: list[Title],
    index: int,
    title: Title,
) -> Initiative | None:
    """The fact of one title, if enough stands around it."""
    after = found[index + 1] if index + 1 < len(found) else None
    scope = _scope(reading, found, index)
    by, told, body = _maker(reading, people, found, index, scope)
    if title.kind != "work" and (along := behind.along(reading, people, title, scope)):
        by, told = list(dict.fromkeys([*(by if told else ()), *along])), True
    benefit = None if title.kind == "work" else gains.of(reading, benefits, found, index, scope, by, people)
    if not tied.is_real(
        reading, title, has_maker=told or bool(body and not by), has_benefit=benefit is not None
    ):
        return None
    year_start, year_end = dated.years(reading, title)
    return Initiative(
        **rule(title.rule).evidence(reading.text, title.start, title.end),
        title=reading.text[title.start : title.end],
        kind=tied.kind(reading, title, after),
        authors=tuple(by),
        organisation=bodies.without_maker(bodies.carried(people, title, body), by),
        benefit_vnd=benefit,
        year_start=year_start,
        year_end=year_end,
    )


def _maker(
    reading: Reading, people: People, found: list[Title], index: int, scope: Span
) -> tuple[list[str], bool, str | None]:
    """Authors of a title, whether they are told, and its body; else those it shares with titles beside it."""
    by, told = authors.of(reading, people, found[index], scope, _next(reading, found, index))
    body = bodies.of(reading, people, found[index], scope, by)
    if told or body:
        return by, told, body
    if found[index].kind == "work":
        if builder := bodies_told.built_by(reading, people, found[index]):
            return by, told, builder
        first = tied.first_beside(reading, found, index)
        return by, told, bodies.of(reading, people, found[first], _scope(reading, found, first), by)
    last = tied.last_beside(reading, found, index)
    if last > index:
        stretch = _scope(reading, found, last)
        of_last, is_told = authors.of(reading, people, found[last], stretch, _next(reading, found, last))
        its_body = bodies.of(reading, people, found[last], stretch, of_last)
        if is_told or its_body or found[last].rule != "initiative.listed":
            return of_last, is_told, its_body
    first = tied.first_of_list(reading, found, index)
    if first == index and tied.is_elided(reading, found, index):
        first = index - 1
    if first < index:
        stretch = tied.scope(reading, found[first], found[first - 1] if first else None, found[first + 1])
        if led := authors.led(reading, people, found[first], stretch):
            return led, True, bodies.of(reading, people, found[first], stretch, led)
    return by, told, body


def _next(reading: Reading, found: list[Title], index: int) -> int:
    """Where the title behind one begins, or the text ends."""
    return found[index + 1].head if index + 1 < len(found) else len(reading.text)


def _scope(reading: Reading, found: list[Title], index: int) -> Span:
    """The stretch that a title rules between those beside it."""
    before = found[index - 1] if index else None
    after = found[index + 1] if index + 1 < len(found) else None
    return tied.scope(reading, found[index], before, after)
