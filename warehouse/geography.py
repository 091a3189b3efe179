"""Rows of the reference tables: places on both maps, and the register of campaigns, from data/."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Iterator, Mapping
from functools import cache
from typing import Any

import data
from extract.article.places import Unit
from extract.article.places.gazetteer import communes, districts, names_34, names_63, successor
from extract.article.places.units import MERGER
from schemas.table import Table
from schemas.tables_geography import COMMUNE, COMMUNE_SUCCESSOR, DISTRICT, POPULATION, PROVINCE
from schemas.tables_linking import CAMPAIGN_REGISTER

Row = dict[str, Any]


def reference_rows() -> Iterator[tuple[Table, list[Row]]]:
    """Every reference table with its rows."""
    yield PROVINCE, list(_provinces())
    yield DISTRICT, [_district(unit) for unit in districts()]
    yield COMMUNE, [_commune(unit) for unit in communes()]
    yield COMMUNE_SUCCESSOR, [row for unit in communes() for row in _successions(unit)]
    yield POPULATION, list(_populations())
    yield CAMPAIGN_REGISTER, list(_campaigns())


@cache
def _codes_by_name() -> Mapping[str, str]:
    return {name: code for code, name in names_63().items()}


@cache
def _codes_2025_by_name() -> Mapping[str, str]:
    return {name: code for code, name in names_34().items()}


def code_63(name: str | None) -> str | None:
    """Official code of a province before July 2025."""
    return _codes_by_name().get(name) if name else None


def code_34(name: str | None, code: str | None = None) -> str | None:
    """Official code of a province since July 2025, by its name or by its code before."""
    return (_codes_2025_by_name().get(name) if name else None) or (successor().get(code) if code else None)


def _provinces() -> Iterator[Row]:
    for row in data.table("provinces/provinces.csv"):
        yield row | {
            "province_id": f"{row['map'] or 'former'}:{row['code']}",
            "map": int(row["map"]) if row["map"] else None,
            "valid_from": dt.date.fromisoformat(row["valid_from"]) if row["valid_from"] else None,
            "valid_to": dt.date.fromisoformat(row["valid_to"]) if row["valid_to"] else None,
        }


def _district(unit: Unit) -> Row:
    last = unit.valid_to
    former = f"{unit.parent} {unit.kind} {unit.name}, {last.year if last else ''}"
    return {
        "district_id": unit.code or former,
        "code": unit.code or None,
        "name": unit.name,
        "kind": unit.kind,
        "province_code": unit.provinces[0],
        "province_2025_code": unit.province_2025,
        "valid_to": last,
    }


def _commune(unit: Unit) -> Row:
    new = unit.valid_from == MERGER
    return {
        "commune_id": _commune_id(unit.code, new),
        "code": unit.code,
        "name": unit.name,
        "kind": unit.kind,
        "district_code": None if new else unit.parent,
        "province_code": unit.provinces[0] if len(unit.provinces) == 1 else None,
        "province_2025_code": unit.province_2025,
        "valid_from": unit.valid_from,
        "valid_to": unit.valid_to,
    }


def _commune_id(code: str, new: bool) -> str:
    return f"{'2025' if new else '2024'}:{code}"


def _successions(unit: Unit) -> Iterator[Row]:
    before = _commune_id(unit.code, new=False)
    for rank, code in enumerate(unit.successors, 1):
        after = _commune_id(code, new=True)
        yield {
            "succession_id": f"{before} {after}",
            "commune_id": before,
            "successor_id": after,
            "rank": rank,
        }


def _populations() -> Iterator[Row]:
    for series in data.toml("provinces/population.toml")["series"]:
        merged: Counter[str] = Counter()
        for code, people in series["people"].items():
            merged[successor()[code]] += people
        for units, figures in ((63, series["people"]), (34, merged)):
            for code, people in figures.items():
                row = {"map": units, "province_code": code, "people": people}
                year, source = series["year"], series["source"]
                yield row | {"population_id": f"{units}:{code}:{year}", "year": year, "source": source}


def _campaigns() -> Iterator[Row]:
    for entry in data.toml("campaigns/register.toml")["campaign"]:
        yield {**entry, "campaign_id": entry["id"], "aliases": entry.get("aliases", [])}
