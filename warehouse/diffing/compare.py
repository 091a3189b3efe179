"""The comparison, as temporary tables in a database in memory to which both files are attached read-only.

Facts with one id are the same. Of the others, in articles that both have: those of one type that say the
same in another place have moved and count as kept; those whose words overlap or are equal, or that are about
the same name or title, have changed; the rest are gained or lost. Only attributes that both files know are
compared.
"""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import duckdb

from schemas.table import literal
from schemas.tables import FACT_TABLES
from warehouse.diffing.matching import CHANGED, MOVED
from warehouse.errors import WarehouseError
from warehouse.exporting.relations import quoted
from warehouse.opening import attach

_ABOUT = {"campaign": "name", "person": "name", "initiative": "title"}
"""Fact type → the attribute by which two facts of one article are about one thing."""


@dataclass(frozen=True, slots=True)
class RuleCount:
    """Facts of one rule. Changed facts count under the rule that reads them now."""

    type: str
    rule: str
    kept: int
    """Said in both files, whatever the place and the rule's version."""
    changed: int
    gained: int
    lost: int
    from_other_rules: int
    """Of those kept, how many another rule found before."""
    in_new_articles: int
    in_gone_articles: int


@dataclass(frozen=True, slots=True)
class Comparison:
    """Two databases side by side; use it while ``compared`` is open."""

    database: duckdb.DuckDBPyConnection
    articles: dict[str, int]
    """Number of articles ``in_both``, ``only_old``, ``only_new`` and, of those in both, ``other_text``."""
    rules: tuple[RuleCount, ...]
    """By type and rule."""


@contextmanager
def compared(old: Path, new: Path) -> Iterator[Comparison]:
    """Compares two databases of this version of the tables or older ones; neither is written to.

    Raises:
        WarehouseError: one of them cannot be read, or both are one file.
    """
    with tempfile.TemporaryDirectory(prefix="thidua-") as spill, duckdb.connect() as database:
        database.execute("SET temp_directory = ?", [spill])
        for path, name in ((old, "old"), (new, "new")):
            if name == "new" and path.exists() and path.samefile(old):
                raise WarehouseError(path, "this is the same file twice", "Name two databases")
            attach(database, path, name)
            _check(database, path, name)
        _prepare(database)
        articles = database.execute(_ARTICLES).fetchall()[0]
        names = ("in_both", "only_old", "only_new", "other_text")
        rules = tuple(RuleCount(*row) for row in database.execute(_BY_RULE).fetchall())
        yield Comparison(database, dict(zip(names, articles, strict=True)), rules)


def _check(database: duckdb.DuckDBPyConnection, path: Path, name: str) -> None:
    query = "SELECT table_name FROM duckdb_tables() WHERE database_name = $name"
    tables = {row[0] for row in database.execute(query, {"name": name}).fetchall()}
    if not {"schema_version", "fact", "article"} <= tables:
        raise WarehouseError(path, "the database holds no tables of Thi Đua", "Name another file")


def _prepare(database: duckdb.DuckDBPyConnection) -> None:
    """The tables ``lost``, ``gained`` and ``pair``."""
    for table, side, other in (("lost", "old", "new"), ("gained", "new", "old")):
        parts = " UNION ALL ".join(_facts(database, kind, side, other) for kind in FACT_TABLES)
        database.execute(f"CREATE TEMP TABLE {table} AS {parts}")
    database.execute("CREATE TEMP TABLE pair (old_id VARCHAR, new_id VARCHAR, how VARCHAR)")
    database.execute(MOVED)
    database.execute(CHANGED)


def _facts(database: duckdb.DuckDBPyConnection, kind: str, side: str, other: str) -> str:
    """Facts of a type that only one side has, with the attributes that both sides know."""
    known = [name for name in _columns(database, side, kind) if name in _columns(database, other, kind)]
    packed = ", ".join(f"{literal(name)}: own.{quoted(name)}" for name in known if name != "fact_id")
    attributes = f"to_json({{{packed}}})" if packed else "'{}'::JSON"
    about = f"own.{quoted(_ABOUT[kind])}" if _ABOUT.get(kind) in known else "NULL"
    own = f"JOIN {side}.{quoted(kind)} AS own USING (fact_id)" if packed else ""
    return f"""
        SELECT fact.fact_id, fact.article_id, fact.type, fact.rule, fact.text, fact.span_start, fact.span_end,
               {attributes} AS attributes, {about}::VARCHAR AS about,
               EXISTS (FROM {other}.article AS a WHERE a.article_id = fact.article_id) AS shared
        FROM {side}.fact AS fact {own}
        WHERE fact.type = {literal(kind)}
          AND NOT EXISTS (FROM {other}.fact AS f WHERE f.fact_id = fact.fact_id)"""  # noqa: S608 (our names)


def _columns(database: duckdb.DuckDBPyConnection, side: str, table: str) -> list[str]:
    query = "SELECT column_name FROM duckdb_columns() WHERE database_name = $side AND table_name = $table"
    found = database.execute(query + " ORDER BY column_index", {"side": side, "table": table}).fetchall()
    return [name for (name,) in found]


_ARTICLES = """
SELECT count(*) FILTER (o.article_id IS NOT NULL AND n.article_id IS NOT NULL),
       count(*) FILTER (n.article_id IS NULL),
       count(*) FILTER (o.article_id IS NULL),
       count(*) FILTER (o.body <> n.body)
FROM old.article AS o FULL JOIN new.article AS n USING (article_id)"""

_BY_RULE = """
WITH counted AS (
    SELECT n.type, n.rule, 'kept' AS what, o.rule <> n.rule AS other_rule
    FROM new.fact AS n JOIN old.fact AS o USING (fact_id)
    UNION ALL
    SELECT g.type, g.rule, CASE how WHEN 'moved' THEN 'kept' ELSE how END, g.rule <> l.rule
    FROM pair JOIN gained AS g ON g.fact_id = new_id JOIN lost AS l ON l.fact_id = old_id
    UNION ALL
    SELECT type, rule, CASE WHEN shared THEN 'gained' ELSE 'in_new' END, false
    FROM gained WHERE NOT EXISTS (FROM pair WHERE new_id = fact_id)
    UNION ALL
    SELECT type, rule, CASE WHEN shared THEN 'lost' ELSE 'in_gone' END, false
    FROM lost WHERE NOT EXISTS (FROM pair WHERE old_id = fact_id)
)
SELECT type, rule,
       count(*) FILTER (what = 'kept'), count(*) FILTER (what = 'changed'),
       count(*) FILTER (what = 'gained'), count(*) FILTER (what = 'lost'),
       count(*) FILTER (what = 'kept' AND other_rule),
       count(*) FILTER (what = 'in_new'), count(*) FILTER (what = 'in_gone')
FROM counted GROUP BY ALL ORDER BY ALL"""
