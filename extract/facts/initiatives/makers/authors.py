"""Who an initiative is by: people behind its title, else before it, else the one the article is about."""

from __future__ import annotations

import re

from extract.facts.initiatives.makers import behind, carried, groups, named, posted, proper, told_on
from extract.facts.initiatives.makers.cast import People
from extract.facts.initiatives.nouns import one_of
from extract.facts.initiatives.titles import Title
from extract.reading import Reading, Span

_HONORIFIC = one_of("honorifics")
_ADVERB = r"(?:lại|đã|còn|từng|tiếp tục|mới|vừa|cũng|sẽ|đang)"
_WITH_OTHERS = re.compile(
    rf"(?<!\w)({_HONORIFIC}|tôi)\s+(?:{_ADVERB}\s+)*(?:và|cùng|với|cùng với)\s", re.IGNORECASE
)
_WITH = re.compile(r"(?<!\w)(?:cùng|cùng với)\s[^.;,]{0,40}$", re.IGNORECASE)
_THEN_ACTS = re.compile(rf",\s*({_HONORIFIC})\s+(?:\w+\s+){{0,2}}?{one_of('acts')}", re.IGNORECASE)
_CREDIT = re.compile(rf"(?:{one_of('credits')}|:)")
_NAMED_BEFORE = re.compile(
    rf"({proper.PROPER})\s*(?:\([^()]{{2,90}}\)|,[^,;.]{{2,90}},)?"
    r"\s*(?:với|có|hoàn thành|là tác giả|là tác giả của)\s*(?:một\s*)?$"
)
_MAY_PRECEDE = re.compile(
    rf"(?:^|[,;:.(–-]|(?<!\w)(?:{one_of('honorifics', 'trades', 'doers')}|tác giả|cá nhân|\w{{2,6}}II?))\s*$",
    re.IGNORECASE,
)
"""What may stand before a name that is none of an organisation or place."""
_HAS_SEVERAL = re.compile(
    r"[^.;:]{0,70}?(?<!\w)(?:có|với|tác giả(?:\s+của)?|hoàn thành|thực hiện)\s+"
    r"(?:\d+|hai|ba|bốn|năm|các|những|nhiều)\s"
)


def of(reading: Reading, people: People, title: Title, scope: Span, after: int) -> tuple[list[str], bool]:
    """Authors of a title, and whether its own clause or those behind it tell them.

    ``after`` is where the next title begins.
    """
    if title.kind == "work":
        return [], False
    own = _in_clause(reading, people, title, scope)
    if not own and (told := told_on.makers(reading, people, title, after)):
        return told, True
    names, told_here = (own, bool(own)) if own is not None else carried.makers(reading, people, title, scope)
    more = told_on.further(reading, people, title, after) if names else []
    return [*names, *(name for name in more if name not in names)], told_here or bool(more)


def _in_clause(reading: Reading, people: People, title: Title, scope: Span) -> list[str] | None:
    """Who the clause of a title says made it, perhaps nobody that is known; None if it is silent."""
    told = (
        behind.of(reading, people, title, scope)
        or _inside(reading, people, title)
        or _before(reading, people, title, scope)
        or _at_head(reading, people, title)
        or _of_count(reading, people, title)
    )
    if told:
        return told
    by = behind.begins(reading, title, scope)
    return proper.behind(reading.text, by.end(), scope.end) if by else None


def led(reading: Reading, people: People, title: Title, scope: Span) -> list[str]:
    """Authors told before a title, whose list may go on with further titles of theirs."""
    if behind.of(reading, people, title, scope):
        return []
    names = _before(reading, people, title, scope)
    if names or behind.begins(reading, title, scope):
        return names
    names, told = carried.makers(reading, people, title, scope)
    return names if told else []


def _inside(reading: Reading, people: People, title: Title) -> list[str]:
    """``sáng kiến của anh X mang tên “…”``: the people between a class noun and its title."""
    between = people.between(title.head, title.start)
    if not between or carried.SAYS.search(reading.lower, title.head, title.start):
        return []
    return groups.names(groups.first(reading.text, between))


def _of_count(reading: Reading, people: People, title: Title) -> list[str]:
    """``chị X có hai sáng kiến. … Cái thứ hai là “…”``: who has what an earlier sentence counts."""
    if title.counted < 0:
        return []
    sentence = reading.sentence_at(title.counted)
    if named_there := people.between(sentence.start, title.counted):
        return groups.names(groups.last(reading.text, named_there))
    pronoun = carried.PRONOUN.search(reading.text, sentence.start, title.counted)
    one = people.taken_up(pronoun[1], sentence.start, 0) if pronoun else None
    return [one] if one else []


def _before(reading: Reading, people: People, title: Title, scope: Span) -> list[str]:
    """``anh X, công nhân …, với sáng kiến “…”``: the people who lead the title's own clause."""
    known = named.with_companions(people, reading.text, scope.start, title.head)
    clause = reading.text[scope.start : title.head]
    if not known:
        return posted.name(reading, scope.start, title) or _by_shape(clause)
    group = groups.last(reading.text, known)
    led_from = group[-1][1]
    if not _CREDIT.search(reading.lower, led_from, title.start) or carried.SAYS.search(
        reading.lower, led_from, title.start
    ):
        return []
    names = groups.names(group)
    others = _WITH_OTHERS.search(clause, 0, group[0][0] - scope.start)
    if others is None and _WITH.search(clause, 0, group[0][0] - scope.start):
        others = _THEN_ACTS.search(clause, group[-1][1] - scope.start)
        if others is None and (one := carried.sole_person(reading, people, scope.start)):
            return [one, *(name for name in names if name != one)]
    if others and len(group) == len(known):
        one = people.taken_up(others[1], scope.start, 0)
        names = [*([one] if one and one not in names else []), *names]
    return names


def _by_shape(clause: str) -> list[str]:
    """``…, Hà Văn Sót với sáng kiến “…”``: a name by its shape right before the words of credit."""
    unsure = _NAMED_BEFORE.search(clause)
    if unsure is None or not _MAY_PRECEDE.search(clause[: unsure.start()]):
        return []
    return [unsure[1]] if proper.is_family_name(unsure[1].split()[0]) else []


def _at_head(reading: Reading, people: People, title: Title) -> list[str]:
    """``anh X có hai đề tài: “…” và “…”``: the people at the head of a list, for each of its items."""
    head = title.list_head(reading)
    if head is None:
        return []
    if known := people.between(head.start, head.end):
        group = groups.last(reading.text, known)
        has = _HAS_SEVERAL.search(reading.lower, group[-1][1], head.end)
        return groups.names(group) if has else []
    pronoun = carried.PRONOUN.search(reading.text, head.start, head.end)
    if pronoun is None or not _HAS_SEVERAL.match(reading.lower, pronoun.end(), head.end):
        return []
    one = people.taken_up(pronoun[1], head.start, 0)
    return [one] if one else []
