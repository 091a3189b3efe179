"""Which period governs a place in the text.

The first words of a sentence govern the sentence and those after it in its paragraph; a period after a fact,
in its own clause, governs that fact; a heading or the head of a list governs what stands below; and the
period that an article sums up governs what is told without one.
"""

from __future__ import annotations

import re
from bisect import bisect_left

from extract.grammar.context.eligible import governing_within, governs, starts_anew
from extract.grammar.context.headings import period_above
from extract.grammar.context.reports import reported_period
from extract.reading import Period, Reading, Span, within

_CLAUSE_END = re.compile(r"[;:]|[.!?…][”\")]?\s")
_CLAUSE_START = re.compile(r"[,:;]\s*(?:và\s|riêng\s|trong\s)?$")
_LEADING = 90
_NEAR = 110
_TOUCHING = 3  # characters: a blank, and a bracket
_REACH = 1500  # characters; a sentence is longer only where its text is broken
_SENTENCES_BACK = 12


def governing_period(reading: Reading, start: int, end: int) -> Period | None:
    """The period that the article ties a fact at ``start:end`` to; None where it ties it to none.

    Looks in the sentence, then back through its paragraph, then at the head of the list or section it is in,
    and last at the period that the article sums up.
    """
    if not reading.periods:
        return None
    sentence = reading.sentence_at(start)
    if found := _in_sentence(reading, sentence, start, end):
        return found
    paragraph = reading.paragraph_at(start)
    if starts_anew(reading, sentence):
        return None
    found, stop = _in_paragraph(reading, paragraph, sentence)
    if found or stop:
        return found
    return period_above(reading, paragraph) or reported_period(reading, sentence)


def _in_sentence(reading: Reading, sentence: Span, start: int, end: int) -> Period | None:
    """A period in the fact's own words, or touching them; else the last before; else one after."""
    periods = governing_within(reading, max(sentence.start, start - _REACH), min(sentence.end, end + _REACH))
    if told := [p for p in periods if p.start < end + _TOUCHING and start < p.end]:
        return told[-1]
    before = [p for p in periods if p.end <= start]
    after = [p for p in periods if p.start >= end and _same_clause(reading.lower, end, p.start)]
    if before and after and _CLAUSE_END.search(reading.lower, before[-1].end, start):
        return before[-1] if _leads(reading, sentence, before[-1]) else after[0]
    return before[-1] if before else after[0] if after else None


def _same_clause(lower: str, end: int, start: int) -> bool:
    """Whether nothing but a comma near by stands between a fact and the period after it."""
    if _CLAUSE_END.search(lower, end, start):
        return False
    return "," not in lower[end:start] or start - end <= _NEAR


def _leads(reading: Reading, sentence: Span, period: Period) -> bool:
    """Whether a period opens its sentence, or a clause of it: ``Theo báo cáo, năm 2021 …``."""
    return period.start <= sentence.start + _LEADING or bool(
        _CLAUSE_START.search(reading.lower, max(sentence.start, period.start - 12), period.start)
    )


def _in_paragraph(reading: Reading, paragraph: Span, sentence: Span) -> tuple[Period | None, bool]:
    """The leading period of the nearest sentence before, and whether one starts anew in between."""
    index = bisect_left(reading.sentences, sentence.start, key=lambda span: span.start)
    for other in reversed(reading.sentences[max(0, index - _SENTENCES_BACK) : index]):
        if other.start < paragraph.start:
            break
        periods = within(reading.periods, other.start, other.end)
        if found := [p for p in periods if _leads(reading, other, p) and governs(reading, p)]:
            return found[-1], False
        if starts_anew(reading, other):
            return None, True
    return None, False
