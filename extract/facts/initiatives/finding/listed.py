"""Quotes that stand in a list: behind the title before them, or behind a head that counts them."""

from __future__ import annotations

import re

from extract.facts.initiatives import nouns
from extract.facts.initiatives.finding import leads
from extract.facts.initiatives.nouns import Noun, one_of
from extract.reading import Quote, Reading

FARTHEST = 260
"""How far, in characters, the title before may stand."""
LONGEST_LIST = 2000

_BREAK = re.compile(r"[.!?…]+[”\"]?\s+(?=\S)|\n")
_MARKS = r"[“”\"'‘«\s]*$"
_PRIZE = rf"(?:\d+\s+)?{one_of('prizes')}\s+(?:(?:được|đã|thì)\s+)?(?:{one_of('goes_to')}\s+)*"
_GOES_ON = re.compile(
    rf"(?:[;,]\s*(?:và|cùng|cùng với|còn|rồi)?|\b(?:và|cùng|cùng với|hay))\s*(?:{_PRIZE})?{_MARKS}"
)
_ITEM = re.compile(
    r"(?:[;:,]|\bvà)\s*(?:(?:và|cùng|rồi|cuối cùng)\s+(?:là\s+)?)?"
    rf"(?:(?:{one_of('nth')}|\(?\d{{1,2}}[.)]|(?:một|hai|ba|bốn|năm)\s+(?=là))\s*(?:là|:)?\s*)?"
    rf"(?:{one_of('class_nouns', 'work_nouns')}\s*:?\s*)?{_MARKS}"
)
_SAYS = re.compile(rf"(?<!\w)(?<!có thể )(?<!phải )(?<!xin ){one_of('speech')}")


def goes_on(reading: Reading, end: int, quote: Quote) -> bool:
    """Whether a quote goes on the list of the title that ends at an offset, in the same sentence."""
    if not 0 <= quote.start - end < FARTHEST:
        return False
    between = reading.lower[end : quote.start]
    if _BREAK.search(between) or not _GOES_ON.search(between):
        return False
    return not nouns.all_in(between, 0, len(between))


def head(reading: Reading, quote: Quote) -> Noun | None:
    """The counted class noun at the head of the list whose item a quote begins.

    ``5 sáng kiến tiêu biểu được công bố có: “A” của X; B của Y; và “C” mà chị Z nghĩ ra.``
    """
    sentence = reading.sentence_at(quote.start)
    if not _ITEM.search(reading.lower, max(sentence.start, quote.start - 40), quote.start):
        return None
    colon = reading.text.find(":", max(sentence.start, quote.start - LONGEST_LIST), quote.start)
    if colon < 0 or _SAYS.search(reading.lower, max(sentence.start, colon - 40), colon):
        return None
    if _ITEM.search(reading.lower, colon, quote.start) and reading.text.find(";", colon, quote.start) < 0:
        last = nouns.last_in(reading.lower, colon, quote.start)
        if last and last.kind is None:
            return None  # a comma list that has gone on to other things
    found = nouns.last_in(reading.lower, max(sentence.start, colon - 120), colon)
    if found is None or found.kind is None or not leads.is_counted(reading, found):
        return None
    return found
