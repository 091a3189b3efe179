"""Every possible title of a text in order of place, quoted or not."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator

from extract.facts.initiatives.finding import quoted, unquoted
from extract.facts.initiatives.titles import Title
from extract.reading import Quote, Reading
from schemas import Campaign


def find(reading: Reading) -> list[Title]:
    """Possible titles in order of place, none within another."""
    named = sorted(reading.facts_of(Campaign), key=lambda campaign: campaign.start)
    found = sorted(
        [*quoted.find(reading, named), *unquoted_titles(reading)], key=lambda title: (title.start, -title.end)
    )
    kept: list[Title] = []
    for title in found:
        if not kept or title.start >= kept[-1].until:
            kept.append(title)
    return kept


def unquoted_titles(reading: Reading) -> Iterator[Title]:
    """Titles without quotation marks; those that overlap a quote of their own size are left to it."""
    for shown in unquoted.find(reading):
        if not any(
            quote.start < shown.end and shown.start < quote.end for quote in _near(reading, shown.start)
        ):
            yield Title(shown.start, shown.end, shown.kind, shown.needs, shown.head, shown.end, shown.rule)


def _near(reading: Reading, offset: int) -> list[Quote]:
    first = bisect_left(reading.quotes, offset - 400, key=lambda quote: quote.start)
    last = bisect_left(reading.quotes, offset + 400, key=lambda quote: quote.start)
    return [quote for quote in reading.quotes[first:last] if quote.end - quote.start < 400]
