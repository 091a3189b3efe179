-- What the data cannot tell: provinces and years of publication with no article, one source only, no date of their
-- own, or no figure that states its period. A low count there says nothing about the province. The map of 63 ends
-- with 2025; that of 34 holds all years. Look at one of them at a time.
--
--   map: 63 before 1 July 2025, 34 since; never add rows of both
--   province_code: Province on that map
--   province: Its name
--   year: Year of publication
--   articles: Articles about it, near-duplicates counted once
--   sources: Sites and papers they came from
--   figures: Awards, benefits and statistics they give
--   figures_with_period: Those of them that state their period
--   gap: no article; one source; no figure; no period
--   fact_ids: The statements that give the figures
CREATE OR REPLACE VIEW coverage_gaps AS
WITH years AS (
    SELECT unnest(generate_series(min(year(published)), max(year(published)))) AS year FROM article
),
written AS (
    SELECT unnest([63, 34]) AS map, unnest([province_code, province_2025_code]) AS place,
           published, group_id, source_id
    FROM article
),
about AS (
    SELECT map, place, year(published) AS year,
           count(DISTINCT group_id) AS articles, count(DISTINCT source_id) AS sources
    FROM written
    WHERE place IS NOT NULL AND published IS NOT NULL
    GROUP BY ALL
),
figure AS (
    SELECT unnest([63, 34]) AS map, unnest([province_code, province_2025_code]) AS place,
           year(published) AS year, fact_id, year_start IS NOT NULL OR year_end IS NOT NULL AS with_period
    FROM fact_claim
    WHERE type IN ('award', 'benefit', 'statistic')
),
told AS (
    SELECT map, place, year, count(*) AS figures, count(*) FILTER (with_period) AS figures_with_period
    FROM figure
    GROUP BY ALL
),
counted AS (
    SELECT province.map, province.code AS province_code, province.name AS province, years.year,
           coalesce(articles, 0) AS articles, coalesce(sources, 0) AS sources,
           coalesce(figures, 0) AS figures, coalesce(figures_with_period, 0) AS figures_with_period,
           CASE WHEN about.place IS NULL THEN 'no article'
                WHEN sources <= 1 THEN 'one source'
                WHEN told.place IS NULL THEN 'no figure'
                WHEN figures_with_period = 0 THEN 'no period' END AS gap
    FROM province
    CROSS JOIN years
    LEFT JOIN about ON about.map = province.map AND about.place = province.code AND about.year = years.year
    LEFT JOIN told ON told.map = province.map AND told.place = province.code AND told.year = years.year
    WHERE province.map = 34 OR (province.map = 63 AND years.year <= 2025)
)
SELECT counted.*,
       coalesce((SELECT list(fact_id ORDER BY fact_id) FROM figure
                 WHERE figure.map = counted.map AND figure.place = counted.province_code
                   AND figure.year = counted.year), []) AS fact_ids
FROM counted
WHERE gap IS NOT NULL
ORDER BY map DESC, province_code, year;
