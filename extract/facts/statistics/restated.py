"""Counts that only point back at what was told before: ``6 sáng kiến đó``, ``cả 6 sáng kiến``."""

from __future__ import annotations

import re

from extract.facts.statistics.words import WORDS
from extract.grammar.quantities import alternatives, whole_words
from extract.reading import Number, Reading

_WORDS = WORDS["restated"]
# "trên" is also "on": "12 công trình trên địa bàn".
_AFTER = re.compile(
    rf"(?:\s[^\W\d]+){{0,2}}?\s(?:{alternatives(_WORDS['after'])})(?!\w)"
    rf"|\strên(?=\s?[,.;)]|\s(?:{alternatives(_WORDS['goes_on'])})(?!\w))"
)
_BEFORE = re.compile(rf"{whole_words(_WORDS['before'])}\s$")
_FEW = 20


def points_back(reading: Reading, number: Number, end: int, *, known: bool) -> bool:
    """Whether a count tells nothing new.

    Args:
        reading: the text.
        number: the count.
        end: where the counted noun ends.
        known: whether the same was counted before; a few may have been listed instead.
    """
    if _AFTER.match(reading.lower, end):
        return known or number.value < _FEW
    return known and bool(_BEFORE.search(reading.lower, max(0, number.start - 12), number.start))
