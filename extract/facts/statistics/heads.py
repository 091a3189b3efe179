"""What the head of a list, or the question answered, says of the counts below: ``Chỉ tiêu năm 2024:``."""

from __future__ import annotations

import re
from bisect import bisect_right

from extract.facts.statistics.words import WORDS, compiled
from extract.grammar import items
from extract.reading import Reading, Span
from schemas.facts import Status

_WORDS = WORDS["status"]
_TARGETS, _REGISTERED = compiled(_WORDS["heads"]), compiled(_WORDS["registered"])
_REACHED = compiled(_WORDS["reached"])
_COLON = re.compile(r":\s*$")
_QUESTION = re.compile(r"\?[”\"’»)]*\s*$")
_LONGEST_LIST = 40
_LONGEST_HEAD = 200
_ANSWER = 2
"""How many sentences still answer a question."""


def status_of_head(reading: Reading, sentence: Span, before: str) -> Status | None:
    """Whether counts of a sentence are told as targets, or as registered, by the line above them.

    Args:
        reading: the text.
        sentence: the sentence that counts.
        before: what stands in it before the number, in lower case.
    """
    if _REACHED.search(before):
        return None
    paragraphs = reading.paragraphs
    index = bisect_right(paragraphs, sentence.start, key=lambda span: span.start) - 1
    if question := _question(reading, sentence, index):
        return "proposed" if _TARGETS.search(question) else None
    if not items.is_item(reading, paragraphs[index].start, paragraphs[index].end):
        return None
    return _said(_end_of(reading, paragraphs[items.index_of_head(reading, sentence.start, _LONGEST_LIST)]))


def _said(head: str) -> Status | None:
    """Status that the head of a list gives its items, unless it tells of results."""
    if not _COLON.search(head) or _REACHED.search(head):
        return None
    if _TARGETS.search(head):
        return "proposed"
    return "registered" if _REGISTERED.search(head) else None


def _question(reading: Reading, sentence: Span, index: int) -> str | None:
    """The question in the paragraph above that the first sentences of this one answer."""
    if index < 1:
        return None
    own, asked = reading.paragraphs[index], _end_of(reading, reading.paragraphs[index - 1])
    if not _QUESTION.search(asked):
        return None
    starts = [span.start for span in reading.sentences]
    place = bisect_right(starts, sentence.start) - bisect_right(starts, own.start)
    return asked if place < _ANSWER else None


def _end_of(reading: Reading, paragraph: Span) -> str:
    return reading.lower[max(paragraph.start, paragraph.end - _LONGEST_HEAD) : paragraph.end]
