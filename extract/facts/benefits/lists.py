"""Sums in lists: what an item does not say stands in the line that opens its list.

``Đã gắn biển 3 công trình, gồm:`` and below it ``- Trạm bơm số 4 (hơn 3 tỷ đồng);``: the worth of a work. A
sum in brackets behind the name of a work is its worth also inside a sentence.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from itertools import takewhile

from extract.facts.benefits.words import HELD_UP, Word, words_before
from extract.reading import Amount, Reading, Span

_MARK = re.compile(r"\s*(?:[-–—+•*▪●]|\d{1,2}[.)]|[a-zđ]\))\s?(?=[^\W\d_]|\d+\s|[“\"'‘])")
_OPENS = re.compile(r":\s*$")
_BRACKETED = re.compile(r"\((?:với\s|tổng\s|trị giá\s|giá trị\s)*$")

_MOST_ITEMS = 15
_FAR_OFF = 200
_LONGEST = 400


def opening(reading: Reading, amount: Amount) -> Span | None:
    """The line that opens the list in which a sum stands as part of an item."""
    lines, lower = reading.paragraphs, reading.lower
    index = bisect_right(lines, amount.start, key=lambda line: line.start) - 1
    above = lines[max(0, index - _MOST_ITEMS) : index + 1][::-1]
    items = len(list(takewhile(lambda line: _MARK.match(lower, line.start, line.end), above)))
    if not 0 < items < len(above):
        return None
    head = above[items]
    return head if _OPENS.search(lower, max(head.start, head.end - 5), head.end) else None


def words_of_list(reading: Reading, sentence: Span, amount: Amount, words: list[Word]) -> list[Word]:
    """The governing words of a sum with those of the line that opens its list, where there is one."""
    head = opening(reading, amount)
    end = head.end if head else amount.start
    start = max(head.start if head else sentence.start, end - _LONGEST)
    bracketed = _BRACKETED.search(reading.lower, max(0, amount.start - 20), amount.start)
    is_of_works = (head or bracketed) and all(word.role == "work" for word in words)
    if is_of_works and HELD_UP.search(reading.lower, start, end):
        words = [Word("worth", 0), *words]
    if head is None:
        return words
    opened = words_before(reading.lower, start, head.end)
    return words + [Word(word.role, word.distance + _FAR_OFF) for word in opened]
