"""The people of a text and where it names them, for the pronouns and given names that take them up."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter

from ahocorasick_rs import AhoCorasick, MatchKind

from extract.facts.initiatives.home import Home
from extract.facts.initiatives.nouns import one_of
from extract.facts.people.passage import Passage
from extract.reading import Reading
from schemas import Person

HERO_MENTIONS = 3
"""How often an article must name one person for its untold authors to be that person."""

_HONORIFIC = one_of("honorifics")
_CALLED = re.compile(rf"(?<!\w)({_HONORIFIC})\s+$")
_GIVEN = re.compile(rf"(?<!\w){_HONORIFIC}\s+(?=\w)", re.IGNORECASE)
_LEADER = re.compile(one_of("leaders"), re.IGNORECASE)


class People:
    """The people of a text and every place that names one, in full or by honorific and given name."""

    def __init__(self, reading: Reading) -> None:
        """Looks up every person fact of the reading in its text."""
        self.facts = {person.name: person for person in reading.facts_of(Person)}
        places: dict[int, tuple[int, str]] = {}
        by_given: dict[str, list[str]] = {}
        names = sorted(self.facts)
        for name in names:
            by_given.setdefault(name.split()[-1], []).append(name)
        in_full = AhoCorasick(names, matchkind=MatchKind.LeftmostLongest)
        for index, start, end in in_full.find_matches_as_indexes(reading.text):
            if not reading.text[start - 1 : start].isalnum() and not reading.text[end : end + 1].isalnum():
                places[start] = (end, names[index])
        for match in _GIVEN.finditer(reading.text):
            if match.end() not in places and (given := re.compile(r"\w+").match(reading.text, match.end())):
                alike = by_given.get(given[0], [])
                if len(alike) == 1 and not re.match(r" [A-ZĐ]", reading.text[given.end() : given.end() + 2]):
                    places[match.end()] = (given.end(), alike[0])
        self.called: dict[str, set[str]] = {}
        for start, (_, name) in places.items():
            if called := _CALLED.search(reading.lower, max(0, start - 12), start):
                self.called.setdefault(name, set()).add(called[1])
        self.places = [(start, end, name) for start, (end, name) in sorted(places.items())]
        self.passage = Passage.of(reading.text)
        self.home = Home(reading, self.passage)
        self._starts = [start for start, _, _ in self.places]

    def between(self, start: int, end: int) -> list[tuple[int, int, str]]:
        """Places that name someone within ``start:end``."""
        return [
            place
            for place in self.places[bisect_left(self._starts, start) : bisect_left(self._starts, end)]
            if place[1] <= end
        ]

    def hero(self) -> str | None:
        """The one person an article is about, if it is about one."""
        counts = Counter(name for _, _, name in self.places if not self._leads(name)).most_common(2)
        if not counts or counts[0][1] < HERO_MENTIONS:
            return None
        return counts[0][0] if len(counts) < 2 or counts[0][1] >= 2 * counts[1][1] else None

    def _leads(self, name: str) -> bool:
        """Whether someone speaks for a body rather than works at a bench."""
        return bool(_LEADER.search(self.facts[name].position or ""))

    def taken_up(self, pronoun: str, offset: int, floor: int) -> str | None:
        """Whom ``anh``, ``chị`` … takes up: the last so called before it, else the hero, else the last."""
        names = [name for _, _, name in reversed(self.between(floor, offset))]
        alike = [name for name in names if pronoun.lower() in self.called.get(name, ())]
        return alike[0] if alike else self.hero() or (names[0] if names else None)
