"""The sample generator: rows as real ones are, the same for one seed, and never beside real pages."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import duckdb
import pytest

from schemas.tables import FACT_TABLES, LOADED
from tests.small_warehouse import entry, load, thidua
from warehouse import WarehouseError, loading
from warehouse.synthetic import sample, tables


@pytest.fixture(scope="module")
def path(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("synthetic") / "small.synthetic.duckdb"
    sample(path, 400, 7, 10.0, "1.0")
    return path


def ask(path: Path, query: str) -> list[tuple[Any, ...]]:
    with duckdb.connect(str(path), read_only=True) as database:
        return database.execute(query).fetchall()


def test_numbers_are_as_asked_for(path: Path) -> None:
    assert ask(path, "SELECT count(*) FROM article") == [(400,)]
    ((statements,),) = ask(path, "SELECT count(*) FROM fact")
    assert 3700 < statements < 4300
    assert ask(path, "SELECT min(n) FROM (SELECT count(*) n FROM fact GROUP BY article_id)")[0][0] >= 1


def test_words_stand_in_the_body_where_they_say(path: Path) -> None:
    query = (
        "SELECT bool_and(body[span_start + 1 : span_end] = text) FROM fact JOIN article USING (article_id)"
    )
    assert ask(path, query) == [(True,)]


def test_every_article_says_that_it_is_made_up(path: Path) -> None:
    query = (
        "SELECT bool_and(synthetic AND contains(url, '.invalid/') AND contains(body, 'giả lập')) FROM article"
    )
    assert ask(path, query) == [(True,)]


def test_keys_are_unique_and_every_row_has_its_others(path: Path) -> None:
    for table in LOADED:
        assert ask(path, f'SELECT count(*) = count(DISTINCT "{table.key}") FROM "{table.name}"') == [(True,)]
    for kind in FACT_TABLES:
        all_ids = f"SELECT count(*) FROM (FROM fact WHERE type = '{kind}') FULL JOIN {kind} USING (fact_id)"
        joined = f"SELECT count(*) FROM fact JOIN {kind} USING (fact_id) WHERE type = '{kind}'"
        assert ask(path, all_ids) == ask(path, joined)
    orphans = "SELECT count(*) FROM fact ANTI JOIN article USING (article_id)"
    assert ask(path, orphans) == [(0,)]
    assert ask(path, "SELECT count(*) FROM article ANTI JOIN page USING (page_id)") == [(0,)]


def test_provinces_are_those_of_the_two_maps(path: Path) -> None:
    query = """
        SELECT bool_and(old.name = article.province AND new.name = article.province_2025
                        AND old.successor = article.province_2025_code)
        FROM article
        JOIN province AS old ON old.map = 63 AND old.code = article.province_code
        JOIN province AS new ON new.map = 34 AND new.code = article.province_2025_code"""
    assert ask(path, query) == [(True,)]
    assert ask(path, "SELECT count(DISTINCT province_code) > 40 FROM article") == [(True,)]


def test_one_seed_gives_one_set_of_rows(path: Path) -> None:
    (once,), (again,), (other,) = (tables(50, seed, 5.0, "1.0") for seed in (3, 3, 4))
    assert all(once[name].equals(again[name]) for name in once)
    assert not once["fact"].equals(other["fact"])


def test_real_pages_do_not_go_into_a_synthetic_file(path: Path, tmp_path: Path) -> None:
    copy = tmp_path / "copy.synthetic.duckdb"
    copy.write_bytes(path.read_bytes())
    with pytest.raises(WarehouseError, match="mixed"):
        load(copy, entry("a"))
    renamed = copy.rename(tmp_path / "renamed.duckdb")
    with pytest.raises(WarehouseError, match="synthetic articles"):
        load(renamed, entry("a"))
    assert renamed.read_bytes() == path.read_bytes()


def test_synthetic_rows_do_not_go_into_a_real_file(tmp_path: Path) -> None:
    real = load(tmp_path / "real.duckdb", entry("a"))
    before = real.read_bytes()
    (made,) = tables(10, 1, 2.0, "1.0")
    with pytest.raises(WarehouseError, match="mixed"), loading(real, "1.0") as loader:
        loader.load_tables(made)
    renamed = real.rename(tmp_path / "real.synthetic.duckdb")
    with pytest.raises(WarehouseError, match="real articles"), loading(renamed, "1.0", synthetic=True):
        pass
    assert renamed.read_bytes() == before


def test_the_command(tmp_path: Path) -> None:
    path = tmp_path / "x.synthetic.duckdb"
    made = thidua("sample", "--articles", 20, "--seed", 5, "--statements-per-article", 3, "-o", path)
    assert made.exit_code == 0
    assert ask(path, "SELECT count(*) FROM article") == [(20,)]
    assert thidua("sample", "-o", path).exit_code == 1, "there already"
    assert thidua("sample", "--articles", 2, "-o", tmp_path / "x.duckdb").exit_code == 1
    assert [file.name for file in tmp_path.iterdir()] == [path.name]


def test_an_export_says_that_it_is_synthetic(path: Path, tmp_path: Path) -> None:
    thidua("export", tmp_path / "out", "--format", "csv", "--db", path, "--table", "award")
    assert "synthetic" in (tmp_path / "out" / "datapackage.json").read_text(encoding="utf-8")
    assert "synthetic" in (tmp_path / "out" / "DICTIONARY.md").read_text(encoding="utf-8")
