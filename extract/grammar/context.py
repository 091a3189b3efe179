"""Which period governs a place in the text.

The first words of a sentence govern the sentence and those after it in its paragraph; a period after a fact,
in its own clause, governs that fact; a heading or the head of a list governs what stands below. The date of
an event is no period of its facts, nor is a year inside a name, a law or a comparison.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right

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
# … unless it is told as done: "hoàn thành xuất sắc nhiệm vụ năm 2015".
_DONE = re.compile(r"(?<!\w)(?:hoàn thành|đạt|vượt|pháp luật)(?!\w)")
_DECISION = re.compile(
    r"(?:quyết định|nghị định|nghị quyết|chỉ thị|thông tư|công văn)(?:\s(?:số\s)?[\w/.\-]+)?\s*$"
)
# A term is that of a committee or a congress, not of the facts told there.
_TERM = re.compile(
    r"(?<!\w)(?:đại hội|ban chấp hành|bch|ban thường vụ|bầu|khóa|khoá|chủ tịch|bí thư|ủy viên|đại biểu)(?!\w)"
    r"[^.;:]{0,80}$"
)
_CLOSED_QUOTE = re.compile(r"[”\"’»]\s*$")
_CLAUSE_END = re.compile(r"[;:]|[.!?…][”\")]?\s")
_CLAUSE_START = re.compile(r"[,:;]\s*(?:và\s|riêng\s|trong\s)?$")
_LEADING = 90
_NEAR = 110
_TOUCHING = 3  # characters: a blank, and a bracket
_HEADING = 160
_OPENING = 12
_PARAGRAPHS_BACK = 40
_STOPS = tuple('.!?…”"')
_REACH = 1500  # characters; a sentence is longer only where its text is broken
_SENTENCES_BACK = 12
_RESET = re.compile(rf"(?:{alternatives(data.lines('grammar/sets_anew.txt'))})(?!\w)")
_BULLET = re.compile(r"\s*(?:[-+•*●▪–]|\d{1,2}[.)]|[a-zđ][.)])\s")
_RESULTS = re.compile(r"(?:một số |những )?(?:kết quả|thành tích|con số|thành quả)(?!\w)")
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
    before = reading.lower[max(0, period.start - 90) : period.start]
    if (_NO_GOVERNOR.search(before) and not _DONE.search(before[-48:])) or _DECISION.search(before):
        return False
    if period.kind == "range" and (_CLOSED_QUOTE.search(before) or _is_term(reading, period, before)):
        return False
    return not any(quote.inner.holds(period) for quote in _quotes_over(reading, period))


def _is_term(reading: Reading, period: Period, before: str) -> bool:
    return reading.lower.startswith("nhiệm k", period.start) and bool(_TERM.search(before))


def _quotes_over(reading: Reading, period: Period) -> list[Quote]:
    """Quotes that begin before the period, near enough to hold it."""
    last = bisect_right(reading.quotes, period.start, key=lambda quote: quote.start)
    return [quote for quote in reading.quotes[max(0, last - 3) : last] if quote.end <= quote.start + 300]


def _in_sentence(reading: Reading, sentence: Span, start: int, end: int) -> Period | None:
    """A period in the fact's own words, or touching them; else the last before; else one after."""
    near = (max(sentence.start, start - _REACH), min(sentence.end, end + _REACH))
    periods = [p for p in within(reading.periods, *near) if governs(reading, p)]
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


def _starts_anew(reading: Reading, sentence: Span) -> bool:
    return bool(_RESET.match(reading.lower, sentence.start, sentence.end))


def _in_paragraph(reading: Reading, paragraph: Span, sentence: Span) -> tuple[Period | None, bool]:
    """The leading period of the nearest sentence before, and whether one starts anew in between."""
    index = bisect_left(reading.sentences, sentence.start, key=lambda span: span.start)
    for other in reversed(reading.sentences[max(0, index - _SENTENCES_BACK) : index]):
        if other.start < paragraph.start:
            break
        periods = within(reading.periods, other.start, other.end)
        if found := [p for p in periods if _leads(reading, other, p) and governs(reading, p)]:
            return found[-1], False
        if _starts_anew(reading, other):
            return None, True
    return None, False


def _above(reading: Reading, paragraph: Span) -> Period | None:
    """The period of the head of a list, if the paragraph is an item, else of the heading above it."""
    index = bisect_right(reading.paragraphs, paragraph.start, key=lambda span: span.start) - 1
    above = reversed(reading.paragraphs[max(0, index - _PARAGRAPHS_BACK) : index])
    if _BULLET.match(reading.text, paragraph.start):
        head = next((p for p in above if not _BULLET.match(reading.text, p.start)), None)
    else:
        head = next((p for p in above if _is_short_line(reading, p)), None)
        head = head if head and _heads_a_section(reading, head) else None
    if head is None:
        return None
    near = (max(head.start, head.end - _REACH), head.end)
    periods = [p for p in within(reading.periods, *near) if governs(reading, p)]
    return periods[-1] if periods else None


def _is_short_line(reading: Reading, paragraph: Span) -> bool:
    """Whether a paragraph can be a heading: short, without a full stop. Captions are such lines too."""
    if paragraph.end - paragraph.start > _HEADING:
        return False
    return reading.lower[paragraph.start : paragraph.end].rstrip()[-1:] not in _STOPS


def _heads_a_section(reading: Reading, line: Span) -> bool:
    """Whether a short line heads what follows: it opens with a period, a number or "kết quả"."""
    if reading.lower[line.start : line.end].rstrip().endswith(":"):
        return True
    if _NUMBERED.match(reading.lower, line.start) or _RESULTS.match(reading.lower, line.start):
        return True
    return any(p.start < line.start + _OPENING for p in within(reading.periods, line.start, line.end))
