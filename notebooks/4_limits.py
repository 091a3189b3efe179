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
# # What the data can't say · Dữ liệu không nói được gì
#
# News is no census. A province without a figure is a province nobody wrote about, or whose pages were not read.

# %%
import altair as alt
import sample_data

db = sample_data.connect()

# %% [markdown]
# ## Gaps · Khoảng trống
# The map of 63 ends with 2025, that of 34 holds all years.

# %%
gaps = db.sql("SELECT map, gap, count(*) AS cells FROM coverage_gaps GROUP BY ALL ORDER BY ALL").pl()
gaps

# %%
silent = db.sql("SELECT province, year, articles, gap FROM coverage_gaps WHERE map = 63 ORDER BY ALL").pl()
alt.Chart(silent).mark_rect().encode(
    x=alt.X("year:O", title="Năm"),
    y=alt.Y("province:N", title=None, axis=alt.Axis(labelFontSize=7)),
    color=alt.Color("gap:N", title="Vì sao trống"),
    tooltip=["province", "year", "articles", "gap"],
).properties(width=220, height=560, title="Tỉnh và năm không có số liệu so sánh được")

# %% [markdown]
# ## Figures without a period · Con số không rõ thời gian
# They can be read, not compared by year.

# %%
periods = db.sql("""
    SELECT type AS "loại", count(*) AS "dữ kiện", count(coalesce(year_start, year_end)) AS "có giai đoạn"
    FROM facts_long WHERE type IN ('award', 'benefit', 'statistic') GROUP BY type ORDER BY type
""").pl()
assert (periods["có giai đoạn"] <= periods["dữ kiện"]).all()
periods

# %% [markdown]
# ## How sure · Chắc đến đâu

# %%
sure = db.sql("SELECT type, confidence FROM facts_long").pl()
alt.Chart(sure).mark_bar(color="#5c8001").encode(
    x=alt.X("confidence:Q", bin=alt.Bin(step=0.05), title="Độ tin cậy"),
    y=alt.Y("count()", title="Số dữ kiện"),
    row=alt.Row("type:N", title=None),
).properties(width=380, height=60)

# %% [markdown]
# ## Contradictions · Mâu thuẫn
# Two counts for the same award, granter, period and province, in articles that are not copies of each other.

# %%
db.sql("FROM contradictions").pl()
