"""The measure: our figures are those of the shared script; floors only rise; changes are told by rule."""

from __future__ import annotations

import copy
import importlib.util
import json
import random
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner, Result

import data
from thidua.cli import app
from thidua.evaluation import comparing, floors, score
from thidua.evaluation.inputs import load
from thidua.evaluation.scoring import FIELDS

SHARED = Path(__file__).parents[2] / "shared" / "gold"
SAMPLES = data.ROOT / "samples" / "samples.jsonl"
FLOORS = Path(__file__).parent / "floors.toml"


def thidua(*arguments: object) -> Result:
    return CliRunner().invoke(app, [str(argument) for argument in arguments])


def disturbed(gold: dict[str, Any], seed: int) -> dict[str, Any]:
    """Predictions with what goes wrong in life: facts missed, told twice, wrong, out of order."""
    chance = random.Random(seed)
    found = copy.deepcopy(gold)
    for document in found.values():
        facts = []
        for fact in document["facts"]:
            facts += [fact] * (chance.random() < 0.85) + [dict(fact)] * (chance.random() < 0.15)
            if chance.random() < 0.3:
                facts.append(fact | _wrong(fact, chance))
        chance.shuffle(facts)
        document["facts"] = facts
        if chance.random() < 0.2:
            document |= {"body": document["body"][7:], "province": "tỉnh Khác", "published": None}
    return dict(list(found.items())[seed % 2 :])


def _wrong(fact: dict[str, Any], chance: random.Random) -> dict[str, Any]:
    name = chance.choice([key for key in fact if key not in ("type", "authors")])
    value = fact[name]
    return {name: value + 1 if isinstance(value, int) else f"{value} khác" if value else "khác"}


@pytest.mark.parametrize("name", ["seeds.jsonl", "samples"])
@pytest.mark.parametrize("seed", range(6))
def test_figures_are_those_of_the_shared_script(name: str, seed: int) -> None:
    if not SHARED.exists():
        pytest.skip("the shared gold and its script are not beside this checkout")
    spec = importlib.util.spec_from_file_location("shared_score", SHARED / "score.py")
    assert spec is not None
    assert spec.loader is not None
    shared = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(shared)
    gold = load(SAMPLES if name == "samples" else SHARED / name)
    found = disturbed(gold, seed)
    theirs: list[Any] = []
    expected = shared.score(gold, found, theirs)
    ours = score(gold, found)
    figures = ours.as_json()
    del figures["rules"]
    assert json.loads(json.dumps(figures)) == json.loads(json.dumps(expected))
    assert sorted((e.document, e.type, e.what, e.text) for e in ours.errors) == sorted(
        (document, kind, what, text or "") for document, kind, what, text, _ in theirs
    )


def test_seed_pages_stand_above_their_floors() -> None:
    gold, pages = SHARED / "seeds.jsonl", SHARED.parent / "seeds"
    if not pages.exists():
        pytest.skip("the shared gold and its pages are not beside this checkout")
    result = thidua("evaluate", gold, "--pages", pages, "--floors", FLOORS, "--check", "--json")
    assert result.exit_code == 0, result.stderr
    report = json.loads(result.stdout)
    assert report["bad_offsets"] == 0
    assert {name: report["document"][name] for name in FIELDS} == dict.fromkeys(FIELDS, 1.0)


GOLD_DOC = {
    "id": "x",
    "title": "Tin",
    "body": "Có 3 tập thể được tặng Cờ thi đua; 2 tập thể được tặng Cờ thi đua.",
    "facts": [
        {"type": "award", "text": "3 tập thể", "award": "Cờ thi đua", "count": 3, "unit": "group"},
        {
            "type": "award",
            "text": "2 tập thể",
            "award": "Cờ thi đua",
            "count": 2,
            "unit": "group",
            "optional": True,
        },
    ],
}


def found(*counts: int, **known: Any) -> dict[str, Any]:
    awards = ({"type": "award", "award": "Cờ thi đua", "count": count, "rule": "r.a"} for count in counts)
    return {"x": {"body": GOLD_DOC["body"], "facts": [award | known for award in awards]}}


def test_an_optional_fact_is_neither_rewarded_nor_punished() -> None:
    for counts in ((3,), (3, 2)):
        report = score({"x": GOLD_DOC}, found(*counts, unit="group"))
        tally = report.types["award"]
        assert (tally.gold, tally.predicted, tally.found, tally.strict) == (1, 1, 1, 1)


def test_a_restatement_is_ignored_and_a_spurious_fact_counts_against_its_rule() -> None:
    report = score({"x": GOLD_DOC}, found(3, 3, 9, unit="group"))
    assert report.types["award"].predicted == 2
    rule = report.rules["r.a"]
    assert (rule.predicted, rule.found) == (2, 1)


def test_a_wrong_attribute_is_found_but_not_strict() -> None:
    report = score({"x": GOLD_DOC}, found(3, unit="family"))
    assert report.types["award"].found == 1
    assert report.types["award"].strict == 0
    assert report.errors[0].attributes == {"unit": ("group", "family")}


def test_comparison_names_gains_and_losses_by_rule() -> None:
    gold = {"x": GOLD_DOC}
    gained = comparing.compare(gold, found(8, rule="r.old"), found(3, rule="r.new"))
    assert [(change.what, change.rule) for change in gained] == [
        ("gained", "r.new"),
        ("spurious gone", "r.old"),
    ]
    lost = comparing.compare(gold, found(3, rule="r.old"), {})
    assert [(change.what, change.rule) for change in lost] == [("lost", "r.old")]


def test_floors_rise_and_never_fall(tmp_path: Path) -> None:
    path = tmp_path / "floors.toml"
    floors.write(path, {"a": floors.raised({"award": 0.9}, {"award": 0.8, "person": 0.5})})
    assert floors.read(path) == {"a": {"award": 0.9, "person": 0.5}}
    assert floors.broken({"award": 0.9}, {"award": 0.8}) == {"award": (0.9, 0.8)}
    assert floors.broken({"award": 0.9}, {"award": 0.9}) == {}


@pytest.fixture
def files(tmp_path: Path) -> tuple[Path, Path]:
    gold, predicted = tmp_path / "gold.jsonl", tmp_path / "predicted.jsonl"
    gold.write_text(json.dumps(GOLD_DOC), encoding="utf-8")
    predicted.write_text(json.dumps({"id": "x", **found(3, unit="group")["x"]}), encoding="utf-8")
    return gold, predicted


def test_command_checks_and_raises_floors(files: tuple[Path, Path], tmp_path: Path) -> None:
    gold, predicted = files
    path = tmp_path / "floors.toml"
    common = ("evaluate", gold, "--predicted", predicted, "--floors", path)
    assert thidua(*common, "--update").exit_code == 0
    assert floors.read(path)["gold"]["award"] == 1.0
    predicted.write_text(json.dumps({"id": "x", "body": "", "facts": []}), encoding="utf-8")
    worse = thidua(*common, "--check", "--update")
    assert worse.exit_code == 1
    assert "award is 0.000, below its floor of 1.000" in worse.stderr
    assert floors.read(path)["gold"]["award"] == 1.0


def test_command_prints_json_errors_and_changes(files: tuple[Path, Path]) -> None:
    gold, predicted = files
    report = json.loads(thidua("evaluate", gold, "--predicted", predicted, "--json").stdout)
    assert report["types"]["award"]["f1"] == 1.0
    assert report["rules"] == {"r.a": {"predicted": 1, "found": 1, "strict": 1}}
    compared = thidua(
        "evaluate", gold, "--predicted", predicted, "--json", "--compare", predicted, "--errors"
    )
    assert json.loads(compared.stdout)["changes"] == []
    printed = thidua("evaluate", gold, "--predicted", predicted, "--errors", "--compare", predicted).stdout
    assert "no change against the older facts" in printed


def test_without_pages_title_and_body_are_the_input(files: tuple[Path, Path], tmp_path: Path) -> None:
    gold, _ = files
    kept = tmp_path / "kept.jsonl"
    assert thidua("evaluate", gold, "-o", kept).exit_code == 0
    (document,) = load(kept).values()
    assert document["id"] == "x"
    assert [fact["count"] for fact in document["facts"] if fact["type"] == "award"] == [3, 2]


@pytest.mark.parametrize("content", ["", "{", '{"id": 1, "facts": []}', "[]"])
def test_gold_that_is_none_is_refused(content: str, tmp_path: Path) -> None:
    path = tmp_path / "gold.jsonl"
    path.write_text(content + "\n{}", encoding="utf-8")
    result = thidua("evaluate", path)
    assert result.exit_code == 2
    assert "not a document with facts" in result.stderr
    assert thidua("evaluate", tmp_path / "missing.jsonl").exit_code == 2
