-- Campaigns by province and month. A claim counts as distinct in the month that first told it, so that the
-- figures of several months add up; one without a date counts under no month.
INSERT INTO campaign_month
WITH told AS (
    SELECT *, row_number() OVER (PARTITION BY claim_id ORDER BY month NULLS LAST, fact_id) = 1 AS first_told
    FROM fact_claim
    WHERE type = 'campaign'
)
SELECT left(sha256(concat_ws(chr(31), entity_id, coalesce(province_code, ''), coalesce(province_2025_code, ''),
                             coalesce(month::VARCHAR, ''))), 32) AS campaign_month_id,
       entity_id AS campaign_id,
       min(label) AS campaign,
       province_code, province_2025_code, month,
       count(*) AS reported,
       count(*) FILTER (first_told) AS "distinct",
       count(DISTINCT group_id) AS articles,
       count(DISTINCT source_id) AS sources
FROM told
GROUP BY entity_id, province_code, province_2025_code, month
ORDER BY entity_id, province_2025_code, province_code, month;
