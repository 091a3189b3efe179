"""People across all stored mentions: links between those that differ, then one id for each person."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from warehouse.linking import people
from warehouse.linking.clusters import Decision, Pair, cluster
from warehouse.linking.model import Link
from warehouse.linking.people import Mention


@dataclass(frozen=True, slots=True)
class PersonFact:
    """A person fact as it is stored, with what its article says."""

    fact_id: str
    name: str
    position: str | None
    organisation: str | None
    province: str | None
    year: int | None
    group: str
    """Group of near-duplicate articles: one name in one text printed twice is one person."""

    def mention(self) -> Mention:
        """The mention as the model of linkage compares it."""
        return Mention(self.name, self.position, self.organisation, self.province, self.year)


def decided(facts: Sequence[PersonFact], stored: Iterable[tuple[str, str, str]]) -> dict[Pair, Decision]:
    """Decisions by positions in a list of facts; those about facts that are gone are left out."""
    places = {fact.fact_id: place for place, fact in enumerate(facts)}
    return {
        (places[left], places[right]): "same" if verdict == "same" else "different"
        for left, right, verdict in stored
        if left in places and right in places
    }


def linked(facts: Sequence[PersonFact], decisions: dict[Pair, Decision]) -> Iterator[dict[str, Any]]:
    """Rows of ``person_link``: each mention with its person, and the best link that says so."""
    links = [link for link in _links(facts) if link.score >= people.weights().threshold]
    best: dict[int, tuple[float, int, Link]] = {}
    for link in links:
        for one, other in ((link.left, link.right), (link.right, link.left)):
            if one not in best or (link.score, -other) > best[one][:2]:
                best[one] = (link.score, -other, link)
    for members in cluster(len(facts), links, people.weights().threshold, decisions):
        person = min(facts[member].fact_id for member in members)
        for member in members:
            yield {"fact_id": facts[member].fact_id, "person_id": person} | _why(facts, best.get(member))


def _why(facts: Sequence[PersonFact], best: tuple[float, int, Link] | None) -> dict[str, Any]:
    if best is None:
        return {}
    score, other, link = best
    comparisons = ", ".join(f"{comparison}={level}" for comparison, level in link.levels)
    return {"score": score, "linked_to": facts[-other].fact_id, "comparisons": comparisons}


def _links(facts: Sequence[PersonFact]) -> Iterator[Link]:
    """Links between mentions. Equal mentions are compared once: a leader stands in thousands of articles."""
    alike: dict[Mention, list[int]] = defaultdict(list)
    for place, fact in enumerate(facts):
        alike[fact.mention()].append(place)
    distinct = list(alike)
    linked_up: set[int] = set()
    for link in people.link(distinct):
        if link.score >= people.weights().threshold:
            linked_up.update((link.left, link.right))
            yield Link(alike[distinct[link.left]][0], alike[distinct[link.right]][0], link.score, link.levels)
    for index, mention in enumerate(distinct):
        yield from _among_equals(mention, alike[mention], joined=index in linked_up)
    yield from _within_groups(facts)


def _among_equals(mention: Mention, places: Sequence[int], *, joined: bool) -> Iterator[Link]:
    """Equal mentions are one person if they say enough, or if what they say leads all to the same person."""
    if len(places) == 1:
        return
    levels = people.compare(mention, mention)
    score = people.weights().probability(levels)
    if joined:
        score = max(score, people.weights().threshold)
    for place in places[1:]:
        yield Link(places[0], place, score, tuple(levels.items()))


def _within_groups(facts: Sequence[PersonFact]) -> Iterator[Link]:
    first: dict[tuple[str, str], int] = {}
    for place, fact in enumerate(facts):
        start = first.setdefault((fact.group, people.name_key(fact.name)), place)
        if start != place and facts[start].fact_id != fact.fact_id:
            yield Link(start, place, 1.0, (("group", "same"),))
