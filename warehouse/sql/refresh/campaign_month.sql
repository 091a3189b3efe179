-- Campaigns by province and month, on both maps, ready to be shown. A claim counts as distinct in the month that first told it, so that the
-- figures of several months add up; one without a date counts under no month.
INSERT INTO campaign_month
WITH told AS (
    SELECT entity_id, province_code, province_2025_code, month,
           min(label) AS campaign, count(*) AS reported, count(DISTINCT group_id) AS articles
    FROM fact_claim
    WHERE type = 'campaign'
    GROUP BY ALL
),
claim AS (  -- a claim has one campaign and one province, so these are all its months
    SELECT any_value(entity_id) AS entity_id, any_value(province_code) AS province_code,
           any_value(province_2025_code) AS province_2025_code, min(month) AS month
    FROM fact_claim
    WHERE type = 'campaign'
    GROUP BY claim_id
),
first_told AS (
    SELECT entity_id, province_code, province_2025_code, month, count(*) AS "distinct" FROM claim GROUP BY ALL
),
counted AS (
    SELECT told.*, coalesce("distinct", 0) AS "distinct"
    FROM told
    LEFT JOIN first_told ON first_told.entity_id = told.entity_id
         AND first_told.province_code IS NOT DISTINCT FROM told.province_code
         AND first_told.province_2025_code IS NOT DISTINCT FROM told.province_2025_code
         AND first_told.month IS NOT DISTINCT FROM told.month
),
mapped AS (
    SELECT *, 63 AS map, province_code AS place FROM counted
    UNION ALL
    SELECT *, 34, province_2025_code FROM counted
)
SELECT md5(concat(mapped.map, chr(31), entity_id, chr(31), place, chr(31), month)) AS campaign_month_id,
       mapped.map, entity_id AS campaign_id, min(campaign) AS campaign,
       place AS province_code, any_value(province.name) AS province, month,
       sum(reported) AS reported, sum("distinct") AS "distinct", sum(articles) AS articles
FROM mapped
LEFT JOIN province ON province.map = mapped.map AND province.code = place
GROUP BY mapped.map, entity_id, place, month
ORDER BY mapped.map, campaign_id, place, month;
