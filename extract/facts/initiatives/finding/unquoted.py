"""Titles without quotation marks: items of a list with a head, and those a verb and a class noun lead to."""

from __future__ import annotations

import re
from collections.abc import Iterator

from extract.facts.initiatives import nouns
from extract.facts.initiatives.finding import commas, heads, items, leads, stretches
from extract.facts.initiatives.nouns import Noun, one_of
from extract.reading import Reading, Span

_HEAD_END = re.compile(rf"[^.;:\n“”\"]{{0,90}}?(?:{one_of('shows_list')}(?:\s+(?:có|là|như))?)?\s*:\s*")
_OF_OTHERS = re.compile(r",[^,:;]*(?<!\w)(?:nhiều|các|những|một số)\s")
"""Other things in the plural behind the class noun, which the list is then of: sáng kiến, nhiều ứng dụng:"""
_THAT_IS = re.compile(
    r"(?:(?:trong đó|đó|gồm|bao gồm|cụ thể)\s+(?:là|có)"
    r"|(?:trong đó\s+)?(?:có thể |phải |xin )?kể (?:đến|tới|ra)"
    rf"|{one_of('singles_out')}(?:\s+nhất)?\s+(?:là|có|như|gồm))(?:\s+(?:như|là|có))?\s*:?\s+"
)
_NAMED = re.compile(
    rf"\s+(?:{one_of('modifiers')}\s+)*{one_of('naming')}\s*:?\s*"
    rf"|\s+về\s+(?:một\s+)?(?={nouns.words('initiative_things').pattern})"
)
_FOR = re.compile(rf"\s+cho\s+(?={one_of('work_nouns')}\s)")
"""``gắn biển công trình cho trạm bơm X``: a plaque for a work told without marks."""


def find(reading: Reading) -> Iterator[stretches.Shown]:
    """Stretches that a list or a verb shows as titles, not always in order."""
    head: Noun | None = None
    for paragraph in reading.paragraphs:
        bullet = nouns.BULLET.match(reading.text, paragraph.start, paragraph.end)
        if head and bullet:
            yield from items.read(reading, bullet.end(), paragraph.end, head)
            continue
        head = heads.list_head(reading, paragraph)
        found = nouns.all_in(reading.lower, paragraph.start, paragraph.end)
        for noun in found:
            if noun.kind is None or noun.needs not in ("title", "plaque"):
                continue
            if row := commas.read(reading, noun, reading.sentence_at(noun.start).end):
                yield from row
                continue
            yield from _led_to(reading, noun, paragraph)
            yield from _listed(reading, noun, paragraph)


def _led_to(reading: Reading, noun: Noun, paragraph: Span) -> Iterator[stretches.Shown]:
    """``có sáng kiến Hệ thống …``, ``công trình thiết kế máy …``: a verb, one class noun, a title."""
    named = _NAMED.match(reading.lower, noun.end, min(paragraph.end, noun.end + 70))
    plaque = leads.is_plaqued(reading, noun, paragraph.start)
    opens = leads.opens_clause(reading, noun, paragraph.start)
    if not (named or plaque or opens or leads.is_led_to(reading, noun, paragraph.start)):
        return
    level = (
        named
        or (plaque and _FOR.match(reading.lower, noun.end, paragraph.end))
        or items.LEVEL.match(reading.lower, noun.end, paragraph.end)
    )
    start = level.end() if level else noun.end
    if reading.lower.endswith(" bộ ", 0, start):
        return  # đề tài cấp Bộ X: a ministry, not a title
    in_lower_case = bool(named or plaque)
    shown = stretches.read(
        reading, start, paragraph.end, noun, "initiative.unquoted", in_lower_case=in_lower_case
    )
    if shown:
        yield shown


def _listed(reading: Reading, noun: Noun, paragraph: Span) -> Iterator[stretches.Shown]:
    """Items of ``3 sáng kiến gồm: A của X; B của Y``, or of ``Đó là A của X; B …`` behind a count."""
    if not leads.is_counted(reading, noun):
        return
    sentence = reading.sentence_at(noun.start)
    head = _HEAD_END.match(reading.lower, noun.end, sentence.end)
    if head and _OF_OTHERS.search(reading.lower, noun.end, head.end()):
        return
    if head:
        yield from items.read(reading, head.end(), sentence.end, noun)
        return
    later = reading.sentence_at(min(sentence.end + 2, len(reading.text) - 1)) if reading.text else sentence
    if later.start >= sentence.end and (that_is := _THAT_IS.match(reading.lower, later.start, later.end)):
        yield from items.read(reading, that_is.end(), later.end, noun)
