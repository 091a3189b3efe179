"""Loading documents: one transaction per batch, by Arrow; a document loaded again replaces its rows."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import duckdb
import pyarrow as pa

from schemas.tables import ARTICLE, FACT, LOADED, SOURCE
from warehouse import identity, migrations, rows
from warehouse.errors import WarehouseError
from warehouse.linking import storing
from warehouse.refreshing import refresh
from warehouse.rows import Entry, utc
from warehouse.schema import prepare
from warehouse.writing import new_version

STORAGE: dict[str, str | bool | int | float | list[str]] = {
    "storage_compatibility_version": "v1.5.0",
    "preserve_insertion_order": False,
    "checkpoint_threshold": "1TB",
}
"""So that DuckDB tools a year older than ours can read the file; rows have keys, not an order, which lets
several threads write them; and the file, which nobody sees before the load ends, is put in order once."""

CHUNK = 40_000
"""Rows that one thread takes from a batch at a time."""


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


_STORED_SIGHTINGS = """
    SELECT fact_id, fetched AS seen FROM fact SEMI JOIN batch USING (article_id)
    JOIN page USING (article_id) WHERE fetched IS NOT NULL"""
_SEEN = """
    MERGE INTO fact_seen USING (
        SELECT fact_id, min(seen) AS first_seen, max(seen) AS last_seen FROM ({new}) GROUP BY fact_id
    ) AS new USING (fact_id)
    WHEN MATCHED THEN UPDATE SET first_seen = least(fact_seen.first_seen, new.first_seen),
                                 last_seen = greatest(fact_seen.last_seen, new.last_seen)
    WHEN NOT MATCHED THEN INSERT"""
_NO_NEWS = """
    DELETE FROM fact_seen USING fact JOIN page USING (article_id)
    WHERE fact_seen.fact_id = fact.fact_id AND fact_seen.first_seen >= page.fetched"""
_STILL_SEEN = """
    UPDATE fact_seen SET last_seen = page.fetched FROM fact JOIN page USING (article_id)
    WHERE fact_seen.fact_id = fact.fact_id AND fact_seen.last_seen <> page.fetched"""


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
        self._database.execute(_NO_NEWS)
        self._database.execute(_STILL_SEEN)
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
            self._with(pa.table(columns), _SEEN.format(new="SELECT fact_id, seen FROM batch"))

    def _take_out(self, articles: pa.Array) -> None:
        known = self._of(articles, "SELECT article_id FROM article SEMI JOIN batch USING (article_id)")
        if not known:
            return
        self._of(articles, _SEEN.format(new=_STORED_SIGHTINGS))
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
