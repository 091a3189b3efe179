"""Every declared rule reads its own examples, and only what it says it reads."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from extract import pipeline
from extract.language.normal import normalise
from extract.rules import Example, Rule, all_rules

EXAMPLES = [(rule, example) for rule in all_rules().values() for example in rule.examples]


def finds(rule_id: str, text: str) -> Iterator[object]:
    """What one rule found in a text: facts, or spans of any layer."""
    reading = pipeline.read(normalise(text))
    layers = (reading.facts, *(getattr(reading, layer) for layer in pipeline.LAYERS))
    yield from (find for layer in layers for find in layer if getattr(find, "rule", None) == rule_id)


@pytest.mark.parametrize(("rule", "example"), EXAMPLES, ids=[f"{r.id}-{e.text[:40]}" for r, e in EXAMPLES])
def test_rule_reads_its_example(rule: Rule, example: Example) -> None:
    found = list(finds(rule.id, example.text))
    seen = [{name: getattr(f, name) for name in want} for f, want in zip(found, example.expect, strict=False)]
    assert len(found) == len(example.expect), f"found {found}"
    for got, want in zip(seen, example.expect, strict=True):
        listed = {name: list(value) if isinstance(value, tuple) else value for name, value in got.items()}
        assert listed == dict(want)


@pytest.mark.parametrize("rule", all_rules().values(), ids=all_rules())
def test_rule_is_explained(rule: Rule) -> None:
    assert len(rule.examples) >= 2
    assert any(example.expect for example in rule.examples)
    assert len(rule.explains) >= 20
    assert 0 < rule.confidence <= 1
