"""Quotes that single out one of what a sentence before counts: Cái thứ hai là “…”; Nổi bật nhất có “…”."""

from __future__ import annotations

import re
from bisect import bisect_right

from extract.facts.initiatives import nouns
from extract.facts.initiatives.finding import leads
from extract.facts.initiatives.nouns import Noun, one_of
from extract.reading import Quote, Reading, Span

SENTENCES_BACK = 5
"""How many sentences back, in one paragraph, the count may stand."""
_LEAD = 220

_NTH = re.compile(rf"\s+{one_of('nth')}")
_NAMED = rf"(?:(?:là|như|có|gồm|phải kể (?:đến|tới)|có thể kể (?:đến|tới)|kể đến|{one_of('naming')})\s*)*"
_OPENING = re.compile(
    rf"(?:{one_of('turns_to', 'then')}[\s,]+)*"
    r"(?:(?:(?:\d+|một|hai|ba|bốn|năm|sáu|bảy|tám|mười)\s+(?:năm|tháng)\s+sau|năm\s+\d{4}|nay)(?:\s+(?:đó|nữa))?,?\s*"
    rf"|{one_of('singles_out')}(?:\s+(?:nhất|hơn cả|nhất trong số đó))?"
    rf"|(?:{one_of('one_thing', 'made_nouns', 'made_things')}\s+)?{one_of('nth')}"
    rf"|một\s+(?:{one_of('one_thing', 'made_nouns')}\s+)?(?:khác|nữa|trong số (?:đó|này))"
    rf"|{one_of('one_thing')}\s+(?:kia|còn lại|sau|trước)"
    rf"|(?:{one_of('honorifics')}\s+)(?:(?:lại|còn|cũng|tiếp tục)\s+)+"
    r"(?:có|làm|chế|nghĩ)(?:\s+(?:thêm|ra|tiếp))*)?"
    rf"[\s,:–-]*{_NAMED}[\s:“”\"'‘«]*"
)


def noun(reading: Reading, quote: Quote) -> Noun | None:
    """The class noun that a sentence before counts, if the quote's sentence opens as one of those told.

    ``… là tác giả của hai sáng kiến. Cái thứ nhất mang tên “…”. Cái thứ hai, “…”, nhỏ hơn.``
    """
    paragraph, sentence = reading.paragraph_at(quote.start), reading.sentence_at(quote.start)
    if sentence.start <= paragraph.start or quote.start - sentence.start > _LEAD:
        return None
    opening = reading.lower[sentence.start : quote.start]
    if not opening.strip(" “”\"'‘«") or not _OPENING.fullmatch(opening):
        return None
    return _counted_before(reading, paragraph, sentence)


def _counted_before(reading: Reading, paragraph: Span, sentence: Span) -> Noun | None:
    """The nearest counted class noun in the sentences before one."""
    index = bisect_right(reading.sentences, sentence.start - 1, key=lambda span: span.start)
    for before in reversed(reading.sentences[max(0, index - SENTENCES_BACK) : index]):
        if before.start < paragraph.start:
            return None
        for found in reversed(nouns.all_in(reading.lower, max(before.start, before.end - _LEAD), before.end)):
            if found.kind is None:
                continue
            if leads.is_counted(reading, found) or _NTH.match(reading.lower, found.end, before.end):
                return found
    return None
