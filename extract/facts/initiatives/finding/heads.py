"""Lines that head a list of titles: ``Danh sách công trình gắn biển:``."""

from __future__ import annotations

from bisect import bisect_left

from extract.facts.initiatives import nouns
from extract.facts.initiatives.nouns import Noun
from extract.reading import Reading, Span

MOST_ITEMS = 15
"""How many lines above an item the head of its list is looked for."""


def above(reading: Reading, paragraph: Span) -> Noun | None:
    """The class noun of the line that heads the list a paragraph is an item of, if it is one."""
    index = bisect_left(reading.paragraphs, paragraph.start, key=lambda span: span.start)
    for line in reversed(reading.paragraphs[max(0, index - MOST_ITEMS) : index]):
        if reading.text[line.start : line.end].rstrip().endswith(":"):
            return list_head(reading, line)
        if not nouns.ITEM.match(reading.text, line.start, line.end):
            return None
    return None


def list_head(reading: Reading, paragraph: Span) -> Noun | None:
    """The class noun of a line such as ``Danh sách công trình gắn biển:``, whose items stand below it."""
    if not reading.text[paragraph.start : paragraph.end].rstrip().endswith(":"):
        return None
    noun = nouns.last_in(reading.lower, max(paragraph.start, paragraph.end - 120), paragraph.end)
    if noun is None or noun.kind is None or noun.needs == "maker":
        return None
    has_plaque = "gắn biển" in reading.lower[max(paragraph.start, paragraph.end - 300) : paragraph.end]
    return noun if noun.needs == "title" or has_plaque else None
