"""From a sentence to its row of elements."""

from __future__ import annotations

import re
from collections.abc import Iterator

from extract.facts.awards import bodies, counts, mentions, shapes, times, titles, verbs
from extract.facts.awards.copulas import copula
from extract.facts.awards.elements import Element, Row
from extract.facts.awards.gaps import gap
from extract.facts.awards.lexicon import Hit, Unit, context, hits
from extract.reading import Number, Reading, Span, within

_MINISTRIES = ("bộ", "sở")
"""Common nouns too; with a capital and a name after it, each is an organisation: ``Bộ Nội vụ``."""
_HALF_WORD_BEFORE = re.compile(rf"(?<!\w)(?:{context('half_word_before')})\s$")
_ACTS_NEXT = re.compile(
    rf"\s(?:\([^()]{{1,20}}\)\s)?(?:đã |sẽ |cũng |vừa |còn |quyết định )*(?:{context('acts')})(?!\w)"
)
_CLOSES = re.compile(r"\s?(?:[,;.:)\n]|$|và\s|cho\s)")
_LEADS_A_TITLE = re.compile(r"(?: thi đua| cao quý)?[\s:“\"‘'”«]{1,4}")
_ADJACENT = re.compile(r"(?:\s|,|và|các|những|toàn thể|hai|nhiều){0,12}")


def scan(reading: Reading, key: str, sentence: Span) -> Row:
    """The elements of a sentence, in order, with punctuation and other words between them."""
    row: list[Element] = []
    position = sentence.start
    between: list[tuple[int, int]] = []
    for element in _elements(reading, key, sentence):
        between.append((position, element.start))
        position = element.end
        if element.code != verbs.LIGHT:
            tie = copula(key, row, between, element)
            row += gap(key, between) if tie is None else tie
            row.append(element)
            between = []
    row += gap(key, [*between, (position, sentence.end)])
    return Row(row, "".join(element.code for element in row))


def _elements(reading: Reading, key: str, sentence: Span) -> Iterator[Element]:
    """Elements and light words of a sentence; the longest wins where two begin."""
    text, limit, offset = reading.text, sentence.end, sentence.start
    found = [
        Hit(h.start + offset, h.end + offset, h.meaning) for h in hits(key[offset:limit], text[offset:limit])
    ]
    at = {hit.start: hit for hit in found}
    numbers = [*within(reading.numbers, offset, limit), *counts.parts(key, offset, limit)]
    starts: list[tuple[int, int, Number | Hit | Element]] = [(n.digits or n.start, 1, n) for n in numbers]
    starts += [(hit.start, 2, hit) for hit in found]
    starts += [(spell.start, 0, spell) for spell in times.in_a_row(key, offset, limit)]
    position, last, named = offset, None, None
    for start, _, item in sorted(starts, key=lambda place: place[:2]):
        if start < position:
            continue
        element: Element | None
        if isinstance(item, Element):
            element = item
        elif isinstance(item, Number):
            element = counts.counted(key, item, at, limit)
        else:
            element = _element(text, key, item, at, limit, last) or titles.next_rank(key, item, named, last)
        if element is None:
            continue
        yield element
        title = titles.quoted(text, key, element, last, at, limit)
        if title:
            yield title
        element = title or element
        named = element.mention or named
        position, last = element.end, last if element.code == verbs.LIGHT else element


def _element(
    text: str, key: str, hit: Hit, at: dict[int, Hit], limit: int, last: Element | None
) -> Element | None:
    """What a phrase is where it stands; None where it is only a word."""
    meaning = hit.meaning
    award = None if _leads_an_award(key, hit, at) else _award(text, key, hit, limit)
    if award or (meaning.award and meaning.role != "light"):
        return award
    if level := _level(key, hit, limit):
        return level
    if meaning.unit and (
        key[hit.start - 1] == "(" or _follows_to(key, last, hit) or _is_kind_of_award(key, last, hit)
    ):
        return Element(hit.start, hit.end, "U", unit=_unit(meaning.unit))
    if meaning.body and (body := _body(text, key, hit, limit)):
        return body
    if meaning.role == "exemplary" and (last is None or last.code != "V" or last.end + 1 != hit.start):
        return None
    return verbs.verb(key, hit)


def _award(text: str, key: str, hit: Hit, limit: int) -> Element | None:
    if hit.meaning.award:
        found = mentions.mention_at(text, key, hit, limit)
    else:
        end = mentions.family_award(key, hit.start)
        found = mentions.family_mention(text, key, end, limit) if end else None
    return Element(hit.start, found[1], "A", mention=found[0]) if found else None


def _leads_an_award(key: str, hit: Hit, at: dict[int, Hit]) -> bool:
    """Whether ``danh hiệu`` only introduces an award that is named next."""
    if key[hit.start : hit.end] != "danh hiệu":
        return False
    lead = _LEADS_A_TITLE.match(key, hit.end)
    following = at.get(lead.end()) if lead else None
    if following is None:
        return False
    return bool(following.meaning.award or mentions.family_award(key, following.start))


def _follows_to(key: str, last: Element | None, hit: Hit) -> bool:
    """Whether recipients without a number stand here: after ``cho``, a commending verb, or others such."""
    return last is not None and last.code in "FUC" and bool(_ADJACENT.fullmatch(key, last.end, hit.start))


def _is_kind_of_award(key: str, last: Element | None, hit: Hit) -> bool:
    """Whether recipients stand right after an award and close its name: ``41 Bằng khen tập thể``."""
    beside = last is not None and last.code == "A" and last.end + 1 == hit.start
    return beside and hit.meaning.unit in ("group", "individual") and bool(_CLOSES.match(key, hit.end))


def _unit(unit: str) -> Unit | None:
    return None if unit == "none" else unit  # type: ignore[return-value]


def _level(key: str, hit: Hit, limit: int) -> Element | None:
    if not key.startswith(("cấp ", "các cấp"), hit.start):
        return None
    match = shapes.LEVEL.match(key, hit.start, limit)
    if match is None or (hit.meaning.body and hit.end > match.end()):
        return None
    return Element(hit.start, match.end(), "K")


def _body(text: str, key: str, hit: Hit, limit: int) -> Element | None:
    end = bodies.body_at(text, key, hit.start, limit)
    if end is None or _HALF_WORD_BEFORE.search(key, max(0, hit.start - 8), hit.start):
        return None
    kind, alone = hit.meaning.body, end == hit.end
    named = not alone or text[hit.start].isupper() or " " in key[hit.start : hit.end]
    full = not alone and text[hit.start].isupper() and key[hit.start : hit.end] in _MINISTRIES
    sure = named and (kind != "local" or full) and not (kind == "post" and alone)
    return Element(hit.start, end, "B") if sure or _ACTS_NEXT.match(key, end) else None
