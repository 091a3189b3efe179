-- People across articles: mentions that are one person, as the linkage decided. Never by name alone: organisation,
-- province, post or a near-duplicate text must agree. What a human decided is in link_decision.
--
--   person_id: The smallest fact_id of the mentions
--   name: Name in the article published last
--   names: All ways it is printed
--   positions: Posts and occupations printed beside it
--   organisations: Organisations printed beside it
--   provinces: Codes among the 34 of the provinces it was named in
--   reported: Mentions
--   articles: Articles that name the person, near-duplicates counted once
--   sources: Sites and papers that did
--   first_published: First date of publication
--   last_published: Last date of publication
--   lowest_score: Probability of the weakest best link among the mentions; null for a person with one mention
--   fact_ids: The mentions
CREATE OR REPLACE VIEW linked_people AS
SELECT
    person_id,
    arg_max(own.name, (coalesce(told.published, DATE '0001-01-01'), fact_id)) AS name,
    list(DISTINCT own.name ORDER BY own.name) AS names,
    coalesce(list(DISTINCT own.position ORDER BY own.position) FILTER (own.position IS NOT NULL), []) AS positions,
    coalesce(list(DISTINCT own.organisation ORDER BY own.organisation)
             FILTER (own.organisation IS NOT NULL), []) AS organisations,
    coalesce(list(DISTINCT told.province_2025_code ORDER BY told.province_2025_code)
             FILTER (told.province_2025_code IS NOT NULL), []) AS provinces,
    count(*) AS reported,
    count(DISTINCT told.group_id) AS articles,
    coalesce(list(DISTINCT source.name ORDER BY source.name) FILTER (source.name IS NOT NULL), []) AS sources,
    min(told.published) AS first_published,
    max(told.published) AS last_published,
    min(score) AS lowest_score,
    list(fact_id ORDER BY fact_id) AS fact_ids
FROM person_link
JOIN person AS own USING (fact_id)
JOIN fact_claim AS told USING (fact_id)
LEFT JOIN source USING (source_id)
GROUP BY person_id;
