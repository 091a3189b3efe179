"""Which articles report awards as this project counts them, and which are sport, lotteries or shows."""

from __future__ import annotations

import re

from extract.facts.awards.lexicon import context

_MOVEMENT = re.compile(context("movement"))
_UNION = re.compile(context("union"))
_SPORT_AND_SHOWS = re.compile(context("sport_and_shows"))

CONTESTED = frozenset({"Giải", "Huy chương", "Khen thưởng", "Danh hiệu khác", "Công nhân giỏi"})
"""Awards that the press at large uses for prizes of every kind."""


def speaks_of_emulation(key: str) -> bool:
    """Whether contested words mean awards here: more is said of emulation or unions than of sport or shows.

    Args:
        key: the text, tone-folded.
    """
    movement = len(_MOVEMENT.findall(key)) + 2 * len(_UNION.findall(key))
    return movement >= 2 and movement > len(_SPORT_AND_SHOWS.findall(key))
