"""Statistics: counts of initiatives, works, union members, grassroots unions and turn-outs of a movement.

What is counted is said by the noun beside the number. A count that is an award's already, or part of a
campaign's name, is none; nor are members and unions that merely receive something or take part in something.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from extract.facts.statistics.counts import Count, counted, repeated
from extract.facts.statistics.restated import points_back
from extract.facts.statistics.status import status_of
from extract.grammar.context import governing_period
from extract.reading import Number, Reading, Span, within
from extract.rules import rule
from schemas import Award, Campaign, Statistic

_IN_NAME = re.compile(
    r"(?:chương trình|phong trào|chiến dịch|cuộc vận động)(?:\s(?:phát triển|kết nạp|vì))?\s[“\"‘'”]*$"
)
_OUT_OF = re.compile(r"(?:\d|\smột) trong(?: số)?\s$")
_LONGEST_QUOTE = 300


def find(reading: Reading) -> list[Statistic]:
    """All facts of the type, in order of place."""
    return list(_find(reading))


def _find(reading: Reading) -> Iterator[Statistic]:
    taken = _taken(reading)
    last: Count | None = None
    told: set[tuple[str, int]] = set()
    for number in reading.numbers:
        count = counted(reading, number)
        if count is None and last and repeated(reading, number, last):
            count = Count(last.metric, number.end, "statistic.repeated")
        last = count
        if count is None or number.digits in taken or _is_in_a_name(reading, number, count.metric):
            continue
        if not points_back(reading, number, count.end, known=(count.metric, number.value) in told):
            told.add((count.metric, number.value))
            yield _statistic(reading, number, count)


def _statistic(reading: Reading, number: Number, count: Count) -> Statistic:
    period = governing_period(reading, number.start, count.end)
    return Statistic(
        **rule(count.rule).evidence(reading.text, number.start, count.end),
        metric=count.metric,
        value=number.value,
        qualifier=number.qualifier,
        status=status_of(reading, number, count.end),
        year_start=period.year_start if period else None,
        year_end=period.year_end if period else None,
    )


def _taken(reading: Reading) -> set[int]:
    """Where numbers begin that an award or a campaign's name already holds."""
    spans = (Span(f.start, f.end) for f in reading.facts if isinstance(f, Award | Campaign))
    return {number.digits for span in spans for number in _overlapping(reading.numbers, span)}


def _overlapping(numbers: list[Number], span: Span) -> list[Number]:
    """Numbers that begin in a span; one whose qualifier stands before it included."""
    near = within(numbers, max(0, span.start - 30), span.end + 30)
    return [number for number in near if span.start < number.end and number.digits < span.end]


def _is_in_a_name(reading: Reading, number: Number, metric: str) -> bool:
    """Whether the count stands in a quoted or announced name, or only picks some out of others."""
    before = reading.lower[max(0, number.start - 24) : number.start]
    if _IN_NAME.search(before) or (_OUT_OF.search(before) and metric not in ("members", "grassroots_unions")):
        return True
    quotes = within(reading.quotes, max(0, number.start - _LONGEST_QUOTE), number.end + _LONGEST_QUOTE)
    return any(quote.inner.holds(number) for quote in quotes)
