"""Which periods can govern facts at all, and which sentences leave the period told before.

The date of an event is no period of its facts, nor is a year inside a name, a law or a comparison.
"""

from __future__ import annotations

import re
from bisect import bisect_right

import data
from extract.grammar.quantities import alternatives
from extract.reading import Period, Quote, Reading, Span, within

_BETWEEN = r"(?:\s[^\W\d]+){0,5}"


def _phrases(name: str) -> str:
    """Alternatives from a list of phrases, ``+`` in one standing for a few words."""
    lines = data.lines(name)
    return "|".join(
        alternatives([line.removesuffix(" +")]) + _BETWEEN * line.endswith(" +") for line in lines
    )


_NO_GOVERNOR = re.compile(rf"(?<!\w)(?:{_phrases('grammar/not_governing_before.txt')})\s*$")
_PLANNED = re.compile(rf"(?<!\w)(?:{_phrases('grammar/planned_before.txt')})\s*$")
# … unless told as done ("hoàn thành xuất sắc nhiệm vụ năm 2015") or set ("đặt mục tiêu đến năm 2015 có").
_DONE = re.compile(
    r"(?<!\w)(?:hoàn thành|đạt|vượt|pháp luật|(?:đặt|đề)(?:\sra)?\s(?:mục tiêu|chỉ tiêu|kế hoạch))(?!\w)"
)
_DECISION = re.compile(
    r"(?:quyết định|nghị định|nghị quyết|chỉ thị|thông tư|công văn)(?:\s(?:số\s)?[\w/.\-]+)?\s*$"
)
# A term is that of a committee or a congress, not of the facts told there.
_TERM = re.compile(
    r"(?<!\w)(?:đại hội|ban chấp hành|bch|ban thường vụ|bầu|khóa|khoá|chủ tịch|bí thư|ủy viên|đại biểu)(?!\w)"
    r"[^.;:]{0,80}$"
)
_CLOSED_QUOTE = re.compile(r"[”\"’»]\s*$")
_RESET = re.compile(
    rf"(?!(?:{alternatives(data.lines('grammar/sets_anew_not.txt'))})(?!\w))"
    rf"(?:{alternatives(data.lines('grammar/sets_anew.txt'))})(?!\w)"
)


def governs(reading: Reading, period: Period, *, in_heading: bool = False) -> bool:
    """Whether a period can govern facts at all, or is a date, part of a name, a law, a comparison or a plan.

    A plan's year governs what stands below it or behind its colon: ``Mục tiêu năm 2024: …``.
    """
    if period.kind == "date":
        return False
    before = reading.lower[max(0, period.start - 90) : period.start]
    in_heading = in_heading or reading.lower.startswith(":", period.end)
    if _DECISION.search(before) or (_is_barred(before, in_heading) and not _DONE.search(before[-48:])):
        return False
    if period.kind == "range" and (_CLOSED_QUOTE.search(before) or _is_term(reading, period, before)):
        return False
    return not any(quote.inner.holds(period) for quote in _quotes_over(reading, period))


def _is_barred(before: str, in_heading: bool) -> bool:
    return bool(_NO_GOVERNOR.search(before) or (not in_heading and _PLANNED.search(before)))


def governing_within(reading: Reading, start: int, end: int, *, in_heading: bool = False) -> list[Period]:
    """The periods inside ``start:end`` that can govern facts, in order."""
    told = within(reading.periods, start, end)
    return [period for period in told if governs(reading, period, in_heading=in_heading)]


def starts_anew(reading: Reading, sentence: Span) -> bool:
    """Whether a sentence opens with an event or the present, to which no period told before belongs."""
    return bool(_RESET.match(reading.lower, sentence.start, sentence.end))


def _is_term(reading: Reading, period: Period, before: str) -> bool:
    return reading.lower.startswith("nhiệm k", period.start) and bool(_TERM.search(before))


def _quotes_over(reading: Reading, period: Period) -> list[Quote]:
    """Quotes that begin before the period, near enough to hold it."""
    last = bisect_right(reading.quotes, period.start, key=lambda quote: quote.start)
    return [quote for quote in reading.quotes[max(0, last - 3) : last] if quote.end <= quote.start + 300]
