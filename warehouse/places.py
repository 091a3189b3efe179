"""Places that an article and its facts name, read on the map of the day they were printed."""

from __future__ import annotations

import datetime as dt
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from extract.article.places import PlaceMention, Unit, mentions
from extract.article.places.dating import day_of
from schemas import Article, Evidence
from warehouse.geography import code_34, code_63

_SPOKEN_FOR = {
    "award": ("text", "granter"),
    "benefit": ("text",),
    "statistic": ("text",),
    "person": ("organisation",),
    "initiative": ("organisation",),
}
"""Fact type → fields whose place is that of the fact itself. A place in the name of a campaign is not."""
_NAMED_IN = ("granter", "organisation")


@dataclass(frozen=True, slots=True)
class NamedPlace:
    """A place as printed, with what it can only mean; null where it can mean several."""

    printed: str
    province_code: str | None = None
    province_2025_code: str | None = None
    district: str | None = None
    commune: str | None = None

    @property
    def provinces(self) -> tuple[str | None, str | None]:
        """Codes on both maps."""
        return self.province_code, self.province_2025_code


class ArticlePlaces:
    """The places of one article."""

    def __init__(self, article: Article) -> None:
        """Finds the places in its headline and body."""
        self._article = article
        self.province_code = article.province_code or code_63(article.province)
        self.province_2025_code = article.province_2025_code or code_34(
            article.province_2025, self.province_code
        )
        self._found = mentions(article.body)
        self._starts = [mention.start for mention in self._found]
        self._on = day_of(article.body, self._found, article.published)

    def below_province(self) -> tuple[str | None, str | None]:
        """The district and the commune in the article's province named most often; of equals the first."""
        places = [self._read(m, self._article.body) for m in self._found if m.level != "province"]
        if title := self._article.title:
            places = [self._read(m, title) for m in _mentions(title) if m.level != "province"] + places
        here = [place for place in places if self._is_here(place)]
        districts = Counter(place.district for place in here if place.district)
        communes = Counter(place.commune for place in here if place.commune)
        return _commonest(districts), _commonest(communes)

    def named_by(self, fact: Evidence) -> list[NamedPlace]:
        """Places that the fact's words, granter or organisation name, each once."""
        found = [self._read(mention, self._article.body) for mention in self._within(fact.start, fact.end)]
        found += [place for field in _NAMED_IN for place in self._of_field(fact, field)]
        called = getattr(fact, "name", "") if fact.type == "person" else ""  # type: ignore[attr-defined]
        return list({place.printed: place for place in found if place.printed not in called}.values())

    def provinces_of(self, fact: Evidence) -> tuple[str | None, str | None]:
        """Codes on both maps of the province the fact is about: the one it names, else the article's."""
        own = (self.province_code, self.province_2025_code)
        named = {place.provinces for place in self._speaking_for(fact) if place.province_2025_code}
        if not named or own in named:
            return own
        return named.pop() if len(named) == 1 else (None, None)

    def _speaking_for(self, fact: Any) -> Iterator[NamedPlace]:
        for field in _SPOKEN_FOR.get(fact.type, ()):
            if field == "text":
                yield from (self._read(m, self._article.body) for m in self._within(fact.start, fact.end))
            else:
                yield from self._of_field(fact, field)

    def _of_field(self, fact: Evidence, field: str) -> Iterator[NamedPlace]:
        if name := getattr(fact, field, None):
            yield from (self._read(mention, name) for mention in _mentions(name))

    def _within(self, start: int, end: int) -> Iterator[PlaceMention]:
        for mention in self._found[bisect_left(self._starts, start) :]:
            if mention.start >= end:
                return
            if mention.end <= end:
                yield mention

    def _is_here(self, place: NamedPlace) -> bool:
        if not self.province_2025_code or place.province_2025_code != self.province_2025_code:
            return False
        return place.province_code in (None, self.province_code) or self.province_code is None

    def _read(self, mention: PlaceMention, text: str) -> NamedPlace:
        units = self._fitting(mention)
        old = {code for unit in units for code in unit.provinces}
        new = {unit.province_2025 for unit in units}
        own = self.province_code if self.province_code in old else None
        place = NamedPlace(
            text[mention.start : mention.end],
            next(iter(old)) if len(old) == 1 else own,
            next(iter(new)) if len(new) == 1 else None,
        )
        if mention.level == "province" or len(new) > 1:
            return place
        called = f"{units[0].kind} {units[0].name}"
        district, commune = (called, None) if mention.level == "district" else (None, called)
        return NamedPlace(*(place.printed, *place.provinces), district, commune)

    def _fitting(self, mention: PlaceMention) -> Sequence[Unit]:
        """The units it can mean on the day of the article; of several those in the article's province."""
        units = _in_force(mention.units, self._on)
        if mention.level == "province":
            return units
        here = [unit for unit in units if self.province_code in unit.provinces]
        return here or [u for u in units if u.province_2025 == self.province_2025_code] or units


def _in_force(units: Sequence[Unit], on: dt.date) -> Sequence[Unit]:
    """The units in force on a day, else all: old names outlive their units."""
    return [unit for unit in units if unit.in_force(on)] or units


@lru_cache(maxsize=10_000)
def _mentions(text: str) -> tuple[PlaceMention, ...]:
    return tuple(mentions(text))


def _commonest(names: Counter[str]) -> str | None:
    return max(names, key=lambda name: names[name], default=None)
