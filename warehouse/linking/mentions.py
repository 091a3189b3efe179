"""People across all stored mentions: links between those that differ, then one id for each person."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from warehouse.linking import people
from warehouse.linking.clusters import Decision, Pair, cluster
from warehouse.linking.model import Link
from warehouse.linking.people import Mention, WordsOf


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


def linked(
    facts: Sequence[PersonFact], decisions: dict[Pair, Decision], words_of: WordsOf
) -> Iterator[dict[str, Any]]:
    """Rows of ``person_link``: each mention with its person, and the best link that says so.

    Args:
        facts: in the order of their ids, so that the order of loading does not show.
        decisions: what people decided about pairs of them.
        words_of: the articles' words around facts at some places, and their headlines.
    """
    scored = people.link([fact.mention() for fact in facts], words_of)
    links = [link for link in scored if link.score >= people.weights().threshold]
    links += _within_groups(facts)
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


def _within_groups(facts: Sequence[PersonFact]) -> Iterator[Link]:
    first: dict[tuple[str, str], int] = {}
    for place, fact in enumerate(facts):
        start = first.setdefault((fact.group, people.name_key(fact.name)), place)
        if start != place:
            yield Link(start, place, 1.0, (("group", "same"),))
