-- Campaigns by province and month. A claim counts as distinct in the month that first told it, so that the
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
)
SELECT md5(concat(told.entity_id, chr(31), told.province_code, chr(31), told.province_2025_code, chr(31),
                  told.month)) AS campaign_month_id,
       told.entity_id AS campaign_id, campaign, told.province_code, told.province_2025_code, told.month,
       reported, coalesce("distinct", 0) AS "distinct", articles
FROM told
LEFT JOIN first_told ON first_told.entity_id = told.entity_id
     AND first_told.province_code IS NOT DISTINCT FROM told.province_code
     AND first_told.province_2025_code IS NOT DISTINCT FROM told.province_2025_code
     AND first_told.month IS NOT DISTINCT FROM told.month
ORDER BY campaign_id, told.province_2025_code, told.province_code, told.month;
