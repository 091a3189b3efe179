"""Which mentions are worth comparing: those of one name, and of a name that very many share, close ones only.

All pairs of 5,000 mentions of one name would be twelve millions. So in a large block the mentions are sorted
by organisation, by post and by province, and each is compared with its next neighbours in every order: the
sorted neighbourhood of Hernández and Stolfo (1995). The work grows with the number of mentions, not with its
square.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from itertools import combinations
from typing import Protocol

LARGE = 60
"""Mentions in a block from which only neighbours are compared."""
NEIGHBOURS = 12
"""How many followers in each order a mention of a large block is compared with."""


class Keyed(Protocol):
    """What blocking needs to know of a mention."""

    @property
    def body(self) -> str:
        """Its organisation's key."""

    @property
    def post(self) -> str:
        """Its post's key."""

    @property
    def province(self) -> str:
        """Its province's key."""


Order = Callable[[Keyed], tuple[str, ...]]

ORDERS: tuple[Order, ...] = (
    lambda mention: (mention.body, mention.post, mention.province),
    lambda mention: (mention.post, mention.province, mention.body),
    lambda mention: (mention.province, mention.body, mention.post),
)


def candidates(block: Mapping[int, Keyed]) -> Iterator[tuple[int, int]]:
    """Pairs of mentions of one name to compare, by their keys, the smaller first, each once.

    Args:
        block: mentions of one name by position, in ascending order.
    """
    if len(block) <= LARGE:
        yield from combinations(block, 2)
    else:
        yield from sorted(_neighbours(block))


def _neighbours(mentions: Mapping[int, Keyed]) -> set[tuple[int, int]]:
    pairs: set[tuple[int, int]] = set()
    for order in ORDERS:
        ordered = sorted(mentions, key=lambda index: (order(mentions[index]), index))
        for position, left in enumerate(ordered):
            followers = ordered[position + 1 : position + 1 + NEIGHBOURS]
            pairs.update((min(left, right), max(left, right)) for right in followers)
    return pairs
