"""Items of a list of titles without quotation marks: A của X; sáng kiến B do Y; (3) C."""

from __future__ import annotations

import re
from collections.abc import Iterator

from extract.facts.initiatives import nouns
from extract.facts.initiatives.finding import stretches
from extract.facts.initiatives.makers import proper
from extract.facts.initiatives.nouns import Noun, one_of
from extract.reading import Reading

LONGEST_LIST = 2000
"""Length, in characters, of a list of titles."""

LEVEL = re.compile(rf"\s+(?:{one_of('levels')}\s*:?\s+)?")
_MAKER_LEADS = re.compile(rf"(?::|\s(?:với|có)(?=\s))\s*(?:{one_of('class_nouns')}\s*:?\s*)?")
_NUMBERED = re.compile(r"\s*(?:\(\d{1,2}\)|\d{1,2}[.)])\s+")
_THEN_MAKER = re.compile(rf"\s(?:do|của)\s+{one_of('makers')}")
_NEXT_ITEM = re.compile(
    r";\s*(?:và\s+)?|\svà\s+(?=(?:sáng kiến|giải pháp|đề tài|công trình|dự án|phần việc|sản phẩm)\s)"
)


def read(reading: Reading, start: int, end: int, noun: Noun) -> Iterator[stretches.Shown]:
    """The titles of a list that runs from ``start`` to ``end``: ``A của X; B của Y``."""
    position, end = start, min(end, start + LONGEST_LIST)
    while position < end:
        if number := _NUMBERED.match(reading.lower, position, end):
            position = number.end()
        stop = _NEXT_ITEM.search(reading.lower, position, end)
        own = nouns.all_in(reading.lower, position, min(end, position + 40))
        begin, says = position, noun
        opens = nouns.words("initiative_openings").match(reading.lower, position, end)
        if own and own[0].start == position and own[0].kind is not None and not opens:
            begin, says = _after_own_noun(reading, own[0])
        limit = stop.start() if stop else end
        begin = _after_maker(reading, begin, limit)
        is_made = says.kind == "work" and _THEN_MAKER.search(reading.lower, begin, limit)
        shown = stretches.read(reading, begin, limit, says, "initiative.listed", in_lower_case=bool(is_made))
        if shown:
            yield shown
        if not stop:
            return
        position = stop.end()


def _after_maker(reading: Reading, start: int, limit: int) -> int:
    """Where an item that begins with its maker goes on: behind a colon; nowhere if there is none."""
    maker = proper.MAKER.match(reading.text, start, limit)
    if not maker or not proper.is_family_name(maker[1].split()[0]):
        return start
    leads = _MAKER_LEADS.search(reading.text, maker.end(), limit)
    return leads.end() if leads else limit


def _after_own_noun(reading: Reading, noun: Noun) -> tuple[int, Noun]:
    """Where an item's title begins: behind its class noun, of which a verb of research stays in the title."""
    lower = reading.lower
    if lower.startswith("nghiên cứu", noun.end - len("nghiên cứu")) and lower[noun.end : noun.end + 1] == ",":
        return noun.end - len("nghiên cứu"), noun
    level = LEVEL.match(lower, noun.end)
    return (level.end() if level else noun.end), noun
