# ---
# jupyter:
#   jupytext:
#     formats: py:percent
#   kernelspec:
#     display_name: Python 3
#     language: python
#     name: python3
# ---

# %% [markdown]
# # A researcher's tour of the tables · Dạo quanh các bảng
#
# Every figure can be followed back to the words that say it. Set `THIDUA_DB` to read your own database; without it, the
# notebook reads the sample pages, which are **written for this project**: their provinces are real, their figures are not.

# %%
import polars as pl
import sample_data

db = sample_data.connect()
pl.Config.set_tbl_rows(20)
pl.Config.set_fmt_str_lengths(60)

# %% [markdown]
# ## What is there · Có những gì
# The comments of tables and views are in the database itself.

# %%
db.sql(
    "SELECT view_name AS name, comment FROM duckdb_views() WHERE NOT internal "
    "UNION ALL SELECT table_name, comment FROM duckdb_tables() ORDER BY name"
).pl()

# %% [markdown]
# ## Facts by type · Dữ kiện theo loại

# %%
by_type = db.sql(
    'SELECT type AS "loại", count(*) AS "dữ kiện", round(avg(confidence), 3) AS "độ tin cậy" '
    "FROM facts_long GROUP BY type ORDER BY 2 DESC"
).pl()
by_type

# %% [markdown]
# ## From a figure to its words · Từ con số về câu chữ
# The largest benefit in money, and the sentence it stands in.

# %%
cited = db.sql("""
    SELECT benefits.amount_vnd, benefits.basis, benefits.text, benefits.province, benefits.published, benefits.url,
           substr(article.body, greatest(1, benefits.span_start - 100), 100) AS before,
           substr(article.body, benefits.span_start + 1, length(benefits.text)) AS words
    FROM benefits JOIN article USING (article_id)
    WHERE benefits.basis = 'benefit' AND benefits.per IS NULL
    ORDER BY benefits.amount_vnd DESC LIMIT 1
""").pl()
assert cited["words"][0] == cited["text"][0], "the evidence must stand where the fact says"
cited

# %% [markdown]
# ## The doubtful ones first · Xem trước những dữ kiện chưa chắc
# Confidence says how likely a fact is right in all it says (docs/quality.md has the reliability table).

# %%
db.sql(
    "SELECT type, label, value, text, confidence, rule FROM facts_long ORDER BY confidence, fact_id LIMIT 10"
).pl()

# %% [markdown]
# ## Reported and distinct · Số lần đưa tin và số việc
# The same claim told in several articles counts once under `distinct`.

# %%
db.sql(
    "SELECT type, count(*) AS claims, sum(reported)::BIGINT AS statements FROM claims GROUP BY type ORDER BY type"
).pl()
