"""Databases of older versions: their tables are put aside, read back as documents, and loaded anew.

The facts stay those that the older program read, under its version, with the same ids. All that newer tables
add (places, granters, signatures, claims) is worked out from the stored texts, as for any other document. So
there is one reader for each old version, and no chain of changes that nobody runs any more. A version that
lacks only tables filled from data/, as version 2 lacks ``population``, needs none: they are added to it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

import duckdb

from warehouse.migrations import version_1
from warehouse.rows import Entry

OLD = "old_"
"""What the tables put aside are called by, before their names."""

Reader = Callable[[duckdb.DuckDBPyConnection, str], Iterator[tuple[str, list[Entry]]]]

READERS: dict[int, Reader] = {1: version_1.batches}
"""Version → what reads its tables: batches of entries, each with the version of the program that read it."""


def put_aside(database: duckdb.DuckDBPyConnection) -> None:
    """Renames all tables and drops all views, which are made anew."""
    for name in _names(database, "SELECT view_name FROM duckdb_views() WHERE NOT internal"):
        database.execute(f'DROP VIEW "{name}"')
    for name in _names(database, "SELECT table_name FROM duckdb_tables() WHERE NOT internal"):
        database.execute(f'ALTER TABLE "{name}" RENAME TO "{OLD}{name}"')


def stored(database: duckdb.DuckDBPyConnection, version: int) -> Iterator[tuple[str, Iterable[Entry]]]:
    """What the tables put aside hold, batch by batch."""
    return READERS[version](database, OLD)


def drop(database: duckdb.DuckDBPyConnection) -> None:
    """Drops the tables put aside."""
    prefixed = f"SELECT table_name FROM duckdb_tables() WHERE starts_with(table_name, '{OLD}')"  # noqa: S608
    for name in _names(database, prefixed):
        database.execute(f'DROP TABLE "{name}"')


def _names(database: duckdb.DuckDBPyConnection, query: str) -> list[str]:
    return [name for (name,) in database.execute(query).fetchall()]
