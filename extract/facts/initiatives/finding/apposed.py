"""Quotes that a class noun behind them explains: “…”, sáng kiến của chị X; “…” là đề tài do X chủ nhiệm."""

from __future__ import annotations

import re

from extract.facts.initiatives import nouns
from extract.facts.initiatives.nouns import Noun
from extract.reading import Quote, Reading

REACH = 60
"""How far, in characters, the class noun and the words before it may reach behind a quote."""

FARTHEST = 220
"""How far before a quote, in characters, the noun may stand that heads its list."""

LINK = (
    r"[”\"’'»\s]*(?:[,(–—-]\s*(?:đây\s+)?(?:(?:vốn|cũng|chính|đều)?\s*là\s+)?|(?:vốn|cũng|chính)?\s*là\s+)"
    r"(?:(?:một|1|cái|những|các|trong|số|\d{1,3})\s+)*"
)
"""What stands between a title and the class noun that explains it."""
_LINK = re.compile(LINK)
_ONE_MORE = re.compile(r"(?:,|;|(?<!\w)và)$")
_TITLES_ANOTHER = re.compile(r"\s*(?:\w+\s+){0,2}?[:“”\"‘«]|\s+(?-i:[A-ZĐ])")


def noun(reading: Reading, quote: Quote) -> Noun | None:
    """The class noun of an initiative or study that stands in apposition behind a quote."""
    link = _LINK.match(reading.lower, quote.inner.end, quote.inner.end + REACH)
    if link is None or is_other_thing(reading, quote):
        return None
    found = nouns.all_in(reading.lower, link.end(), link.end() + REACH)
    if not found or found[0].start != link.end() or found[0].kind in (None, "work"):
        return None
    return None if _TITLES_ANOTHER.match(reading.text, found[0].end) else found[0]


def is_other_thing(reading: Reading, quote: Quote) -> bool:
    """Whether the noun before the quote makes it something else: a song, a club, or one more of several."""
    sentence = reading.sentence_at(quote.start)
    start = max(sentence.start, quote.start - FARTHEST)
    before = reading.lower[start : quote.start].rstrip(" :")
    noun_before = nouns.last_in(before, 0, len(before))
    if noun_before is None or noun_before.kind is not None:
        return False
    if before.endswith("mô hình") and nouns.words("initiative_things").match(
        reading.lower, quote.inner.start
    ):
        return False  # of a thing: mô hình “Giàn sấy trượt ray”
    return noun_before.end == len(before) or bool(_ONE_MORE.search(before))
