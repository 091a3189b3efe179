"""Precision, recall, F1 and strict F1 over many documents; how right document fields and bodies are."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from thidua.evaluation.likeness import ATTRIBUTES, Record, attribute_right, place, token_f1
from thidua.evaluation.pairing import TYPES, Pairing, pair

FIELDS = ("title", "published", "province", "province_2025")


@dataclass(frozen=True, slots=True)
class Error:
    """One thing that is wrong: a miss, a spurious fact or wrong attributes (name → wanted, got)."""

    document: str
    type: str
    what: str
    text: str
    rule: str | None = None
    attributes: dict[str, tuple[Any, Any]] = field(default_factory=dict)


@dataclass(slots=True)
class Tally:
    """Counts of one type or rule."""

    gold: int = 0
    predicted: int = 0
    found: int = 0
    strict: int = 0

    def __add__(self, other: Tally) -> Tally:
        """Both together."""
        return Tally(
            self.gold + other.gold,
            self.predicted + other.predicted,
            self.found + other.found,
            self.strict + other.strict,
        )

    def ratios(self, found: int) -> tuple[float, float, float]:
        """Precision, recall and F1 if so many were found."""
        precision = found / self.predicted if self.predicted else 0.0
        recall = found / self.gold if self.gold else 0.0
        both = precision + recall
        return precision, recall, 2 * precision * recall / both if both else 0.0

    def figures(self) -> dict[str, float]:
        """The figures of a report."""
        precision, recall, f1 = self.ratios(self.found)
        return {
            "gold": self.gold,
            "predicted": self.predicted,
            "precision": precision,
            "recall": recall,
            "f1": f1,
            "strict_f1": self.ratios(self.strict)[2],
        }


@dataclass(slots=True)
class Report:
    """Everything counted over the documents."""

    documents: int = 0
    types: dict[str, Tally] = field(default_factory=lambda: {kind: Tally() for kind in TYPES})
    rules: dict[str, Tally] = field(default_factory=lambda: defaultdict(Tally))
    """By rule: facts predicted, found and strictly right; gold is unknown to a rule and stays 0."""
    stated: Counter[tuple[str, str]] = field(default_factory=Counter)
    right: Counter[tuple[str, str]] = field(default_factory=Counter)
    fields: Counter[str] = field(default_factory=Counter)
    fields_of: Counter[str] = field(default_factory=Counter)
    body_f1: list[float] = field(default_factory=list)
    bad_offsets: int = 0
    errors: list[Error] = field(default_factory=list)

    def as_json(self) -> dict[str, Any]:
        """The report in the shape of the shared script's, and the rules besides."""
        kinds = {**self.types, "all": sum(self.types.values(), Tally())}
        about = {name: self.fields[name] / self.fields_of[name] for name in FIELDS if self.fields_of[name]}
        body = sum(self.body_f1) / len(self.body_f1) if self.body_f1 else 0.0
        return {
            "documents": self.documents,
            "types": {kind: tally.figures() for kind, tally in kinds.items()},
            "attributes": {kind: self._attributes(kind) for kind in TYPES},
            "document": {**about, "body_f1": body},
            "bad_offsets": self.bad_offsets,
            "rules": {
                rule: {"predicted": tally.predicted, "found": tally.found, "strict": tally.strict}
                for rule, tally in sorted(self.rules.items())
            },
        }

    def _attributes(self, kind: str) -> dict[str, tuple[float, int]]:
        keys = [(kind, name) for name in ATTRIBUTES[kind] if self.stated[kind, name]]
        return {key[1]: (self.right[key] / self.stated[key], self.stated[key]) for key in keys}


def score(gold: Mapping[str, Record], found: Mapping[str, Record]) -> Report:
    """Scores documents by id. One that is missing counts as one without facts, an extra one is ignored."""
    report = Report()
    for doc_id, gold_doc in gold.items():
        found_doc = found.get(doc_id, {"facts": [], "body": ""})
        report.documents += 1
        _score_fields(report, gold_doc, found_doc)
        for kind in TYPES:
            _score_facts(report, doc_id, kind, pair(kind, gold_doc, found_doc))
    return report


def _score_fields(report: Report, gold: Record, found: Record) -> None:
    body = found.get("body") or ""
    report.body_f1.append(token_f1(gold["body"], body))
    for name in FIELDS:
        want, got = gold.get(name), found.get(name)
        if name == "title" and not want:
            continue
        report.fields_of[name] += 1
        if name == "published":
            report.fields[name] += (want or "") == (got or "")[:10]
        else:
            report.fields[name] += place(want) == place(got)
    for fact in found["facts"]:
        text = fact.get("text")
        report.bad_offsets += not text or body[fact.get("start", 0) : fact.get("end", 0)] != text


def _score_facts(report: Report, doc_id: str, kind: str, pairing: Pairing) -> None:
    tally = report.types[kind]
    counted = [(gold, found) for gold, found in pairing.pairs if not gold.get("optional")]
    tally.gold += len(counted) + len(pairing.missed)
    tally.predicted += len(counted) + len(pairing.spurious)
    for gold, found in counted:
        _score_pair(report, doc_id, kind, gold, found)
    for gold in pairing.missed:
        report.errors.append(Error(doc_id, kind, "missed", gold["text"]))
    for found in pairing.spurious:
        report.rules[_rule(found)].predicted += 1
        report.errors.append(Error(doc_id, kind, "spurious", found.get("text") or "", _rule(found)))


def _score_pair(report: Report, doc_id: str, kind: str, gold: Record, found: Record) -> None:
    stated = [name for name in ATTRIBUTES[kind] if gold.get(name) not in (None, [])]
    wrong = [name for name in stated if not attribute_right(name, gold, found)]
    for counts in (report.types[kind], rule := report.rules[_rule(found)]):
        counts.found += 1
        counts.strict += not wrong
    rule.predicted += 1
    report.stated.update((kind, name) for name in stated)
    report.right.update((kind, name) for name in stated if name not in wrong)
    if wrong:
        differing = {name: (gold[name], found.get(name)) for name in wrong}
        report.errors.append(Error(doc_id, kind, "attribute", gold["text"], _rule(found), differing))


def _rule(fact: Record) -> str:
    return fact.get("rule") or "?"
