"""Groups from links: joined best first, never against a human's word."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Literal

from warehouse.linking.model import Link

Decision = Literal["same", "different"]
Pair = tuple[int, int]


class Clusters:
    """Disjoint sets of mentions that remember which of them must stay apart."""

    def __init__(self, size: int, apart: Iterable[Pair] = ()) -> None:
        """Starts with every mention alone.

        Args:
            size: number of mentions; they are 0 … size-1.
            apart: pairs that must never come together.
        """
        self._parent = list(range(size))
        self._foes: list[set[int]] = [set() for _ in range(size)]
        for left, right in apart:
            self._foes[left].add(right)
            self._foes[right].add(left)

    def root(self, mention: int) -> int:
        """The mention that stands for the group of this one."""
        while self._parent[mention] != mention:
            self._parent[mention] = self._parent[self._parent[mention]]
            mention = self._parent[mention]
        return mention

    def join(self, left: int, right: int) -> bool:
        """Joins two groups unless somebody in one must stay apart from somebody in the other."""
        keep, drop = sorted((self.root(left), self.root(right)))
        if keep == drop:
            return True
        if any(self.root(foe) == keep for foe in self._foes[drop]):
            return False
        self._parent[drop] = keep
        self._foes[keep] |= self._foes[drop]
        return True

    def groups(self) -> list[list[int]]:
        """Every group, its members in order, the groups by their first member."""
        members: dict[int, list[int]] = {}
        for mention in range(len(self._parent)):
            members.setdefault(self.root(mention), []).append(mention)
        return list(members.values())


def cluster(
    size: int, links: Iterable[Link], threshold: float, decisions: dict[Pair, Decision] | None = None
) -> list[list[int]]:
    """Groups of mentions: what people decided first, then links from the best score down to the threshold."""
    decisions = decisions or {}
    clusters = Clusters(size, (pair for pair, word in decisions.items() if word == "different"))
    for (left, right), word in decisions.items():
        if word == "same":
            clusters.join(left, right)
    for link in sorted(links, key=lambda link: (-link.score, link.left, link.right)):
        if link.score >= threshold:
            clusters.join(link.left, link.right)
    return clusters.groups()
