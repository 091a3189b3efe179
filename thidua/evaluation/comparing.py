"""What a change of the rules gained and lost, measured on the same gold."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from thidua.evaluation.likeness import Record
from thidua.evaluation.pairing import TYPES, pair


@dataclass(frozen=True, slots=True)
class Change:
    """A gold fact gained or lost, or a spurious one gone or new."""

    document: str
    type: str
    what: str
    """``gained``, ``lost``, ``spurious gone`` or ``spurious new``."""
    rule: str
    """The rule that found the fact: the old one for what is lost or gone."""
    text: str


def compare(gold: Mapping[str, Record], old: Mapping[str, Record], new: Mapping[str, Record]) -> list[Change]:
    """Changes from older facts to newer ones, document by document."""
    nothing: Record = {"facts": [], "body": ""}
    return [
        change
        for doc_id, gold_doc in gold.items()
        for kind in TYPES
        for change in _changes(doc_id, kind, gold_doc, old.get(doc_id, nothing), new.get(doc_id, nothing))
    ]


def _changes(doc_id: str, kind: str, gold: Record, old: Record, new: Record) -> Iterator[Change]:
    before, after = pair(kind, gold, old), pair(kind, gold, new)
    found_before = {id(g): f for g, f in before.pairs if not g.get("optional")}
    found_after = {id(g): f for g, f in after.pairs if not g.get("optional")}
    for what, have, lack in (("gained", found_after, found_before), ("lost", found_before, found_after)):
        yield from (_change(doc_id, kind, what, fact) for key, fact in have.items() if key not in lack)
    wrong_before = {_key(fact): fact for fact in before.spurious}
    wrong_after = {_key(fact): fact for fact in after.spurious}
    for what, these, those in (
        ("spurious gone", wrong_before, wrong_after),
        ("spurious new", wrong_after, wrong_before),
    ):
        yield from (_change(doc_id, kind, what, fact) for key, fact in these.items() if key not in those)


def _key(fact: Record) -> tuple[object, ...]:
    return fact.get("text"), fact.get("name"), fact.get("count"), fact.get("value"), fact.get("amount_vnd")


def _change(doc_id: str, kind: str, what: str, fact: Record) -> Change:
    return Change(doc_id, kind, what, fact.get("rule") or "?", fact.get("text") or "")
