"""Periods in the head of a list, of a table or of a section, which govern what stands below."""

from __future__ import annotations

import re
from bisect import bisect_right

from extract.grammar.context.eligible import governing_within
from extract.reading import Period, Reading, Span, within

_HEADING = 160
_CELL = 60
_OPENING = 12
_PARAGRAPHS_BACK = 40
_REACH = 1500  # characters; a paragraph is longer only where its text is broken
_STOPS = tuple('.!?…”"')
_MARK = re.compile(
    r"\s*(?:(?P<I>[IVX]{1,5}\s?[.)/-]\s)|(?P<n11>\d{1,2}(?:\.\d{1,2})+\s?[.)/-]?\s)|(?P<n1>\d{1,2}\s?[.)/]\s)"
    r"|(?P<a>[a-zđ][.)]\s)|(?P<star>[*•●▪]\s)|(?P<dash>[-–]\s)|(?P<plus>\+\s))"
)
_ORDER = ("I", "n1", "n11", "a", "star", "dash", "plus")
"""Marks that open headings and items, the outer ones first, as reports use them: I., 1., 1.1, a), -, +."""
_RESULTS = re.compile(r"(?:một số |những )?(?:kết quả|thành tích|con số|thành quả)(?!\w)")


def period_above(reading: Reading, paragraph: Span) -> Period | None:
    """The period of the nearest head above that names one: of its list, of its section, of the one around it.

    ``- 45 sáng kiến`` below ``b) Sáng kiến:`` below ``2. KẾT QUẢ NĂM 2022`` is of 2022.
    """
    for head in _heads(reading, paragraph):
        start, is_heading = max(head.start, head.end - _REACH), _is_short_line(reading, head)
        if periods := governing_within(reading, start, head.end, in_heading=is_heading):
            return periods[-1]
    return None


def _heads(reading: Reading, paragraph: Span) -> list[Span]:
    """The heads that a paragraph stands below, from the nearest on, each with a mark further out."""
    index = bisect_right(reading.paragraphs, paragraph.start, key=lambda span: span.start) - 1
    above = reading.paragraphs[max(0, index - _PARAGRAPHS_BACK) : index][::-1]
    rank = _rank(reading, paragraph)
    if rank is not None:
        return _further_out(reading, above, rank, [])
    head = _heading(reading, paragraph, above)
    if head is None:
        return []
    rank = _rank(reading, head)
    return [head] if rank is None else _further_out(reading, above[above.index(head) + 1 :], rank, [head])


def _further_out(reading: Reading, above: list[Span], rank: int, heads: list[Span]) -> list[Span]:
    """The heads, and those above with marks further out than ``rank``; a list without any hangs on a line."""
    for line in above:
        own = _rank(reading, line)
        if own is None and not heads:
            return [line, *_heads(reading, line)]
        if own is not None and own < rank and _can_head(reading, line):
            heads.append(line)
            rank = own
    return heads


def _rank(reading: Reading, paragraph: Span) -> int | None:
    """How far in the mark is that opens a paragraph; None where there is no mark."""
    mark = _MARK.match(reading.text, paragraph.start, paragraph.end)
    return _ORDER.index(mark.lastgroup) if mark and mark.lastgroup else None


def _heading(reading: Reading, paragraph: Span, above: list[Span]) -> Span | None:
    """The nearest heading above a paragraph; above a cell of a table, beyond the cells before it."""
    if not _is_cell(reading, paragraph):
        head = next((p for p in above if _is_short_line(reading, p)), None)
        return head if head and _heads_a_section(reading, head) else None
    for line in above:
        if _heads_a_section(reading, line):
            return line if _is_short_line(reading, line) else None
        if not _is_cell(reading, line):
            return None
    return None


def _is_cell(reading: Reading, paragraph: Span) -> bool:
    """Whether a line can be a cell of a table: very short, without a full stop."""
    return paragraph.end - paragraph.start <= _CELL and _is_short_line(reading, paragraph)


def _is_short_line(reading: Reading, paragraph: Span) -> bool:
    """Whether a paragraph can be a heading: short, without a full stop. Captions are such lines too."""
    if paragraph.end - paragraph.start > _HEADING:
        return False
    return _last_mark(reading, paragraph) not in _STOPS


def _heads_a_section(reading: Reading, line: Span) -> bool:
    """Whether a short line heads what follows: it opens with a period, a number or "kết quả"."""
    if _last_mark(reading, line) == ":" or _RESULTS.match(reading.lower, line.start):
        return True
    if _MARK.match(reading.text, line.start, line.end):
        return True
    return any(p.start < line.start + _OPENING for p in within(reading.periods, line.start, line.end))


def _can_head(reading: Reading, line: Span) -> bool:
    """Whether a line with a mark heads what stands below: a heading, the head of a list, or a question."""
    return _is_short_line(reading, line) or _last_mark(reading, line) in (":", "?")


def _last_mark(reading: Reading, line: Span) -> str:
    return reading.text[line.start : line.end].rstrip()[-1:]
