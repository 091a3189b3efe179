-- How often a campaign was named, by province and month of publication. A null asks for all: every campaign, every
-- province, every month. statements_of_campaign takes the same arguments and gives the statements.
--
--   campaign_id: Register entry, or printed:… and the folded name
--   campaign: Its name in the register, or as printed
--   province_code: Code on the map asked for; null where it is the whole country, several or unknown
--   province: Name on that map
--   month: First day of the month of publication; null where no date is printed
--   reported: Statements
--   distinct: Claims first told in that month: months add up
--   articles: Articles that name it, near-duplicates counted once
CREATE OR REPLACE MACRO campaign_coverage(campaign, province, month, map := 63) AS TABLE
SELECT counted.campaign_id, min(counted.campaign) AS campaign,
       CASE WHEN map = 34 THEN counted.province_2025_code ELSE counted.province_code END AS province_code,
       any_value(place.name) AS province,
       counted.month,
       sum(reported)::BIGINT AS reported,
       sum("distinct")::BIGINT AS "distinct",
       sum(articles)::BIGINT AS articles
FROM campaign_month AS counted
LEFT JOIN province AS place
       ON place.map = (CASE WHEN map = 34 THEN 34 ELSE 63 END)
      AND place.code = (CASE WHEN map = 34 THEN counted.province_2025_code ELSE counted.province_code END)
WHERE (campaign IS NULL OR counted.campaign_id = campaign)
  AND (province IS NULL OR (CASE WHEN map = 34 THEN counted.province_2025_code
                                 ELSE counted.province_code END) = province)
  AND (month IS NULL OR counted.month = date_trunc('month', month::DATE))
GROUP BY counted.campaign_id, counted.month,
         CASE WHEN map = 34 THEN counted.province_2025_code ELSE counted.province_code END;
