"""Quoted titles: behind a class noun, in a list, counted, explained or made."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from extract.facts.initiatives.finding import (
    apposed,
    devices,
    heads,
    leads,
    listed,
    made,
    possible,
    preceded,
    singled,
    stretches,
)
from extract.facts.initiatives.nouns import Kind, Needs, Noun
from extract.facts.initiatives.titles import Title, opens_title
from extract.reading import Quote, Reading
from schemas import Campaign

_SPEECH = 250
"""How long, in characters, a quote is that no noun reaches across."""
_RESEARCH = re.compile(r"nghiên cứu|chế tạo|thiết kế|ứng dụng")
_ASKS = re.compile(r"(?<!\w)(?:yêu cầu|chỉ đạo|kêu gọi|phương án|tập trung|đề nghị)(?!\w)[^.;\n]*$")
"""Officials who ask for measures: their “giải pháp” is nobody's."""


def find(reading: Reading, named: list[Campaign]) -> Iterator[Title]:
    """Possible titles among the quotes of a text, but for the names of campaigns; ``named`` is in order."""
    previous: Title | None = None
    floor = 0
    creative = devices.is_creative(reading)
    for quote in reading.quotes:
        title = None
        if possible.is_title(reading, quote, named):
            title = (
                _behind_noun(reading, quote, floor)
                or _below_head(reading, quote)
                or _explained(reading, quote)
                or _on_list(reading, quote, previous)
                or _without_noun(reading, quote, creative)
            )
        if title:
            yield title
            previous = title
        floor = quote.end if quote.end - quote.start < _SPEECH else quote.start


def _behind_noun(reading: Reading, quote: Quote, floor: int) -> Title | None:
    """A quote with its class noun before it."""
    noun = preceded.noun(reading, quote, floor)
    return _title(reading, quote, noun) if noun else None


def _below_head(reading: Reading, quote: Quote) -> Title | None:
    """A quote that begins a line below the head of a list of titles: ``Ba giải pháp được khen:``."""
    paragraph = reading.paragraph_at(quote.start)
    if reading.text[paragraph.start : quote.start].strip(" \t-+•*●▪–0123456789.)"):
        return None
    head = heads.above(reading, paragraph)
    if head is None or head.kind is None:
        return None
    return _item(reading, quote, head.kind, head.needs)


def _explained(reading: Reading, quote: Quote) -> Title | None:
    """A quote that the sentences before it count, or that a class noun behind it explains."""
    if noun := singled.noun(reading, quote):
        return replace(_title(reading, quote, noun), counted=noun.start)
    if noun := apposed.noun(reading, quote):
        start, end = quote.inner.start, _end_of(reading, quote)
        return Title(start, end, noun.kind, "maker", quote.start, quote.end, "initiative.apposed")
    return None


def _title(reading: Reading, quote: Quote, noun: Noun) -> Title:
    start, end = quote.inner.start, _end_of(reading, quote)
    kind, needs = noun.kind, noun.needs
    is_formal = opens_title(reading.text[start:end], reading.lower[start:end])
    if needs == "title" and _ASKS.search(reading.lower, max(0, noun.start - 60), noun.start):
        needs = "maker"
    if needs == "title" and not is_formal and not leads.is_led_to(reading, noun, 0):
        needs = "maker"
    if kind == "work" and _RESEARCH.match(reading.lower, start, end):
        kind, needs = "study", "title"
    head = noun.start if noun.start >= reading.sentence_at(quote.start).start else quote.start
    return Title(start, end, kind, needs, head, quote.end, "initiative.quoted")


def _end_of(reading: Reading, quote: Quote) -> int:
    """Where a quoted title ends; without its closing mark, where an unquoted one would."""
    end = quote.inner.end if quote.closed else stretches.end_of(reading, quote.inner.start, quote.inner.end)
    while end > quote.inner.start and reading.text[end - 1] in " .,;:…":
        end -= 1
    return end


def _on_list(reading: Reading, quote: Quote, previous: Title | None) -> Title | None:
    """A quote that goes on the list of the title before it, or of the head of its sentence."""
    if previous and listed.goes_on(reading, previous.until, quote):
        far = quote.start - previous.until > 8
        needs: Needs = "maker" if previous.kind != "work" and far else previous.needs
        return _item(reading, quote, previous.kind, needs)
    if noun := listed.head(reading, quote):
        return _item(reading, quote, noun.kind, noun.needs)
    return None


def _item(reading: Reading, quote: Quote, kind: Kind | None, needs: Needs) -> Title:
    start, end = quote.inner.start, _end_of(reading, quote)
    return Title(start, end, kind, needs, quote.start, quote.end, "initiative.listed")


def _without_noun(reading: Reading, quote: Quote, creative: bool) -> Title | None:
    shown = made.find(reading, quote, creative=creative)
    if shown is None:
        return None
    head = heads.above(reading, reading.paragraph_at(quote.start))
    kind = head.kind if head and shown.rule == "initiative.credited" else None
    return Title(shown.start, _end_of(reading, quote), kind, shown.needs, quote.start, quote.end, shown.rule)
