"""An administrative unit as it was in a stretch of time, and how its names are matched."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass
from typing import Literal

from extract.language import normal

Level = Literal["province", "district", "commune"]

MERGER = dt.date(2025, 7, 1)
"""First day of the 34 provinces and of their communes; on that day the districts ended."""

_NO_LETTERS = re.compile(r"[\s–'’-]+")
_I_FOR_Y = str.maketrans("yỳýỷỹỵ", "iìíỉĩị")


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
