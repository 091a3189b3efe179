"""One export: a folder that appears when it is whole, and holds nothing if it fails."""

from __future__ import annotations

import os
import shutil
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

import duckdb
import pyarrow as pa

from warehouse.errors import WarehouseError
from warehouse.exporting import description
from warehouse.exporting.files import WRITERS, Written
from warehouse.exporting.key import read_key
from warehouse.exporting.privacy import Privacy
from warehouse.exporting.relations import Relation, chosen, quoted, relations
from warehouse.exporting.workbook import write_workbook
from warehouse.opening import opened

FORMATS = ("parquet", "csv", "xlsx", "jsonl")
BATCH = 20_000
"""Rows in memory at a time."""


def export(
    path: Path,
    folder: Path,
    form: str,
    *,
    version: str,
    names: Sequence[str] = (),
    private: bool = False,
    key: Path | None = None,
) -> list[Written]:
    """Writes tables of a database to a new folder, with their description, licence and citation.

    Args:
        path: the database.
        folder: where to write; must be new or empty.
        form: one of ``FORMATS``.
        version: of the program, for the citation.
        names: tables and views to write; all tables if none is named.
        private: people become pseudonyms; texts, titles and addresses are left out.
        key: file of the pseudonyms' key; made beside the database if there is none.

    Raises:
        WarehouseError: the database cannot be read or the folder cannot be written.
    """
    with opened(path) as database, _new_folder(folder) as draft:
        privacy = _privacy(path, folder, database, key) if private else None
        wanted = _kept(path, chosen(path, relations(database), names), privacy, named=bool(names))
        spill = Path(tempfile.mkdtemp(prefix="thidua-"))
        try:
            database.execute("SET temp_directory = ?", [str(spill)])
            tables = ((one, batches(database, one, privacy)) for one in wanted)
            if form == "xlsx":
                written = write_workbook(draft, wanted, tables)
            else:
                written = [WRITERS[form](draft, one, rows) for one, rows in tables]
        finally:
            shutil.rmtree(spill, ignore_errors=True)
        synthetic = _synthetic(database)
        description.describe(draft, written, version=version, private=private, synthetic=synthetic)
        return written


def batches(
    database: duckdb.DuckDBPyConnection, relation: Relation, privacy: Privacy | None = None
) -> Iterator[pa.RecordBatch]:
    """All rows of a relation in the order of its key, so that equal databases give equal files."""
    names = [one.name for one in relation.fields]
    columns = [privacy.expression(relation.name, name) if privacy else quoted(name) for name in names]
    query = f"SELECT {', '.join(columns)} FROM {quoted(relation.name)} ORDER BY {_order(relation)}"  # noqa: S608
    parameters = privacy.parameters() if privacy and "$inner" in query else None
    with database.cursor() as cursor:
        found = cursor.sql(query, params=parameters)
        for batch in found.to_arrow_reader(BATCH):
            yield privacy.treated(relation.name, batch) if privacy else batch


def _order(relation: Relation) -> str:
    return "1" if relation.is_table else "ALL"


def _privacy(path: Path, folder: Path, database: duckdb.DuckDBPyConnection, key: Path | None) -> Privacy:
    file = key or path.with_name(path.name + ".pseudonym-key")
    if folder.resolve() in file.resolve().parents:
        raise WarehouseError(file, "the key would lie in the export", "Name a file elsewhere with --key")
    return Privacy.of(database, read_key(file))


def _kept(path: Path, wanted: list[Relation], privacy: Privacy | None, *, named: bool) -> list[Relation]:
    if privacy is None:
        return wanted
    kept = [(one, privacy.kept(one)) for one in wanted]
    lost = [one.name for one, rest in kept if rest is None]
    if lost and named:
        reason = f"{', '.join(lost)}: nothing is known to be safe to export in private"
        raise WarehouseError(path, reason, "Leave --private off, or name tables only")
    return [rest for _, rest in kept if rest is not None]


def _synthetic(database: duckdb.DuckDBPyConnection) -> bool:
    known = relations(database)["article"].fields
    if not any(one.name == "synthetic" for one in known):
        return False
    return bool(database.execute("SELECT coalesce(bool_or(synthetic), false) FROM article").fetchall()[0][0])


@contextmanager
def _new_folder(folder: Path) -> Iterator[Path]:
    """A folder beside the wanted one, which takes its place if the block ends well."""
    draft = folder.with_name(f"{folder.name}.new-{os.getpid()}")
    try:
        if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
            raise WarehouseError(folder, "the folder is not empty", "Name a new folder")
        draft.mkdir(parents=True)
        yield draft
        draft.replace(folder)
    except OSError as error:
        mend = "Check that you may write there and that the disk has room"
        reason = f"the export cannot be written ({error.strerror or error})"
        raise WarehouseError(folder, reason, mend) from error
    finally:
        shutil.rmtree(draft, ignore_errors=True)
