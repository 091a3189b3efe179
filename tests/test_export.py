"""Exports: every format holds the rows, describes itself, and no cell is a formula."""

from __future__ import annotations

import csv
import datetime as dt
import hashlib
import json
import re
import zipfile
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import duckdb
import pyarrow as pa
import pytest
from hypothesis import given
from hypothesis import strategies as st
from typer.testing import Result

from schemas import Document, Page
from tests.small_warehouse import BODY, entry, load, thidua
from warehouse import Entry
from warehouse.exporting.cells import guarded, unguarded


@pytest.fixture(scope="module")
def db(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("export") / "it's.duckdb"
    first = {"title": "=1+1", "url": "http://a.example/ta-thi-en", "authors": ("Kim Thị Nụ",)}
    return load(path, entry("a", published=dt.date(2024, 5, 1), province="Hà Nam", **first), entry("b"))


def export(db: Path, folder: Path, form: str, *more: object) -> Path:
    result = run(db, folder, form, *more)
    assert result.exit_code == 0, result.output
    return folder


def run(db: Path, folder: Path, form: str, *more: object) -> Result:
    return thidua("export", folder, "--format", form, "--db", db, "--quiet", *more)


def tables(db: Path) -> dict[str, list[str]]:
    query = "SELECT table_name, column_name FROM duckdb_columns() WHERE NOT internal ORDER BY column_index"
    found: dict[str, list[str]] = {}
    with duckdb.connect(str(db), read_only=True) as database:
        names = {name for (name,) in database.execute("SELECT table_name FROM duckdb_tables()").fetchall()}
        for table, column in database.execute(query).fetchall():
            if table in names:
                found.setdefault(table, []).append(column)
    return found


SMALL = [part for name in ("article", "fact", "initiative", "person") for part in ("--table", name)]
"""Without the thousands of communes."""


def fingerprint(database: duckdb.DuckDBPyConnection, relation: str) -> list[tuple[Any, ...]]:
    query = f"SELECT count(*), sum(hash(t)::HUGEINT) FROM {relation} AS t"
    return database.execute(query).fetchall()


def test_parquet_read_back_equals_the_tables(db: Path, tmp_path: Path) -> None:
    folder = export(db, tmp_path / "out", "parquet")
    with duckdb.connect(str(db), read_only=True) as database:
        for table in tables(db):
            stored = fingerprint(database, f'(FROM "{table}")')
            assert fingerprint(database, f"(FROM read_parquet('{folder}/{table}.parquet'))") == stored


def test_equal_databases_give_equal_files(db: Path, tmp_path: Path) -> None:
    for form in ("parquet", "csv", "jsonl", "xlsx"):
        once, again = (export(db, tmp_path / f"{form}{n}", form, *SMALL) for n in range(2))
        files = sorted(file.name for file in once.iterdir())
        assert files == sorted(file.name for file in again.iterdir())
        assert all((once / name).read_bytes() == (again / name).read_bytes() for name in files)


def test_jsonl_holds_every_value(db: Path, tmp_path: Path) -> None:
    folder = export(db, tmp_path / "out", "jsonl", *SMALL)
    articles = [json.loads(line) for line in (folder / "article.jsonl").open(encoding="utf-8")]
    by_id = {one["document_id"]: one for one in articles}
    assert by_id["a"]["body"] == BODY
    assert by_id["a"]["authors"] == ["Kim Thị Nụ"]
    assert by_id["a"]["published"] == "2024-05-01"
    assert by_id["b"]["title"] is None
    (made, _) = [json.loads(line) for line in (folder / "initiative.jsonl").open(encoding="utf-8")]
    assert made["benefit_vnd"] == 2**60


def rows(file: Path) -> list[dict[str, str]]:
    with file.open(encoding="utf-8", newline="") as opened:
        return list(csv.DictReader(opened))


def test_csv_cells_cannot_become_formulas(db: Path, tmp_path: Path) -> None:
    folder = export(db, tmp_path / "out", "csv")
    (one,) = [row for row in rows(folder / "article.csv") if row["document_id"] == "a"]
    assert one["title"] == "'=1+1"
    assert one["body"].startswith("'=HYPERLINK(")
    assert "đầu;' -2+3" in one["body"]
    assert "\n'- Anh" in one["body"]
    assert unguarded(one["body"]) == BODY
    assert rows(folder / "initiative.csv")[0]["title"] == "'+Guồng sợi"
    for file in folder.glob("*.csv"):
        for row in rows(file):
            assert not any(cell.lstrip()[:1] in tuple("=@+-") for cell in row.values() if cell)


CELLS = {
    "=1": "'=1",
    "@SUM(A1)": "'@SUM(A1)",
    "\tx": "'\tx",
    "\r=x": "'\r'=x",
    " =x": "' =x",
    "\uff1dx": "'\uff1dx",
    "-2+3": "'-2+3",
    "-5": "-5",
    "+1.250,5": "+1.250,5",
    "12%": "12%",
    "'=x": "''=x",
    "a;=x\n-y": "a;'=x\n'-y",
    "a = b, c-d": "a = b, c-d",
    "": "",
}


@pytest.mark.parametrize(("text", "cell"), CELLS.items())
def test_guarding_takes_effect_only_where_a_formula_could_begin_and_can_be_undone(
    text: str, cell: str
) -> None:
    assert guarded(pa.array([text, None])).to_pylist() == [cell, None]
    assert unguarded(cell) == text


@given(st.text(alphabet=st.sampled_from("=+-@\t\r\n;' 5.a\uff1d\u00a0"), max_size=12))
def test_no_text_can_begin_a_formula_and_all_text_can_be_had_back(text: str) -> None:
    (cell,) = guarded(pa.array([text])).to_pylist()
    assert unguarded(cell) == text
    if not re.fullmatch(r"[+-]?[0-9]+([.,][0-9]+)*", text):
        for part in re.split(r"[;\t\r\n]", cell):
            assert part.lstrip(" \u00a0")[:1] not in tuple("=+-@\uff1d"), cell


def test_workbook_cells_are_text_and_never_formulas_or_links(db: Path, tmp_path: Path) -> None:
    folder = export(db, tmp_path / "out", "xlsx", *SMALL)
    sheets = workbook(folder / "thidua.xlsx")
    with zipfile.ZipFile(folder / "thidua.xlsx") as book:
        for name in book.namelist():
            text = book.read(name).decode("utf-8", "replace")
            assert "<f>" not in text
            assert "<f " not in text
            assert "<hyperlink" not in text
    assert set(sheets) == {"dictionary", "article", "fact", "initiative", "person"}
    header, *articles = sheets["article"]
    stored = {row[header.index("document_id")]: dict(zip(header, row, strict=False)) for row in articles}
    assert stored["a"]["title"] == "=1+1"
    assert stored["a"]["body"] == BODY
    made = dict(zip(*sheets["initiative"][:2], strict=False))
    assert made["benefit_vnd"] == str(2**60), "no digit is lost"


def workbook(path: Path) -> dict[str, list[list[str]]]:
    """Cells of every sheet, read with no more than the standard library."""
    space = {"m": "http://schemas.openxmlformats.org/spreadsheetml/2006/main"}
    with zipfile.ZipFile(path) as book:
        listed = ElementTree.fromstring(book.read("xl/workbook.xml")).iterfind("m:sheets/m:sheet", space)
        names = [one.get("name", "") for one in listed]
        found = {}
        for number, name in enumerate(names, 1):
            sheet = ElementTree.fromstring(book.read(f"xl/worksheets/sheet{number}.xml"))
            lines = sheet.iterfind(".//m:row", space)
            found[name] = [[_cell(cell, space) for cell in _filled(line, space)] for line in lines]
    return found


def _filled(row: ElementTree.Element, space: dict[str, str]) -> list[ElementTree.Element | None]:
    """The row's cells, with None for those that are left out."""
    cells: list[ElementTree.Element | None] = []
    for cell in row.iterfind("m:c", space):
        letters = cell.get("r", "").rstrip("0123456789")
        column = 0
        for letter in letters:
            column = column * 26 + ord(letter) - 64
        cells += [None] * (column - 1 - len(cells)) + [cell]
    return cells


def _cell(cell: ElementTree.Element | None, space: dict[str, str]) -> str:
    if cell is None:
        return ""
    parts = (*cell.iterfind(".//m:t", space), *cell.iterfind("m:v", space))
    return "".join(part.text or "" for part in parts)


def test_a_cell_too_long_for_a_workbook_is_cut_and_counted(tmp_path: Path) -> None:
    path = tmp_path / "long.duckdb"
    long = Document(id="long", body="x" * 40_000)
    load(path, Entry(long, Page(sha256="0" * 64)))
    folder = export(path, tmp_path / "out", "xlsx", "--table", "article")
    header, row = workbook(folder / "thidua.xlsx")["article"]
    cut = dict(zip(header, row, strict=False))["body"]
    assert len(cut) == 32_767
    assert cut.endswith("x…")
    assert "1 cells were too long" in package(folder)["resources"]["article"]["description"]


def package(folder: Path) -> dict[str, Any]:
    read: dict[str, Any] = json.loads((folder / "datapackage.json").read_text(encoding="utf-8"))
    return read | {"resources": {one["title"]: one for one in read["resources"]}}


@pytest.mark.parametrize("form", ["parquet", "csv", "jsonl", "xlsx"])
def test_the_package_describes_every_file(db: Path, tmp_path: Path, form: str) -> None:
    folder = export(db, tmp_path / "out", form)
    described = package(folder)
    columns = {n: [f["name"] for f in r["schema"]["fields"]] for n, r in described["resources"].items()}
    assert columns == tables(db)
    for one in described["resources"].values():
        content = (folder / one["path"]).read_bytes()
        assert one["hash"] == f"sha256:{hashlib.sha256(content).hexdigest()}"
        assert one["bytes"] == len(content)
        assert all(field["description"] for field in one["schema"]["fields"])
    assert described["licenses"][0]["name"] == "CC-BY-4.0"
    assert {"DICTIONARY.md", "LICENSE.md", "CITATION.cff"} <= {file.name for file in folder.iterdir()}
    assert "`year_start`" in (folder / "DICTIONARY.md").read_text(encoding="utf-8")


def test_views_can_be_exported(db: Path, tmp_path: Path) -> None:
    folder = export(db, tmp_path / "out", "csv", "--table", "awards")
    assert [row["count"] for row in rows(folder / "awards.csv")] == ["3", "3"]
    assert list(package(folder)["resources"]) == ["awards"]


def test_what_cannot_be_exported_is_told_and_leaves_nothing(db: Path, tmp_path: Path) -> None:
    assert run(tmp_path / "none.duckdb", tmp_path / "out", "csv").exit_code == 1
    unknown = run(db, tmp_path / "out", "csv", "--table", "x; DROP TABLE fact")
    assert unknown.exit_code == 1
    (tmp_path / "full").mkdir()
    (tmp_path / "full" / "mine.txt").write_text("mine")
    assert run(db, tmp_path / "full", "csv").exit_code == 1
    assert sorted(file.name for file in tmp_path.rglob("*")) == ["full", "mine.txt"]


def test_an_empty_database_is_exported_in_every_format(tmp_path: Path) -> None:
    load(tmp_path / "empty.duckdb")
    for form in ("parquet", "csv", "jsonl", "xlsx"):
        export(tmp_path / "empty.duckdb", tmp_path / form, form, *SMALL)
