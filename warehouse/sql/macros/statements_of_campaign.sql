-- The statements behind campaign_coverage, with the same arguments.
--
--   fact_id: The statement
--   claim_id: The claim it makes
--   campaign_id: Register entry, or printed:… and the folded name
--   name: Name as printed
--   text: The exact words
--   url: Address of the article, if known
--   source: Site or paper that published it
--   published: Date of publication
CREATE OR REPLACE MACRO statements_of_campaign(campaign, province, month, map := 63) AS TABLE
SELECT told.fact_id, told.claim_id, told.entity_id AS campaign_id, own.name, fact.text, article.url,
       source.name AS source, told.published
FROM fact_claim AS told
JOIN campaign AS own ON own.fact_id = told.fact_id
JOIN fact ON fact.fact_id = told.fact_id
JOIN article ON article.article_id = fact.article_id
LEFT JOIN source ON source.source_id = told.source_id
WHERE told.type = 'campaign'
  AND (campaign IS NULL OR told.entity_id = campaign)
  AND (province IS NULL OR (CASE WHEN map = 34 THEN told.province_2025_code
                                 ELSE told.province_code END) = province)
  AND (month IS NULL OR told.month = date_trunc('month', month::DATE))
ORDER BY told.published, told.fact_id;
