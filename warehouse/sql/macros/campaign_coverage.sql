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
SELECT campaign_id, counted.campaign, province_code, counted.province, counted.month, reported, "distinct", articles
FROM campaign_month AS counted
WHERE counted.map = (CASE WHEN map = 34 THEN 34 ELSE 63 END)
  AND (campaign IS NULL OR campaign_id = campaign)
  AND (province IS NULL OR province_code = province)
  AND (month IS NULL OR counted.month = date_trunc('month', month::DATE));
