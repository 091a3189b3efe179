"""What else an article ties to a title: its clause, its benefit, its years, and whether it is one."""

from __future__ import annotations

import re
from bisect import bisect_left

from extract.facts.initiatives import nouns
from extract.facts.initiatives.nouns import one_of
from extract.facts.initiatives.titles import Title
from extract.grammar.context import governing_period
from extract.reading import Reading, Span
from schemas import Benefit

AROUND = 500
FARTHEST = 2000

_NEXT_TELLS = re.compile(one_of("goes_on"))
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


def benefits(reading: Reading) -> list[Benefit]:
    """What was saved or gained, in order of place; sums for each unit made are left out."""
    gained = (fact for fact in reading.facts_of(Benefit) if fact.basis == "benefit" and fact.per != "unit")
    return sorted(gained, key=lambda fact: fact.start)


def benefit(reading: Reading, gained: list[Benefit], title: Title, stretch: Span) -> int | None:
    """The largest benefit told of a title in its clause, or in the next sentence if it goes on about it."""
    own = _sums(gained, title.until, stretch.end)
    if own:
        return max(own)
    sentence = reading.sentence_at(title.start)
    if stretch.end < sentence.end:
        return None
    following = reading.sentence_at(min(sentence.end + 2, len(reading.text) - 1))
    paragraph = reading.paragraph_at(title.start)
    if following.start < sentence.end or following.start >= paragraph.end:
        return None
    if not _NEXT_TELLS.match(reading.lower, following.start):
        return None
    return max(_sums(gained, following.start, following.end), default=None)


def _sums(gained: list[Benefit], start: int, end: int) -> list[int]:
    first = bisect_left(gained, start, key=lambda fact: fact.start)
    last = bisect_left(gained, end, key=lambda fact: fact.start)
    return [fact.amount_vnd for fact in gained[first:last] if fact.end <= end]


def years(reading: Reading, title: Title) -> tuple[int | None, int | None]:
    """The years the article ties a title to."""
    period = governing_period(reading, title.start, title.end)
    return (period.year_start, period.year_end) if period else (None, None)


def is_real(reading: Reading, title: Title, has_maker: bool, has_benefit: bool) -> bool:
    """Whether enough stands around a possible title: a maker, a benefit, or an article about work."""
    paragraph = reading.paragraph_at(title.start)
    is_item = nouns.BULLET.match(reading.text, paragraph.start, paragraph.end)
    first = 0 if is_item else paragraph.start  # what an item's list is of stands in the lines above it
    around = reading.lower[max(first, title.start - AROUND) : min(paragraph.end, title.end + AROUND)]
    if title.needs == "plaque":
        return bool(nouns.words("initiative_plaque").search(around))
    if _FOREIGN.search(around):
        return False
    at_work = bool(nouns.words("initiative_workplace").search(around))
    if title.rule == "initiative.made":
        return has_maker and at_work
    return has_benefit or has_maker or (at_work and title.needs == "title")
