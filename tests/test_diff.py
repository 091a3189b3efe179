"""What changed between two databases: kept, moved, changed, gained and lost, by rule."""

from __future__ import annotations

import json
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import duckdb

from schemas import Award, Document, Page, Person
from tests.small_warehouse import load, thidua
from warehouse import Entry
from warehouse.diffing import RuleCount, changes, compared

BODY = "Ông Kha Văn Lục và bà Mè Thị Nhẫn nhận 7 Bằng khen, 9 Giấy khen. Ông Kha Văn Lục, Tổ phó, cảm ơn."


def fact(kind: type[Any], words: str, rule: str, body: str = BODY, **said: Any) -> Any:
    start = body.rindex(words)
    place = {"text": words, "start": start, "end": start + len(words)}
    return kind(**said, **place, rule=rule, rule_version=1, confidence=0.9)


def entry(name: str, facts: Iterable[Any], body: str = BODY) -> Entry:
    return Entry(Document(id=name, body=body, facts=tuple(facts)), Page(sha256="0" * 64))


BRAVE = fact(Award, "7 Bằng khen", "award.a", award="Bằng khen", count=7)
PAPER = fact(Award, "9 Giấy khen", "award.a", award="Giấy khen", count=9)
LUC = fact(Person, "Kha Văn Lục", "person.a", name="Kha Văn Lục")
FULL = fact(Person, "Ông Kha Văn Lục, Tổ phó", "person.b", name="Kha Văn Lục", position="Tổ phó")
NHAN = fact(Person, "Mè Thị Nhẫn", "person.a", name="Mè Thị Nhẫn")


def compare(
    tmp_path: Path, old: list[Entry], new: list[Entry]
) -> tuple[dict[str, RuleCount], list[Any], Any]:
    before, after = load(tmp_path / "it's old.duckdb", *old), load(tmp_path / 'a "new".duckdb', *new)
    with compared(before, after) as comparison:
        return {one.rule: one for one in comparison.rules}, list(changes(comparison)), comparison.articles


def test_the_same_facts_are_kept(tmp_path: Path) -> None:
    rules, listed, articles = compare(tmp_path, [entry("a", [BRAVE, LUC])], [entry("a", [BRAVE, LUC])])
    assert not listed
    assert rules["award.a"] == RuleCount("award", "award.a", 1, 0, 0, 0, 0, 0, 0)
    assert articles == {"in_both": 1, "only_old": 0, "only_new": 0, "other_text": 0}


def test_gained_lost_and_changed_by_rule(tmp_path: Path) -> None:
    better = fact(Award, "nhận 7 Bằng khen", "award.b", award="Bằng khen", count=7, unit="individual")
    rules, listed, _ = compare(
        tmp_path, [entry("a", [BRAVE, PAPER, LUC])], [entry("a", [better, FULL, NHAN])]
    )
    assert {(one.how, one.type, one.rule) for one in listed} == {
        ("changed", "award", "award.b"),
        ("changed", "person", "person.b"),
        ("gained", "person", "person.a"),
        ("lost", "award", "award.a"),
    }
    told = {(one.how, one.type): (one.before, one.after) for one in listed}
    assert told["changed", "award"] == ({"unit": None}, {"unit": "individual"})
    assert told["changed", "person"] == ({"position": None}, {"position": "Tổ phó"})
    assert told["lost", "award"] == ({"award": "Giấy khen", "count": 9, "status": "awarded"}, {})
    assert (rules["award.a"].lost, rules["award.b"].changed, rules["person.a"].gained) == (1, 1, 1)


def test_the_same_said_elsewhere_is_kept_also_where_the_text_has_changed(tmp_path: Path) -> None:
    body = "Tin vui. " + BODY
    moved = fact(Award, "7 Bằng khen", "award.b", body, award="Bằng khen", count=7)
    rules, listed, articles = compare(tmp_path, [entry("a", [BRAVE])], [entry("a", [moved], body)])
    assert not listed
    assert (rules["award.b"].kept, rules["award.b"].from_other_rules) == (1, 1)
    assert articles["other_text"] == 1


def test_facts_of_articles_that_only_one_has_are_neither_gained_nor_lost(tmp_path: Path) -> None:
    rules, listed, articles = compare(
        tmp_path, [entry("a", [BRAVE]), entry("b", [PAPER])], [entry("a", [BRAVE]), entry("c", [NHAN, LUC])]
    )
    assert not listed
    assert (articles["in_both"], articles["only_old"], articles["only_new"]) == (1, 1, 1)
    assert (rules["award.a"].kept, rules["award.a"].in_gone_articles) == (1, 1)
    assert rules["person.a"].in_new_articles == 2


def test_two_facts_that_say_one_thing_are_paired_one_to_one(tmp_path: Path) -> None:
    twice = "Hôm qua 4 Giấy khen. Hôm nay 4 Giấy khen."
    first = {
        "text": "4 Giấy khen",
        "start": 8,
        "end": 19,
        "rule": "award.a",
        "rule_version": 1,
        "confidence": 1,
    }
    facts = [
        Award(award="Giấy khen", count=4, **first),
        fact(Award, "4 Giấy khen", "award.a", twice, award="Giấy khen", count=4),
    ]
    rules, _, _ = compare(tmp_path, [entry("a", facts, twice)], [entry("a", facts[1:], twice)])
    assert (rules["award.a"].kept, rules["award.a"].lost) == (1, 1)


def test_files_of_other_versions_are_compared_by_what_both_know(tmp_path: Path) -> None:
    old, new = (load(tmp_path / f"{n}.duckdb", entry("a", [BRAVE, LUC])) for n in ("old", "new"))
    with duckdb.connect(str(old)) as database:
        database.execute("DROP TABLE IF EXISTS fact_claim")
        database.execute("UPDATE schema_version SET version = 1")
        database.execute("ALTER TABLE award DROP COLUMN level")
        database.execute("UPDATE fact SET fact_id = 'x' || fact_id")
        for table in ("award", "person"):
            database.execute(f"UPDATE {table} SET fact_id = 'x' || fact_id")
    with compared(old, new) as comparison:
        assert [(one.kept, one.changed, one.gained, one.lost) for one in comparison.rules] == [
            (1, 0, 0, 0)
        ] * 2


def test_the_command(tmp_path: Path) -> None:
    old = load(tmp_path / "old.duckdb", entry("a", [BRAVE, PAPER]))
    new = load(tmp_path / "new.duckdb", entry("a", [PAPER, NHAN]))
    before = old.read_bytes(), new.read_bytes()
    shown = thidua("diff", old, new, "--list")
    assert shown.exit_code == 0
    assert '+ person [person.a] name "Mè Thị Nhẫn"' in shown.stdout
    assert "“7 Bằng khen”" in shown.stdout
    counts, *listed = [
        json.loads(line) for line in thidua("diff", old, new, "--list", "--json").stdout.splitlines()
    ]
    assert counts["articles"]["in_both"] == 1
    assert [one["how"] for one in listed] == ["lost", "gained"]
    assert len(thidua("diff", old, new, "--list", "--limit", "1", "--json").stdout.splitlines()) == 2
    assert (old.read_bytes(), new.read_bytes()) == before
    assert sorted(file.name for file in tmp_path.iterdir()) == ["new.duckdb", "old.duckdb"]


def test_files_that_cannot_be_compared_are_told(tmp_path: Path) -> None:
    db = load(tmp_path / "a.duckdb", entry("a", [BRAVE]))
    (tmp_path / "other.duckdb").write_text("no database")
    with duckdb.connect(str(tmp_path / "foreign.duckdb")) as database:
        database.execute("CREATE TABLE x (y INTEGER)")
    for name in ("none.duckdb", "other.duckdb", "foreign.duckdb", "a.duckdb"):
        assert thidua("diff", db, tmp_path / name).exit_code == 1
    assert not (tmp_path / "none.duckdb").exists()
