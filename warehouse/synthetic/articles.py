"""Articles and their pages: where, when, by whom, and bodies made of the statements."""

from __future__ import annotations

import datetime as dt
from functools import cache

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

import data
from warehouse import identity
from warehouse.synthetic.drawing import Draw, Indices, falling, text
from warehouse.synthetic.statements import names, vocabulary


@cache
def provinces() -> tuple[list[str | None], list[str | None], list[str | None], list[str | None]]:
    """Code and name before July 2025, code and name since; at the end none. The most written about first."""
    rows = {(row["map"], row["code"]): row for row in data.table("provinces/provinces.csv")}
    old = [row for (which, _), row in rows.items() if which == "63"]
    old.sort(key=lambda row: (row["kind"] != "thành phố", identity.digest(row["code"])))
    new = [rows["34", row["successor"]] for row in old]
    columns = ([row[key] for row in listed] for listed in (old, new) for key in ("code", "name"))
    code, name, code_2025, name_2025 = ([*column, None] for column in columns)
    return code, name, code_2025, name_2025


def published_days(draw: Draw, size: int) -> tuple[pa.Array, Indices]:
    """Dates of publication, and their years."""
    years, months = vocabulary()["years"], vocabulary()["months"]
    year = np.array([int(name) for name in years])[draw.choice(list(years.values()), size)]
    month = np.array([int(name) for name in months])[draw.choice(list(months.values()), size)]
    days = (year - 1970).astype("datetime64[Y]").astype("datetime64[M]") + (month - 1)
    days = days.astype("datetime64[D]") + draw.random.integers(0, 28, size)
    return pa.array(days), year


def bodies_of(words: pa.Array, counts: Indices) -> tuple[pa.Array, Indices]:
    """Bodies of sentences, and where each statement's words begin in its body."""
    head = f"{vocabulary()['disclaimer']}. "
    ends = np.cumsum(counts)
    lengths = pc.utf8_length(words).to_numpy().astype(np.int64) + len(". ")
    before = np.cumsum(lengths) - lengths
    start = before - np.repeat(before[ends - counts], counts) + len(head)
    lists = pa.ListArray.from_arrays(pa.array(np.concatenate([[0], ends]), pa.int32()), words)
    return text(head, pc.binary_join(lists, ". "), "."), start


def article_rows(
    draw: Draw, seed: int, first: int, province: Indices, published: pa.Array, body: pa.Array, version: str
) -> pa.Table:
    """Rows of ``article``, with the columns that other tables take from it."""
    size = len(body)
    number = pa.array(np.arange(first, first + size))
    source = source_rows().column("source_id").combine_chunks()
    code, name, code_2025, name_2025 = (
        pa.array(column, pa.string()).take(pa.array(province)) for column in provinces()
    )
    article_id = draw.ids(size)
    columns = {
        "article_id": article_id,
        "page_id": draw.ids(size),
        "page_hash": draw.ids(size, 64),
        "source_id": source.take(pa.array(draw.choice(falling(len(source)), size))),
        "document_id": text(f"synthetic-{seed}-", number),
        "url": text(f"https://synthetic.invalid/{seed}/", number),
        "title": text("Bài giả lập số ", number, ": công đoàn ", pc.fill_null(name, "cả nước"), " thi đua"),
        "authors": pa.ListArray.from_arrays(np.arange(size + 1, dtype=np.int32), names(draw, size)),
        "published": draw.some(published, 0.95),
        "province": name,
        "province_2025": name_2025,
        "province_code": code,
        "province_2025_code": code_2025,
        "body": body,
        "group_id": article_id,
        "synthetic": pa.repeat(True, size),
        "extractor_version": pa.repeat(version, size),
        "fetched": pc.add(published.cast(pa.timestamp("us")), pa.scalar(dt.timedelta(days=2))),
    }
    return pa.table(columns)


def page_rows(article: pa.Table) -> pa.Table:
    """Rows of ``page``, from those of the articles."""
    return article.select(["page_id", "article_id", "page_hash", "url", "fetched"])


@cache
def source_rows() -> pa.Table:
    """Papers that do not exist."""
    listed = [f"Báo Giả Lập {number}" for number in range(1, 41)]
    return pa.table({"source_id": [identity.digest("source", name) for name in listed], "name": listed})
