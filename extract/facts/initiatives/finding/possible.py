"""Whether a quote may be a title at all: not speech, a plaque's words or a campaign's name."""

from __future__ import annotations

import re
from bisect import bisect_left

from extract.facts.initiatives import nouns
from extract.facts.initiatives.titles import opens_title
from extract.reading import Quote, Reading
from schemas import Campaign

MOST_SYLLABLES = 70
_MARKS = " \t:–—-“”\"'‘’«»("
_PLAQUE = re.compile(
    r"công trình\s+(?:sản phẩm\s+|thanh niên\s+|thi đua\s+)*(?:chào|chúc|kỷ niệm|lập thành tích|mừng)"
)
_VOICE = re.compile(r"(?<!\w)(?:tôi|mình|chúng tôi|chúng ta|nhé|hợp đồng)(?!\w)")
_SPEAKS = re.compile(r"[!?]|[.…]\s")
_PLURAL = re.compile(r"(?<!\w)(?:những|các|nhiều|mấy|bao|loạt)\s+$")


def is_title(reading: Reading, quote: Quote, named: list[Campaign]) -> bool:
    """Whether a quote has the shape of a title; ``named`` are the campaigns of the text, in order."""
    inner = reading.text[quote.inner.start : quote.inner.end]
    lower = reading.lower[quote.inner.start : quote.inner.end]
    syllables = inner.split()
    if not 2 < len(syllables) <= MOST_SYLLABLES or _SPEAKS.search(inner) or _VOICE.search(lower):
        return False
    if _PLAQUE.match(lower) or reading.lower[quote.start - 5 : quote.start] == "biển ":
        return False
    if _overlaps(named, quote):
        return False
    return opens_title(inner, lower) or _right_behind_noun(reading, quote)


def _overlaps(named: list[Campaign], quote: Quote) -> bool:
    """Whether a quote is, or holds, a campaign's name; ``named`` is sorted by start."""
    first = bisect_left(named, quote.start, key=lambda campaign: campaign.start)
    return first < len(named) and named[first].start < quote.end


def _right_behind_noun(reading: Reading, quote: Quote) -> bool:
    """Whether a class noun touches the quote, which then may begin in lower case or with a digit."""
    before = reading.lower[max(0, quote.start - 40) : quote.start].rstrip(_MARKS)
    noun = nouns.last_in(before, 0, len(before))
    if noun is None or noun.end != len(before) or _PLURAL.search(before, 0, noun.start):
        return False  # những sáng kiến “hai lúa”: what they are like, not what one is called
    return noun.needs == "title" and noun.kind is not None
