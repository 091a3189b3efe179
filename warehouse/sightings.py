"""SQL that keeps ``fact_seen``: when statements stood on other copies of their page than the stored one.

``batch`` is a table of Arrow rows, registered by the loader.
"""

STORED = """
    SELECT fact_id, fetched AS seen FROM fact SEMI JOIN batch USING (article_id)
    JOIN page USING (article_id) WHERE fetched IS NOT NULL"""
"""Facts of the batch's articles with the date of the page that is stored."""

SEEN = """
    MERGE INTO fact_seen USING (
        SELECT fact_id, min(seen) AS first_seen, max(seen) AS last_seen FROM ({new}) GROUP BY fact_id
    ) AS new USING (fact_id)
    WHEN MATCHED THEN UPDATE SET first_seen = least(fact_seen.first_seen, new.first_seen),
                                 last_seen = greatest(fact_seen.last_seen, new.last_seen)
    WHEN NOT MATCHED THEN INSERT"""
"""Takes in sightings: ``new`` is a query of ``fact_id`` and ``seen``."""

NO_NEWS = """
    DELETE FROM fact_seen USING fact JOIN page USING (article_id)
    WHERE fact_seen.fact_id = fact.fact_id AND fact_seen.first_seen >= page.fetched"""
"""Drops the facts whose first sighting is no news beside the stored page."""

STILL_SEEN = """
    UPDATE fact_seen SET last_seen = page.fetched FROM fact JOIN page USING (article_id)
    WHERE fact_seen.fact_id = fact.fact_id AND fact_seen.last_seen <> page.fetched"""
"""The stored page is the last that is known to say it."""
