"""Names of people: the key under which one name is written, and how many people may share it."""

from __future__ import annotations

import re
from functools import cache
from math import log10
from typing import Literal

import data
from extract.language.normal import tone_key

Rarity = Literal["common", "usual", "rare", "very_rare"]

FLOOR = 2.0
"""Share, in 10,000 names, of a part that the table lacks."""
LEVELS: tuple[tuple[float, Rarity], ...] = ((4.5, "common"), (5.5, "usual"), (6.5, "rare"))
"""Below so many decimal digits of rarity, a name is so common."""

_WORDS = re.compile(r"[^\W_]+(?:&[^\W_]+)*")


def name_key(name: str) -> str:
    """Key under which one name is written: case and tone placement fold, tones do not (Thuỷ is not Thúy)."""
    return " ".join(_WORDS.findall(tone_key(name)))


@cache
def _parts() -> dict[tuple[str, str], float]:
    rows = data.table("linking/name_parts.csv")
    return {(row["part"], tone_key(row["syllable"])): float(row["per_10000"]) for row in rows}


def digits(key: str) -> float:
    """Decimal digits of a name's rarity: 4 if one in 10,000 bears it; its parts count as independent."""
    *before, given = key.split() or [""]
    parts = [*(("family", syllable) for syllable in before[:1]), *(("middle", s) for s in before[1:3])]
    parts.append(("given", given))
    shares = _parts()
    return sum(4 - log10(shares.get(part, FLOOR)) for part in parts)


def rarity(key: str) -> Rarity:
    """How rare a name is, by its key."""
    length = digits(key)
    return next((level for below, level in LEVELS if length < below), "very_rare")
