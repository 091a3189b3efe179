-- Money gained or saved by initiatives and emulation (basis benefit: làm lợi, tiết kiệm), by province and period.
-- Rewards, support and the worth of works are never among it, nor are amounts per year, month or unit added to
-- amounts as a whole.
--
--   province_code: Code on the map asked for; null where it is the whole country, several or unknown
--   province: Name on that map
--   per: What the amounts are for: each year, month or unit; null for a whole
--   year_start: First year of the period stated
--   year_end: Last year of the period stated
--   reported: Statements
--   distinct: Claims: the same said again counts once
--   total_vnd: Sum in đồng, each claim once
--   largest_vnd: Largest single amount in đồng; nearer the truth where small amounts are parts of it
--   fact_ids: The statements
CREATE OR REPLACE MACRO benefit_by_province(year, map := 63) AS TABLE
WITH told AS (
    SELECT *, CASE WHEN map = 34 THEN province_2025_code ELSE province_code END AS place,
           row_number() OVER (PARTITION BY claim_id ORDER BY fact_id) = 1 AS first_told
    FROM fact_claim
    WHERE type = 'benefit' AND label = 'benefit'
      AND (year IS NULL OR year BETWEEN coalesce(year_start, year_end)
                                AND coalesce(year_end, year(published), year_start))
)
SELECT place AS province_code, any_value(province.name) AS province,
       per, year_start, year_end,
       count(*) AS reported,
       count(*) FILTER (first_told) AS "distinct",
       TRY_CAST(sum(value) FILTER (first_told) AS BIGINT) AS total_vnd,
       max(value) AS largest_vnd,
       list(fact_id ORDER BY fact_id) AS fact_ids
FROM told
LEFT JOIN province ON province.map = (CASE WHEN map = 34 THEN 34 ELSE 63 END) AND province.code = place
GROUP BY place, per, year_start, year_end
ORDER BY place, per, year_start, year_end;
