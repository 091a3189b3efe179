-- Initiatives by province and period: numbers of them that articles state (counted) beside those named by their
-- title (titled). The two are never added: titled ones are among the counted.
--
--   province_code: Code on the map asked for; null where it is the whole country, several or unknown
--   province: Name on that map
--   what: counted: a number of initiatives; titled: initiatives, studies and works by their title
--   status: awarded, registered or proposed, of counts that say so
--   year_start: First year of the period stated
--   year_end: Last year of the period stated
--   reported: Statements
--   distinct: Claims: the same said again counts once
--   total: Sum of the counts, each claim once; for titled ones how many titles
--   largest: Largest single count; nearer the truth where small counts are parts of it
--   fact_ids: The statements
CREATE OR REPLACE MACRO initiatives_by_province(year, map := 63) AS TABLE
WITH told AS (
    SELECT *, CASE WHEN map = 34 THEN province_2025_code ELSE province_code END AS place,
           CASE WHEN type = 'initiative' THEN 'titled' ELSE 'counted' END AS what,
           row_number() OVER (PARTITION BY claim_id ORDER BY fact_id) = 1 AS first_told
    FROM fact_claim
    WHERE (type = 'initiative' OR (type = 'statistic' AND label = 'initiatives'))
      AND (year IS NULL OR year BETWEEN coalesce(year_start, year_end)
                                AND coalesce(year_end, year(published), year_start))
)
SELECT place AS province_code, any_value(province.name) AS province,
       what, status, year_start, year_end,
       count(*) AS reported,
       count(*) FILTER (first_told) AS "distinct",
       CASE what WHEN 'titled' THEN count(*) FILTER (first_told)
                 ELSE TRY_CAST(sum(value) FILTER (first_told) AS BIGINT) END AS total,
       CASE what WHEN 'counted' THEN max(value) END AS largest,
       list(fact_id ORDER BY fact_id) AS fact_ids
FROM told
LEFT JOIN province ON province.map = (CASE WHEN map = 34 THEN 34 ELSE 63 END) AND province.code = place
GROUP BY place, what, status, year_start, year_end
ORDER BY place, what, status, year_start, year_end;
