"""What people decide about links: kept beside the database, obeyed by loads, taken back at will."""

from __future__ import annotations

import hashlib
import sqlite3
from pathlib import Path
from typing import Any

import duckdb
import pytest
from typer.testing import CliRunner, Result

from schemas import Document, Page, Person
from thidua.cli import app
from warehouse import Entry, loading
from warehouse.linking import storing

NAME = "Lại Thị Thuý Kiều"


def entry(name: str, position: str, organisation: str, rest: str) -> Entry:
    body = f"{NAME}, {position} {organisation}, {rest}"
    start = body.index(NAME)
    rule: dict[str, Any] = {"rule": "test.rule", "rule_version": 1, "confidence": 0.9}
    fact = Person(
        **{"name": NAME, "position": position, "organisation": organisation},
        **{"text": NAME, "start": start, "end": start + len(NAME)},
        **rule,
    )
    page = Page(sha256=hashlib.sha256(body.encode()).hexdigest(), origin=f"{name}.txt")
    return Entry(Document(id=name, body=body, facts=(fact,)), page)


NURSE = entry("a", "điều dưỡng", "Bệnh viện Mắt Sông Hậu", "trực đêm giao thừa.")
HEAD_NURSE = entry("b", "Điều dưỡng trưởng", "Bệnh viện Mắt Sông Hậu", "nhận quà.")
TEACHER = entry("c", "giáo viên", "Trường Tiểu học Đồng Chum", "dạy lớp ghép.")


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return load(tmp_path / "test.duckdb", NURSE, HEAD_NURSE, TEACHER)


def load(path: Path, *entries: Entry) -> Path:
    with loading(path, "1.0") as loader:
        for one in entries:
            loader.load([one])
    return path


def ask(path: Path, query: str) -> list[tuple[Any, ...]]:
    with duckdb.connect(str(path), read_only=True) as database:
        return database.execute(query).fetchall()


def facts(path: Path) -> dict[str, str]:
    """Document → the fact_id of its mention."""
    return dict(ask(path, "SELECT document_id, fact_id FROM fact JOIN article USING (article_id)"))


def together(path: Path) -> list[list[str]]:
    """Documents by the person they name."""
    query = """SELECT list(document_id ORDER BY document_id) FROM person_link JOIN fact USING (fact_id)
               JOIN article USING (article_id) GROUP BY person_id ORDER BY 1"""
    return [documents for (documents,) in ask(path, query)]


def people(path: Path, verdict: str, left: str, right: str, *more: str) -> Result:
    ids = facts(path)
    known = (ids.get(left, left), ids.get(right, right))
    return CliRunner().invoke(app, ["people", verdict, *known, "--db", str(path), *more])


def test_the_person_is_called_by_the_smallest_mention_and_the_score_is_kept(path: Path) -> None:
    assert together(path) == [["a", "b"], ["c"]]
    rows = ask(path, "SELECT fact_id, person_id, score, linked_to FROM person_link")
    ids = facts(path)
    pair = {ids["a"], ids["b"]}
    for fact, person, score, linked in rows:
        if fact in pair:
            assert (person, linked) == (min(pair), (pair - {fact}).pop())
            assert 0.65 <= score <= 1
        else:
            assert (person, score, linked) == (fact, None, None)


def test_a_decision_goes_before_the_score_and_can_be_taken_back(path: Path) -> None:
    assert people(path, "different", "a", "b", "--note", "hai chị em").exit_code == 0
    assert together(path) == [["a"], ["b"], ["c"]]
    assert people(path, "same", "c", "b").exit_code == 0
    assert together(path) == [["a"], ["b", "c"]]
    assert people(path, "undo", "b", "a").exit_code == 0
    assert people(path, "undo", "b", "c").exit_code == 0
    assert together(path) == [["a", "b"], ["c"]]
    assert ask(path, "FROM link_decision") == []


def test_every_word_is_kept_with_who_and_when(path: Path) -> None:
    people(path, "different", "a", "b", "--by", "Ngân", "--note", "hai chị em")
    people(path, "undo", "a", "b", "--by", "Hà")
    with sqlite3.connect(storing.beside(path)) as log:
        told = log.execute("SELECT verdict, decided_by, note FROM decision ORDER BY number").fetchall()
        moments = log.execute("SELECT decided_at FROM decision").fetchall()
        (mode,) = log.execute("PRAGMA journal_mode").fetchone()
    assert told == [("different", "Ngân", "hai chị em"), ("undone", "Hà", None)]
    assert all(moment.endswith("+00:00") for (moment,) in moments)
    assert mode == "wal"


def test_decisions_survive_the_database_and_facts_that_are_read_otherwise(path: Path) -> None:
    people(path, "different", "a", "b")
    path.unlink()
    load(
        path, TEACHER, entry("b", "Điều dưỡng trưởng", "Bệnh viện Mắt Sông Hậu, Cần Thơ", "nhận quà."), NURSE
    )
    assert together(path) == [["a"], ["b"], ["c"]]


def test_the_order_of_loading_does_not_show(path: Path, tmp_path: Path) -> None:
    people(path, "same", "a", "c")
    other = load(tmp_path / "other.duckdb", TEACHER, HEAD_NURSE, NURSE)
    people(other, "same", "c", "a")
    assert ask(path, "FROM person_link ORDER BY ALL") == ask(other, "FROM person_link ORDER BY ALL")


def test_a_fact_that_is_not_there_is_refused(path: Path) -> None:
    assert people(path, "same", "a", "nobody").exit_code == 2
    assert people(path, "same", "a", "a").exit_code == 2
    assert not storing.beside(path).exists()


def test_decisions_are_listed(path: Path) -> None:
    people(path, "same", "a", "c", "--by", "Ngân", "--note", "đổi nghề")
    result = CliRunner().invoke(app, ["people", "list", "--db", str(path)])
    assert "Ngân  same" in result.stdout
    assert "đổi nghề" in result.stdout


def test_proposals_are_printed_as_entries_and_nothing_is_written(tmp_path: Path) -> None:
    import tomllib

    from schemas import Campaign

    entries = []
    for number, name in enumerate(
        ('Nhà xưởng "3 sạch" \\ 2 đẹp', 'Nhà xưởng "3 sạch" \\ 2 đẹp năm 2021', "Một lần")
    ):
        body = f"Phong trào {name} lan rộng."
        evidence: dict[str, Any] = {"rule": "test.rule", "rule_version": 1, "confidence": 0.9}
        start = body.index(name)
        fact = Campaign(name=name, kind="movement", text=name, start=start, end=start + len(name), **evidence)
        page = Page(sha256=hashlib.sha256(body.encode()).hexdigest(), origin=f"{number}.txt")
        entries.append(Entry(Document(id=str(number), body=body, facts=(fact,), province="Hà Nam"), page))
    db = load(tmp_path / "c.duckdb", *entries)
    result = CliRunner().invoke(app, ["campaigns", "propose", "--db", str(db)])
    assert result.exit_code == 0
    (proposed,) = tomllib.loads(result.stdout)["campaign"]
    assert {proposed["name"], *proposed["aliases"]} == {e.document.facts[0].text for e in entries[:2]}
    assert (proposed["kind"], proposed["unquoted"]) == ("movement", False)
    assert "# 2 articles; Hà Nam" in result.stdout
