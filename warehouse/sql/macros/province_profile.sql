-- All that is said of a province, one row for each thing counted. People and titled initiatives are counted as a
-- whole. 15 is Yên Bái on the map of 63 and Lào Cai on that of 34: say which is meant. statements_of_province takes
-- the same arguments and gives the statements.
--
--   type: Kind of fact
--   label: Award, metric, basis or campaign; null for people and initiatives
--   unit: What received an award
--   status: awarded, registered or proposed
--   per: What an amount is for: each year, month or unit
--   reported: Statements
--   distinct: Claims: the same said again counts once
--   total: Sum of the figures over all periods, each claim once; money in đồng
--   largest: Largest single figure
--   first_year: First year of a period stated
--   last_year: Last year of a period stated
--   first_published: First date of publication
--   last_published: Last date of publication
CREATE OR REPLACE MACRO province_profile(code, map := 63) AS TABLE
SELECT type, label, unit, status, per,
       sum(reported)::BIGINT AS reported,
       sum("distinct")::BIGINT AS "distinct",
       TRY_CAST(sum(total) AS BIGINT) AS total,
       max(largest) AS largest,
       min(first_year) AS first_year, max(last_year) AS last_year,
       min(first_published) AS first_published, max(last_published) AS last_published
FROM province_figure
WHERE CASE WHEN map = 34 THEN province_2025_code = code ELSE province_code = code END
GROUP BY type, label, unit, status, per
ORDER BY type, label, unit, status, per;
