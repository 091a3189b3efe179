"""Which lost fact became which gained one: SQL over ``lost`` and ``gained`` that fills ``pair``."""

from __future__ import annotations

MOVED = """
-- The same said in another place of the article: the first with the first, the second with the second.
INSERT INTO pair
WITH l AS (
    SELECT *, row_number() OVER (
        PARTITION BY article_id, type, attributes ORDER BY span_start, span_end, fact_id) AS nth
    FROM lost
), g AS (
    SELECT *, row_number() OVER (
        PARTITION BY article_id, type, attributes ORDER BY span_start, span_end, fact_id) AS nth
    FROM gained
)
SELECT l.fact_id, g.fact_id, 'moved' FROM l JOIN g USING (article_id, type, attributes, nth)"""

CHANGED = """
-- Of those left, the closest of one article and type, if each is the other's closest.
INSERT INTO pair
WITH likely AS (
    SELECT l.fact_id AS old_id, g.fact_id AS new_id,
           row(coalesce(l.about = g.about, false), l.text = g.text,
               least(l.span_end, g.span_end) - greatest(l.span_start, g.span_start)) AS closeness
    FROM lost AS l JOIN gained AS g USING (article_id, type)
    WHERE (l.about = g.about OR l.text = g.text
           OR (l.span_start < g.span_end AND g.span_start < l.span_end))
      AND NOT EXISTS (FROM pair WHERE pair.old_id = l.fact_id)
      AND NOT EXISTS (FROM pair WHERE pair.new_id = g.fact_id)
), ranked AS (
    SELECT old_id, new_id,
           row_number() OVER (PARTITION BY old_id ORDER BY closeness DESC, new_id) AS from_old,
           row_number() OVER (PARTITION BY new_id ORDER BY closeness DESC, old_id) AS from_new
    FROM likely
)
SELECT old_id, new_id, 'changed' FROM ranked WHERE from_old = 1 AND from_new = 1"""
