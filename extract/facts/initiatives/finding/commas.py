"""Titles in a row without quotation marks: các sáng kiến như Giá phơi ba tầng, Khay xếp khuy."""

from __future__ import annotations

import re

from extract.facts.initiatives import nouns
from extract.facts.initiatives.finding import leads, stretches
from extract.facts.initiatives.finding.stretches import Shown
from extract.facts.initiatives.makers import proper
from extract.facts.initiatives.nouns import Noun, one_of
from extract.reading import Reading, Span

FEWEST = 2
"""How many titles make a row."""
MOST = 8
LONGEST = 900
FARTHEST_MAKER = 120
"""How many characters the maker behind one title of a row may take."""

_AS = re.compile(
    r"[^.,;:\n“”\"()]{0,60}?,?"
    rf"\s(?:{one_of('shows_list', 'singles_out')}\s+(?:(?:nhất|hơn cả)\s+)?)*{one_of('row_heads')}\s*:?\s+"
)
_COLON = re.compile(r"[^.;:\n“”\"]{0,110}?:\s+")
_RIGHT_BEHIND = re.compile(r"\s+")
_OF_OTHERS = re.compile(r",[^,:;]*(?<!\w)(?:nhiều|các|những|một số)\s")
_PROPOSED = re.compile(r"giải pháp")
"""Officials propose measures in lower case: các giải pháp như giảm thuế, tăng lương."""
_PARTS = re.compile(r"(?:\s*\([^()]{1,80}\))?(?:,\s*(?:và|cùng|hay)?|\s(?:và|cùng|hay))\s+")
_ENDS = re.compile(
    r"\s*(?:\([^()]{1,80}\)\s*)?"
    r"(?:[.…;)]|,\s*(?:tổng|với|trong đó|đem|mang)|,?\s*v\.?\s?v"
    r"|,?\s+(?:của|do|làm lợi|tiết kiệm|giúp|đã|đều|được)(?!\w))"
)
_BODY = re.compile(rf"(?:{one_of('enterprises')}|(?:sở|ubnd|lđlđ|công đoàn|tỉnh|huyện)(?!\w))", re.IGNORECASE)
_MAKER = re.compile(rf"\s+(?:của|do)\s+(?:{one_of('several')}\s+)*{one_of('makers', 'trades')}")
_THINGS = (nouns.words("initiative_openings"), nouns.words("initiative_things"))
_MADE = (re.compile(one_of("makes_by_hand")), nouns.words("initiative_things"))

_WORKS = (re.compile(one_of("work_nouns")),)
Openings = tuple[re.Pattern[str], ...]


def read(reading: Reading, noun: Noun, end: int) -> list[Shown]:
    """Titles in a row behind a counted class noun, before ``end``; none where what follows is no such row."""
    if noun.kind is None or not leads.is_counted(reading, noun):
        return []
    if noun.kind == "work" and not leads.puts_plaque(reading, noun, reading.paragraph_at(noun.start).start):
        return []
    for heads in (_AS, _COLON, _RIGHT_BEHIND):
        head = heads.match(reading.lower, noun.end, end)
        if head is None or _OF_OTHERS.search(head[0]):
            continue
        within = Span(head.end(), min(end, head.end() + LONGEST))
        if row := _row(reading, noun, within, _openings(reading, noun, right_behind=heads is _RIGHT_BEHIND)):
            return row
    return []


def _openings(reading: Reading, noun: Noun, *, right_behind: bool) -> Openings:
    """What may open a title of the row in lower case."""
    if noun.kind == "work":
        return _WORKS
    return () if right_behind or _PROPOSED.match(reading.lower, noun.start) else _MADE


def _row(reading: Reading, noun: Noun, within: Span, openings: Openings) -> list[Shown]:
    row: list[Shown] = []
    start, end = within.start, within.end
    while len(row) < MOST and _opens(reading, start, end, openings):
        rule = "initiative.listed" if row else "initiative.unquoted"
        stop = _next(reading, start, end, openings)
        shown = stretches.read(reading, start, stop, noun, rule, in_lower_case=openings is _WORKS)
        if shown is None or (noun.kind != "work" and _is_maker(reading.text[shown.start : shown.end])):
            return []
        row.append(shown)
        start = _further(reading, shown.end, end)
    closed = row and (row[-1].end >= end - 1 or _ENDS.match(reading.lower, row[-1].end, end))
    return row if closed and len(row) >= FEWEST else []


def _is_maker(title: str) -> bool:
    """Whether a member of the row is somebody, or a body: các đề tài của nhóm gồm A, B và C."""
    return proper.is_person(title) or bool(_BODY.match(title))


def _next(reading: Reading, start: int, end: int, openings: Openings) -> int:
    """Where the title at an offset ends at the latest: before the next one of its row."""
    for parts in _PARTS.finditer(reading.lower, start, end):
        if _opens(reading, parts.end(), end, openings):
            return parts.start()
    return end


def _further(reading: Reading, start: int, end: int) -> int:
    """Where the next title of a row may begin: behind a comma, or behind the maker of the one before."""
    if parts := _PARTS.match(reading.lower, start, end):
        return parts.end()
    if _MAKER.match(reading.lower, start, end):
        semicolon = reading.text.find(";", start, start + FARTHEST_MAKER)
        stop = semicolon if semicolon >= 0 else min(end, start + FARTHEST_MAKER)
        for parts in _PARTS.finditer(reading.lower, start, stop):
            if any(words.match(reading.lower, parts.end(), end) for words in _THINGS):
                return parts.end()
    return end


def _opens(reading: Reading, start: int, end: int, openings: Openings) -> bool:
    """Whether a title of the row may begin at an offset: with a capital, or as things made do."""
    if reading.text[start : start + 1].isupper():
        return reading.text[start + 1 : start + 2].islower() or " " in reading.text[start + 1 : start + 4]
    return any(words.match(reading.lower, start, end) for words in openings)
