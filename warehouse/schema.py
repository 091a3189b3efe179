"""Making the tables and views of a new database, and refusing one that is not for this program."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import duckdb
import pyarrow as pa

from schemas.tables import SCHEMA_VERSION, TABLES
from warehouse import migrations
from warehouse.errors import WarehouseError
from warehouse.geography import reference_rows
from warehouse.rows import arrow
from warehouse.views import macro_ddl, name_key_ddl, view_ddl


def prepare(path: Path, database: duckdb.DuckDBPyConnection) -> int | None:
    """Makes the tables where there are none and checks the version where there are; views are made anew.

    Returns:
        The version of older tables, which are put aside for ``migrations.stored`` to read; else None.

    Raises:
        WarehouseError: the tables are of another version or of another program.
    """
    version = stored_version(path, database)
    if version is not None and version > SCHEMA_VERSION:
        raise WarehouseError(
            path,
            f"the database is of a newer version of Thi Đua (tables {version}, not {SCHEMA_VERSION})",
            "Update the program, or give another file with --db",
        )
    database.begin()
    older = version if version in migrations.READERS else None
    if older is not None:
        migrations.put_aside(database)
    if version != SCHEMA_VERSION:
        create_tables(database)
    fill_reference(database)
    database.execute(name_key_ddl())
    for statement in (*view_ddl(), *macro_ddl()):
        database.execute(statement)
    database.commit()
    return older


def fill_reference(database: duckdb.DuckDBPyConnection) -> None:
    """Places and campaigns as data/ has them now; a table that says so already is left alone."""
    for table, batch in _reference().items():
        database.register("batch", batch)
        name = f'"{table}"'
        both = f"(FROM batch EXCEPT FROM {name}) UNION ALL (FROM {name} EXCEPT FROM batch)"
        if database.execute(f"SELECT 1 FROM ({both}) LIMIT 1").fetchall():  # noqa: S608 (our own names)
            database.execute(f"DELETE FROM {name}")  # noqa: S608 (our own names)
            database.execute(f"INSERT INTO {name} FROM batch")
        database.unregister("batch")


@cache
def _reference() -> dict[str, pa.Table]:
    return {table.name: arrow(table, listed) for table, listed in reference_rows()}


def stored_version(path: Path, database: duckdb.DuckDBPyConnection) -> int | None:
    """Version of the tables a database holds, None where it is new.

    Raises:
        WarehouseError: it holds tables, and not ours.
    """
    names = {row[0] for row in database.execute("SELECT table_name FROM duckdb_tables()").fetchall()}
    if not names:
        return None
    if "schema_version" in names:
        versions = database.execute("SELECT max(version) FROM schema_version").fetchall()
        if versions[0][0] is not None:
            return int(versions[0][0])
    mend = "Give another file with --db"
    raise WarehouseError(path, "the database holds tables of another program", mend)


def create_tables(database: duckdb.DuckDBPyConnection) -> None:
    """Makes every table that is not there yet, with its comments."""
    there = {name for (name,) in database.execute("SELECT table_name FROM duckdb_tables()").fetchall()}
    for table in TABLES:
        for statement in table.ddl() if table.name not in there else ():
            database.execute(statement)
    database.execute("DELETE FROM schema_version")
    database.execute("INSERT INTO schema_version VALUES (?)", [SCHEMA_VERSION])
