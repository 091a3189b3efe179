-- The statements that make a claim, with their words, article and source.
--
--   fact_id: The statement
--   type: Kind of fact
--   label: What it is about
--   value: Its figure
--   text: The exact words
--   url: Address of the article, if known
--   article_title: Headline of the article
--   source: Site or paper that published it
--   published: Date of publication
--   fetched: When the page was fetched
--   rule: Rule that read it
--   confidence: How likely it is right, between 0 and 1
CREATE OR REPLACE MACRO statements_of(claim) AS TABLE
SELECT told.fact_id, told.type, told.label, told.value, fact.text, article.url, article.title AS article_title,
       source.name AS source, told.published, page.fetched, fact.rule, fact.confidence
FROM fact_claim AS told
JOIN fact ON fact.fact_id = told.fact_id
JOIN article ON article.article_id = fact.article_id
LEFT JOIN page ON page.page_id = article.page_id
LEFT JOIN source ON source.source_id = told.source_id
WHERE told.claim_id = claim
ORDER BY told.published, told.fact_id;
