"""Sums told of a thing by the first word of its title: Chiếc đèn giúp tiết kiệm …; còn cây thước ….

``hai sáng kiến “Đèn soi vành nón” và “Thước đo mặt cạo”. Chiếc đèn tiết kiệm 90 triệu đồng.``
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right

from extract.facts.initiatives.nouns import one_of
from extract.facts.initiatives.titles import Title
from extract.reading import Reading, Span
from schemas import Benefit

SENTENCES_ON = 6
LONGEST = 400
NEXT = 400
"""How much of the paragraphs behind is looked at, in characters."""
FAR = 3000
"""A paragraph is longer only where its text is broken; characters."""
MOST_BESIDE = 12

_CLAUSE = re.compile(r"[;:](?!\d)|[.!?…](?!\d)|,(?=\s+(?:chỉ\s+)?riêng\s)")
_ORDINALS = (("thứ nhất", "đầu tiên"), ("thứ hai",), ("thứ ba",), ("thứ tư",))
NTH = re.compile(
    rf"(?<!\w){one_of('made_nouns', 'one_thing')}\s+(thứ nhất|đầu tiên|thứ hai|thứ ba|thứ tư)(?!\w)"
)
_BEGINS = rf"\s*(?:{one_of('turns_to', 'then')}[\s,]+)*(?:riêng\s+)?(?:{one_of('classifiers')}\s+)?"
_WORD = re.compile(r"\w+")


def told(reading: Reading, gained: list[Benefit], found: list[Title], index: int) -> int | None:
    """The benefit of a clause behind that begins with the thing of one title and of no other."""
    if (counted := _by_number(reading, gained, found, index)) is not None:
        return counted
    title = found[index]
    paragraph = reading.paragraph_at(title.start)
    first = bisect_left(gained, title.until, key=lambda fact: fact.start)
    if first == len(gained):
        return None
    is_own, phrase = _is_own(reading, found, index), _phrase(reading, title)
    begins = re.compile(rf"{_BEGINS}{re.escape(_first_word(reading, title))}(?!\w)")
    far = min(len(reading.text), paragraph.end + NEXT, title.until + FAR)
    for clause in _clauses(reading, title.until, far):
        again = phrase and phrase in reading.lower[clause.start : clause.end]
        if again or (is_own and begins.match(reading.lower, clause.start, clause.end)):
            begin = bisect_left(gained, clause.start, lo=first, key=lambda fact: fact.start)
            end = bisect_left(gained, clause.end, lo=begin, key=lambda fact: fact.start)
            if begin < end:
                return max(fact.amount_vnd for fact in gained[begin:end])
    return None


def _by_number(reading: Reading, gained: list[Benefit], found: list[Title], index: int) -> int | None:
    """``Giải pháp thứ nhất làm lợi a, giải pháp thứ hai b``: of titles in one sentence, by their order."""
    sentence = reading.sentence_at(found[index].start)
    place = 0
    while place < index and place < len(_ORDINALS) and found[index - place - 1].start >= sentence.start:
        place += 1
    end = reading.paragraph_at(found[index].start).end
    for clause in _clauses(reading, found[index].until, end) if place < len(_ORDINALS) else ():
        for nth in NTH.finditer(reading.lower, clause.start, clause.end):
            if nth[1] in _ORDINALS[place]:
                further = NTH.search(reading.lower, nth.end(), clause.end)
                stop = further.start() if further else clause.end
                return max((f.amount_vnd for f in gained if nth.end() <= f.start < stop), default=None)
    return None


def is_named_before(reading: Reading, found: list[Title], index: int, end: int) -> bool:
    """Whether another title near is named again between a title and an offset: a sum there is of that one."""
    told = reading.lower[found[index].until : end]
    near = found[max(0, index - MOST_BESIDE) : index] + found[index + 1 : index + 1 + MOST_BESIDE]
    return any(phrase and phrase in told for phrase in (_phrase(reading, other) for other in near))


def _phrase(reading: Reading, title: Title) -> str:
    """The first three words of a longer title, by which it is told again."""
    words = reading.lower[title.start : title.end].split()
    return " ".join(words[:3]) if len(words) > 3 else ""


def _first_word(reading: Reading, title: Title) -> str:
    word = _WORD.search(reading.lower, title.start, title.end)
    return word[0] if word else ""


def _is_own(reading: Reading, found: list[Title], index: int) -> bool:
    """Whether no title near begins with the same word."""
    word = _first_word(reading, found[index])
    near = found[max(0, index - MOST_BESIDE) : index] + found[index + 1 : index + 1 + MOST_BESIDE]
    return bool(word) and all(_first_word(reading, other) != word for other in near)


def _clauses(reading: Reading, start: int, end: int) -> list[Span]:
    """The clauses behind an offset, in its sentence and those that follow."""
    index = bisect_right(reading.sentences, start, key=lambda span: span.start)
    clauses: list[Span] = []
    for sentence in reading.sentences[max(0, index - 1) : index + SENTENCES_ON]:
        if sentence.start >= end:
            break
        position = max(start, sentence.start)
        stop = min(sentence.end, position + LONGEST)
        for mark in _CLAUSE.finditer(reading.text, position, stop):
            clauses.append(Span(position, mark.start()))
            position = mark.end()
        clauses.append(Span(position, stop))
    return clauses
