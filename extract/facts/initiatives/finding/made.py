"""Quoted things without a class noun that somebody is said to have thought of, made, or be praised for."""

from __future__ import annotations

import re

from extract.facts.initiatives import nouns
from extract.facts.initiatives.finding import apposed, devices
from extract.facts.initiatives.finding.stretches import Shown
from extract.facts.initiatives.nouns import one_of
from extract.reading import Quote, Reading, Span

_MARKS = " \t:–—-“”\"'‘’«»("
_BEFORE = 130
_HEAD_ABOVE = 700
"""How far above an item, in characters, the head of its list may stand."""

_THING = rf"(?:\s+{one_of('made_things')})*$"
_MADE = re.compile(
    rf"(?:{one_of('makes')}|(?:cho|làm|sáng tạo|nghĩ|chế|hàn|lắp|nảy)\s+ra(?:\s+đời)?"
    rf"|(?<!\w){one_of('turns')}[^.;“”\"]{{0,90}}?\s(?:lại\s+)?thành){_THING}"
)
_MADE_AFTER = re.compile(
    rf"[”\"’'»\s]*(?:do|của|mà|được)\s+(?:(?:\w+,?\s+){{2,8}}?và\s+)?(?:\w+\s+){{1,6}}?{one_of('makes_behind')}"
)
_BORN_AFTER = re.compile(r"[”\"’'»\s]*(?:đã\s+|cũng\s+|lần lượt\s+|tiếp tục\s+)*(?:ra đời|chào đời)(?!\w)")
_CREDITED = re.compile(
    rf"(?:(?P<colon>:)|(?<!\w)(?:với|tác giả(?:\s+của)?|chủ nhân(?:\s+của)?){_THING[:-1]})\s*[“”\"'‘’«]*\s*$"
)
_SAYS = re.compile(rf"(?<!\w){one_of('speech')}")
_SAYS_AFTER = re.compile(
    rf"[”\"’'»\s]*[,-]?\s*(?:{one_of('honorifics')}\s+)?(?:\w+\s+){{0,3}}?{one_of('speech')}"
)


def find(reading: Reading, quote: Quote, *, creative: bool) -> Shown | None:
    """The quote as a title, if words of making or of credit stand at it; its maker is asked for elsewhere.

    ``creative`` tells whether the text speaks of ideas at work again and again.
    """
    if apposed.is_other_thing(reading, quote):
        return None
    sentence = reading.sentence_at(quote.start)
    before = reading.lower[max(sentence.start, quote.start - _BEFORE) : quote.start].rstrip(_MARKS)
    after = quote.inner.end
    if (
        _MADE.search(before)
        or _MADE_AFTER.match(reading.lower, after, after + 130)
        or _BORN_AFTER.match(reading.lower, after, after + 40)
    ):
        return _shown(quote, quote.start, "initiative.made")
    item = _item(reading, quote)
    if (item and _is_creative(reading, item)) or (
        (creative or devices.is_near_ideas(reading, quote)) and devices.is_one(reading, quote)
    ):
        return _shown(quote, item.start if item else quote.start, "initiative.credited")
    return None


def _shown(quote: Quote, head: int, rule: str) -> Shown:
    return Shown(quote.inner.start, quote.inner.end, None, "maker", head, rule)


def _item(reading: Reading, quote: Quote) -> Span | None:
    """The clause or item of a list that credits someone with the quote: ``+ Anh X (Công ty Y): “…”``."""
    paragraph, sentence = reading.paragraph_at(quote.start), reading.sentence_at(quote.start)
    bullet = nouns.BULLET.match(reading.text, paragraph.start, paragraph.end)
    start = max(bullet.end() if bullet else sentence.start, quote.start - 300)
    semicolon = reading.text.rfind(";", start, quote.start)
    start = semicolon + 1 if semicolon >= 0 else start
    lead = reading.lower[start : quote.start]
    credited = _CREDITED.search(lead)
    if credited is None or _SAYS.search(lead) or _SAYS_AFTER.match(reading.lower, quote.inner.end):
        return None
    if credited["colon"] and not (bullet or semicolon >= 0):
        return None
    if nouns.all_in(lead, 0, len(lead)):
        return None
    return Span(quote.start, paragraph.end if bullet else sentence.end)


def _is_creative(reading: Reading, item: Span) -> bool:
    """Whether an item tells of savings, or its list is headed as one of people who thought something up."""
    creative = nouns.words("initiative_creative")
    if creative.search(reading.lower, item.start, min(item.end, item.start + 400)):
        return True
    paragraph = reading.paragraph_at(item.start)
    if not nouns.BULLET.match(reading.text, paragraph.start, paragraph.end):
        return False
    return bool(creative.search(reading.lower, max(0, paragraph.start - _HEAD_ABOVE), paragraph.start))
