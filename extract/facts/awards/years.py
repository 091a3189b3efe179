"""The years that an award is tied to: in its own words, else the period that governs its place."""

from __future__ import annotations

import re

from extract.grammar.context import governing_period
from extract.reading import Period, Reading

_OWN_YEAR = re.compile(r"(?:năm|năm học|giai đoạn)\s((?:19|20)\d\d)(?:\s?[-–]\s?((?:19|20)\d\d))?")

Years = tuple[int | None, int | None]


def years(reading: Reading, key: str, start: int, end: int) -> Years:
    """First and last year of what stands at ``start:end``; the tone-folded text is ``key``."""
    if own := _OWN_YEAR.search(key, start, end):
        first, last = int(own[1]), int(own[2] or own[1])
        return (first, last) if first <= last else (None, None)
    period = governing_period(reading, start, end)
    if period is None or (period.end + 1 < start and _is_aside(reading.text, period)):
        return None, None
    return period.year_start, period.year_end


def _is_aside(text: str, period: Period) -> bool:
    """Whether a period in brackets only says when the thing before it was: ``Cờ thi đua (năm 2022)``."""
    brackets = text[period.start - 1 : period.start] + text[period.end : period.end + 1]
    return period.kind == "year" and brackets == "()"
