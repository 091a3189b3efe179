"""The search itself: DuckDB finds the articles, Python marks the words in the few that are shown."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import duckdb

from warehouse.searching.phrases import Phrase

WIDTH = 240
"""Characters of a snippet, about."""

Span = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Hit:
    """An article that has all phrases."""

    article_id: str
    title: str | None
    title_marks: tuple[Span, ...]
    """Where phrases stand in the title."""
    snippet: str
    """Words around the first place in the body, or its beginning."""
    marks: tuple[Span, ...]
    """Where phrases stand in the snippet."""
    published: dt.date | None
    province: str | None
    url: str | None
    facts: dict[str, int]
    """Fact type → number."""


@dataclass(frozen=True, slots=True)
class Found:
    """Articles found, the best first, and how many there are in all."""

    total: int
    hits: tuple[Hit, ...]


def search(database: duckdb.DuckDBPyConnection, phrases: Sequence[Phrase], limit: int) -> Found:
    """Articles that have all the phrases: first those with a phrase in the title, then the newest.

    Args:
        database: an open database, of this version or an older one.
        phrases: at least one; each has a word.
        limit: hits to return at most.
    """
    patterns = {f"pattern{number}": phrase.sql_pattern for number, phrase in enumerate(phrases)}
    in_title = [f"coalesce(regexp_matches(title, ${name}), false)" for name in patterns]
    found = [f"(regexp_matches(body, ${n}) OR {t})" for n, t in zip(patterns, in_title, strict=True)]
    rows = database.execute(
        f"""
        WITH found AS (
            SELECT article_id, {" + ".join(f"{one}::INTEGER" for one in in_title)} AS in_title
            FROM article WHERE {" AND ".join(found)}
        )
        SELECT count(*) OVER () AS total, article_id, title, body, published, province, url
        FROM found JOIN article USING (article_id)
        ORDER BY in_title DESC, published DESC NULLS LAST, article_id
        LIMIT $limit
        """,  # noqa: S608 (patterns go as parameters)
        patterns | {"limit": limit},
    ).fetchall()
    facts = _facts(database, [row[1] for row in rows])
    hits = tuple(_hit(row[1:], facts.get(row[1], {}), phrases) for row in rows)
    return Found(rows[0][0] if rows else 0, hits)


def _facts(database: duckdb.DuckDBPyConnection, articles: list[str]) -> dict[str, dict[str, int]]:
    query = (
        "SELECT article_id, type, count(*) FROM fact "
        "WHERE article_id IN (SELECT unnest($articles::VARCHAR[])) GROUP BY ALL ORDER BY ALL"
    )
    counted: dict[str, dict[str, int]] = {}
    for article, kind, count in database.execute(query, {"articles": articles}).fetchall():
        counted.setdefault(article, {})[kind] = count
    return counted


def _hit(row: Sequence[Any], facts: dict[str, int], phrases: Sequence[Phrase]) -> Hit:
    article_id, title, body, published, province, url = row
    start, end = _window(body, _spans(body, phrases))
    snippet = body[start:end]
    title_marks = _spans(title or "", phrases)
    return Hit(
        article_id, title, title_marks, snippet, _spans(snippet, phrases), published, province, url, facts
    )


def _spans(text: str, phrases: Sequence[Phrase]) -> tuple[Span, ...]:
    """Where any phrase stands, without overlaps."""
    marks: list[Span] = []
    for start, end in sorted(span for phrase in phrases for span in phrase.spans(text)):
        if not marks or start >= marks[-1][1]:
            marks.append((start, end))
    return tuple(marks)


def _window(body: str, marks: Sequence[Span]) -> Span:
    """About ``WIDTH`` characters around the first mark, cut between words where there are any."""
    first, last = marks[0] if marks else (0, 0)
    start = max(0, first - WIDTH // 2)
    end = min(len(body), max(last, start + WIDTH))
    if start and (blank := body.find(" ", start, first)) >= 0:
        start = blank + 1
    if end < len(body) and (blank := body.rfind(" ", last, end)) >= 0:
        end = blank
    return start, end
