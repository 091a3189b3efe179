"""Documents to rows, and rows to Arrow tables of the columns that ``schemas.tables`` declares."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass, fields
from typing import Any

import pyarrow as pa

from schemas import Document, Page
from schemas.table import Table
from schemas.tables import ARTICLE, FACT, LOADED, PAGE, RENAMED, SOURCE
from schemas.tables_linking import ARTICLE_SIGNATURE, FACT_GRANTER, FACT_PLACE
from warehouse import duplicates, identity
from warehouse.linking import bodies
from warehouse.places import ArticlePlaces

Row = dict[str, Any]
Rows = dict[str, dict[str, Row]]
"""Table → key → row. A key comes once, so the same statement twice is one row."""

ARROW_TYPES = {
    "VARCHAR": pa.string(),
    "BIGINT": pa.int64(),
    "INTEGER": pa.int32(),
    "DOUBLE": pa.float64(),
    "BOOLEAN": pa.bool_(),
    "DATE": pa.date32(),
    "TIMESTAMP": pa.timestamp("us"),
    "VARCHAR[]": pa.list_(pa.string()),
    "BLOB": pa.binary(),
}
"""SQL type of our columns → Arrow type."""


@dataclass(frozen=True, slots=True)
class Entry:
    """What is stored of one document: itself, and the page it was read from."""

    document: Document
    page: Page


def rows(entries: Iterable[Entry], extractor_version: str) -> Rows:
    """All rows of a batch. Of two pages of one article, the one fetched later counts."""
    found: Rows = {table.name: {} for table in (SOURCE, *LOADED)}
    for article, entry in _latest(entries).items():
        places = ArticlePlaces(entry.document)
        _add_article(found, article, entry, places)
        for fact in sorted(entry.document.facts, key=lambda fact: fact.confidence):
            _add_fact(found, article, fact, entry.page.sha256, places)
    for name in (ARTICLE.name, FACT.name):
        for row in found[name].values():
            row["extractor_version"] = extractor_version
    return found


def _latest(entries: Iterable[Entry]) -> dict[str, Entry]:
    latest: dict[str, Entry] = {}
    for entry in entries:
        key = identity.article_id(entry.document)
        if key not in latest or _age(entry) >= _age(latest[key]):
            latest[key] = entry
    return latest


def outdated(entries: Iterable[Entry]) -> list[Entry]:
    """The entries of a batch that a later page of the same article makes void."""
    listed = list(entries)
    kept = {id(entry) for entry in _latest(listed).values()}
    return [entry for entry in listed if id(entry) not in kept]


def _age(entry: Entry) -> tuple[dt.datetime, str]:
    return utc(entry.page.fetched) or dt.datetime.min, entry.page.sha256


def utc(moment: dt.datetime | None) -> dt.datetime | None:
    """A moment as the database keeps it: in UTC, without a zone."""
    return moment.astimezone(dt.UTC).replace(tzinfo=None) if moment and moment.tzinfo else moment


def _add_article(found: Rows, article: str, entry: Entry, places: ArticlePlaces) -> None:
    document, page = entry.document, entry.page
    source_id = identity.digest("source", document.source) if document.source else None
    page_id = identity.digest("page", page.sha256, article)
    ids = {"article_id": article, "page_id": page_id, "source_id": source_id, "page_hash": page.sha256}
    if source_id:
        found[SOURCE.name][source_id] = {"source_id": source_id, "name": document.source}
    found[PAGE.name][page_id] = ids | page.model_dump() | {"fetched": utc(page.fetched)}
    about = document.model_dump(exclude={"facts", "id", "source"})
    found[ARTICLE.name][article] = ids | about | _whereabouts(places)
    found[ARTICLE.name][article] |= {"document_id": document.id, "group_id": article, "synthetic": False}
    if (signature := duplicates.signature(document.body)) is not None:
        stored = {"article_id": article, "signature": signature.astype("<u4").tobytes()}
        found[ARTICLE_SIGNATURE.name][article] = stored


def _whereabouts(places: ArticlePlaces) -> Row:
    district, commune = places.below_province()
    codes = {"province_code": places.province_code, "province_2025_code": places.province_2025_code}
    return codes | {"district": district, "commune": commune}


def _add_fact(found: Rows, article: str, fact: Any, page_hash: str, places: ArticlePlaces) -> None:
    fact_id = identity.fact_id(article, fact)
    kind = identity.kind(fact)
    shared = {RENAMED.get(name, name): value for name, value in fact}
    old, new = places.provinces_of(fact)
    ids = {"fact_id": fact_id, "article_id": article, "page_hash": page_hash}
    found[FACT.name][fact_id] = ids | shared | {"province_code": old, "province_2025_code": new}
    found[kind][fact_id] = {"fact_id": fact_id} | identity.attributes(fact)
    for place in places.named_by(fact):
        place_id = identity.digest(fact_id, place.printed)
        row = {field.name: getattr(place, field.name) for field in fields(place)}
        found[FACT_PLACE.name][place_id] = {"place_id": place_id, "fact_id": fact_id} | row
    if granter := getattr(fact, "granter", None):
        body = bodies.canonical(granter, places.province_code)
        found[FACT_GRANTER.name][fact_id] = {
            "fact_id": fact_id,
            "body_id": body.id,
            "name": body.name,
            "level": body.level,
            "kind": body.kind,
        }


def arrow(table: Table, found: Iterable[Row]) -> pa.Table:
    """Rows as an Arrow table with the table's columns in order; a column a row lacks is null."""
    listed = list(found)
    fields = [pa.field(column.name, ARROW_TYPES[column.sql_type]) for column in table.columns]
    arrays = [pa.array([row.get(field.name) for row in listed], field.type) for field in fields]
    return pa.Table.from_arrays(arrays, schema=pa.schema(fields))
