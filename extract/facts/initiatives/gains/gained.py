"""What an initiative saved or gained: told in its clause, or in the sentences that go on about it.

A sum for each metre, hectare or piece is a price and none of it; one for each year, month or season counts.
"""

from __future__ import annotations

import re

from extract.facts.initiatives.gains import sums, things
from extract.facts.initiatives.makers.cast import People
from extract.facts.initiatives.nouns import one_of
from extract.facts.initiatives.titles import Title
from extract.reading import Reading, Span
from schemas import Benefit

_NEXT_TELLS = re.compile(one_of("goes_on"))
_THIS = re.compile(rf"(?<!\w){one_of('made_nouns', 'made_things')}\s+(?:\w+\s+)?(?:này|trên|ấy|đó)(?!\w)")
_TAKES_UP = re.compile(r"(?:\w+\s+){1,6}(?:này|trên|ấy|đó)(?!\w)")
_SEVERAL = re.compile(
    rf"(?:cả\s+)?(?:hai|ba|bốn|năm|các|những|\d{{1,2}})\s+{one_of('made_nouns', 'made_things')}"
)
_HIS = one_of("made_nouns", "made_things")
_OF_ALL = re.compile(
    rf"(?<!\w){one_of('sums_of_all')}|(?<![\w.,])\d[\d.]*\s+(?:\w+\s+)?{one_of('made_nouns')}"
)
_SPEECH = re.compile(r"\s*[“\"‘]")
_BARE = re.compile(rf"(?<!\w){one_of('bare_things')}\s(?:\w+\s){{0,3}}?{one_of('does', 'goes_on')}")
_SEASON = re.compile(r"(?<!\w)(?:mỗi|một|1|/|từng)\s*(?:vụ|mùa|quý|tuần|ngày|đợt|niên vụ|vòng)(?!\w)")
_COST = re.compile(r"(?<!\w)(?:kinh phí|vốn|giá thành|đầu tư)\s+(?:\w+\s+){0,3}$")
_EACH = re.compile(
    r"(?<!\w)(?:mỗi|từng|(?:trên|tính ra)\s+(?:một|1))\s+"
    r"(?!(?:năm|tháng|vụ|mùa|quý|tuần|ngày|đợt|niên|ca(?!\w)|sáng kiến|giải pháp|đề tài)(?!\w))[^,;:.]{0,80}$"
)


def find(reading: Reading) -> list[Benefit]:
    """What was saved or gained, in order of place; sums for each unit made are left out."""
    gained = (
        fact for fact in reading.facts_of(Benefit) if fact.basis == "benefit" and not _for_each(reading, fact)
    )
    return sorted(gained, key=lambda fact: fact.start)


def _for_each(reading: Reading, fact: Benefit) -> bool:
    """Whether a sum is for each piece or measure, not for a stretch of time, or is what the thing cost."""
    sentence = reading.sentence_at(fact.start)
    before = max(sentence.start, fact.start - 100)
    if _EACH.search(reading.lower, before, fact.start) or _COST.search(reading.lower, before, fact.start):
        return True
    near = reading.lower[max(before, fact.start - 40) : fact.end + 12]
    return fact.per == "unit" and not _SEASON.search(near)


def of(
    reading: Reading,
    gained: list[Benefit],
    found: list[Title],
    index: int,
    stretch: Span,
    authors: list[str],
    people: People,
) -> int | None:
    """The largest benefit told of a title in its clause, or where the text goes on about it."""
    title = found[index]
    if (its := things.told(reading, gained, found, index)) is not None:
        return its
    own = sums.between(gained, title.until, stretch.end)
    if own and not things.is_named_before(reading, found, index, stretch.end):
        return None if sums.is_shared(reading, gained, found, index) else max(own)
    if (bare := sums.bracketed(reading, title, stretch)) is not None:
        return bare
    shared = sums.in_turn(reading, gained, found, index)
    if shared is not None:
        return shared
    if (his := _of_author(reading, gained, title, authors)) is not None:
        return his
    if stretch.end < reading.sentence_at(title.start).end:
        return None
    after = found[index + 1].head if index + 1 < len(found) else len(reading.text)
    later = _told_later(reading, people, gained, title, after, authors)
    beside = (near for near in (index - 1, index + 1) if 0 <= near < len(found))
    if later is not None and any(things.told(reading, gained, found, near) == later for near in beside):
        return None  # it is told of the other: Riêng máy vớt bèo tiết kiệm …
    return later


def _told_later(
    reading: Reading, people: People, gained: list[Benefit], title: Title, after: int, authors: list[str]
) -> int | None:
    """A benefit in the sentences behind, before another title, other people or a sum of many initiatives."""
    on_it = True  # the sentence right behind a title goes on about it
    for other in sums.following(reading, title.start, after):
        lower = reading.lower[other.start : other.end]
        if _OF_ALL.search(lower) or _SEVERAL.match(lower) or things.NTH.search(lower):
            return None
        on_it = on_it or bool(
            _NEXT_TELLS.match(lower)
            or _THIS.search(lower)
            or _BARE.search(lower)
            or _repeats(reading, title, lower)
        )
        told = sums.between(gained, other.start, other.end)
        if told and not _SPEECH.match(lower):
            return max(told) if on_it else None
        named = {name for _, _, name in people.between(other.start, other.end)}
        on_it = bool(authors) and named <= set(authors) and on_it and not told
    return None


def _repeats(reading: Reading, title: Title, lower: str) -> bool:
    """Whether a sentence begins with the title's first word, or with words that ``này`` closes."""
    thing = reading.lower[title.start : title.end].split(maxsplit=1)[0]
    return lower.startswith(f"{thing} ") or bool(_TAKES_UP.match(lower))


def _of_author(reading: Reading, gained: list[Benefit], title: Title, authors: list[str]) -> int | None:
    """``Riêng thiết bị của anh Lâm đã làm lợi …``: later in the paragraph, by its author's given name."""
    if not authors:
        return None
    given = "|".join(re.escape(name.split()[-1].lower()) for name in authors)
    whose = re.compile(rf"(?<!\w){_HIS}\s+(?:\w+\s+){{0,2}}?của\s+(?:\w+\s+){{0,4}}?(?:{given})(?!\w)")
    for other in sums.following(reading, title.start, len(reading.text)):
        if his := whose.search(reading.lower, other.start, other.end):
            return max(sums.between(gained, his.end(), other.end), default=None)
    return None
