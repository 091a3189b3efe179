"""Titles without quotation marks: items of a list with a head, and those a verb and a class noun lead to."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator

from extract.facts.initiatives import leads, nouns, proper, stretches
from extract.facts.initiatives.nouns import Noun, one_of
from extract.reading import Reading, Span

LONGEST_LIST = 2000
"""Lengths, in characters, of a title and of a list of them."""
MOST_ITEMS = 15
"""How many lines above an item the head of its list is looked for."""

_HEAD_END = re.compile(rf"[^.;:\n“”\"]{{0,90}}?(?:{one_of('shows_list')}(?:\s+(?:có|là|như))?)?\s*:\s*")
_OF_OTHERS = re.compile(r",[^,:;]*(?<!\w)(?:nhiều|các|những|một số)\s")
"""Other things in the plural behind the class noun, which the list is then of: sáng kiến, nhiều ứng dụng:"""
_THAT_IS = re.compile(
    r"(?:(?:trong đó|đó|gồm|bao gồm|cụ thể)\s+(?:là|có)"
    r"|(?:trong đó\s+)?(?:có thể |phải |xin )?kể (?:đến|tới|ra)"
    rf"|{one_of('singles_out')}(?:\s+nhất)?\s+(?:là|có|như|gồm))(?:\s+(?:như|là|có))?\s*:?\s+"
)
_LEVEL = re.compile(rf"\s+(?:{one_of('levels')}\s*:?\s+)?")
_NAMED = re.compile(
    rf"\s+(?:{one_of('modifiers')}\s+)*{one_of('naming')}\s*:?\s*"
    rf"|\s+về\s+(?:một\s+)?(?={nouns.words('initiative_things').pattern})"
)


def find(reading: Reading) -> Iterator[stretches.Shown]:
    """Stretches that a list or a verb shows as titles, not always in order."""
    head: Noun | None = None
    for paragraph in reading.paragraphs:
        bullet = nouns.BULLET.match(reading.text, paragraph.start, paragraph.end)
        if head and bullet:
            yield from _items(reading, bullet.end(), paragraph.end, head)
            continue
        head = heads_list(reading, paragraph)
        found = nouns.all_in(reading.lower, paragraph.start, paragraph.end)
        for noun in found:
            if noun.kind is not None and noun.needs in ("title", "plaque"):
                yield from _led_to(reading, noun, paragraph)
                yield from _listed(reading, noun, paragraph)


def head_above(reading: Reading, paragraph: Span) -> Noun | None:
    """The class noun of the line that heads the list a paragraph is an item of, if it is one."""
    index = bisect_left(reading.paragraphs, paragraph.start, key=lambda span: span.start)
    for above in reversed(reading.paragraphs[max(0, index - MOST_ITEMS) : index]):
        if reading.text[above.start : above.end].rstrip().endswith(":"):
            return heads_list(reading, above)
        if not nouns.ITEM.match(reading.text, above.start, above.end):
            return None
    return None


def heads_list(reading: Reading, paragraph: Span) -> Noun | None:
    """The class noun of a line such as ``Danh sách công trình gắn biển:``, whose items stand below it."""
    if not reading.text[paragraph.start : paragraph.end].rstrip().endswith(":"):
        return None
    noun = nouns.last_in(reading.lower, max(paragraph.start, paragraph.end - 120), paragraph.end)
    if noun is None or noun.kind is None or noun.needs == "maker":
        return None
    has_plaque = "gắn biển" in reading.lower[max(paragraph.start, paragraph.end - 300) : paragraph.end]
    return noun if noun.needs == "title" or has_plaque else None


def _led_to(reading: Reading, noun: Noun, paragraph: Span) -> Iterator[stretches.Shown]:
    """``có sáng kiến Hệ thống …``, ``công trình thiết kế máy …``: a verb, one class noun, a title."""
    named = _NAMED.match(reading.lower, noun.end, min(paragraph.end, noun.end + 70))
    plaque = leads.is_plaqued(reading, noun, paragraph.start)
    opens = leads.opens_clause(reading, noun, paragraph.start)
    if not (named or plaque or opens or leads.is_led_to(reading, noun, paragraph.start)):
        return
    level = named or _LEVEL.match(reading.lower, noun.end, paragraph.end)
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
        yield from _items(reading, head.end(), sentence.end, noun)
        return
    later = reading.sentence_at(min(sentence.end + 2, len(reading.text) - 1)) if reading.text else sentence
    if later.start >= sentence.end and (that_is := _THAT_IS.match(reading.lower, later.start, later.end)):
        yield from _items(reading, that_is.end(), later.end, noun)


_MAKER_LEADS = re.compile(rf"(?::|\s(?:với|có)(?=\s))\s*(?:{one_of('class_nouns')}\s*:?\s*)?")
_NUMBERED = re.compile(r"\s*(?:\(\d{1,2}\)|\d{1,2}[.)])\s+")
_THEN_MAKER = re.compile(rf"\s(?:do|của)\s+{one_of('makers')}")
_NEXT_ITEM = re.compile(
    r";\s*(?:và\s+)?|\svà\s+(?=(?:sáng kiến|giải pháp|đề tài|công trình|dự án|phần việc|sản phẩm)\s)"
)


def _items(reading: Reading, start: int, end: int, noun: Noun) -> Iterator[stretches.Shown]:
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
    level = _LEVEL.match(lower, noun.end)
    return (level.end() if level else noun.end), noun
