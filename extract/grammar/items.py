"""Items of lists in lines of their own, and the line that heads them."""

from __future__ import annotations

import re
from bisect import bisect_right

from extract.reading import Reading

_ITEM = re.compile(r"\s*(?:[-–•*+▪●]|\d{1,2}[.)]|[a-zđ]\))\s?")


def is_item(reading: Reading, start: int, end: int) -> bool:
    """Whether a stretch opens as an item of a list does: ``- 5 cờ``, ``2) 5 cờ``, ``b) 5 cờ``."""
    return _ITEM.match(reading.lower, start, end) is not None


def index_of_head(reading: Reading, offset: int, most: int) -> int:
    """Index of the first paragraph upwards that is no item, from the one at an offset on.

    Args:
        reading: the text.
        offset: a place in the paragraph to begin with.
        most: how many paragraphs up to look; the last of them where all are items.
    """
    paragraphs = reading.paragraphs
    index = bisect_right(paragraphs, offset, key=lambda span: span.start) - 1
    first = max(0, index - most)
    while index > first and is_item(reading, paragraphs[index].start, paragraphs[index].end):
        index -= 1
    return index
