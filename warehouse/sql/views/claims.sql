-- Every claim with who reported it: one row for what is said, however often. Statements of one claim have the
-- same type, canonical attributes, province and period, or stand in the same text printed twice.
--
--   claim_id: Hash of type, canonical attributes, province, and period or group of near-duplicates
--   type: Kind of fact
--   label: Award, metric, basis, title, or name of campaign or person
--   value: Count, value, or amount in đồng; null for types without a figure
--   unit: What received an award
--   status: awarded, registered or proposed
--   per: What an amount is for: each year, month or unit
--   body_id: Who gives an award, by the register of bodies
--   province_code: Province among the 63 before July 2025
--   province_2025_code: Province among the 34 since July 2025
--   year_start: First year of the period stated; null where none is
--   year_end: Last year of that period
--   reported: How often it is said
--   articles: In how many articles, near-duplicates counted once
--   sources: Sites and papers that said it
--   first_published: First date of publication of an article that says it
--   last_published: Last date of publication of an article that says it
--   first_seen: When a page that says it was first fetched
--   last_seen: When a page that says it was last fetched
--   fact_ids: The statements
CREATE OR REPLACE VIEW claims AS
SELECT
    claim_id,
    told.type,
    arg_min(label, told.fact_id) AS label,
    max(value) AS value,
    unit,
    status,
    per,
    body_id,
    told.province_code,
    told.province_2025_code,
    year_start,
    year_end,
    count(*) AS reported,
    count(DISTINCT told.group_id) AS articles,
    list(DISTINCT source.name ORDER BY source.name) FILTER (source.name IS NOT NULL) AS sources,
    min(told.published) AS first_published,
    max(told.published) AS last_published,
    min(least(page.fetched, fact_seen.first_seen)) AS first_seen,
    max(greatest(page.fetched, fact_seen.last_seen)) AS last_seen,
    list(told.fact_id ORDER BY told.fact_id) AS fact_ids
FROM fact_claim AS told
JOIN fact USING (fact_id)
LEFT JOIN page USING (article_id)
LEFT JOIN source ON source.source_id = told.source_id
LEFT JOIN fact_seen ON fact_seen.fact_id = told.fact_id
-- A claim has one of each of these: named here, a condition on them reaches the table before it is grouped.
GROUP BY claim_id, told.type, unit, status, per, body_id, told.province_code, told.province_2025_code,
         year_start, year_end;
