"""The model of Fellegi and Sunter: independent comparisons, each worth the logarithm of how much likelier
it is between two mentions of one thing than between mentions of two."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from math import log2

import data


@dataclass(frozen=True, slots=True)
class Link:
    """A scored pair of mentions, by their positions in the input, with the comparisons behind the score."""

    left: int
    right: int
    score: float
    levels: tuple[tuple[str, str], ...]
    """Comparison and level, as in ``(("province", "same"), ("position", "unknown"))``."""


@dataclass(frozen=True, slots=True)
class Weights:
    """Weights of evidence in bits, per comparison and level, and where to draw the line."""

    prior: float
    threshold: float
    bits: Mapping[str, Mapping[str, float]]

    def probability(self, levels: Mapping[str, str]) -> float:
        """Probability, between 0 and 1, that two mentions with these comparison levels are one."""
        odds = log2(self.prior / (1 - self.prior))
        odds += sum(self.bits[comparison][level] for comparison, level in levels.items())
        return 1 / (1 + float(2.0**-odds))


def load_weights(name: str) -> Weights:
    """Weights declared in ``data/linking/<name>.toml``."""
    declared = dict(data.toml(f"linking/{name}.toml"))
    prior, threshold = declared.pop("prior"), declared.pop("threshold")
    bits = {
        comparison: {level: log2(p["m"] / p["u"]) for level, p in levels.items()}
        for comparison, levels in declared.items()
    }
    return Weights(prior, threshold, bits)
