"""The class noun before a quote: right before it, at the head of its list, or far before its colon."""

from __future__ import annotations

import re

from extract.facts.initiatives import nouns
from extract.facts.initiatives.finding import leads
from extract.facts.initiatives.nouns import Noun, one_of
from extract.reading import Quote, Reading

LEAD = 220
"""How far before a quote, in characters, its class noun may stand."""
FAR = 160
"""The same, where a colon joins the two."""

_BREAK = re.compile(r"[.!?…]+[”\"]?\s+(?=\S)|\n")
_MARKS = " \t:–—-“”\"'‘’«»("
_MODIFIERS = re.compile(rf"(?:[\s,]|\d+|{one_of('modifiers')})*")
_SAYS = re.compile(rf"(?<!\w){one_of('speech')}")
_WHOSE = re.compile(
    rf"\s*(?:{one_of('modifiers')}\s+)*(?:của|do|mà)\s+{one_of('honorifics', 'trades', 'makers')}"
)
_ELSEWHERE = re.compile(r"[;”\"]|(?<!\w)gọi\s+(?!là|tên)")
_LIST_HEAD = re.compile(rf"{one_of('shows_list')}(?:\s+(?:có|là|như))?\s*:?\s*$")
_OPENS = re.compile(rf"\s*(?:(?:{one_of('turns_to', 'one_thing')}|chính|cái|tên)[\s,]+)*")
_SPEAKER = re.compile(r"(?<!\w)lời\s|[A-ZĐ]\w*\s*:\s*$")
_NAMES_IT = re.compile(r"[^;“”\"]*:\s*")


def noun(reading: Reading, quote: Quote, floor: int) -> Noun | None:
    """The class noun of a quote, at most a few words before it, or at the head of its list."""
    floor = max(floor, reading.paragraph_at(quote.start).start, quote.start - LEAD)
    for end in _BREAK.finditer(reading.lower, floor, quote.start):
        floor = end.end()
    found = nouns.last_in(reading.lower, floor, quote.start)
    if found is None or found.kind is None:
        return None
    raw = reading.lower[found.end : quote.start]
    if _behind_colon(reading, found, raw):
        return found
    if _is_subject(reading, found, floor) and _names_it(reading.text[found.end : quote.start]):
        return found._replace(needs="maker")
    gap = raw.strip(_MARKS)
    if _MODIFIERS.fullmatch(gap) or _heads_list(gap):
        return found
    return None


def _behind_colon(reading: Reading, noun: Noun, raw: str) -> bool:
    """``Ba sáng kiến được thưởng: “…”``, ``sáng kiến của chị X được chọn: “…”``."""
    if not raw.rstrip().endswith(":") or len(raw) >= FAR or ";" in raw or _SAYS.search(raw):
        return False
    return leads.is_counted(reading, noun) or bool(_WHOSE.match(raw))


def _is_subject(reading: Reading, noun: Noun, floor: int) -> bool:
    """``Sáng kiến để đời có cái tên dài nhất xưởng: “…”``: an idea that opens the sentence of its name."""
    return noun.needs == "title" and bool(_OPENS.fullmatch(reading.lower, floor, noun.start))


def _names_it(between: str) -> bool:
    """Whether words lead over a colon to a name, not to what somebody says: ``…, như lời chị X: “…”``."""
    return (
        bool(_NAMES_IT.fullmatch(between))
        and not _SPEAKER.search(between)
        and not _SAYS.search(between.lower())
    )


def _heads_list(gap: str) -> bool:
    return bool(_LIST_HEAD.search(gap)) and len(gap) < 120 and not _ELSEWHERE.search(gap)
