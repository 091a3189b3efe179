"""Opening databases to read: of our own making, of this version or an older one, never written to."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import duckdb

from schemas.table import literal
from schemas.tables import SCHEMA_VERSION
from warehouse.errors import WarehouseError, explained
from warehouse.schema import stored_version


@contextmanager
def opened(path: Path) -> Iterator[duckdb.DuckDBPyConnection]:
    """A read-only connection to a database, closed with the block.

    Raises:
        WarehouseError: there is no such file, it is held by a writer, not ours, empty or newer than we know.
    """
    check_exists(path)
    try:
        database = duckdb.connect(str(path), read_only=True)
    except duckdb.Error as error:
        raise explained(path, error) from error
    with database:
        check_version(path, database)
        yield database


def attach(database: duckdb.DuckDBPyConnection, path: Path, name: str) -> None:
    """Attaches a database file read-only under a name of ours.

    The absolute path keeps a file called ``http:x`` or ``postgres:x`` a file; quotes in it are doubled.

    Raises:
        WarehouseError: as for ``opened``.
    """
    check_exists(path)
    try:
        database.execute(f"ATTACH {literal(str(path.resolve()))} AS {name} (READ_ONLY)")
    except duckdb.Error as error:
        raise explained(path, error) from error


def check_exists(path: Path) -> None:
    """Refuses a path without a file, which DuckDB would make.

    Raises:
        WarehouseError: there is no such file.
    """
    if not path.is_file():
        reason = "this is a folder, not a database" if path.is_dir() else "there is no such database"
        raise WarehouseError(path, reason, "Check the name, or make it with `thidua run --db`")


def check_version(path: Path, database: duckdb.DuckDBPyConnection) -> int:
    """Version of the tables of an open database.

    Raises:
        WarehouseError: it is empty, of another program, or of a newer version of this one.
    """
    version = stored_version(path, database)
    if version is None:
        raise WarehouseError(path, "the database is empty", "Load pages into it with `thidua run --db`")
    if version > SCHEMA_VERSION:
        reason = f"the database is of a newer version of Thi Đua (tables {version}, not {SCHEMA_VERSION})"
        raise WarehouseError(path, reason, "Update the program")
    return version
