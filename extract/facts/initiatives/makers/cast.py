"""The people of a text and where it names them, for the pronouns and given names that take them up."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter

from extract.facts.initiatives.bodies.home import Home
from extract.facts.initiatives.makers import shortened
from extract.facts.initiatives.nouns import one_of
from extract.facts.people.passage import Passage
from extract.reading import Reading
from schemas import Person

HERO_MENTIONS = 3
"""How often an article must name one person for its untold authors to be that person."""

LONGEST_HEAD = 150
"""How long, in characters, the line above a portrait may be."""

_HONORIFIC = one_of("honorifics")
_CALLED = re.compile(rf"(?<!\w)({_HONORIFIC})\s+$")
_WOMAN = re.compile(r"(?<!\w)(?:nữ|gái|cô \w+|chị \w+)(?!\w)")
_MAN = re.compile(r"(?<!\w)(?:nam|trai|đàn ông|chàng|anh \w+)(?!\w)")
_LEADER = re.compile(one_of("leaders"), re.IGNORECASE)


class People:
    """The people of a text and every place that names one, in full or by honorific and given name."""

    def __init__(self, reading: Reading) -> None:
        """Looks up every person fact of the reading in its text."""
        self.facts = {person.name: person for person in reading.facts_of(Person)}
        self.passage = Passage.of(reading.text)
        self.home = Home(reading, self.passage)
        names = sorted(self.facts)
        places = shortened.named_in_full(reading.text, names)
        for body in self.home.named:  # Trường THCS Lê Văn Tám: none of its people
            for start in [start for start in places if body.start < start < body.start + len(body.body)]:
                del places[start]
        places |= shortened.called(reading.text, names, places)
        self.called: dict[str, set[str]] = {}
        for start, (_, name) in places.items():
            if called := _CALLED.search(reading.lower, max(0, start - 12), start):
                self.called.setdefault(name, set()).add(called[1])
        self.places = [(start, end, name) for start, (end, name) in sorted(places.items())]
        self._starts = [start for start, _, _ in self.places]

    def between(self, start: int, end: int) -> list[tuple[int, int, str]]:
        """Places that name someone within ``start:end``."""
        return [
            place
            for place in self.places[bisect_left(self._starts, start) : bisect_left(self._starts, end)]
            if place[1] <= end
        ]

    def hero(self, *, leads: bool = False) -> str | None:
        """The one person an article is about, if it is about one; one who leads a body counts on demand."""
        told = (name for _, _, name in self.places if leads or not self.leads(name))
        counts = Counter(told).most_common(2)
        if not counts or counts[0][1] < HERO_MENTIONS:
            return None
        return counts[0][0] if len(counts) < 2 or counts[0][1] >= 2 * counts[1][1] else None

    def leads(self, name: str) -> bool:
        """Whether someone speaks for a body rather than works at a bench."""
        return bool(_LEADER.search(self.facts[name].position or ""))

    def taken_up(self, pronoun: str, offset: int, floor: int) -> str | None:
        """Whom ``anh``, ``chị`` … takes up: the last so called before it, else the hero, else the last."""
        names = [name for _, _, name in reversed(self.between(floor, offset))]
        one = self._called(pronoun, names) or self.hero() or (names[0] if names else None)
        if one or not floor:
            return one or self.hero(leads=True)
        before = [name for _, _, name in reversed(self.between(0, floor))]
        return self._heads(floor) or self.hero(leads=True) or self._called(pronoun, before)

    def _heads(self, floor: int) -> str | None:
        """The one person that a short line right above a paragraph names, as the head of a portrait does."""
        start = self.passage.text.rfind("\n", 0, max(floor - 1, 0)) + 1
        names = {name for _, _, name in self.between(start, floor)}
        return names.pop() if len(names) == 1 and floor - start < LONGEST_HEAD else None

    def _called(self, pronoun: str, names: list[str]) -> str | None:
        """The first of some names whose bearer the text calls by a pronoun."""
        alike = _alike(pronoun.lower())
        return next((name for name in names if not alike.isdisjoint(self.called.get(name, ()))), None)


def _alike(pronoun: str) -> set[str]:
    """The honorifics that may stand for a pronoun: ``người phụ nữ`` is called chị, cô or bà."""
    if _WOMAN.search(pronoun):
        return {pronoun, "chị", "cô", "bà"}
    return {pronoun, "anh", "ông"} if _MAN.search(pronoun) else {pronoun}
