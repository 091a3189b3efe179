"""Which period governs a place in the text.

The first words of a sentence govern the sentence and those after it in its paragraph; a period after a fact,
in its own clause, governs that fact; a heading or the head of a list governs what stands below. The date of
an event is no period of its facts, nor is a year inside a name, a law or a comparison.
"""

from __future__ import annotations

import re
from bisect import bisect_right

import data
from extract.grammar.quantities import alternatives
from extract.reading import Period, Quote, Reading, Span, within

_BETWEEN = r"(?:\s[^\W\d]+){0,5}"


def _phrases(name: str) -> str:
    """Alternatives from a list of phrases, ``+`` in one standing for a few words."""
    lines = data.lines(name)
    return "|".join(
        alternatives([line.removesuffix(" +")]) + _BETWEEN * line.endswith(" +") for line in lines
    )


_NO_GOVERNOR = re.compile(rf"(?<!\w)(?:{_phrases('grammar/not_governing_before.txt')})\s*$")
_CLOSED_QUOTE = re.compile(r"[”\"’»]\s*$")
_CLAUSE_END = re.compile(r"[;:]")
_LEADING = 70
_RESET = re.compile(rf"(?:{alternatives(data.lines('grammar/sets_anew.txt'))})(?!\w)")
_BULLET = re.compile(r"\s*(?:[-+•*●▪–]|\d{1,2}[.)]|[a-zđ][.)])\s")
_NUMBERED = re.compile(r"\s*(?:[ivx]{1,4}|\d{1,2}(?:\.\d{1,2})*)\s?[.)/-]\s")


def governing_period(reading: Reading, start: int, end: int) -> Period | None:
    """The period that the article ties a fact at ``start:end`` to; None where it ties it to none.

    Looks in the sentence, then back through its paragraph, then at the head of the list or section it is in.
    """
    if not reading.periods:
        return None
    sentence = reading.sentence_at(start)
    if found := _in_sentence(reading, sentence, start, end):
        return found
    paragraph = reading.paragraph_at(start)
    if _starts_anew(reading, sentence):
        return None
    found, stop = _in_paragraph(reading, paragraph, sentence)
    return found if found or stop else _above(reading, paragraph)


def governs(reading: Reading, period: Period) -> bool:
    """Whether a period can govern facts at all, or is a date, part of a name, a law or a comparison."""
    if period.kind == "date":
        return False
    before = reading.lower[max(0, period.start - 48) : period.start]
    if _NO_GOVERNOR.search(before):
        return False
    if period.kind == "range" and _CLOSED_QUOTE.search(before):
        return False
    return not any(quote.inner.holds(period) for quote in _quotes_over(reading, period))


def _quotes_over(reading: Reading, period: Period) -> list[Quote]:
    """Quotes that begin before the period, near enough to hold it."""
    last = bisect_right(reading.quotes, period.start, key=lambda quote: quote.start)
    return [quote for quote in reading.quotes[max(0, last - 3) : last] if quote.end <= quote.start + 300]


def _in_sentence(reading: Reading, sentence: Span, start: int, end: int) -> Period | None:
    periods = [p for p in within(reading.periods, sentence.start, sentence.end) if governs(reading, p)]
    before = [p for p in periods if p.end <= start]
    after = [p for p in periods if p.start >= end]
    own = [p for p in after if not _CLAUSE_END.search(reading.lower, end, p.start)]
    if before and own and _CLAUSE_END.search(reading.lower, before[-1].end, start):
        return own[0] if before[-1].start > sentence.start + _LEADING else before[-1]
    return before[-1] if before else own[0] if own else None


def _starts_anew(reading: Reading, sentence: Span) -> bool:
    return bool(_RESET.match(reading.lower, sentence.start, sentence.end))


def _in_paragraph(reading: Reading, paragraph: Span, sentence: Span) -> tuple[Period | None, bool]:
    """The leading period of the nearest sentence before, and whether one starts anew in between."""
    earlier = [
        s for s in within(reading.sentences, paragraph.start, sentence.start) if s.end <= sentence.start
    ]
    for other in reversed(earlier):
        leading = within(reading.periods, other.start, min(other.end, other.start + _LEADING))
        if found := [p for p in leading if governs(reading, p)]:
            return found[-1], False
        if _starts_anew(reading, other):
            return None, True
    return None, False


def _above(reading: Reading, paragraph: Span) -> Period | None:
    """The period of the head of a list, if the paragraph is an item, or of the heading above it."""
    index = bisect_right(reading.paragraphs, paragraph.start, key=lambda span: span.start) - 1
    item = bool(_BULLET.match(reading.text, paragraph.start))
    for head in reversed(reading.paragraphs[max(0, index - 40) : index]):
        if item and _BULLET.match(reading.text, head.start):
            continue
        if not item and not _is_heading(reading, head):
            item = False
            continue
        periods = [p for p in within(reading.periods, head.start, head.end) if governs(reading, p)]
        return periods[-1] if periods and (item or _is_heading(reading, head)) else None
    return None


def _is_heading(reading: Reading, paragraph: Span) -> bool:
    """A short line without a full stop that opens with its period, a number, or ends in a colon."""
    line = reading.lower[paragraph.start : paragraph.end].rstrip()
    if len(line) > 160 or line[-1:] in '.!?…”"':
        return False
    if line.endswith(":") or _NUMBERED.match(line):
        return True
    return any(
        p.start < paragraph.start + 12 for p in within(reading.periods, paragraph.start, paragraph.end)
    )
