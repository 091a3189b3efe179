"""Administrative units by any printed name, with or without the word for their kind."""

from __future__ import annotations

import datetime as dt
import re
from collections import defaultdict
from collections.abc import Mapping
from functools import cache

import data
from extract.article.places.gazetteer import communes, districts, provinces
from extract.article.places.units import Level, Unit, fold, name_key
from extract.language import normal

KINDS: Mapping[str, Level] = {
    "tỉnh": "province",
    "quận": "district",
    "huyện": "district",
    "thị xã": "district",
    "xã": "commune",
    "phường": "commune",
    "thị trấn": "commune",
    "đặc khu": "commune",
}
"""Kind → level. ``thành phố`` is missing: it may be a province or a district."""


_PRINTED_KIND = re.compile(
    r"(tỉnh|thành phố|tp|quận|q|huyện|thị xã|tx|xã|phường|p|thị trấn|tt|đặc khu)(?:\.\s*|\s+)(?=\S)"
)
_SHORT_KINDS = {"tp": "thành phố", "q": "quận", "tx": "thị xã", "p": "phường", "tt": "thị trấn"}


@cache
def by_name(level: Level) -> Mapping[str, tuple[Unit, ...]]:
    """Name key → the units of a level that bear the name; provinces also by their aliases."""
    units = {"province": provinces, "district": districts, "commune": communes}[level]()
    index: dict[str, list[Unit]] = defaultdict(list)
    for unit in units:
        index[name_key(unit.name)].append(unit)
    if level == "province":
        for row in data.table("provinces/aliases.csv"):
            bearers = [unit for unit in units if unit.name == row["name"]]
            index[name_key(row["alias"])] += [u for u in bearers if u not in index[name_key(row["alias"])]]
    elif level == "district":
        for unit in units:
            if len(parts := unit.name.split(" - ")) > 1:
                index[name_key(parts[0])].append(unit)
    return {key: tuple(found) for key, found in index.items()}


def resolve(name: str, on: dt.date | None = None) -> list[Unit]:
    """All units that a printed name can mean, provinces first, then districts, then communes.

    Args:
        name: with its kind (``quận Đống Đa``, ``TP.HCM``) or without (``Đống Đa``). A kind that no
            bearer of the name has at that level is not held against it: districts change their kind.
        on: leaves out units not in force on that day.
    """
    found = lookup(*split_kind(name))
    return [unit for unit in found if on is None or unit.in_force(on)]


def split_kind(name: str) -> tuple[str | None, str]:
    """``TX. Chũ`` → (``thị xã``, ``chũ``); no kind where none is printed or the whole is itself a name."""
    key = fold(normal.normalise(name)).strip()
    kind = _PRINTED_KIND.match(key)
    if not kind or name_key(key) in by_name("province"):
        return None, name_key(key)
    return _SHORT_KINDS.get(kind[1], kind[1]), name_key(key[kind.end() :])


def lookup(kind: str | None, key: str) -> list[Unit]:
    """Units by kind, if printed, and name key."""
    if not kind and key.isdigit():
        return []
    levels: tuple[Level, ...] = ("province", "district", "commune")
    if kind == "thành phố":
        levels = ("province", "district")
    elif kind:
        levels = (KINDS[kind],)
    found: list[Unit] = []
    for level in levels:
        bearers = by_name(level).get(key, ())
        exact = [unit for unit in bearers if unit.kind == kind]
        found += exact or ([] if kind == "thành phố" and level == "province" else bearers)
    return found
