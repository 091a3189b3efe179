"""The years of a title: those the article ties it to, or the ones of the count it is out of."""

from __future__ import annotations

import re

from extract.facts.initiatives.nouns import one_of
from extract.facts.initiatives.titles import Title
from extract.grammar.context import governing_period
from extract.reading import Period, Reading

FARTHEST = 2000
"""How far back, in characters, the count may stand."""

_THOSE = re.compile(
    r"(?<!\w)trong\s+(?:số\s+)?(?P<counted>(?:\d+|hai|ba|bốn|năm|sáu|bảy|tám|chín|mười)\s+"
    rf"{one_of('made_nouns')})(?:\s+\w+){{0,3}}?\s+(?:đó|này|ấy|trên)(?!\w)"
)


def years(reading: Reading, title: Title) -> tuple[int | None, int | None]:
    """The years the article ties a title to."""
    period = governing_period(reading, title.start, title.end) or _of_those(reading, title)
    return (period.year_start, period.year_end) if period else (None, None)


def _of_those(reading: Reading, title: Title) -> Period | None:
    """``… có 7 sáng kiến. Trong 7 sáng kiến đó có “…”``: the years of the count that a sentence takes up."""
    sentence = reading.sentence_at(title.start)
    those = _THOSE.search(reading.lower, max(sentence.start, title.start - FARTHEST), title.start)
    if those is None:
        return None
    counted = reading.lower.rfind(those["counted"], max(0, sentence.start - FARTHEST), sentence.start)
    if counted < 0 or reading.lower[counted - 1 : counted].strip(" (\n\t-"):
        return None
    return governing_period(reading, counted, counted + len(those["counted"]))
