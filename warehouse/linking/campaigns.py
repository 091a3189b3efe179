"""New names of campaigns: which of them are one, and what they would look like in the register."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from rapidfuzz import fuzz

import data
from extract.language.normal import tone_key
from warehouse.linking.clusters import Decision, Pair, cluster
from warehouse.linking.model import Link

THRESHOLD = 0.88
"""Similarity from which two names are taken for one campaign."""

_WORDS = re.compile(r"[^\W_]+")
_PERIOD = re.compile(r"\b(?:năm|giai đoạn|nhiệm kỳ)?\s*\d{4}(?:\s*[-–]\s*\d{4})?\b")


@dataclass(frozen=True, slots=True)
class Name:
    """A campaign's name as one article prints it."""

    name: str
    kind: str | None = None
    province: str | None = None
    article: str | None = None


@dataclass(frozen=True, slots=True)
class Proposal:
    """An entry that the register lacks."""

    name: str
    """The form printed most often; of equals the longest."""
    aliases: tuple[str, ...]
    kind: str | None
    provinces: tuple[str, ...]
    articles: tuple[str, ...]


@cache
def _soft_words() -> frozenset[str]:
    return frozenset(tone_key(word) for word in data.lines("linking/soft_words.txt"))


def name_words(name: str) -> tuple[str, ...]:
    """The words of a name that tell it from others: case, marks, tone placement and years folded away."""
    return tuple(_WORDS.findall(_PERIOD.sub(" ", tone_key(name))))


def similarity(left: str, right: str) -> float:
    """How alike two names are, between 0 and 1, regardless of dashes, commas and who takes part.

    Names that differ in a number (``3 không``, ``5 không``) are never alike.
    """
    a, b = name_words(left), name_words(right)
    if a == b:
        return 1.0
    if {w for w in a if w.isdigit()} != {w for w in b if w.isdigit()}:
        return 0.0
    hard_a, hard_b = (" ".join(w for w in words if w not in _soft_words()) for words in (a, b))
    if not hard_a or not hard_b:
        return fuzz.ratio(" ".join(a), " ".join(b)) / 100
    return fuzz.ratio(hard_a, hard_b) / 100


def link(names: Sequence[Name]) -> Iterator[Link]:
    """Pairs of names that are alike enough to be worth a look, with their similarity as score."""
    distinct: dict[tuple[str, ...], int] = {}
    for index, name in enumerate(names):
        first = distinct.setdefault(name_words(name.name), index)
        if first != index:
            yield Link(first, index, 1.0, (("name", "same"),))
    firsts = list(distinct.values())
    for position, left in enumerate(firsts):
        for right in firsts[position + 1 :]:
            score = similarity(names[left].name, names[right].name)
            if score >= THRESHOLD - 0.1:
                yield Link(left, right, score, (("name", "alike"),))


def propose(
    names: Sequence[Name], decisions: dict[Pair, Decision] | None = None, *, at_least: int = 2
) -> list[Proposal]:
    """Entries for the register out of names that none of its entries has, those in most articles first.

    Args:
        names: campaign facts without ``campaign_id``.
        decisions: what people decided about pairs of them.
        at_least: the number of articles a campaign must stand in to be proposed.
    """
    groups = cluster(len(names), link(names), THRESHOLD, decisions)
    proposals = (_proposal([names[index] for index in group]) for group in groups)
    kept = (p for p in proposals if len(p.articles) >= at_least)
    return sorted(kept, key=lambda p: (-len(p.articles), p.name))


def _proposal(group: list[Name]) -> Proposal:
    forms = Counter(name.name for name in group)
    best = max(forms, key=lambda form: (forms[form], len(form), form))
    kinds = Counter(name.kind for name in group if name.kind)
    return Proposal(
        name=best,
        aliases=tuple(sorted(form for form in forms if form != best)),
        kind=kinds.most_common(1)[0][0] if kinds else None,
        provinces=_known(name.province for name in group),
        articles=_known(name.article for name in group),
    )


def _known(values: Iterable[str | None]) -> tuple[str, ...]:
    return tuple(sorted({value for value in values if value}))
