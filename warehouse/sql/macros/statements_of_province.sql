-- The statements behind province_profile, with the same arguments: narrow them to one row by its type, label, unit,
-- status and per. People and titled initiatives, which the profile counts as a whole, have null for a label there.
--
--   fact_id: The statement
--   claim_id: The claim it makes
--   type: Kind of fact
--   label: Award, metric, basis, title, or name of campaign or person
--   value: Its figure; money in đồng
--   unit: What received an award
--   status: awarded, registered or proposed
--   per: What an amount is for: each year, month or unit
--   year_start: First year of its period
--   year_end: Last year of its period
--   text: The exact words
--   url: Address of the article, if known
--   source: Site or paper that published it
--   published: Date of publication
CREATE OR REPLACE MACRO statements_of_province(code, map := 63) AS TABLE
SELECT told.fact_id, told.claim_id, told.type, told.label, told.value, told.unit, told.status, told.per,
       told.year_start, told.year_end, fact.text, article.url, source.name AS source, told.published
FROM fact_claim AS told
JOIN fact ON fact.fact_id = told.fact_id
JOIN article ON article.article_id = fact.article_id
LEFT JOIN source ON source.source_id = told.source_id
WHERE CASE WHEN map = 34 THEN told.province_2025_code = code ELSE told.province_code = code END
ORDER BY told.type, told.label, told.published, told.fact_id;
