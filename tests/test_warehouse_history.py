"""Databases over time: older versions taken over, orders of loading, copies of a page, kills."""

from __future__ import annotations

import datetime as dt
import hashlib
import itertools
import os
import random
import resource
import signal
import subprocess
import sys
import time
from contextlib import suppress
from pathlib import Path
from typing import Any

import duckdb
import pytest

from schemas import Award, Document, Page, Person
from schemas.tables import LOADED, SCHEMA_VERSION, SOURCE, TABLES
from warehouse import Entry, WarehouseError, loading

VERSION_1 = Path(__file__).parent / "specs" / "warehouse_version_1.sql"
BODY = "Bà Ma Thị Nhạn, Phó Chủ tịch LĐLĐ huyện Bát Xát, trao 4 Giấy khen của LĐLĐ tỉnh Lào Cai cho tổ {}."


def entry(name: str, *, copy: int = 1, awards: bool = True) -> Entry:
    body = BODY.format(name)
    rule = {"rule": "test.rule", "rule_version": 1, "confidence": 0.8}
    person = body.index("Ma Thị Nhạn")
    given = body.index("4 Giấy khen")
    facts: list[Any] = [
        Person(
            name="Ma Thị Nhạn",
            organisation="LĐLĐ huyện Bát Xát",
            text="Ma Thị Nhạn",
            start=person,
            end=person + 11,
            **rule,
        )
    ]
    if awards:
        granter = "LĐLĐ tỉnh Lào Cai"
        facts.append(
            Award(
                award="Giấy khen",
                count=4,
                granter=granter,
                text="4 Giấy khen",
                start=given,
                end=given + 11,
                **rule,
            )
        )
    page = Page(
        sha256=hashlib.sha256(f"{name} {copy}".encode()).hexdigest(),
        fetched=dt.datetime(2025, 3, copy, tzinfo=dt.UTC),
        url=f"http://tin.example/{name}",
    )
    document = Document(
        id=name,
        url=page.url,
        source=f"Báo {len(name)}",
        body=body,
        published=dt.date(2025, 3, 1),
        province="Lào Cai",
        province_2025="Lào Cai",
        facts=tuple(facts),
    )
    return Entry(document, page)


def load(path: Path, *entries: Entry) -> None:
    with loading(path, "1.0") as loader:
        loader.load(entries)


def hashes(path: Path) -> dict[str, str]:
    """Table → hash over its rows in the order of their keys."""
    found = {}
    with duckdb.connect(str(path), read_only=True) as database:
        for table in TABLES:
            packed = f'string_agg(row::VARCHAR, chr(10) ORDER BY "{table.key}")'
            query = f'SELECT count(*) || sha256({packed}) FROM "{table.name}" AS row'
            found[table.name] = database.execute(query).fetchall()[0][0]
    return found


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "test.duckdb"


def as_version_1(path: Path, old: Path) -> None:
    """A database of version 1 with the articles and facts of another."""
    with duckdb.connect(str(old)) as database:
        database.execute(VERSION_1.read_text("utf-8"))
        database.execute("INSERT INTO schema_version VALUES (1)")
        database.execute("CREATE VIEW awards AS SELECT * FROM award")
        database.execute(f"ATTACH '{path}' AS new (READ_ONLY)")
        tables = database.execute("SELECT table_name FROM duckdb_tables() WHERE database_name <> 'new'")
        for (table,) in tables.fetchall():
            if table == "schema_version":
                continue
            columns = database.execute(f"SELECT column_name FROM (DESCRIBE {table})").fetchall()
            named = ", ".join(f'"{name}"' for (name,) in columns)
            database.execute(f"INSERT INTO {table} SELECT {named} FROM new.{table}")


def test_a_database_of_version_1_becomes_one_of_today(path: Path, tmp_path: Path) -> None:
    load(path, entry("a"), entry("bb"), entry("ccc"))
    old = tmp_path / "old.duckdb"
    as_version_1(path, old)
    with loading(old, "2.0"):
        pass
    assert hashes(old) == hashes(path)
    with duckdb.connect(str(old), read_only=True) as database:
        assert database.execute("SELECT version FROM schema_version").fetchall() == [(SCHEMA_VERSION,)]
        tables = database.execute("SELECT table_name FROM duckdb_tables()").fetchall()
    assert {name for (name,) in tables} == {table.name for table in TABLES}, "nothing of the old is left"


def test_a_database_of_version_2_keeps_its_rows_and_gets_what_it_lacks(path: Path, tmp_path: Path) -> None:
    load(path, entry("a"), entry("bb", copy=2))
    load(path, entry("bb"))  # an older copy of its page: when it was seen is kept in fact_seen alone
    old = tmp_path / "old.duckdb"
    old.write_bytes(path.read_bytes())
    with duckdb.connect(str(old)) as database:
        database.execute("DROP TABLE population; UPDATE schema_version SET version = 2")
    with loading(old, "2.0"):
        pass
    assert hashes(old) == hashes(path)
    with duckdb.connect(str(old), read_only=True) as database:
        assert database.execute("SELECT version FROM schema_version").fetchall() == [(SCHEMA_VERSION,)]
        assert database.execute("SELECT count(*) FROM population").fetchall() == [(63 + 34,)]


def test_a_migration_that_fails_leaves_the_old_file(path: Path, tmp_path: Path) -> None:
    load(path, entry("a"))
    old = tmp_path / "old.duckdb"
    as_version_1(path, old)
    with duckdb.connect(str(old)) as database:
        database.execute(
            "UPDATE fact SET span_end = span_end + 1"
        )  # a fact that no longer stands in its body
    before = old.read_bytes()
    with pytest.raises(ValueError, match="does not fill"), loading(old, "2.0"):
        pass
    assert old.read_bytes() == before


def test_any_order_and_any_batches_give_the_same_hashes(tmp_path: Path) -> None:
    """Three copies of one page, the award missing from the second, among other pages."""
    copies = [entry("x", copy=1), entry("x", copy=2, awards=False), entry("x", copy=3)]
    found = []
    for number, order in enumerate(itertools.permutations(copies)):
        path = tmp_path / f"{number}.duckdb"
        with loading(path, "1.0") as loader:
            loader.load([entry("y"), order[0]])
            loader.load(order[1:])
            loader.load([entry("zz")])
        found.append(hashes(path))
    assert all(one == found[0] for one in found)
    load(path, *copies, entry("y"))
    assert hashes(path) == found[0], "loading again changes nothing"


def test_first_and_last_seen_outlive_the_copies_of_a_page(path: Path) -> None:
    load(path, entry("x", copy=5), entry("x", copy=2, awards=False))
    load(path, entry("x", copy=9))
    seen = "SELECT day(first_seen), day(last_seen), day(fetched) FROM {}"
    with duckdb.connect(str(path), read_only=True) as database:
        assert database.execute(seen.format("awards")).fetchall() == [(5, 9, 9)]
        assert database.execute(seen.format("people")).fetchall() == [(2, 9, 9)]


def test_tables_loaded_whole_are_as_documents_loaded(path: Path, tmp_path: Path) -> None:
    load(path, entry("a"), entry("bb"))
    other = tmp_path / "other.duckdb"
    with duckdb.connect(str(path), read_only=True) as database:
        tables = {t.name: database.sql(f'FROM "{t.name}"').to_arrow_table() for t in (SOURCE, *LOADED)}
    for _ in range(2):
        with loading(other, "1.0") as loader:
            loader.load_tables(tables)
        assert hashes(other) == hashes(path)


@pytest.mark.parametrize(("name", "synthetic"), [("real.duckdb", True), ("made.synthetic.duckdb", False)])
def test_real_and_synthetic_are_never_mixed(tmp_path: Path, name: str, synthetic: bool) -> None:
    with pytest.raises(WarehouseError, match="mixed"), loading(tmp_path / name, "1.0", synthetic=synthetic):
        pass
    assert not (tmp_path / name).exists()


def test_granters_places_and_provinces_of_facts(path: Path) -> None:
    load(path, entry("a"))
    with duckdb.connect(str(path), read_only=True) as database:
        granter = "SELECT body_id, name, level, kind FROM fact_granter"
        body = ("lien-doan-lao-dong@10", "Liên đoàn Lao động Lào Cai", "province", "union")
        assert database.execute(granter).fetchall() == [body]
        places = (
            "SELECT printed, province_code, province_2025_code, district FROM fact_place ORDER BY printed"
        )
        assert database.execute(places).fetchall() == [
            ("huyện Bát Xát", "10", "15", "huyện Bát Xát"),
            ("tỉnh Lào Cai", "10", "15", None),
        ]
        about = "SELECT province_code, province_2025_code, district, commune FROM article"
        assert database.execute(about).fetchall() == [("10", "15", "huyện Bát Xát", None)]


WRITER = """
import importlib.util, os, sys
from pathlib import Path
spec = importlib.util.spec_from_file_location("given", sys.argv[2])
given = importlib.util.module_from_spec(spec)
spec.loader.exec_module(given)
from warehouse import loading
batches = [[given.entry(f"{batch}-{i}") for i in range(40)] for batch in range(3)]
while sys.stdin.readline():
    child = os.fork()  # imports are paid once: this process never opens a database itself
    if child:
        os.waitpid(child, 0)
        print("over", flush=True)
        continue
    print(os.getpid(), flush=True)
    with loading(Path(sys.argv[1]), "1.0") as loader:
        for batch in batches:
            loader.load(batch)
    os._exit(0)
"""


class Writer:
    """A process that loads on demand, each time in a child that can be killed."""

    def __init__(self, path: Path) -> None:
        program = [sys.executable, "-c", WRITER, str(path), __file__]
        self.process = subprocess.Popen(program, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)

    def load(self, *, kill_after: float | None = None) -> float:
        """Seconds that a load took, or that it was given."""
        assert self.process.stdin is not None
        assert self.process.stdout is not None
        self.process.stdin.write("\n")
        self.process.stdin.flush()
        child = int(self.process.stdout.readline())
        begun = time.monotonic()
        if kill_after is not None:
            time.sleep(kill_after)
            with suppress(ProcessLookupError):  # it may have ended in time
                os.kill(child, signal.SIGKILL)
        assert self.process.stdout.readline() == "over\n"
        return time.monotonic() - begun

    def close(self) -> None:
        self.process.communicate()


def test_kill_9_at_twenty_random_moments_leaves_the_old_or_the_new_database(path: Path) -> None:
    load(path, entry("a"))
    old_bytes, old = path.read_bytes(), hashes(path)
    writer = Writer(path)
    longest = writer.load()
    new = hashes(path)
    assert old != new
    moments = random.Random(7)
    outcomes = []
    for _ in range(20):
        path.write_bytes(old_bytes)
        writer.load(kill_after=moments.uniform(0, 1.1 * longest))
        found = hashes(path)
        assert found in (old, new)
        outcomes.append(found == new)
    writer.close()
    assert not all(outcomes), "no kill came before the end"
    load(path, *(entry(f"{batch}-{i}") for batch in range(3) for i in range(40)))
    assert hashes(path) == new, "what a kill left behind is in nobody's way"


def test_a_full_disk_is_named_and_leaves_the_old_database(path: Path) -> None:
    load(path, *(entry(f"a{i}") for i in range(3)))
    before = path.read_bytes()

    def room_for_the_copy_only() -> None:
        resource.setrlimit(resource.RLIMIT_FSIZE, (len(before), len(before)))

    command = [sys.executable, "-m", "thidua", "run", "--db", str(path), "--quiet"]
    ended = subprocess.run(command, preexec_fn=room_for_the_copy_only, capture_output=True, text=True)
    assert ended.returncode == 1
    assert str(path) in ended.stderr
    assert "the disk has room" in " ".join(ended.stderr.split())
    assert path.read_bytes() == before
    assert list(path.parent.iterdir()) == [path], "nothing is left beside it"
