"""Precision and recall of linking, on labelled pairs of mentions in the shared articles.

::

    python -m bench.linking [-e]

Labels lie in ``tests/labelled`` as references: file, document and offsets in its normalised text. The
articles themselves are read from ``../shared``, extracted anew, and linked all together, as a load would do.
``-e`` lists the pairs that were decided wrongly, by their references.
"""

from __future__ import annotations

import csv
import gzip
import json
import sys
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple, TypeVar

from ahocorasick_rs import AhoCorasick

from extract.document import document_of_record
from extract.language.normal import normalise, tone_key
from schemas import Document, Person
from warehouse.linking import campaigns, people, wording
from warehouse.linking.clusters import cluster
from warehouse.linking.context import around
from warehouse.places import ArticlePlaces

ROOT = Path(__file__).resolve().parents[1]
LABELS = ROOT / "tests" / "labelled"
SHARED = ROOT.parent / "shared"


class Place(NamedTuple):
    """A stretch of an article's normalised text."""

    file: str
    document: str
    start: int
    end: int


class Pair(NamedTuple):
    """Two labelled mentions, whether they are one, and which half of the labels they are in."""

    left: Place
    right: Place
    same: bool
    half: str


class Composed(NamedTuple):
    """Two names of campaigns that we made up, whether they are one, and the half they are in."""

    left: str
    right: str
    same: bool
    half: str


@dataclass(frozen=True, slots=True)
class Figures:
    """How decisions compare with labels."""

    both: int
    """Pairs that are one and were linked."""
    linked: int
    same: int
    pairs: int

    @property
    def precision(self) -> float:
        """Share of the linked pairs that are one."""
        return self.both / self.linked if self.linked else 1.0

    @property
    def recall(self) -> float:
        """Share of the pairs that are one that were linked."""
        return self.both / self.same if self.same else 1.0


def labels(name: str) -> list[Pair]:
    """The labelled pairs of a file below ``tests/labelled``."""
    with (LABELS / name).open(encoding="utf-8", newline="") as file:
        return [
            Pair(_place(row, "left"), _place(row, "right"), row["same"] == "1", row["half"])
            for row in csv.DictReader(file)
        ]


def _place(row: Mapping[str, str], side: str) -> Place:
    start, end = int(row[f"{side}_start"]), int(row[f"{side}_end"])
    return Place(row[f"{side}_file"], row[f"{side}_id"], start, end)


@cache
def records(file: str) -> dict[str, dict[str, Any]]:
    """Records of a file below ``../shared`` by their ids."""
    path = SHARED / file
    opener = gzip.open if path.suffix == ".gz" else open
    with opener(path, "rt", encoding="utf-8") as lines:
        return {record["id"]: record for record in map(json.loads, lines)}


def printed(place: Place) -> str:
    """The words at a place."""
    record = records(place.file)[place.document]
    return normalise(record.get("text") or record["body"])[place.start : place.end]


P = TypeVar("P", Pair, Composed)


def measured(pairs: Iterable[P], linked: Callable[[P], bool]) -> Figures:
    """Figures of a decision over labelled pairs."""
    decided = [(pair.same, linked(pair)) for pair in pairs]
    return Figures(
        both=sum(same and said for same, said in decided),
        linked=sum(said for _, said in decided),
        same=sum(same for same, _ in decided),
        pairs=len(decided),
    )


@cache
def mentions_of_people(pairs: tuple[Pair, ...]) -> dict[tuple[str, str, str], people.Mention]:
    """All mentions, by file, document and name's key, in the articles that print a name of the pairs."""
    places = [place for pair in pairs for place in pair[:2]]
    names = sorted({people.name_key(printed(place)) for place in places})
    found = {}
    for file in sorted({place.file for place in places}):
        for record in _with_any(records(file).values(), names):
            document = document_of_record(record)
            located = ArticlePlaces(document)
            for fact in document.facts:
                if isinstance(fact, Person) and people.name_key(fact.name) in names:
                    key = (file, record["id"], people.name_key(fact.name))
                    found[key] = _mention(document, fact, located.provinces_of(fact)[1])
    return found


def _with_any(of: Iterable[dict[str, Any]], names: list[str]) -> Iterator[dict[str, Any]]:
    wanted = AhoCorasick(names)
    for record in of:
        text = tone_key(normalise(record.get("text") or record["body"]))
        if wanted.find_matches_as_indexes(text):
            yield record


def _mention(document: Document, fact: Person, province: str | None) -> people.Mention:
    year = document.published.year if document.published else None
    words = around(document.body, fact.start, fact.end, document.title)
    return people.Mention(fact.name, fact.position, fact.organisation, province, year, words)


def people_linked(pairs: tuple[Pair, ...]) -> Callable[[Pair], bool]:
    """Whether a pair of people comes into one cluster, everybody of those names clustered together."""
    found = mentions_of_people(pairs)
    keys = sorted(found)
    number = {key: index for index, key in enumerate(keys)}
    links = people.link([found[key] for key in keys])
    groups = cluster(len(keys), links, people.weights().threshold)
    group_of = {member: index for index, group in enumerate(groups) for member in group}

    def linked(pair: Pair) -> bool:
        left, right = (number.get(_key(place)) for place in pair[:2])
        return left is not None and right is not None and group_of[left] == group_of[right]

    return linked


def people_linked_alone(pairs: tuple[Pair, ...]) -> Callable[[Pair], bool]:
    """Whether a pair of people would be linked if there were no other mention."""
    found = mentions_of_people(pairs)

    def linked(pair: Pair) -> bool:
        left, right = (found.get(_key(place)) for place in pair[:2])
        if left is None or right is None:
            return False
        return any(link.score >= people.weights().threshold for link in people.link([left, right]))

    return linked


def _key(place: Place) -> tuple[str, str, str]:
    return place.file, place.document, people.name_key(printed(place))


def campaigns_linked(pair: Pair) -> bool:
    """Whether two names of campaigns are taken for one: by the register, else by likeness."""
    return campaigns.same(printed(pair.left), printed(pair.right))


def names_alike(pair: Pair) -> bool:
    """The same without the register: what happens to names that it lacks."""
    return wording.similarity(printed(pair.left), printed(pair.right)) >= campaigns.THRESHOLD


def composed() -> list[Composed]:
    """Pairs that we made up."""
    with (LABELS / "campaigns_composed.csv").open(encoding="utf-8", newline="") as file:
        rows = csv.DictReader(file)
        return [Composed(row["left"], row["right"], row["same"] == "1", row["half"]) for row in rows]


def composed_linked(pair: Composed) -> bool:
    """Whether two names that we made up are taken for one."""
    return campaigns.same(pair.left, pair.right)


def main() -> None:
    """Prints a table of figures, by half."""
    persons, names = tuple(labels("people.csv")), tuple(labels("campaigns.csv"))
    print("| what | half | pairs | of them one | linked | precision | recall |")
    print("| --- | --- | ---: | ---: | ---: | ---: | ---: |")
    _rows("people", persons, people_linked(persons))
    _rows("people, two mentions alone", persons, people_linked_alone(persons))
    _rows("campaigns", names, campaigns_linked)
    _rows("campaigns without the register", names, names_alike)
    _rows("campaigns, composed", composed(), composed_linked)


def _rows(what: str, pairs: Sequence[P], linked: Callable[[P], bool]) -> None:
    for half in ("a", "b", "both"):
        figures = measured([pair for pair in pairs if half in (pair.half, "both")], linked)
        shares = f"{figures.precision:.3f} | {figures.recall:.3f}"
        print(f"| {what} | {half} | {figures.pairs} | {figures.same} | {figures.linked} | {shares} |")
    if "-e" in sys.argv:
        for pair in pairs:
            if linked(pair) != pair.same:
                print("missed" if pair.same else "wrong", pair.half, *pair[:2])


if __name__ == "__main__":
    main()
