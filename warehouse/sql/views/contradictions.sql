-- Two numbers for one thing: the same award by the same granter, of the same unit, status, level, period and
-- province, with different counts in different articles. Granter, period and province must be known. An article
-- that gives several numbers itself speaks of several things, and contradicts nobody.
--
--   award: Canonical name of the award
--   body_id: Who gives it, by the register of bodies
--   unit: What received it
--   status: awarded, registered or proposed
--   level: Level as printed
--   province_code: Province among the 63 before July 2025
--   province_2025_code: Province among the 34 since July 2025
--   year_start: First year of the period
--   year_end: Last year of the period
--   values: The counts that are given, the lowest first
--   articles: How many articles give them, near-duplicates counted once
--   sources: Sites and papers that gave them
--   claim_ids: The claims
--   fact_ids: The statements
CREATE OR REPLACE VIEW contradictions AS
WITH by_article AS (
    SELECT label AS award, body_id, unit, status, name_key(level) AS level, province_code, province_2025_code,
           year_start, year_end, group_id,
           list(DISTINCT value) AS "values",
           list(DISTINCT source_id) AS source_ids,
           list(DISTINCT claim_id) AS claim_ids,
           list(fact_id) AS fact_ids
    FROM fact_claim
    WHERE type = 'award' AND body_id IS NOT NULL
      AND (year_start IS NOT NULL OR year_end IS NOT NULL)
      AND (province_code IS NOT NULL OR province_2025_code IS NOT NULL)
    GROUP BY ALL
),
compared AS (
    SELECT award, body_id, unit, status, level, province_code, province_2025_code, year_start, year_end,
           list_sort(list_distinct(flatten(list("values")))) AS "values",
           count(*) AS articles,
           list_distinct(flatten(list(source_ids))) AS source_ids,
           list_sort(list_distinct(flatten(list(claim_ids)))) AS claim_ids,
           list_sort(flatten(list(fact_ids))) AS fact_ids
    FROM by_article
    GROUP BY award, body_id, unit, status, level, province_code, province_2025_code, year_start, year_end
    HAVING count(*) > 1 AND max(len("values")) = 1
)
SELECT award, body_id, unit, status, level, province_code, province_2025_code, year_start, year_end,
       "values", articles,
       (SELECT list(name ORDER BY name) FROM source WHERE list_contains(source_ids, source_id)) AS sources,
       claim_ids, fact_ids
FROM compared
WHERE len("values") > 1;
