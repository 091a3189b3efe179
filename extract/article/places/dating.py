"""The day whose map a text's place names are on: before or since 1 July 2025."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Sequence

from extract.article.places.naming import PlaceMention
from extract.article.places.units import MERGER, Unit

_DATE = re.compile(r"\b(\d{1,2})[/.-](\d{1,2})[/.-](202[5-9]|20[3-9]\d)\b")
_YEARS = ("2025", "2026", "2027", "2028", "2029", "203")


def day_of(text: str, found: Sequence[PlaceMention], published: dt.date | None) -> dt.date:
    """The date of publication; else the latest full date printed; else a day on the map the names fit."""
    day = published or _latest_date(text)
    return day or (MERGER if _fits_new_map(found) else MERGER - dt.timedelta(days=1))


def _latest_date(text: str) -> dt.date | None:
    # Most texts have no such year: looking for it first saves a fifth of the time.
    if not any(year in text for year in _YEARS):
        return None
    days = [_date(int(year), int(month), int(day)) for day, month, year in _DATE.findall(text)]
    return max((day for day in days if day), default=None)


def _date(year: int, month: int, day: int) -> dt.date | None:
    try:
        return dt.date(year, month, day)
    except ValueError:
        return None


def _fits_new_map(found: Sequence[PlaceMention]) -> bool:
    """Whether a new commune stands beside a province that took its land over: ``xã Mậu A … tỉnh Lào Cai``."""
    communes = [m.units for m in found if m.level == "commune" and all(_is_new(unit) for unit in m.units)]
    if not communes:
        return False
    names = {
        unit.name: unit.province_2025
        for m in found
        if m.level == "province"
        for unit in m.units
        if _is_new(unit)
    }
    old = {
        unit.name: unit.code for m in found if m.level == "province" for unit in m.units if not _is_new(unit)
    }
    return any(
        all(unit.province_2025 == new and old.get(name) not in unit.provinces for unit in units)
        for units in communes
        for name, new in names.items()
    )


def _is_new(unit: Unit) -> bool:
    return unit.valid_from == MERGER
