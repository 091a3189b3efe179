"""Pairs the facts found in one document with the gold ones, type by type."""

from __future__ import annotations

from dataclasses import dataclass

from thidua.evaluation.likeness import ATTRIBUTES, Record, fold, similarity

TYPES = tuple(ATTRIBUTES)


@dataclass(frozen=True, slots=True)
class Pairing:
    """Facts of one type in one document."""

    pairs: list[tuple[Record, Record]]
    """Gold fact and the found one that is the same."""
    missed: list[Record]
    """Gold facts that were not found, optional ones left out."""
    spurious: list[Record]
    """Found facts that are not gold."""
    restated: int
    """Found facts that tell a gold one again: ignored."""


def pair(kind: str, gold_doc: Record, found_doc: Record) -> Pairing:
    """Pairs the facts of one type, the most alike first."""
    gold, found = _facts(kind, gold_doc), _facts(kind, found_doc)
    likeness = [(similarity(kind, g, f), i, j) for i, g in enumerate(gold) for j, f in enumerate(found)]
    matched = _greedy([entry for entry in likeness if entry[0] > 0])
    again = {j for score, _, j in likeness if score == 1.0} - set(matched.values())
    left = [j for j in range(len(found)) if j not in matched.values() and j not in again]
    return Pairing(
        pairs=[(gold[i], found[j]) for i, j in matched.items()],
        missed=[g for i, g in enumerate(gold) if i not in matched and not g.get("optional")],
        spurious=[found[j] for j in left],
        restated=len(again),
    )


def _greedy(likeness: list[tuple[float, int, int]]) -> dict[int, int]:
    """Gold index → found index, each used once."""
    matched: dict[int, int] = {}
    used: set[int] = set()
    for _, i, j in sorted(likeness, key=lambda entry: (-entry[0], entry[1], entry[2])):
        if i not in matched and j not in used:
            matched[i] = j
            used.add(j)
    return matched


def _facts(kind: str, document: Record) -> list[Record]:
    """The facts of one type; campaigns and people count once per name."""
    facts = [fact for fact in document["facts"] if fact.get("type") == kind]
    if kind not in ("campaign", "person"):
        return facts
    first: dict[str, Record] = {}
    for fact in facts:
        first.setdefault(fold(fact.get("name")), fact)
    return list(first.values())
