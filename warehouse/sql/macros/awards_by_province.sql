-- Awards by province and period. Nothing is added up over different awards, units, statuses or periods. Only facts
-- that state a period count for a year, and the row says which period: 12 flags of 2016-2020 are not 12 flags of
-- 2018. On the map of 34 a province of the 63 counts once, in its successor.
--
--   province_code: Code on the map asked for; null where it is the whole country, several or unknown
--   province: Name on that map
--   award: Canonical name of the award
--   unit: What received it: individual, group, …; null where not said, and then often the sum of other rows
--   status: awarded, registered or proposed
--   year_start: First year of the period stated
--   year_end: Last year of the period stated
--   reported: Statements
--   distinct: Claims: the same said again counts once
--   total: Sum of the counts, each claim once
--   largest: Largest single count; nearer the truth where small counts are parts of it
--   fact_ids: The statements
CREATE OR REPLACE MACRO awards_by_province(year, map := 63) AS TABLE
WITH told AS (
    SELECT *, CASE WHEN map = 34 THEN province_2025_code ELSE province_code END AS place,
           row_number() OVER (PARTITION BY claim_id ORDER BY fact_id) = 1 AS first_told
    FROM fact_claim
    WHERE type = 'award'
      AND (year IS NULL OR year BETWEEN coalesce(year_start, year_end)
                                AND coalesce(year_end, year(published), year_start))
)
SELECT place AS province_code, any_value(province.name) AS province,
       label AS award, unit, status, year_start, year_end,
       count(*) AS reported,
       count(*) FILTER (first_told) AS "distinct",
       TRY_CAST(sum(value) FILTER (first_told) AS BIGINT) AS total,
       max(value) AS largest,
       list(fact_id ORDER BY fact_id) AS fact_ids
FROM told
LEFT JOIN province ON province.map = (CASE WHEN map = 34 THEN 34 ELSE 63 END) AND province.code = place
GROUP BY place, label, unit, status, year_start, year_end
ORDER BY place, label, unit, status, year_start, year_end;
