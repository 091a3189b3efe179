"""Administrative units by any printed name: provinces, districts, communes, before and since 1 July 2025."""

from __future__ import annotations

import datetime as dt
import re
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Literal

import data
from extract.language import normal

Level = Literal["province", "district", "commune"]

MERGER = dt.date(2025, 7, 1)
"""First day of the 34 provinces and of their communes; on that day the districts ended."""

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

_NO_LETTERS = re.compile(r"[\s–'’-]+")
_I_FOR_Y = str.maketrans("yỳýỷỹỵ", "iìíỉĩị")
_PRINTED_KIND = re.compile(
    r"(tỉnh|thành phố|tp|quận|q|huyện|thị xã|tx|xã|phường|p|thị trấn|tt|đặc khu)(?:\.\s*|\s+)(?=\S)"
)
_SHORT_KINDS = {"tp": "thành phố", "q": "quận", "tx": "thị xã", "p": "phường", "tt": "thị trấn"}


@dataclass(frozen=True, slots=True)
class Unit:
    """An administrative unit as it was in a stretch of time. Its key is level, code and ``valid_from``."""

    level: Level
    code: str
    name: str
    kind: str
    valid_from: dt.date | None
    """First day; None where it lies before the tables begin."""
    valid_to: dt.date | None
    """Last day; None while in force."""
    provinces: tuple[str, ...]
    """Codes, among the 63, of the provinces it lay in: several for a unit made from more than one."""
    province_2025: str
    """Code, among the 34, of the province its land lies in."""
    parent: str | None = None
    """Code of the unit above it."""
    successors: tuple[str, ...] = ()
    """Codes of the units it went to on 1 July 2025, the largest part first: all candidates where divided."""

    def in_force(self, on: dt.date) -> bool:
        """Whether it existed on a day."""
        return (self.valid_from or on) <= on <= (self.valid_to or on)


def fold(text: str) -> str:
    """Text as it is matched: lower case, one way of placing tones and of writing Đắk, the same length."""
    return normal.tone_key(text).replace("–", "-").replace("đăk", "đắk").replace("đak", "đắk")


def name_key(name: str) -> str:
    """A name as the tables are keyed: folded, without blanks, hyphens, apostrophes, i for y (A Na, Quí)."""
    return _NO_LETTERS.sub("", fold(name).translate(_I_FOR_Y))


def _day(text: str) -> dt.date | None:
    return dt.date.fromisoformat(text) if text else None


@cache
def provinces() -> tuple[Unit, ...]:
    """All provinces there have been since 2004: the 63, the 34, Hà Tây, and Huế as a city in early 2025."""
    sources: dict[str, list[str]] = defaultdict(list)
    for row in data.table("provinces/provinces.csv"):
        if row["map"] == "63":
            sources[row["successor"]].append(row["code"])
    return tuple(_province(row, tuple(sources[row["code"]])) for row in data.table("provinces/provinces.csv"))


def _province(row: dict[str, str], parts: tuple[str, ...]) -> Unit:
    since, code = _day(row["valid_from"]), row["code"]
    new = since == MERGER
    # Hà Tây was gone before the 63: its land is Hà Nội's.
    before = parts if new else (code if row["name"] != "Hà Tây" else row["successor"],)
    return Unit(
        "province",
        code,
        row["name"],
        row["kind"],
        since,
        _day(row["valid_to"]),
        before,
        row["successor"],
        successors=() if new else (row["successor"],),
    )


@cache
def names_63() -> Mapping[str, str]:
    """Code → name on the map before 1 July 2025."""
    return {row["code"]: row["name"] for row in data.table("provinces/provinces.csv") if row["map"] == "63"}


@cache
def names_34() -> Mapping[str, str]:
    """Code → name on the map since 1 July 2025."""
    return {row["code"]: row["name"] for row in data.table("provinces/provinces.csv") if row["map"] == "34"}


@cache
def successor() -> Mapping[str, str]:
    """Code among the 63 → code among the 34."""
    return {
        row["code"]: row["successor"] for row in data.table("provinces/provinces.csv") if row["map"] == "63"
    }


@cache
def districts() -> tuple[Unit, ...]:
    """The 696 districts at the end of June 2025, and some that were gone or had another kind before."""
    last = MERGER - dt.timedelta(days=1)
    now = [_district(row, row["code"], None, last) for row in data.table("provinces/districts.csv")]
    former = [
        _district(row, "", None, dt.date(int(row["until"]), 12, 31))
        for row in data.table("provinces/districts_former.csv")
    ]
    return tuple(now + former)


def _district(row: dict[str, str], code: str, since: dt.date | None, until: dt.date) -> Unit:
    province = row["province_code"]
    held = "01" if province == "28" else province
    return Unit(
        "district", code, row["name"], row["kind"], since, until, (held,), successor()[held], parent=province
    )


@cache
def communes() -> tuple[Unit, ...]:
    """The 10,040 communes at the end of June 2025 and the 3,321 since."""
    district_province = {row["code"]: row["province_code"] for row in data.table("provinces/districts.csv")}
    origins: dict[str, set[str]] = defaultdict(set)
    old = []
    for row in data.table("provinces/communes_old.csv"):
        province = district_province[row["district_code"]]
        heirs = tuple(row["successors"].split())
        for heir in heirs:
            origins[heir].add(province)
        old.append(_old_commune(row, province, heirs))
    new = (_new_commune(row, origins[row["code"]]) for row in data.table("provinces/communes_2025.csv"))
    return (*old, *new)


def _old_commune(row: dict[str, str], province: str, heirs: tuple[str, ...]) -> Unit:
    last = MERGER - dt.timedelta(days=1)
    return Unit(
        "commune",
        row["code"],
        row["name"],
        row["kind"],
        None,
        last,
        (province,),
        successor()[province],
        parent=row["district_code"],
        successors=heirs,
    )


def _new_commune(row: dict[str, str], origins: Iterable[str]) -> Unit:
    province = row["province_code"]
    return Unit(
        "commune",
        row["code"],
        row["name"],
        row["kind"],
        MERGER,
        None,
        tuple(sorted(origins)),
        province,
        parent=province,
    )


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
