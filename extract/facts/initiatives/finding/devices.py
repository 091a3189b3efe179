"""Quoted names of things made at work, tied to their maker and no more: “Gùi hái có đáy rút” của chị X.

They count only in a text that speaks of ideas at work again and again.
"""

from __future__ import annotations

import re

from extract.facts.initiatives import nouns
from extract.facts.initiatives.nouns import one_of
from extract.reading import Quote, Reading

ENOUGH = 2
"""How often a text must speak of ideas at work."""
NEAR = 300
"""How close to a quote, in characters, once is enough."""
_BEFORE = 80
_BEHIND = 90

_GIVES = re.compile(
    rf"(?<!\w){one_of('makes', 'credits', 'gives')}"
    rf"(?:\s+(?!{one_of('speech', 'no_making')})\w+){{0,4}}[\s,:“”\"'‘«]*$"
)
_WHOSE = re.compile(
    r"[”\"’'»\s]*,?\s*(?:(?:vốn|cũng|thì|đều)\s+)*(?:của|do|mà|được)\s+"
    r"(?:(?:chính|hai|ba|các|vợ chồng)\s+)*"
    rf"(?:{one_of('honorifics', 'trades', 'doers')}|nhóm|tác giả|(?-i:[A-ZĐ]))",
    re.IGNORECASE,
)
_IDEAS = re.compile(
    rf"{nouns.words('initiative_creative').pattern}|(?<!\w)(?:đề tài|giải pháp kỹ thuật)(?!\w)"
)
_PRIZE = re.compile(
    rf"(?<!\w){one_of('prizes')}(?:\s*[:–-]|\s+(?:(?:được|đã|thì)\s+)?(?:{one_of('goes_to')}\s+)+)\s*(?:\w+\s+){{0,5}}[\s:“”\"'‘«]*$"
)
_AUTHOR = re.compile(r"[^.;:]{0,80}(?<!\w)tác giả(?!\w)")
_SERVES = re.compile(
    r"[”\"’'»\s]*,?\s*(?:(?:ấy|này|đó|nay|đã|thì|còn|cũng)\s+)*"
    r"(?:giúp|thay|tiết kiệm|làm lợi|ra đời|được áp dụng)(?!\w)"
)


def is_creative(reading: Reading) -> bool:
    """Whether a text speaks often enough of ideas at work."""
    words = _IDEAS.finditer(reading.lower)
    return sum(1 for _, _ in zip(range(ENOUGH), words, strict=False)) == ENOUGH


def is_near_ideas(reading: Reading, quote: Quote) -> bool:
    """Whether ideas at work, or what they save, are spoken of close to a quote."""
    return bool(_IDEAS.search(reading.lower, max(0, quote.start - NEAR), quote.end + NEAR))


def is_one(reading: Reading, quote: Quote) -> bool:
    """Whether a quote names a thing made, beside words that tie it to a maker or a use."""
    inner = quote.inner
    sentence = reading.sentence_at(quote.start)
    before = max(sentence.start, quote.start - _BEFORE)
    if _PRIZE.search(reading.lower, before, quote.start):
        return True
    if not reading.text[inner.start].isupper() or not (
        nouns.words("initiative_things").match(reading.lower, inner.start, inner.end)
        or nouns.words("initiative_openings").match(reading.lower, inner.start, inner.end)
    ):
        return False
    return bool(
        _GIVES.search(reading.lower, before, quote.start)
        or _WHOSE.match(reading.text, inner.end, inner.end + _BEHIND)
        or _AUTHOR.match(reading.lower, inner.end, sentence.end)
        or _SERVES.match(reading.lower, inner.end, inner.end + _BEHIND)
    )
