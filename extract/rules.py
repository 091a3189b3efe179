"""Rules by id: what each one reads, since which version, and the Vietnamese examples it must pass.

They are declared under ``data/rules/*.toml``::

    [[rule]]
    id = "award.recipients-first"
    version = 1
    confidence = 0.9
    explains = "A count of recipients, a granter that acts, and the award: N cá nhân được X tặng Y."
    examples = [
      { text = "Có 5 cá nhân được LĐLĐ tỉnh tặng Bằng khen.", expect = [{ award = "Bằng khen", count = 5 }] },
    ]

One test runs every rule on its own examples: of all that the pipeline reads from ``text``, what this rule
found must be ``expect``, in order, attribute by attribute.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import Any

import data


@dataclass(frozen=True, slots=True)
class Example:
    """A text and what the rule must find in it: one mapping of attributes per find."""

    text: str
    expect: tuple[dict[str, Any], ...]


@dataclass(frozen=True, slots=True)
class Rule:
    """A declared rule. ``confidence`` is how often its finds are right, between 0 and 1."""

    id: str
    version: int
    explains: str
    confidence: float
    examples: tuple[Example, ...]

    def evidence(self, text: str, start: int, end: int, confidence: float | None = None) -> dict[str, Any]:
        """The evidence fields of a fact that this rule found at ``text[start:end]``."""
        return {
            "text": text[start:end],
            "start": start,
            "end": end,
            "rule": self.id,
            "rule_version": self.version,
            "confidence": self.confidence if confidence is None else confidence,
        }


@cache
def all_rules() -> dict[str, Rule]:
    """Every declared rule by id.

    Raises:
        ValueError: a rule is declared twice or lacks a field; the message names its file.
    """
    rules: dict[str, Rule] = {}
    for name in data.files("rules", ".toml"):
        for entry in data.toml(name)["rule"]:
            if missing := {"id", "version", "explains", "confidence", "examples"} - entry.keys():
                raise ValueError(
                    f"data/{name}: rule {entry.get('id', '?')} lacks {', '.join(sorted(missing))}"
                )
            if entry["id"] in rules:
                raise ValueError(f"data/{name}: rule {entry['id']} is declared twice")
            examples = tuple(Example(e["text"], tuple(e["expect"])) for e in entry["examples"])
            rules[entry["id"]] = Rule(**(entry | {"examples": examples}))
    return rules


def rule(rule_id: str) -> Rule:
    """One rule by its id.

    Raises:
        KeyError: no such rule is declared under data/rules.
    """
    return all_rules()[rule_id]
