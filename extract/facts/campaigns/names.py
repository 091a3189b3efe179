"""What a quoted stretch must look like to be a campaign's name, where the name ends, and its period."""

from __future__ import annotations

import re
from typing import NamedTuple

from extract.reading import Span

MOST_SYLLABLES = 48

_YEARS = r"(?:từ\s+)?(?:năm\s+)?(\d{4})(?:\s*(?:-|–|—|đến|/)\s*(?:năm\s+)?(\d{4}))?(?!\d|[./]\d)"
_PERIOD_AFTER = re.compile(
    r"[”\"“’»'\s]*(?:lần thứ\s+\w+\s*)?,?\s*\(?\s*(?:trong\s+|cho\s+)?"
    rf"(?:giai đoạn|nhiệm kỳ|các năm|năm học|năm)\s+{_YEARS}"
)
_RANGE_AFTER = re.compile(r"[”\"“’»'\s]*\((\d{4})\s*[-–]\s*(\d{4})\)")
_DAYS_AFTER = re.compile(
    r"[”\"“’»'\s]*,?\s*\(?(?:bắt đầu\s+|diễn ra\s+|kéo dài\s+)?từ\s+(?:ngày\s+|tháng\s+)?"
    r"\d{1,2}(?:[/.-]\d{1,2})?(?:[/.-](\d{4}))?\s*(?:đến|tới|-|–)\s*(?:hết\s+)?(?:ngày\s+|tháng\s+)?"
    r"\d{1,2}(?:[/.-]\d{1,2})?[/.-](\d{4})(?!\d)"
)
"""The days a drive runs from and to, the second with its year: từ ngày 3/2 đến 19/5/2024."""
_PERIOD_INSIDE = re.compile(rf"[\s,(–-]*giai đoạn\s*{_YEARS}\)?\s*$")
_CLASS_NOUN_INSIDE = re.compile(r"(?:phong trào thi đua|phong trào|cuộc vận động)\s*:?\s+(?=\S+\s+\S+\s+\S+)")
_SENTENCE_INSIDE = re.compile(r"[.!?…]\s+[A-ZĐÀ-Ỹ]")
_CLAUSE = re.compile(
    r"(\S+\s+\S+\s+\S+.*?)\s+[-–]?\s*(?:nhằm|do|được|đã|đang|sẽ|tại|với|để|có|thu hút|của|cho biết"
    r"|diễn ra|tổ chức|giai đoạn|năm 20\d\d)\s"
)
"""Where a name without its closing mark gives way to the sentence's next words."""
_NOT_ONE = re.compile(r"(?:tháng (?:công nhân|hành động|an toàn)|quỹ)")
_TAIL = " \t.,;:…-–\"”“'’"
_VOICE = re.compile(r"(?<!\w)(?:chúng tôi|anh ấy|cô ấy|tao|ạ|nhé|thế này)(?!\w)")


class Name(NamedTuple):
    """A name's place in the text and the period printed at its end or right after it."""

    span: Span
    year_start: int | None = None
    year_end: int | None = None


def name_in(text: str, lower: str, inner: Span, closed: bool = True) -> Name | None:
    """The campaign's name in a quoted stretch, or None if what is quoted is no name."""
    span = _trimmed(text, inner)
    if not closed and (clause := _CLAUSE.search(lower, span.start, span.end)):
        span = Span(span.start, clause.end(1))
    years: tuple[int | None, int | None] = (None, None)
    if period := _PERIOD_INSIDE.search(lower, span.start, span.end):
        years = _years(period)
        span = _trimmed(text, Span(span.start, period.start()))
    if noun := _CLASS_NOUN_INSIDE.match(lower, span.start, span.end):
        span = Span(noun.end(), span.end)
    if not _is_name(text[span.start : span.end], lower[span.start : span.end]):
        return None
    return Name(span, *(years if years[0] else period_after(lower, inner.end)))


def period_after(lower: str, end: int) -> tuple[int | None, int | None]:
    """Years that follow a name ending at ``end``: giai đoạn 2019-2025, năm 2021."""
    match = _PERIOD_AFTER.match(lower, end, end + 80) or _RANGE_AFTER.match(lower, end, end + 20)
    if match:
        return _years(match)
    days = _DAYS_AFTER.match(lower, end, end + 80)
    return _in_order(int(days[1] or days[2]), int(days[2])) if days else (None, None)


def _years(match: re.Match[str]) -> tuple[int | None, int | None]:
    return _in_order(int(match[1]), int(match[2] or match[1]))


def _in_order(start: int, end: int) -> tuple[int | None, int | None]:
    return (start, end) if 1900 <= start <= end <= 2100 else (None, None)


def _is_name(text: str, lower: str) -> bool:
    syllables = lower.split()
    if not 1 < len(syllables) <= MOST_SYLLABLES or not any(map(str.isalpha, lower)):
        return False
    if _NOT_ONE.match(lower):
        return False
    return not (_SENTENCE_INSIDE.search(text) or "?" in text or _VOICE.search(lower))


def _trimmed(text: str, span: Span) -> Span:
    start, end = span.start, span.end
    while end > start and text[end - 1] in _TAIL:
        end -= 1
    while start < end and text[start] in _TAIL:
        start += 1
    return Span(start, end)
