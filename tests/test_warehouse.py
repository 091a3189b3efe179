"""The database: the same input gives the same rows, a document loaded again replaces its facts."""

from __future__ import annotations

import datetime as dt
import hashlib
import signal
import subprocess
import sys
import time
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import duckdb
import pytest

from schemas import Award, Benefit, Document, Initiative, Page, Person
from schemas.tables import FACT_TABLES, SCHEMA_VERSION, TABLES
from warehouse import Entry, WarehouseError, loading
from warehouse.views import NAMES, described

BODY = "Bà Tạ Thị Én, Chủ tịch Công đoàn, trao Bằng khen cho 3 cá nhân và 5 triệu đồng tiền thưởng."


def evidence(words: str, confidence: float = 0.9) -> dict[str, Any]:
    start = BODY.index(words)
    rule = {"rule": "test.rule", "rule_version": 1, "confidence": confidence}
    return {"text": words, "start": start, "end": start + len(words)} | rule


FACTS = (
    Person(name="Tạ Thị Én", position="Chủ tịch", organisation="Công đoàn", **evidence("Tạ Thị Én")),
    Award(award="Bằng khen", count=3, unit="individual", **evidence("Bằng khen cho 3 cá nhân")),
    Benefit(amount_vnd=5_000_000, basis="reward", **evidence("5 triệu đồng")),
)


def entry(
    name: str = "a", facts: Iterable[Any] = FACTS, *, fetched: int | None = None, **known: Any
) -> Entry:
    day = dt.datetime(2025, 7, fetched, tzinfo=dt.UTC) if fetched else None
    content = f"{name}{known}{fetched}".encode()
    page = Page(
        sha256=hashlib.sha256(content).hexdigest(), fetched=day, origin=f"{name}.txt", url=known.get("url")
    )
    return Entry(Document(id=name, body=BODY, facts=tuple(facts), **known), page)


def load(path: Path, *entries: Entry, version: str = "1.0") -> None:
    with loading(path, version) as loader:
        loader.load(entries)


def ask(path: Path, query: str) -> list[tuple[Any, ...]]:
    with duckdb.connect(str(path), read_only=True) as database:
        return database.execute(query).fetchall()


def rows(path: Path) -> dict[str, list[tuple[Any, ...]]]:
    return {table.name: sorted(ask(path, f'FROM "{table.name}"'), key=repr) for table in TABLES}


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "test.duckdb"


def test_the_same_input_twice_gives_the_same_rows(path: Path) -> None:
    given = [entry(str(i), source="Báo Thử", province="Hà Nam") for i in range(5)]
    load(path, *given)
    once = rows(path)
    load(path, *given)
    assert rows(path) == once
    assert len(once["fact"]) == 15


def test_another_order_and_other_batches_give_the_same_rows(path: Path, tmp_path: Path) -> None:
    given = [entry(str(i), source=f"Báo {i % 2}") for i in range(6)]
    load(path, *given)
    other = tmp_path / "other.duckdb"
    with loading(other, "1.0") as loader:
        for one in reversed(given):
            loader.load([one])
    assert rows(other) == rows(path)


def test_a_document_loaded_again_replaces_its_facts(path: Path) -> None:
    load(path, entry("a", source="Báo Cũ"), entry("b"))
    load(path, entry("a", FACTS[:1], title="Mới"))
    assert ask(path, "SELECT title FROM article ORDER BY document_id") == [("Mới",), (None,)]
    assert ask(path, "SELECT type, count(*) FROM fact GROUP BY type ORDER BY type") == [
        *(("award", 1), ("benefit", 1), ("person", 2))
    ]
    assert ask(path, "SELECT count(*) FROM award") == [(1,)]
    assert ask(path, "SELECT count(*) FROM source") == [(0,)], "nobody names the old source any more"
    assert ask(path, "SELECT count(*), count(DISTINCT article_id) FROM page") == [(2, 2)]


def test_the_page_fetched_later_counts_in_whatever_order(path: Path) -> None:
    early, late = (entry("a", url="http://a.example/1", fetched=day, title=str(day)) for day in (2, 9))
    for given in ([late, early], [early, late]):
        load(path, *given)
        load(path, early)
        assert ask(path, "SELECT title FROM article") == [("9",)]


def test_every_key_is_unique(path: Path) -> None:
    twice = (*FACTS, FACTS[0], FACTS[1].model_copy(update={"rule": "test.other", "confidence": 0.5}))
    load(path, entry("a", twice), entry("b", source="Báo"), entry("b", source="Báo"))
    for table in TABLES:
        assert ask(path, f'SELECT count(*) = count(DISTINCT "{table.key}") FROM "{table.name}"') == [(True,)]
    assert ask(path, "SELECT DISTINCT rule FROM awards") == [("test.rule",)], "the surer rule is kept"


def test_a_fact_keeps_its_id_when_only_the_version_changes(path: Path) -> None:
    load(path, entry())
    before = ask(path, "SELECT fact_id FROM fact ORDER BY 1")
    load(path, entry(), version="2.0")
    assert ask(path, "SELECT fact_id FROM fact ORDER BY 1") == before
    assert ask(path, "SELECT DISTINCT extractor_version FROM fact") == [("2.0",)]


def test_evidence_stands_in_the_body(path: Path) -> None:
    load(path, entry())
    query = "SELECT body[span_start + 1 : span_end] = text FROM fact JOIN article USING (article_id)"
    assert ask(path, query) == [(True,)] * 3


def test_tables_are_those_of_the_models(path: Path) -> None:
    load(path, entry())
    wanted = "table_name, column_name, data_type, is_nullable, comment"
    stored = ask(path, f"SELECT {wanted} FROM duckdb_columns() WHERE NOT internal")
    declared = {
        (table.name, column.name, column.sql_type, column.nullable, column.comment)
        for table in TABLES
        for column in table.columns
    }
    views = {
        (name, column, comment)
        for name, (_, columns) in described().items()
        for column, comment in columns.items()
    }
    assert {row for row in stored if row[0] not in described()} == declared
    assert {(row[0], row[1], row[4]) for row in stored if row[0] in described()} == views
    comments = dict(ask(path, "SELECT table_name, comment FROM duckdb_tables() WHERE NOT internal"))
    comments |= dict(ask(path, "SELECT view_name, comment FROM duckdb_views() WHERE NOT internal"))
    assert comments == {table.name: table.comment for table in TABLES} | {
        n: what for n, (what, _) in described().items()
    }


def test_views_show_facts_beside_their_article(path: Path) -> None:
    load(
        path,
        entry(
            "a",
            url="http://a.example/1",
            title="Tin",
            source="Báo",
            province="Hà Nam",
            province_2025="Ninh Bình",
        ),
    )
    query = "SELECT award, count, url, article_title, source, province, province_2025, text, rule FROM awards"
    place = ("http://a.example/1", "Tin", "Báo", "Hà Nam", "Ninh Bình")
    assert ask(path, query) == [("Bằng khen", 3, *place, "Bằng khen cho 3 cá nhân", "test.rule")]
    assert ask(path, "SELECT name, organisation FROM people") == [("Tạ Thị Én", "Công đoàn")]
    assert ask(path, "SELECT type, label, value FROM facts_long ORDER BY type") == [
        *(("award", "Bằng khen", 3), ("benefit", "reward", 5_000_000), ("person", "Tạ Thị Én", None))
    ]
    assert ask(path, "SELECT attributes->>'position' FROM facts_long WHERE type = 'person'") == [
        ("Chủ tịch",)
    ]
    assert set(NAMES) == set(FACT_TABLES)


def test_lists_and_large_amounts_are_kept(path: Path) -> None:
    made = Initiative(title="Máy", authors=("Tạ Thị Én", "Lò A"), benefit_vnd=2**62, **evidence("Tạ Thị Én"))
    load(path, entry("a", [made], authors=("Người Viết",), published=dt.date(2025, 7, 1)))
    assert ask(path, "SELECT authors, benefit_vnd FROM initiatives") == [(["Tạ Thị Én", "Lò A"], 2**62)]
    assert ask(path, "SELECT authors, published FROM article") == [(["Người Viết"], dt.date(2025, 7, 1))]


def test_a_failed_load_leaves_the_old_database(path: Path) -> None:
    load(path, entry("a"))
    before = path.read_bytes()
    with pytest.raises(RuntimeError), loading(path, "1.0") as loader:  # noqa: PT012
        loader.load([entry("b")])
        raise RuntimeError("the program fails in the middle")
    assert path.read_bytes() == before
    assert [file.name for file in path.parent.iterdir()] == [path.name], "no leftovers"


def test_a_newer_database_is_refused_and_left_alone(path: Path) -> None:
    load(path, entry("a"))
    with duckdb.connect(str(path)) as database:
        database.execute("UPDATE schema_version SET version = ?", [SCHEMA_VERSION + 1])
    before = path.read_bytes()
    with pytest.raises(WarehouseError, match=r"newer version.*Update the program"):
        load(path, entry("b"))
    assert path.read_bytes() == before


def test_a_database_of_another_program_is_refused(path: Path) -> None:
    with duckdb.connect(str(path)) as database:
        database.execute("CREATE TABLE other (x INTEGER)")
    with pytest.raises(WarehouseError, match="another program"):
        load(path, entry("a"))


def test_a_reader_may_stay_while_we_write(path: Path) -> None:
    load(path, entry("a"))
    program = (
        f"import duckdb; c = duckdb.connect({str(path)!r}, read_only=True); print(1, flush=True); input()"
    )
    with subprocess.Popen([sys.executable, "-c", program], stdin=-1, stdout=-1, text=True) as reader:
        assert reader.stdout is not None
        reader.stdout.readline()
        load(path, entry("b"))
        reader.communicate("\n")
    assert ask(path, "SELECT count(*) FROM article") == [(2,)]


HOLD = """
import sys, time
from pathlib import Path
from warehouse import loading
with loading(Path(sys.argv[1]), "1.0"):
    print("holding", flush=True)
    time.sleep(60)
"""


def test_a_second_writer_is_told_who_holds_the_file_and_a_killed_one_leaves_it(path: Path) -> None:
    load(path, entry("a"))
    with subprocess.Popen(
        [sys.executable, "-c", HOLD, str(path)], stdout=subprocess.PIPE, text=True
    ) as writer:
        assert writer.stdout is not None
        writer.stdout.readline()
        with pytest.raises(WarehouseError, match=f"in use by process {writer.pid}"):
            load(path, entry("b"))
        writer.send_signal(signal.SIGKILL)
    assert ask(path, "SELECT count(*) FROM article") == [(1,)]
    load(path, entry("b"))
    assert ask(path, "SELECT count(*) FROM article") == [(2,)]


def test_a_database_open_elsewhere_for_writing_is_named(path: Path) -> None:
    load(path, entry("a"))
    program = f"import duckdb; c = duckdb.connect({str(path)!r}); print('open', flush=True); input()"
    with subprocess.Popen([sys.executable, "-c", program], stdin=-1, stdout=-1, text=True) as holder:
        assert holder.stdout is not None
        holder.stdout.readline()
        with pytest.raises(WarehouseError, match=rf"in use by process {holder.pid}"):
            load(path, entry("b"))
        holder.communicate("\n")


LOAD = """
import sys
from pathlib import Path
sys.path.insert(0, sys.argv[2])
import importlib.util
spec = importlib.util.spec_from_file_location("given", sys.argv[3])
given = importlib.util.module_from_spec(spec)
spec.loader.exec_module(given)
from warehouse import loading
with loading(Path(sys.argv[1]), "1.0") as loader:
    print("begun", flush=True)
    for batch in range(8):
        loader.load([given.entry(f"{batch}-{i}") for i in range(50)])
"""


def test_a_kill_at_any_moment_leaves_the_old_database_or_the_new(path: Path) -> None:
    load(path, entry("a"))
    old = rows(path)
    sizes = set()
    for attempt in range(6):
        program = [sys.executable, "-c", LOAD, str(path), str(Path.cwd()), __file__]
        with subprocess.Popen(program, stdout=subprocess.PIPE, text=True) as writer:
            assert writer.stdout is not None
            writer.stdout.readline()
            time.sleep(0.04 * attempt)
            writer.send_signal(signal.SIGKILL)
        count = ask(path, "SELECT count(*) FROM article")[0][0]
        assert count in (1, 401), "neither the old nor the new database"
        if count == 1:
            assert rows(path) == old
        sizes.add(count)
    assert 1 in sizes, "no kill came before the end"
