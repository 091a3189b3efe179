"""The warehouse's tables, made from the models: one definition for rows, columns and their comments.

``fact`` holds what all facts share, one row per statement; each type adds a table of its own attributes with
the same ``fact_id``. Offsets are called ``span_start`` and ``span_end``, since ``end`` is a word of SQL.
"""

from __future__ import annotations

import datetime as dt
import types
import typing
from typing import Any, Literal

from pydantic import BaseModel
from pydantic.fields import FieldInfo

from schemas.document import Article, Page, Source
from schemas.facts import FACT_TYPES, Evidence
from schemas.keys import ARTICLE_ID, FACT_ID, PAGE_HASH, PAGE_ID, SOURCE_ID
from schemas.table import Column, Table, hashed, nullable
from schemas.tables_geography import GEOGRAPHY
from schemas.tables_linking import (
    CAMPAIGN_REGISTER,
    COMMUNE,
    DERIVED,
    DISTRICT,
    KEPT,
    PROVINCE,
    PROVINCE_2025,
    READ,
)

SCHEMA_VERSION = 3
"""Raised with every change of the tables. A database of a newer one is refused."""

RENAMED = {"start": "span_start", "end": "span_end"}
_SQL = {
    str: "VARCHAR",
    int: "BIGINT",
    float: "DOUBLE",
    bool: "BOOLEAN",
    dt.date: "DATE",
    dt.datetime: "TIMESTAMP",
}


def column(name: str, field: FieldInfo) -> Column:
    """The column of a model's field.

    Raises:
        TypeError: the field has a type no column is known for.
    """
    inner, nullable = _without_none(field.annotation)
    return Column(RENAMED.get(name, name), _sql_type(inner), field.description or "", nullable)


def _without_none(annotation: Any) -> tuple[Any, bool]:
    if typing.get_origin(annotation) in (typing.Union, types.UnionType):
        parts = [part for part in typing.get_args(annotation) if part is not types.NoneType]
        if len(parts) == 1:
            return parts[0], True
    return annotation, False


def _sql_type(annotation: Any) -> str:
    origin, args = typing.get_origin(annotation), typing.get_args(annotation)
    if origin is typing.Annotated:
        return _sql_type(args[0])
    if origin is Literal:
        return "VARCHAR"
    if origin is tuple:
        return _sql_type(args[0]) + "[]"
    if annotation in _SQL:
        return _SQL[annotation]
    raise TypeError(f"no SQL type is known for {annotation!r}")


def _columns(model: type[BaseModel], *, without: set[str] | None = None) -> tuple[Column, ...]:
    fields = model.model_fields.items()
    return tuple(column(name, field) for name, field in fields if name not in (without or set()))


def _sentence(model: type[BaseModel]) -> str:
    """The first sentence or two of a model's docstring: what stands in its first line."""
    return (model.__doc__ or "").strip().splitlines()[0]


EXTRACTOR = Column("extractor_version", "VARCHAR", "Version of the program that read it")
COMMON = {"type", *Evidence.model_fields}
"""Fields that stand in ``fact``; the others stand in the type's own table."""


SOURCE = Table("source", _sentence(Source), (SOURCE_ID, *_columns(Source, without={"id"})))
PAGE = Table(
    "page",
    _sentence(Page),
    (
        PAGE_ID,
        ARTICLE_ID,
        hashed("page_hash", "SHA-256 of its raw bytes"),
        *_columns(Page, without={"sha256"}),
    ),
)
ARTICLE = Table(
    "article",
    _sentence(Article),
    (
        ARTICLE_ID,
        PAGE_ID,
        nullable(SOURCE_ID.name, SOURCE_ID.sql_type, SOURCE_ID.comment),
        *(
            Column("document_id", c.sql_type, c.comment) if c.name == "id" else c
            for c in _columns(Article, without={"source"})
        ),
        DISTRICT,
        COMMUNE,
        hashed("group_id", "Smallest article_id of the near-duplicates it is one of; else its own"),
        Column("synthetic", "BOOLEAN", "Made up by the sample generator; never mixed with real articles"),
        EXTRACTOR,
    ),
)
FACT = Table(
    "fact",
    "What all facts share: one row per statement, with the words that say it and the rule that read them",
    (
        FACT_ID,
        ARTICLE_ID,
        PAGE_HASH,
        Column("type", "VARCHAR", "Kind of fact; its attributes stand in the table of that name"),
        *_columns(Evidence),
        PROVINCE,
        PROVINCE_2025,
        EXTRACTOR,
    ),
)
FACT_TABLES = {
    model.TABLE: Table(model.TABLE, _sentence(model), (FACT_ID, *_columns(model, without=COMMON)))  # type: ignore[attr-defined]
    for model in FACT_TYPES
}
SCHEMA = Table(
    "schema_version",
    "Version of these tables; a program refuses a database of a newer one",
    (Column("version", "INTEGER", "Version of the tables"),),
)
LOADED = (PAGE, ARTICLE, FACT, *FACT_TABLES.values(), *READ)
"""Filled with each article, and emptied of it when it is loaded again."""
REFERENCE = (*GEOGRAPHY, CAMPAIGN_REGISTER)
"""Filled from data/ at the start of a load."""
TABLES = (SCHEMA, SOURCE, *LOADED, *KEPT, *DERIVED, *REFERENCE)
