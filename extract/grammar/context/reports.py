"""The period that an article reports on, for what it tells without a period of its own.

A sentence that sums up a period ("tổng kết hoạt động công đoàn năm 2018", "báo cáo kết quả 5 năm 2015-2020")
governs the sentences after it, as long as no other period is named in between. Events told on the way, and
what a single person did, are not part of the report.
"""

from __future__ import annotations

import re

import data
from extract.grammar.context.eligible import governs, starts_anew
from extract.grammar.quantities import alternatives
from extract.reading import Period, Reading, Span, within

_SUMS_UP = re.compile(
    rf"(?<!\w)(?:{alternatives(data.lines('grammar/sums_up.txt'))})(?!\w)[^.;:\n“”\"]{{0,140}}$"
)
_BEFORE = 160  # characters before a period, in which a word of summing up stands
_BACK = 8000  # characters; a report is no longer
_PERIODS_BACK = 40
# "Sau 5 năm tổ chức, …": a period of the sentence's own, even if it names no year.
_OWN_PERIOD = re.compile(r"(?:(?:trong|sau|qua|hơn|gần)\s){0,2}(?:\d{1,2}|hai|ba|bốn|năm|mười)\snăm\s")
_PERSON = re.compile(r"[“\"]?(?:ông|bà|anh|chị|cô|thầy|em|đồng chí|đ/c|bác sĩ|kỹ sư)\s")


def reported_period(reading: Reading, sentence: Span) -> Period | None:
    """The period that the article sums up before a sentence, if it names no other one in between."""
    if starts_anew(reading, sentence) or _OWN_PERIOD.match(reading.lower, sentence.start):
        return None
    if _PERSON.match(reading.lower, sentence.start):
        return None
    told = within(reading.periods, max(0, sentence.start - _BACK), sentence.start)[-_PERIODS_BACK:]
    latest: Period | None = None
    for period in reversed(told):
        if not governs(reading, period):
            continue
        latest = latest or period
        if (period.year_start, period.year_end) != (latest.year_start, latest.year_end):
            return None
        if period.end <= sentence.start and _sums_up(reading, period):
            return period
    return None


def _sums_up(reading: Reading, period: Period) -> bool:
    sentence = reading.sentence_at(period.start)
    before = reading.lower[max(sentence.start, period.start - _BEFORE) : period.start]
    return bool(_SUMS_UP.search(before))
