"""Quoted titles: behind a class noun, in a list, counted, explained or made."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import replace

from extract.facts.initiatives import (
    apposed,
    devices,
    leads,
    listed,
    made,
    nouns,
    singled,
    stretches,
    unquoted,
)
from extract.facts.initiatives.nouns import Kind, Needs, Noun, one_of
from extract.facts.initiatives.titles import Title, opens_title
from extract.reading import Quote, Reading
from schemas import Campaign

MOST_SYLLABLES = 70
_LEAD = 220
_SPEECH = 250
_BREAK = re.compile(r"[.!?…]+[”\"]?\s+(?=\S)|\n")
_MARKS = " \t:–—-“”\"'‘’«»("
_PLAQUE = re.compile(
    r"công trình\s+(?:sản phẩm\s+|thanh niên\s+|thi đua\s+)*(?:chào|chúc|kỷ niệm|lập thành tích|mừng)"
)
_MODIFIERS = re.compile(rf"(?:[\s,]|\d+|{one_of('modifiers')})*")
_SAYS = re.compile(rf"(?<!\w){one_of('speech')}")
_VOICE = re.compile(r"(?<!\w)(?:tôi|mình|chúng tôi|chúng ta|nhé|hợp đồng)(?!\w)")
_WHOSE = re.compile(
    rf"\s*(?:{one_of('modifiers')}\s+)*(?:của|do|mà)\s+{one_of('honorifics', 'trades', 'makers')}"
)
_ASKS = re.compile(r"(?<!\w)(?:yêu cầu|chỉ đạo|kêu gọi|phương án|tập trung|đề nghị)(?!\w)[^.;\n]*$")
"""Officials who ask for measures: their “giải pháp” is nobody's."""
_PLURAL = re.compile(r"(?<!\w)(?:những|các|nhiều|mấy|bao|loạt)\s+$")
_ELSEWHERE = re.compile(r"[;”\"]|(?<!\w)gọi\s+(?!là|tên)")
_LIST_HEAD = re.compile(rf"{one_of('shows_list')}(?:\s+(?:có|là|như))?\s*:?\s*$")


def _overlaps(named: list[Campaign], quote: Quote) -> bool:
    """Whether a quote is, or holds, a campaign's name; ``named`` is sorted by start."""
    first = bisect_left(named, quote.start, key=lambda campaign: campaign.start)
    return first < len(named) and named[first].start < quote.end


def find(reading: Reading, named: list[Campaign]) -> Iterator[Title]:
    """Possible titles among the quotes of a text, but for the names of campaigns; ``named`` is in order."""
    previous: Title | None = None
    floor = 0
    creative = devices.is_creative(reading)
    for quote in reading.quotes:
        title = None
        if _may_be_title(reading, quote) and not _overlaps(named, quote):
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


def _may_be_title(reading: Reading, quote: Quote) -> bool:
    inner = reading.text[quote.inner.start : quote.inner.end]
    syllables = inner.split()
    lower = reading.lower[quote.inner.start : quote.inner.end]
    if not 2 < len(syllables) <= MOST_SYLLABLES or re.search(r"[!?]|[.…]\s", inner) or _VOICE.search(lower):
        return False
    is_plaque = _PLAQUE.match(lower) or reading.lower[quote.start - 5 : quote.start] == "biển "
    return not is_plaque and (opens_title(inner, lower) or _right_behind_noun(reading, quote))


def _right_behind_noun(reading: Reading, quote: Quote) -> bool:
    """Whether a class noun touches the quote, which then may begin in lower case or with a digit."""
    before = reading.lower[max(0, quote.start - 40) : quote.start].rstrip(_MARKS)
    noun = nouns.last_in(before, 0, len(before))
    if noun is None or noun.end != len(before) or _PLURAL.search(before, 0, noun.start):
        return False  # những sáng kiến “hai lúa”: what they are like, not what one is called
    return noun.needs == "title" and noun.kind is not None


def _behind_noun(reading: Reading, quote: Quote, floor: int) -> Title | None:
    """A quote with its class noun before it, at most a few words away, or at the head of its list."""
    floor = max(floor, reading.paragraph_at(quote.start).start, quote.start - _LEAD)
    for end in _BREAK.finditer(reading.lower, floor, quote.start):
        floor = end.end()
    noun = nouns.last_in(reading.lower, floor, quote.start)
    if noun is None or noun.kind is None:
        return None
    raw = reading.lower[noun.end : quote.start]
    gap = raw.strip(_MARKS)
    if (
        raw.rstrip().endswith(":")
        and len(raw) < 160
        and not _SAYS.search(raw)
        and (leads.is_counted(reading, noun) or _WHOSE.match(raw))
        and ";" not in raw
    ):
        return _title(reading, quote, noun)
    if not (
        _MODIFIERS.fullmatch(gap)
        or (_LIST_HEAD.search(gap) and len(gap) < 120 and not _ELSEWHERE.search(gap))
    ):
        return None
    return _title(reading, quote, noun)


def _below_head(reading: Reading, quote: Quote) -> Title | None:
    """A quote that begins a line below the head of a list of titles: ``Ba giải pháp được khen:``."""
    paragraph = reading.paragraph_at(quote.start)
    if reading.text[paragraph.start : quote.start].strip(" \t-+•*●▪–0123456789.)"):
        return None
    head = unquoted.head_above(reading, paragraph)
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
    if kind == "work" and re.match(r"nghiên cứu|chế tạo|thiết kế|ứng dụng", reading.lower[start:end]):
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
    head = unquoted.head_above(reading, reading.paragraph_at(quote.start))
    kind = head.kind if head and shown.rule == "initiative.credited" else None
    return Title(shown.start, _end_of(reading, quote), kind, shown.needs, quote.start, quote.end, shown.rule)
