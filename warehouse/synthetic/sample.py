"""Articles with their statements as Arrow tables, batch by batch, through the loader of real pages."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from warehouse.errors import WarehouseError
from warehouse.store import SYNTHETIC, loading
from warehouse.synthetic.articles import (
    article_rows,
    bodies_of,
    page_rows,
    provinces,
    published_days,
    source_rows,
)
from warehouse.synthetic.drawing import Draw, Indices, falling, text
from warehouse.synthetic.statements import TYPES, Frame, Said, granters, vocabulary

BATCH = 100_000
"""Articles in a batch."""
Tables = dict[str, pa.Table]

_NO_PROVINCE = 0.08
"""Share of articles about the whole country or several provinces."""
_PLACED = 0.2
"""Share of statements that name their province."""


def sample(path: Path, articles: int, seed: int, per_article: float, version: str) -> int:
    """Writes a file of made-up articles; returns the number of statements.

    Args:
        path: a new file, named ``*.synthetic.duckdb``.
        articles: how many.
        seed: the same arguments give the same rows.
        per_article: mean number of statements; each article has one at least.
        version: of the program.

    Raises:
        WarehouseError: the file is there already, has another kind of name, or cannot be written.
    """
    if path.exists():
        raise WarehouseError(path, "the file is there already", f"Name a new file *{SYNTHETIC}")
    statements = 0
    with loading(path, version, synthetic=True) as loader:
        for batch in tables(articles, seed, per_article, version):
            loader.load_tables(batch)
            statements += batch["fact"].num_rows
    return statements


def tables(articles: int, seed: int, per_article: float, version: str) -> Iterator[Tables]:
    """The rows, in batches of ``BATCH`` articles."""
    for first in range(0, articles, BATCH):
        draw = Draw(seed, first)
        yield _batch(draw, seed, first, min(BATCH, articles - first), per_article, version)


def _batch(draw: Draw, seed: int, first: int, size: int, per_article: float, version: str) -> Tables:
    """Articles ``first`` to ``first + size`` with all their rows."""
    counts = 1 + draw.random.poisson(max(0.0, per_article - 1), size)
    published, year = published_days(draw, size)
    province = draw.choice([*(falling(63) + 0.02), 0], size)
    province[draw.random.random(size) < _NO_PROVINCE] = 63
    owner = np.repeat(np.arange(size), counts)
    frame = Frame(year[owner], province[owner])
    kinds = draw.choice(list(vocabulary()["types"].values()), len(owner))
    said = {
        kind: TYPES[kind](draw, Frame(frame.year[kinds == code], frame.province[kinds == code]))
        for code, kind in enumerate(vocabulary()["types"])
    }
    words = _in_order(said, kinds)
    body, start = bodies_of(words, counts)
    article = article_rows(draw, seed, first, province, published, body, version)
    fact = _fact(draw, article, owner, kinds, words, start)
    found = {
        "page": page_rows(article),
        "article": article.drop_columns(["fetched", "page_hash"]),
        "fact": fact,
    }
    for code, kind in enumerate(vocabulary()["types"]):
        own = fact.column("fact_id").combine_chunks().filter(pa.array(kinds == code))
        found[kind] = pa.table({"fact_id": own} | said[kind].columns)
    found["fact_granter"] = _granters(found["award"], frame.province[kinds == list(said).index("award")])
    found["fact_place"] = _places(draw, fact, frame)
    found["source"] = source_rows()
    return found


def _in_order(said: dict[str, Said], kinds: Indices) -> pa.Array:
    """The words of all types, one after the other as the articles say them."""
    by_kind = pa.concat_arrays([one.words for one in said.values()])
    place = np.empty(len(kinds), np.int64)
    place[np.argsort(kinds, kind="stable")] = np.arange(len(kinds))
    return by_kind.take(pa.array(place))


def _fact(
    draw: Draw, article: pa.Table, owner: Indices, kinds: Indices, words: pa.Array, start: Indices
) -> pa.Table:
    size = len(owner)
    types = pa.array(list(vocabulary()["types"])).take(pa.array(kinds))
    shared = ("article_id", "page_hash", "province_code", "province_2025_code", "extractor_version")
    columns = {
        "fact_id": draw.ids(size),
        "type": types,
        "text": words,
        "span_start": pa.array(start),
        "span_end": pa.array(start + pc.utf8_length(words).to_numpy()),
        "rule": text("synthetic.", types),
        "rule_version": pa.repeat(1, size),
        "confidence": pa.array(np.round(draw.random.beta(18, 2, size), 3)),
    }
    own = article.select(list(shared)).take(pa.array(owner))
    return pa.table(columns | {name: own.column(name) for name in shared})


def _granters(award: pa.Table, province: Indices) -> pa.Table:
    given = award.column("granter").combine_chunks()
    stated = given.is_valid()
    named = province[stated.to_numpy(zero_copy_only=False)]
    columns = granters(given.filter(stated), named, provinces()[0])
    return pa.table({"fact_id": award.column("fact_id").filter(stated)} | columns)


def _places(draw: Draw, fact: pa.Table, frame: Frame) -> pa.Table:
    chosen = np.flatnonzero((draw.random.random(len(frame)) < _PLACED) & (frame.province < 63))
    named = fact.select(["fact_id", "province_code", "province_2025_code"]).take(pa.array(chosen))
    printed = text("tỉnh ", pa.array(provinces()[1], pa.string()).take(pa.array(frame.province[chosen])))
    return named.append_column("place_id", draw.ids(len(chosen))).append_column("printed", printed)
