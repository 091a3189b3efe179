"""Loading documents: one transaction per batch, by Arrow; a document loaded again replaces its rows."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import duckdb
import pyarrow as pa

from schemas.tables import ARTICLE, FACT, FACT_TABLES, PAGE, SOURCE, Table
from warehouse import identity, rows
from warehouse.rows import Entry, utc
from warehouse.schema import prepare
from warehouse.writing import new_version

STORAGE: dict[str, str | bool | int | float | list[str]] = {"storage_compatibility_version": "v1.5.0"}
"""So that DuckDB tools a year older than ours can read the file."""


@contextmanager
def loading(path: Path, extractor_version: str) -> Iterator[Loader]:
    """A database to load documents into. What was loaded is in place once the block ends well.

    Args:
        path: the DuckDB file; made if there is none.
        extractor_version: version of the program whose facts are loaded.

    Raises:
        WarehouseError: the database is held, newer, not ours, or cannot be written. What it held stays.
    """
    with new_version(path) as draft, duckdb.connect(str(draft), config=STORAGE) as database:
        prepare(path, database)
        loader = Loader(database, extractor_version)
        yield loader
        loader.sweep()


class Loader:
    """Writes batches of documents to an open database."""

    def __init__(self, database: duckdb.DuckDBPyConnection, extractor_version: str) -> None:
        """For a database whose tables are there; see ``loading``."""
        self._database, self._version = database, extractor_version

    def load(self, entries: Iterable[Entry]) -> None:
        """Stores a batch of documents, all or none. Facts they had before are taken out."""
        found = rows.rows(self._not_older(list(entries)), self._version)
        self._database.begin()
        try:
            self._take_out(list(found[ARTICLE.name]))
            for table in (PAGE, ARTICLE, FACT, *FACT_TABLES.values()):
                self._insert(table, found[table.name].values())
            sources = rows.arrow(SOURCE, found[SOURCE.name].values())
            self._with(sources, "INSERT INTO source FROM batch ANTI JOIN source USING (source_id)")
        except BaseException:
            self._database.rollback()
            raise
        self._database.commit()

    def sweep(self) -> None:
        """Takes out sources that no article names any more."""
        self._database.execute(
            "DELETE FROM source WHERE NOT EXISTS (FROM article WHERE article.source_id = source.source_id)"
        )

    def _not_older(self, entries: list[Entry]) -> list[Entry]:
        """Leaves out pages that were fetched before the stored page of the same article."""
        dated = {identity.article_id(e.document): utc(e.page.fetched) for e in entries if e.page.fetched}
        if not dated:
            return entries
        stored = self._of(
            list(dated), "SELECT article_id, fetched FROM page SEMI JOIN batch USING (article_id)"
        )
        newer = {key for key, fetched in stored if fetched is not None and fetched > dated[key]}
        return [entry for entry in entries if identity.article_id(entry.document) not in newer]

    def _take_out(self, articles: list[str]) -> None:
        known = self._of(articles, "SELECT article_id FROM article SEMI JOIN batch USING (article_id)")
        if not known:
            return
        for name in FACT_TABLES:
            gone = "SELECT fact_id FROM fact SEMI JOIN batch USING (article_id)"
            self._of(articles, f'DELETE FROM "{name}" WHERE fact_id IN ({gone})')  # noqa: S608 (our own names)
        for table in (FACT, ARTICLE, PAGE):
            self._of(articles, f'DELETE FROM "{table.name}" WHERE article_id IN (FROM batch)')  # noqa: S608

    def _insert(self, table: Table, found: Iterable[rows.Row]) -> None:
        self._with(rows.arrow(table, found), f'INSERT INTO "{table.name}" FROM batch')

    def _of(self, articles: list[str], statement: str) -> list[tuple[Any, ...]]:
        return self._with(pa.table({"article_id": pa.array(articles, pa.string())}), statement)

    def _with(self, batch: pa.Table, statement: str) -> list[tuple[Any, ...]]:
        """Runs a statement that reads an Arrow table under the name ``batch``."""
        self._database.register("batch", batch)
        try:
            return self._database.execute(statement).fetchall()
        finally:
            self._database.unregister("batch")
