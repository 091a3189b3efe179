"""What else an article ties to a title: its clause, and whether it is one."""

from __future__ import annotations

import re

from extract.facts.initiatives import nouns
from extract.facts.initiatives.nouns import Kind, one_of
from extract.facts.initiatives.titles import Title, opens_title
from extract.reading import Reading, Span

MOST_BESIDE = 6
"""How many titles side by side share the maker told behind the last."""
AROUND = 500
FARTHEST = 2000

_ELIDED = re.compile(
    r"[”\"’'»\s]*[,;]?\s*(?:và|đồng thời|rồi|còn|sau đó|ngoài ra)?,?\s*"
    r"(?:(?:đến\s+)?(?:tháng\s+\d+[/-])?(?:năm\s+)?\d{4},?\s+)?"
    r"(?:cùng\s+(?:\w+\s+){1,4}?)?(?:(?:tiếp tục|lại|đã|còn|cũng)\s+)?"
    r"(?:với|(?:là\s+)?(?:đồng\s+)?(?:tác giả|chủ nhân|chủ nhiệm)(?:\s+của)?"
    rf"|{one_of('makes', 'credits', 'gives')})\s+(?:(?:thêm|một|1|ra)\s+)*"
)
_SIDE_BY_SIDE = re.compile(r"[”\"’'»\s]*(?:,|và|,\s*và|cùng|;)\s*[“”\"‘'’«\s]*")
_THIS = re.compile(r"(?<!\w)(?:sáng kiến|giải pháp|đề tài)\s+(?:này|trên|ấy|đó)(?!\w)")
_FOREIGN = re.compile(rf"(?<!\w){one_of('foreign')}")


def scope(reading: Reading, title: Title, before: Title | None, after: Title | None) -> Span:
    """The stretch a title rules: its clause, between the titles beside it in its sentence."""
    sentence = reading.sentence_at(title.start)
    start, end = sentence.start, max(sentence.end, title.until)
    if before and before.until > start:
        start = before.until
    semicolon = reading.text.rfind(";", max(start, title.head - FARTHEST), title.head)
    if semicolon >= 0:
        start = semicolon + 1
    paragraph = reading.paragraph_at(title.start)
    if nouns.BULLET.match(reading.text, paragraph.start, paragraph.end):
        end = paragraph.end  # an item may tell its author and benefit in sentences of their own
    if after and title.until <= after.start < end:
        end = after.start
    return Span(min(start, title.head), end)


def last_beside(reading: Reading, found: list[Title], index: int) -> int:
    """Index of the last of the titles that stand side by side from one on: “A”, “B” và “C” của …."""
    last = index
    while last + 1 < len(found) and last < index + MOST_BESIDE:
        if not is_beside(reading, found, last + 1):
            break
        last += 1
    return last


def first_beside(reading: Reading, found: list[Title], index: int) -> int:
    """Index of the first of the titles that stand side by side up to one."""
    first = index
    while index - first < MOST_BESIDE and is_beside(reading, found, first):
        first -= 1
    return first


def is_beside(reading: Reading, found: list[Title], index: int) -> bool:
    """Whether nothing but a comma or ``và`` parts a title from the one before it."""
    if not index:
        return False
    gap = reading.lower[found[index - 1].end : found[index].start]
    return len(gap) <= 12 and bool(_SIDE_BY_SIDE.fullmatch(gap))


def first_of_list(reading: Reading, found: list[Title], index: int) -> int:
    """Index of the title whose list a listed one goes on, in its sentence; its own if there is none."""
    sentence = reading.sentence_at(found[index].start)
    first = index
    while first and index - first < MOST_BESIDE and found[first].rule == "initiative.listed":
        if found[first - 1].start < sentence.start:
            return index
        first -= 1
    return index if found[first].rule == "initiative.listed" else first


def is_elided(reading: Reading, found: list[Title], index: int) -> bool:
    """Whether a title goes on about who the title before it is by: ``…, năm 2021 có sáng kiến “…”``."""
    if not index or found[index - 1].start < reading.sentence_at(found[index].start).start:
        return False
    before, title = found[index - 1], found[index]
    return title.head - before.until < 60 and bool(_ELIDED.fullmatch(reading.lower, before.end, title.head))


def kind(reading: Reading, title: Title, after: Title | None) -> Kind:
    """What a title is: by its own class noun, else by one that takes it up: đề tài này."""
    if title.kind:
        return title.kind
    end = min(
        reading.paragraph_at(title.start).end,
        title.until + AROUND,
        after.head if after else len(reading.text),
    )
    this = _THIS.search(reading.lower, title.until, end)
    taken_up = nouns.last_in(reading.lower, this.start(), this.end()) if this else None
    return (taken_up.kind if taken_up else None) or "initiative"


def is_real(reading: Reading, title: Title, has_maker: bool, has_benefit: bool) -> bool:
    """Whether enough stands around a possible title: a maker, a benefit, or an article about work."""
    paragraph = reading.paragraph_at(title.start)
    is_item = nouns.ITEM.match(reading.text, paragraph.start, paragraph.end)
    first = 0 if is_item else paragraph.start  # what an item's list is of stands in the lines above it
    around = reading.lower[max(first, title.start - AROUND) : min(paragraph.end, title.end + AROUND)]
    if title.needs == "plaque":
        return bool(nouns.words("initiative_plaque").search(around))
    if _FOREIGN.search(around):
        return False
    work = nouns.words("initiative_workplace")
    at_work = bool(work.search(around))
    if title.rule == "initiative.made":
        wide = bool(work.search(reading.lower, max(0, title.start - FARTHEST), title.end + AROUND))
        return (has_maker or has_benefit) and wide
    if title.rule == "initiative.credited":
        return has_maker
    if not at_work and not opens_title(
        reading.text[title.start : title.end], reading.lower[title.start : title.end]
    ):
        return False
    return has_benefit or has_maker or (at_work and title.needs == "title")
