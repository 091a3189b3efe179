"""Stretches of a text that may name a campaign: quotes, and names of the register without marks."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass

from extract.facts.campaigns import register
from extract.facts.campaigns.names import Name, name_in, period_after
from extract.language.normal import tone_key
from extract.reading import Quote, Reading, Span

_EMULATION = "thi đua "
SPEECH = 200
"""A quote longer than this, in characters, is speech that may itself speak of campaigns."""


@dataclass(frozen=True, slots=True)
class Mention(Span):
    """A stretch that may name a campaign; ``name`` is None where what is quoted cannot be one's name."""

    name: Name | None
    entry: register.Entry | None
    is_quoted: bool


def mentions(reading: Reading) -> list[Mention]:
    """Quotes and known names in order of place; no known name overlaps a quote that is not speech."""
    quotes = [_quoted(reading, quote) for quote in reading.quotes]
    taken = [quote for quote in reading.quotes if quote.inner.end - quote.inner.start <= SPEECH]
    known = [mention for mention in _known(reading) if not _overlaps(mention, taken)]
    return sorted([*quotes, *known], key=lambda mention: (mention.start, -mention.end))


def _quoted(reading: Reading, quote: Quote) -> Mention:
    name = name_in(reading.text, reading.lower, quote.inner, quote.closed)
    entry = register.link(reading.text[name.span.start : name.span.end]) if name else None
    return Mention(quote.start, quote.end, name, entry, is_quoted=True)


def _known(reading: Reading) -> Iterator[Mention]:
    key = tone_key(reading.lower)
    position = 0
    for start, end, entry in sorted(register.unquoted(key), key=lambda found: found[:2]):
        if key.startswith(_EMULATION, start) and reading.text[start].islower():
            start += len(_EMULATION)  # a word before the name, unlike in Thi đua Quyết thắng
        if start >= position:
            yield Mention(start, end, Name(Span(start, end), *period_after(key, end)), entry, is_quoted=False)
            position = end


def _overlaps(mention: Mention, quotes: list[Quote]) -> bool:
    """Whether one of the quotes, short and sorted by start, overlaps a mention."""
    first = bisect_left(quotes, mention.start - 2 * SPEECH, key=lambda quote: quote.start)
    last = bisect_left(quotes, mention.end, key=lambda quote: quote.start)
    return any(mention.start < quote.end for quote in quotes[first:last])
