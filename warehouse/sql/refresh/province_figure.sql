-- All that is said of a province, one row for each thing counted; province_profile reads it. The row of a claim has
-- one province, so that rows of several provinces add up. People and titles are counted as a whole.
INSERT INTO province_figure
WITH claim AS (
    SELECT any_value(province_code) AS province_code, any_value(province_2025_code) AS province_2025_code,
           any_value(type) AS type,
           -- Names are printed in many ways: the key of an unregistered campaign is one for all of them.
           min(CASE WHEN type IN ('person', 'initiative') THEN NULL
                    WHEN starts_with(entity_id, 'printed:') THEN substr(entity_id, 9)
                    ELSE label END) AS label,
           any_value(unit) AS unit, any_value(status) AS status, any_value(per) AS per,
           max(value) AS value, count(*) AS reported,
           min(coalesce(year_start, year_end)) AS first_year, max(coalesce(year_end, year_start)) AS last_year,
           min(published) AS first_published, max(published) AS last_published
    FROM fact_claim
    GROUP BY claim_id
)
SELECT md5(concat(province_code, chr(31), province_2025_code, chr(31), type, chr(31), label, chr(31), unit, chr(31),
                  status, chr(31), per)) AS province_figure_id,
       province_code, province_2025_code, type, label, unit, status, per,
       sum(reported) AS reported,
       count(*) AS "distinct",
       TRY_CAST(sum(value) AS BIGINT) AS total,
       max(value) AS largest,
       min(first_year) AS first_year, max(last_year) AS last_year,
       min(first_published) AS first_published, max(last_published) AS last_published
FROM claim
GROUP BY province_code, province_2025_code, type, label, unit, status, per
ORDER BY province_2025_code, province_code, type, label;
