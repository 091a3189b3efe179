"""A load from its start to its end: a copy of the file, its tables, batches, and what rests on all rows."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import duckdb

from warehouse import migrations
from warehouse.errors import WarehouseError
from warehouse.linking import storing
from warehouse.loader import Loader
from warehouse.schema import prepare
from warehouse.writing import new_version

STORAGE: dict[str, str | bool | int | float | list[str]] = {
    "storage_compatibility_version": "v1.5.0",
    "preserve_insertion_order": False,
    "checkpoint_threshold": "1TB",
}
"""So that DuckDB tools a year older than ours can read the file; rows have keys, not an order, which lets
several threads write them; and the file, which nobody sees before the load ends, is put in order once."""

SYNTHETIC = ".synthetic.duckdb"
"""How the name of a file of made-up articles ends."""


@contextmanager
def loading(path: Path, extractor_version: str, *, synthetic: bool = False) -> Iterator[Loader]:
    """A database to load documents into. What was loaded is in place once the block ends well.

    Args:
        path: the DuckDB file; made if there is none.
        extractor_version: version of the program whose facts are loaded.
        synthetic: the articles are made up. They go to files named ``*.synthetic.duckdb``, and no others do.

    Raises:
        WarehouseError: the database is held, newer, not ours, or cannot be written. What it held stays.
    """
    if synthetic != path.name.endswith(SYNTHETIC):
        mend = f"Made-up articles belong in a file named *{SYNTHETIC}, real ones in any other"
        raise WarehouseError(path, "real and synthetic articles would be mixed", mend)
    with new_version(path) as draft, duckdb.connect(str(draft), config=STORAGE) as database:
        if older := prepare(path, database):
            _migrate(database, older)
        _refuse_mixture(path, database, synthetic)
        loader = Loader(database, extractor_version)
        yield loader
        _refuse_mixture(path, database, synthetic)
        storing.fill(database, path)
        loader.finish(synthetic=synthetic)
        database.execute("CHECKPOINT")  # closing would do it too, but keeps quiet about a full disk


def _migrate(database: duckdb.DuckDBPyConnection, older: int) -> None:
    """Loads anew what tables of an older version hold, under the version of the program that read it."""
    for version, entries in migrations.stored(database, older):
        Loader(database, version).load(entries)
    migrations.drop(database)


def _refuse_mixture(path: Path, database: duckdb.DuckDBPyConnection, synthetic: bool) -> None:
    """Looks at the rows, since a file can be renamed."""
    if database.execute("SELECT 1 FROM article WHERE synthetic <> ? LIMIT 1", [synthetic]).fetchall():
        kinds = ("real", "synthetic") if synthetic else ("synthetic", "real")
        reason = f"it holds {kinds[0]} articles, and {kinds[1]} ones may not be mixed with them"
        raise WarehouseError(path, reason, "Give another file with --db")
