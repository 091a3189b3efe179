"""A private export names nobody and quotes nothing, in any file."""

from __future__ import annotations

import json
import stat
import zipfile
from pathlib import Path
from typing import Any

import duckdb
import pyarrow.parquet as pq
import pytest
from typer.testing import Result

import data
from schemas import Award, Person
from schemas.tables import TABLES
from tests.small_warehouse import BODY, FACTS, entry, load, thidua, words
from warehouse.exporting.privacy import Privacy

URL = "http://a.example/ba-ta-thi-en-trao-bang-khen"
SECRET = (
    *("Tạ Thị Én", "Lò Văn Sậy", "Kim Thị Nụ", "Tổ trưởng", "Lụa Mây", "Guồng sợi", "trao thưởng", URL),
    *(BODY[start : start + 12] for start in range(0, len(BODY) - 12, 6)),
    *("bai-ve-ta-thi-en", "ta-thi-en"),
)
KNOWN = {"title": "Tạ Thị Én trao thưởng", "url": URL, "authors": ("Kim Thị Nụ",), "province": "Hà Nam"}


@pytest.fixture
def db(tmp_path: Path) -> Path:
    named = entry("bai-ve-ta-thi-en", source="Trang của Tạ Thị Én", **KNOWN)
    return load(tmp_path / "test.duckdb", named, entry("b", source="Báo Lụa"))


def export(db: Path, name: str, *more: object, form: str = "jsonl") -> Path:
    folder = db.parent / name
    result = run(folder, db, form, *more)
    assert result.exit_code == 0, result.output
    return folder


def run(folder: Path, db: Path, form: str, *more: object) -> Result:
    return thidua("export", folder, "--format", form, "--db", db, "--private", "--quiet", *more)


def contents(folder: Path, form: str) -> list[bytes]:
    """Bytes of all files, those inside compressed ones too."""
    found = [file.read_bytes() for file in folder.iterdir()]
    for file in folder.iterdir():
        if form == "xlsx" and file.suffix == ".xlsx":
            with zipfile.ZipFile(file) as book:
                found += [book.read(name) for name in book.namelist()]
        if form == "parquet" and file.suffix == ".parquet":
            table = pq.read_table(file)
            found.append(json.dumps(table.to_pylist(), default=str, ensure_ascii=False).encode())
            found.append(json.dumps(table.to_pylist(), default=str).encode())
    return found


@pytest.mark.parametrize("form", ["parquet", "csv", "jsonl", "xlsx"])
def test_no_name_and_no_text_in_any_byte(db: Path, form: str) -> None:
    folder = export(db, "out", form=form)
    with duckdb.connect(str(db), read_only=True) as database:
        ids = [row[0] for row in database.execute("SELECT article_id FROM article").fetchall()]
        ids += [row[0] for row in database.execute("SELECT fact_id FROM fact").fetchall()]
        ids += [row[0] for row in database.execute("SELECT page_hash FROM page").fetchall()]
    key = (db.parent / "test.duckdb.pseudonym-key").read_text().strip()
    for content in contents(folder, form):
        for secret in (*SECRET, *ids, key):
            assert secret.encode() not in content, secret
            assert json.dumps(secret)[1:-1].encode() not in content, secret


def rows(folder: Path, table: str) -> list[dict[str, Any]]:
    return [json.loads(line) for line in (folder / f"{table}.jsonl").open(encoding="utf-8")]


def test_figures_stay_and_tables_still_join(db: Path) -> None:
    folder = export(db, "out")
    articles = {row["article_id"]: row for row in rows(folder, "article")}
    facts = {row["fact_id"]: row for row in rows(folder, "fact")}
    assert len(articles) == 2
    assert {row["article_id"] for row in facts.values()} == set(articles)
    awards = rows(folder, "award")
    assert [(row["award"], row["count"]) for row in awards] == [("Bằng khen", 3)] * 2
    assert {facts[row["fact_id"]]["type"] for row in awards} == {"award"}
    assert {row["name"] for row in rows(folder, "source")} == {None, "Báo Lụa"}, (
        "a source that names a person"
    )
    assert sorted(facts) == [row["fact_id"] for row in rows(folder, "fact")], "the old order is not kept"


def test_one_person_has_one_pseudonym_in_every_export_with_the_same_key(db: Path, tmp_path: Path) -> None:
    first = {row["name"] for row in rows(export(db, "first"), "person")}
    assert len(first) == 1, "one name in two articles"
    other = Person(name="LÒ VĂN SẬY", **words("Lò Văn Sậy"))
    folder = tmp_path / "another"
    folder.mkdir()
    another = load(folder / "another.duckdb", entry("c", facts=(FACTS[0], other)))
    key = tmp_path / "test.duckdb.pseudonym-key"
    second = {row["name"] for row in rows(export(another, "out", "--key", key), "person")}
    assert first < second
    (sewn,) = second - first
    assert rows(tmp_path / "first", "initiative")[0]["authors"] == [sewn], "case makes no other person"
    without = {row["name"] for row in rows(export(another, "other-key"), "person")}
    assert not without & second


def test_names_that_differ_in_tone_are_two_people_and_tone_placement_is_none() -> None:
    privacy = Privacy(b"k" * 32)
    assert privacy.pseudonym("Lê Thị Thuỷ") == privacy.pseudonym("LÊ THỊ THỦY")
    assert privacy.pseudonym("Lê Thị Thuỷ") != privacy.pseudonym("Lê Thị Thúy")


def test_the_key_is_for_its_owner_only_and_never_in_the_export(db: Path) -> None:
    folder = export(db, "out")
    key = db.parent / "test.duckdb.pseudonym-key"
    assert stat.S_IMODE(key.stat().st_mode) == 0o600
    assert run(db.parent / "in", db, "csv", "--key", db.parent / "in" / "key").exit_code == 1
    assert not list(folder.glob("*key*"))
    key.write_text("short")
    assert run(db.parent / "short", db, "csv").exit_code == 1


def test_an_award_that_names_a_person_is_left_out(tmp_path: Path) -> None:
    odd = Award(award="Giải Tạ Thị Én", count=3, **words("3 Bằng khen"))
    db = load(tmp_path / "odd.duckdb", entry("a", facts=(FACTS[0], odd)))
    assert [row["award"] for row in rows(export(db, "out"), "award")] == [None]


def test_what_is_not_known_to_be_safe_is_refused(db: Path) -> None:
    assert run(db.parent / "out", db, "csv", "--table", "facts_long").exit_code == 1


def test_somebody_has_thought_about_every_column() -> None:
    declared = data.toml("exporting/private.toml")
    for table in TABLES:
        listed = declared[table.name]
        missing = [column.name for column in table.columns if column.name not in listed]
        assert not missing or listed.get("*") == "keep", (table.name, missing)
