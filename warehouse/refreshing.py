"""What is made anew at the end of a load, from all rows at once, so that no order of loading shows in it."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import duckdb
import numpy as np
import pyarrow as pa

from schemas.tables_linking import PERSON_LINK
from warehouse import duplicates, rows
from warehouse.linking.context import REACH
from warehouse.linking.mentions import PersonFact, decided, linked

_SQL = Path(__file__).parent / "sql" / "refresh"


def refresh(database: duckdb.DuckDBPyConnection, *, synthetic: bool) -> None:
    """Groups of near-duplicates, people across articles, claims, and campaigns by month.

    Args:
        database: open for writing; one transaction is opened and committed.
        synthetic: made-up articles are their own groups, and a made-up person is a name in an organisation.
    """
    database.begin()
    try:
        database.execute("DELETE FROM person_link")
        if synthetic:
            database.execute((_SQL / "synthetic_people.sql").read_text("utf-8"))
        else:
            _group(database)
            _link_people(database)
        for name in ("fact_claim", "campaign_month", "province_figure"):
            database.execute(f'DELETE FROM "{name}"')  # noqa: S608 (our own names)
            database.execute((_SQL / f"{name}.sql").read_text("utf-8"))
    except BaseException:
        database.rollback()
        raise
    database.commit()


def _group(database: duckdb.DuckDBPyConnection) -> None:
    stored = database.execute("SELECT article_id, signature FROM article_signature").fetchall()
    signatures = {article: np.frombuffer(packed, "<u4").astype(np.uint32) for article, packed in stored}
    found = duplicates.groups(signatures)
    grouped = [(article, group) for article, group in found.items() if article != group]
    batch = pa.table(
        {
            "article_id": pa.array([article for article, _ in grouped], pa.string()),
            "group_id": pa.array([group for _, group in grouped], pa.string()),
        }
    )
    database.register("grouped", batch)
    database.execute(
        "UPDATE article SET group_id = article_id WHERE group_id <> article_id AND article_id NOT IN "
        "(SELECT article_id FROM grouped)"
    )
    database.execute(
        "UPDATE article SET group_id = grouped.group_id FROM grouped "
        "WHERE grouped.article_id = article.article_id AND article.group_id <> grouped.group_id"
    )
    database.unregister("grouped")


_MENTIONS = """
SELECT fact_id, own.name, own.position, own.organisation,
       coalesce(fact.province_2025_code, article.province_2025_code), year(published), article.group_id
FROM fact JOIN person AS own USING (fact_id) JOIN article USING (article_id)
ORDER BY fact_id"""
_WORDS = """
SELECT concat(title, chr(10), body[greatest(0, span_start - {reach}) + 1 : span_end + {reach}])
FROM batch JOIN fact USING (fact_id) JOIN article USING (article_id) ORDER BY place"""


def _link_people(database: duckdb.DuckDBPyConnection) -> None:
    facts = [PersonFact(*row) for row in database.execute(_MENTIONS).fetchall()]
    decisions = database.execute("SELECT left_fact, right_fact, verdict FROM link_decision ORDER BY ALL")

    def words_of(places: Sequence[int]) -> list[str]:
        ids = [facts[place].fact_id for place in places]
        database.register("batch", pa.table({"fact_id": ids, "place": range(len(ids))}))
        try:
            return [words for (words,) in database.execute(_WORDS.format(reach=REACH)).fetchall()]
        finally:
            database.unregister("batch")

    found = rows.arrow(PERSON_LINK, linked(facts, decided(facts, decisions.fetchall()), words_of))
    database.register("batch", found)
    database.execute("INSERT INTO person_link FROM batch")
    database.unregister("batch")
