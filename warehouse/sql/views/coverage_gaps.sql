-- What the data cannot tell: provinces and years of publication with no article, one source only, no date of their
-- own, or no figure that states its period. A low count there says nothing about the province.
--
--   province_code: Province among the 63 before July 2025
--   province: Its name
--   year: Year of publication
--   articles: Articles about it, near-duplicates counted once
--   sources: Sites and papers they came from
--   figures: Awards, benefits and statistics they give
--   figures_with_period: Those of them that state their period
--   gap: no article; one source; no figure; no period
CREATE OR REPLACE VIEW coverage_gaps AS
WITH years AS (
    SELECT unnest(generate_series(min(year(published)), max(year(published)))) AS year FROM article
),
about AS (
    SELECT province_code, year(published) AS year,
           count(DISTINCT group_id) AS articles, count(DISTINCT source_id) AS sources
    FROM article
    WHERE province_code IS NOT NULL AND published IS NOT NULL
    GROUP BY ALL
),
told AS (
    SELECT province_code, year(published) AS year, count(*) AS figures,
           count(*) FILTER (year_start IS NOT NULL OR year_end IS NOT NULL) AS figures_with_period
    FROM fact_claim
    WHERE type IN ('award', 'benefit', 'statistic')
    GROUP BY ALL
),
counted AS (
    SELECT province.code AS province_code, province.name AS province, years.year,
           coalesce(articles, 0) AS articles, coalesce(sources, 0) AS sources,
           coalesce(figures, 0) AS figures, coalesce(figures_with_period, 0) AS figures_with_period
    FROM province
    CROSS JOIN years
    LEFT JOIN about ON about.province_code = province.code AND about.year = years.year
    LEFT JOIN told ON told.province_code = province.code AND told.year = years.year
    WHERE province.map = 63
)
SELECT *, CASE WHEN articles = 0 THEN 'no article'
               WHEN sources <= 1 THEN 'one source'
               WHEN figures = 0 THEN 'no figure'
               WHEN figures_with_period = 0 THEN 'no period' END AS gap
FROM counted
WHERE gap IS NOT NULL
ORDER BY province_code, year;
