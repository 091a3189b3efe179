"""The tables of provinces, districts and communes, before and since 1 July 2025."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Mapping
from functools import cache

import data
from extract.article.places.units import MERGER, Unit


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
