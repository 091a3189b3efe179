-- Each fact with its claim. A claim is what a statement says: its type, its canonical attributes, its province and
-- its period. Where no period is stated the near-duplicate group takes its place, so that only the same text
-- printed twice is a retelling. Qualifiers are no part of it: "hơn 500 triệu" retells "500 triệu".
INSERT INTO fact_claim
WITH told AS (
    SELECT fact_id, award AS label, count AS value, unit, status, NULL AS per, own.level,
           granter.body_id, NULL AS entity_id, year_start, year_end,
           concat(award, chr(31), count, chr(31), unit, chr(31), granter.body_id, chr(31), status, chr(31),
                  name_key(own.level)) AS says
    FROM award AS own LEFT JOIN fact_granter AS granter USING (fact_id)
    UNION ALL
    SELECT fact_id, basis, amount_vnd, NULL, NULL, per, NULL, NULL, NULL, year_start, year_end,
           concat(amount_vnd, chr(31), basis, chr(31), per)
    FROM benefit
    UNION ALL
    SELECT fact_id, metric, value, NULL, status, NULL, NULL, NULL, NULL, year_start, year_end,
           concat(metric, chr(31), value, chr(31), status)
    FROM statistic
    UNION ALL
    SELECT fact_id, coalesce(register.name, own.name), NULL, NULL, NULL, NULL, NULL, NULL,
           coalesce(campaign_id, 'printed:' || name_key(own.name)), year_start, year_end,
           coalesce(campaign_id, 'printed:' || name_key(own.name))
    FROM campaign AS own LEFT JOIN campaign_register AS register USING (campaign_id)
    UNION ALL
    SELECT fact_id, title, benefit_vnd, NULL, NULL, NULL, NULL, NULL, NULL, year_start, year_end, name_key(title)
    FROM initiative
    UNION ALL
    SELECT fact_id, name, NULL, NULL, NULL, NULL, NULL, NULL, person_id, NULL, NULL, person_id
    FROM person JOIN person_link USING (fact_id)
)
SELECT fact_id,
       md5(concat(fact.type, chr(30), says, chr(30),
                  fact.province_code, chr(31), fact.province_2025_code, chr(30),
                  CASE WHEN year_start IS NULL AND year_end IS NULL THEN article.group_id
                       ELSE concat(year_start, '-', year_end) END)) AS claim_id,
       article.group_id, fact.type, article.source_id, article.published,
       date_trunc('month', article.published)::DATE AS month,
       fact.province_code, fact.province_2025_code,
       label, value, unit, status, per, level, body_id, entity_id, year_start, year_end
FROM told
JOIN fact USING (fact_id)
JOIN article USING (article_id);
