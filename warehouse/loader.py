"""Loading documents: one transaction per batch, by Arrow; a document loaded again replaces its rows."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

import duckdb
import pyarrow as pa

from schemas.tables import ARTICLE, FACT, LOADED, SOURCE
from warehouse import identity, rows, sightings
from warehouse.refreshing import refresh
from warehouse.rows import Entry, utc

CHUNK = 40_000
"""Rows that one thread takes from a batch at a time."""


class Loader:
    """Writes batches of documents to an open database."""

    def __init__(self, database: duckdb.DuckDBPyConnection, extractor_version: str) -> None:
        """For a database whose tables are there; see ``loading``."""
        self._database, self._version = database, extractor_version

    def load(self, entries: Iterable[Entry]) -> None:
        """Stores a batch of documents, all or none. Facts they had before are taken out."""
        found = rows.rows(self._not_older(list(entries)), self._version)
        self.load_tables({t.name: rows.arrow(t, found[t.name].values()) for t in (SOURCE, *LOADED)})

    def load_tables(self, tables: Mapping[str, pa.Table]) -> None:
        """Stores whole articles that are already rows, all or none: millions at a time.

        Args:
            tables: Arrow tables by name. The columns are found by name; one that is missing is null. Keys are
                unique, and articles that came before are replaced.
        """
        self._database.begin()
        try:
            self._take_out(tables[ARTICLE.name].column("article_id"))
            for table in LOADED:
                if table.name in tables:
                    self._with(tables[table.name], f'INSERT INTO "{table.name}" BY NAME FROM batch')
            if SOURCE.name in tables:
                insert = "INSERT INTO source BY NAME FROM batch ANTI JOIN source USING (source_id)"
                self._with(tables[SOURCE.name], insert)
        except BaseException:
            self._database.rollback()
            raise
        self._database.commit()

    def finish(self, *, synthetic: bool) -> None:
        """Takes out sources that no article names any more, and makes anew what rests on all rows."""
        self._database.execute(
            "DELETE FROM source WHERE NOT EXISTS (FROM article WHERE article.source_id = source.source_id)"
        )
        # A sighting on the very page that is stored says nothing new.
        self._database.execute(sightings.NO_NEWS)
        self._database.execute(sightings.STILL_SEEN)
        refresh(self._database, synthetic=synthetic)

    def _not_older(self, entries: list[Entry]) -> list[Entry]:
        """Leaves out pages fetched before the stored page of their article, but notes when they were seen."""
        dated = {identity.article_id(e.document) for e in entries if e.page.fetched}
        if not dated:
            return entries
        query = "SELECT article_id, fetched, page_hash FROM page SEMI JOIN batch USING (article_id)"
        stored = {key: (fetched, sha) for key, fetched, sha in self._of(list(dated), query) if fetched}
        kept: list[Entry] = []
        older: list[Entry] = []
        for entry in entries:
            age = utc(entry.page.fetched), entry.page.sha256
            newest = stored.get(identity.article_id(entry.document))
            (older if age[0] and newest and newest > age else kept).append(entry)
        self._remember(older)
        self._remember(rows.outdated(kept))
        return kept

    def _remember(self, entries: Sequence[Entry]) -> None:
        """Notes when the facts of pages that are not stored were seen."""
        seen = [
            (identity.fact_id(identity.article_id(entry.document), fact), utc(entry.page.fetched))
            for entry in entries
            if entry.page.fetched
            for fact in entry.document.facts
        ]
        if seen:
            facts, moments = zip(*seen, strict=True)
            columns = {"fact_id": pa.array(facts, pa.string()), "seen": pa.array(moments, pa.timestamp("us"))}
            self._with(pa.table(columns), sightings.SEEN.format(new="SELECT fact_id, seen FROM batch"))

    def _take_out(self, articles: pa.Array) -> None:
        known = self._of(articles, "SELECT article_id FROM article SEMI JOIN batch USING (article_id)")
        if not known:
            return
        self._of(articles, sightings.SEEN.format(new=sightings.STORED))
        gone = "SELECT fact_id FROM fact SEMI JOIN batch USING (article_id)"
        for table in LOADED:
            if table.columns[1].name == "fact_id" or (table.key == "fact_id" and table is not FACT):
                self._of(articles, f'DELETE FROM "{table.name}" WHERE fact_id IN ({gone})')  # noqa: S608
        for name in ("fact", "article", "page", "article_signature"):
            self._of(articles, f'DELETE FROM "{name}" WHERE article_id IN (FROM batch)')  # noqa: S608

    def _of(self, articles: Sequence[str] | pa.Array, statement: str) -> list[tuple[Any, ...]]:
        keys = (
            articles if isinstance(articles, pa.Array | pa.ChunkedArray) else pa.array(articles, pa.string())
        )
        return self._with(pa.table({"article_id": keys}), statement)

    def _with(self, batch: pa.Table, statement: str) -> list[tuple[Any, ...]]:
        """Runs a statement that reads an Arrow table under the name ``batch``."""
        chunked = pa.Table.from_batches(batch.to_batches(max_chunksize=CHUNK), schema=batch.schema)
        self._database.register("batch", chunked)
        try:
            return self._database.execute(statement).fetchall()
        finally:
            self._database.unregister("batch")
