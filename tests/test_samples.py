"""The sample pages are read as a person read them; what they say stays above the floors."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

import data
from schemas import Document
from thidua.evaluation import floors, score
from thidua.evaluation.inputs import items, load
from thidua.extraction import Extracted, extract

SAMPLES = data.ROOT / "samples"
PAGES = sorted((SAMPLES / "pages").iterdir())
GOLD = load(SAMPLES / "samples.jsonl")
FLOORS = Path(__file__).parent / "floors.toml"


def test_every_page_has_gold_and_gold_its_page() -> None:
    assert {page.stem for page in PAGES} == set(GOLD)
    assert len(PAGES) >= 10
    assert len({document["province"] for document in GOLD.values()}) >= 10
    years = {document["published"][:4] for document in GOLD.values()}
    assert min(years) < "2025" <= max(years)


@pytest.mark.parametrize("document", GOLD.values(), ids=GOLD)
def test_gold_keeps_its_own_rules(document: dict) -> None:
    facts = [fact | {"rule": "gold", "rule_version": 1, "confidence": 1} for fact in document["facts"]]
    for fact in facts:
        fact.pop("optional", None)
    Document.model_validate(document | {"facts": facts})


def test_gold_stands_on_its_page() -> None:
    for page in PAGES:
        text = re.sub(r"&#x27;", "'", page.read_text("utf-8"))
        for paragraph in GOLD[page.stem]["body"].split("\n"):
            assert paragraph in text, page.name


def test_facts_of_the_samples_stand_above_their_floors() -> None:
    found = {}
    for item in items(GOLD, [SAMPLES / "pages"]):
        outcome = extract(item)
        assert isinstance(outcome, Extracted), outcome
        found[item.id] = outcome.document.to_record()
    report = score(GOLD, found)
    assert report.bad_offsets == 0
    assert not floors.broken(floors.read(FLOORS)["samples"], floors.reached(report))
