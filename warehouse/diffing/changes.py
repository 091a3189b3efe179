"""The single facts that differ, for the person who judges a new version."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, Literal

from warehouse.diffing.compare import Comparison

How = Literal["gained", "lost", "changed"]


@dataclass(frozen=True, slots=True)
class Change:
    """A fact that one file has and the other has not, or has otherwise."""

    how: How
    type: str
    rule: str
    """The rule that reads it now; the one that read it if it is lost."""
    article: str
    """Address or document id."""
    text: str
    """The words, as they are read now; as they were read if it is lost."""
    before: dict[str, Any]
    after: dict[str, Any]
    """Attributes, of a changed fact only those that differ; empty where the fact is not."""


def changes(comparison: Comparison, limit: int | None = None) -> Iterator[Change]:
    """Facts changed, gained and lost in articles that both files have, by type, rule and article."""
    found = comparison.database.execute(_CHANGES, {"limit": limit if limit is not None else 2**62})
    while rows := found.fetchmany(10_000):
        for how, kind, rule, article, text, before, after in rows:
            yield Change(how, kind, rule, article, text, *_differing(before, after))


def _differing(before: str | None, after: str | None) -> tuple[dict[str, Any], dict[str, Any]]:
    old: dict[str, Any] = json.loads(before) if before else {}
    new: dict[str, Any] = json.loads(after) if after else {}
    if before and after:
        names = [name for name in new if old.get(name) != new[name]]
        return {name: old.get(name) for name in names}, {name: new[name] for name in names}
    return _said(old), _said(new)


def _said(attributes: dict[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in attributes.items() if value not in (None, [])}


_CHANGES = """
WITH listed AS (
    SELECT 'changed' AS how, g.type, g.rule, g.article_id, g.text,
           l.attributes AS before, g.attributes AS after, g.span_start
    FROM pair JOIN gained AS g ON g.fact_id = new_id JOIN lost AS l ON l.fact_id = old_id
    WHERE pair.how = 'changed'
    UNION ALL
    SELECT 'gained', type, rule, article_id, text, NULL, attributes, span_start
    FROM gained WHERE shared AND NOT EXISTS (FROM pair WHERE new_id = fact_id)
    UNION ALL
    SELECT 'lost', type, rule, article_id, text, attributes, NULL, span_start
    FROM lost WHERE shared AND NOT EXISTS (FROM pair WHERE old_id = fact_id)
)
SELECT how, type, rule, coalesce(article.url, article.document_id), text, before::VARCHAR, after::VARCHAR
FROM listed JOIN new.article AS article USING (article_id)
ORDER BY type, rule, article_id, span_start, how, text, before, after
LIMIT $limit"""
