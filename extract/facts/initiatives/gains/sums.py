"""Sums that several initiatives share, and those told of them in turn."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right

from extract.facts.initiatives import tied
from extract.facts.initiatives.nouns import one_of
from extract.facts.initiatives.titles import Title
from extract.reading import Reading, Span
from schemas import Benefit

SENTENCES_ON = 5
"""How many sentences further on in its paragraph a benefit may be told of a title."""
LONGEST = 600
"""How much of such a sentence is read, in characters."""
MOST_IN_TURN = 20
"""How many titles one sentence may give sums to, one each."""

_IN_TURN = re.compile(r"(?<!\w)(?:lần lượt|tương ứng|theo thứ tự)(?!\w)")
_GAINED = re.compile(r"(?<!\w)(?:làm lợi|tiết kiệm)(?!\w)")
_SHARED = re.compile(rf"(?<!\w){one_of('shared_sums')}")


def _next_paragraph(reading: Reading, offset: int) -> list[Span]:
    """The first sentence of the paragraph behind that of an offset."""
    index = bisect_right(reading.sentences, reading.paragraph_at(offset).end - 1, key=lambda span: span.start)
    return reading.sentences[index : index + 1]


def in_turn(reading: Reading, gained: list[Benefit], found: list[Title], index: int) -> int | None:
    """``Ba sáng kiến này làm lợi lần lượt a, b và c``: as many sums as titles, each for its own."""
    start = found[index].start
    sentence = reading.sentence_at(start)
    behind = [*following(reading, start, len(reading.text)), *_next_paragraph(reading, start)]
    told = next((other for other in behind if _IN_TURN.search(reading.lower, other.start, other.end)), None)
    if told is None:
        return None
    near = range(max(0, index - MOST_IN_TURN), min(len(found), index + MOST_IN_TURN))
    beside = [nth for nth in near if sentence.start <= found[nth].start < sentence.end]
    sums = between(gained, told.start, told.end)
    return sums[beside.index(index)] if len(sums) == len(beside) else None


def bracketed(reading: Reading, title: Title, stretch: Span) -> int | None:
    """``… làm lợi 9 tỷ đồng, trong đó có “A” của X (1,2 tỷ đồng)``: a bare sum in brackets behind a title."""
    before = reading.lower[max(reading.paragraph_at(title.start).start, title.start - LONGEST) : title.start]
    if not _GAINED.search(before):
        return None
    first = bisect_left(reading.amounts, title.until, key=lambda amount: amount.start)
    for amount in reading.amounts[first : first + 3]:
        around = reading.text[amount.start - 1 : amount.start], reading.text[amount.end : amount.end + 1]
        if amount.end <= stretch.end and around == ("(", ")"):
            return amount.vnd
    return None


def is_shared(reading: Reading, gained: list[Benefit], found: list[Title], index: int) -> bool:
    """``“A”, “B” và “C”, tổng giá trị làm lợi 870 triệu đồng``: a sum of several titles beside each other."""
    if not tied.is_beside(reading, found, index):
        return False
    first = bisect_left(gained, found[index].until, key=lambda fact: fact.start)
    return bool(_SHARED.search(reading.lower, found[index].until, gained[first].end))


def between(gained: list[Benefit], start: int, end: int) -> list[int]:
    """Sums that stand wholly between two offsets."""
    first = bisect_left(gained, start, key=lambda fact: fact.start)
    last = bisect_left(gained, end, key=lambda fact: fact.start)
    return [fact.amount_vnd for fact in gained[first:last] if fact.end <= end]


def following(reading: Reading, offset: int, limit: int) -> list[Span]:
    """The sentences behind the one at an offset, in its paragraph and before a limit."""
    end = min(limit, reading.paragraph_at(offset).end)
    index = bisect_right(reading.sentences, offset, key=lambda span: span.start)
    behind = [other for other in reading.sentences[index : index + SENTENCES_ON] if other.end <= end]
    return [Span(other.start, min(other.end, other.start + LONGEST)) for other in behind]
