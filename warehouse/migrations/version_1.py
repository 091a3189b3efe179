"""Reads the tables of version 1: articles and facts without places, groups or claims."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Iterator
from itertools import groupby
from typing import Any

import duckdb

from schemas import Document, Page
from warehouse.rows import Entry

BATCH = 500
"""Articles read at a time."""

TYPES = ("campaign", "person", "initiative", "benefit", "award", "statistic")

_LISTED = """SELECT article_id, extractor_version FROM {old}article ORDER BY extractor_version, article_id"""
_ARTICLES = """
SELECT article_id AS key, document_id AS id, url, source.name AS source, title, authors, published, province,
       province_2025, body
FROM {old}article LEFT JOIN {old}source AS source USING (source_id)
WHERE article_id IN (SELECT unnest(?))"""
_PAGES = """
SELECT article_id AS key, page_hash AS sha256, url, fetched, origin, archive_offset
FROM {old}page WHERE article_id IN (SELECT unnest(?))"""
_FACTS = """
SELECT article_id AS key, type, text, span_start AS start, span_end AS "end", rule, rule_version, confidence,
       own.* EXCLUDE (fact_id)
FROM {old}fact JOIN {old}{kind} AS own USING (fact_id)
WHERE article_id IN (SELECT unnest(?))
ORDER BY fact_id"""

Row = dict[str, Any]


def batches(database: duckdb.DuckDBPyConnection, prefix: str) -> Iterator[tuple[str, list[Entry]]]:
    """Entries with the version of the program that read their facts, up to ``BATCH`` at a time.

    Args:
        database: holds the tables.
        prefix: what stands before the tables' names.
    """
    listed = database.execute(_LISTED.format(old=prefix)).fetchall()
    for version, articles in groupby(listed, key=lambda row: str(row[1])):
        ids = [article for article, _ in articles]
        for start in range(0, len(ids), BATCH):
            yield version, _entries(database, prefix, ids[start : start + BATCH])


def _entries(database: duckdb.DuckDBPyConnection, prefix: str, articles: list[str]) -> list[Entry]:
    facts: dict[str, list[Row]] = defaultdict(list)
    for kind in TYPES:
        for key, row in _rows(database, _FACTS.format(old=prefix, kind=kind), articles):
            facts[key].append(row)
    stored = _rows(database, _PAGES.format(old=prefix), articles)
    pages = {key: Page(**_in_utc(row)) for key, row in stored}
    return [
        Entry(Document(**row, facts=tuple(facts[key])), pages[key])
        for key, row in _rows(database, _ARTICLES.format(old=prefix), articles)
    ]


def _rows(database: duckdb.DuckDBPyConnection, query: str, articles: list[str]) -> Iterator[tuple[str, Row]]:
    result = database.execute(query, [articles])
    names = [column[0] for column in result.description]
    for values in result.fetchall():
        row = dict(zip(names, values, strict=True))
        yield row.pop("key"), row


def _in_utc(row: Row) -> Row:
    fetched: dt.datetime | None = row["fetched"]
    return row | {"fetched": fetched.replace(tzinfo=dt.UTC) if fetched else None}
