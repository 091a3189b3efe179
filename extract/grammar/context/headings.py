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
_BULLET = re.compile(r"\s*(?:[-+•*●▪–]|\d{1,2}[.)]|[a-zđ][.)])\s")
_RESULTS = re.compile(r"(?:một số |những )?(?:kết quả|thành tích|con số|thành quả)(?!\w)")
_NUMBERED = re.compile(r"\s*(?:[ivx]{1,4}|\d{1,2}(?:\.\d{1,2})*)\s?[.)/-]\s")


def period_above(reading: Reading, paragraph: Span) -> Period | None:
    """The period of the head of a list, if the paragraph is an item, else of the heading above it."""
    index = bisect_right(reading.paragraphs, paragraph.start, key=lambda span: span.start) - 1
    above = reading.paragraphs[max(0, index - _PARAGRAPHS_BACK) : index][::-1]
    if _BULLET.match(reading.text, paragraph.start):
        head = next((p for p in above if not _BULLET.match(reading.text, p.start)), None)
    else:
        head = _heading(reading, paragraph, above)
    if head is None:
        return None
    periods = governing_within(reading, max(head.start, head.end - _REACH), head.end)
    return periods[-1] if periods else None


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
    return reading.lower[paragraph.start : paragraph.end].rstrip()[-1:] not in _STOPS


def _heads_a_section(reading: Reading, line: Span) -> bool:
    """Whether a short line heads what follows: it opens with a period, a number or "kết quả"."""
    if reading.lower[line.start : line.end].rstrip().endswith(":"):
        return True
    if _NUMBERED.match(reading.lower, line.start, line.end) or _RESULTS.match(reading.lower, line.start):
        return True
    return any(p.start < line.start + _OPENING for p in within(reading.periods, line.start, line.end))
