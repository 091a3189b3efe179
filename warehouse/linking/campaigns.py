"""New names of campaigns: which of them are one, and what they would look like in the register."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import chain, combinations, count

from extract.facts.campaigns import register
from warehouse.linking import wording
from warehouse.linking.clusters import Decision, Pair, cluster
from warehouse.linking.model import Link
from warehouse.linking.wording import keys, similarity, words

THRESHOLD = 0.88
"""Similarity from which two names are taken for one campaign."""
NEAR = 0.6
"""Similarity from which a new name may be another wording of an entry's."""
ID_WORDS = 6
LARGE = 200
"""Names in a block that are compared: more share a half that says nothing, such as "thực hiện"."""


@dataclass(frozen=True, slots=True)
class Name:
    """A campaign's name as one article prints it."""

    name: str
    kind: str | None = None
    province: str | None = None
    article: str | None = None
    """Id of the article, or of the group of near-duplicates it is one of: what counts once."""
    place: str | None = None
    """Where a person finds the article: its address, or its file."""


@dataclass(frozen=True, slots=True)
class Proposal:
    """An entry that the register lacks."""

    id: str
    """A key made of the name's first words, that no entry has."""
    name: str
    """The form printed most often; of equals the longest."""
    aliases: tuple[str, ...]
    """Other forms, without those that the register reads alike anyway."""
    kind: str | None
    provinces: tuple[str, ...]
    articles: tuple[str, ...]
    places: tuple[str, ...]
    near: str | None
    """Id of the entry most alike, if it shares most words: perhaps this is a wording of that one."""


def same(left: str, right: str) -> bool:
    """Whether two printed names are one campaign: by the register, else by likeness."""
    known = register.link(left), register.link(right)
    if known[0] and known[1]:
        return known[0].id == known[1].id
    return similarity(left, right) >= THRESHOLD


def link(names: Sequence[Name]) -> Iterator[Link]:
    """Pairs of names that are alike enough to be one campaign, with their similarity as score."""
    distinct: dict[tuple[str, ...], int] = {}
    for index, name in enumerate(names):
        first = distinct.setdefault(words(name.name), index)
        if first != index:
            yield Link(first, index, 1.0, (("name", "same"),))
    for left, right in _candidates(names, distinct.values()):
        score = similarity(names[left].name, names[right].name)
        if score >= THRESHOLD:
            yield Link(left, right, score, (("name", "alike"),))


def _candidates(names: Sequence[Name], firsts: Iterable[int]) -> list[tuple[int, int]]:
    blocks: dict[tuple[int, str], list[int]] = {}
    for index in firsts:
        for key in keys(names[index].name):
            blocks.setdefault(key, []).append(index)
    return sorted({pair for block in blocks.values() for pair in combinations(block[:LARGE], 2)})


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
    folded = {register.fold(form): form for form in sorted(forms, reverse=True)}
    kinds = Counter(name.kind for name in group if name.kind)
    return Proposal(
        id=_new_id(best),
        name=best,
        aliases=tuple(sorted(form for key, form in folded.items() if key != register.fold(best))),
        kind=max(kinds, key=lambda kind: (kinds[kind], kind)) if kinds else None,
        provinces=_known(name.province for name in group),
        articles=_known(name.article for name in group),
        places=_known(name.place for name in group),
        near=_near(best),
    )


def _new_id(name: str) -> str:
    taken = {entry.id for entry in register.entries().values()}
    stem = "-".join(wording.bare(word) for word in register.fold(name).split()[:ID_WORDS])
    numbered = (f"{stem}-{number}" for number in count(2))
    return next(key for key in chain([stem], numbered) if key not in taken)


def _near(name: str) -> str | None:
    likeness, entry = max((similarity(name, known), entry.id) for known, entry in register.entries().items())
    return entry if likeness >= NEAR else None


def _known(values: Iterable[str | None]) -> tuple[str, ...]:
    return tuple(sorted({value for value in values if value}))
