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
# # Comparing provinces, on both maps · So sánh các tỉnh trên hai bản đồ
#
# 63 units until 30 June 2025, 34 since. A province of the 63 counts once on the map of 34, in the unit it became part of.
# What an article does not say is grey, not nought.

# %%
import maps
import polars as pl
import sample_data

db = sample_data.connect()


def by_province(units: int) -> pl.DataFrame:
    """Initiatives counted, and awards of all kinds, by province on one map."""
    return db.sql(
        """
        WITH initiatives AS (
            SELECT province_code, max(largest) AS initiatives
            FROM initiatives_by_province(NULL, map := $units)
            WHERE what = 'counted' AND province_code IS NOT NULL GROUP BY ALL
        ), awards AS (
            SELECT province_code, sum("distinct")::BIGINT AS awards, flatten(list(fact_ids)) AS fact_ids
            FROM awards_by_province(NULL, map := $units) WHERE province_code IS NOT NULL GROUP BY ALL
        )
        SELECT * FROM initiatives FULL JOIN awards USING (province_code) ORDER BY province_code
        """,
        params={"units": units},
    ).pl()


old, new = by_province(63), by_province(34)

# %% [markdown]
# ## Initiatives told · Số sáng kiến được nêu
# The largest single count that an article gives for the province: parts of a whole are not added to it.

# %%
maps.tiles(old.drop("fact_ids"), "initiatives", "Sáng kiến", "63")

# %%
maps.tiles(new.drop("fact_ids"), "initiatives", "Sáng kiến", "34")

# %%
maps.outlines(old.drop("fact_ids"), "initiatives", "Sáng kiến", "63") | maps.outlines(
    new.drop("fact_ids"), "initiatives", "Sáng kiến", "34"
)

# %% [markdown]
# ## For every 100,000 people · Trên 100.000 dân
# A large province tells more of everything. `population` has both maps; its year and source are columns too. The figure of
# 2020 stands under all years here, so read the order of size, not the last digit.

# %%
people = db.sql("SELECT province_code, people, year, source FROM population WHERE map = 34").pl()
rates = new.drop("fact_ids").join(people, on="province_code", how="left", validate="1:1")
assert rates["people"].null_count() == 0, "every province has a figure"
rates = rates.with_columns((100_000 * pl.col("initiatives") / pl.col("people")).round(1).alias("rate"))
maps.tiles(rates, "rate", "Sáng kiến trên 100.000 dân", "34")

# %%
people.select("year", "source").unique()

# %% [markdown]
# ## No double counting · Không đếm trùng
# The same statements stand behind both maps.

# %%
said_old = {fact for facts in old["fact_ids"].drop_nulls() for fact in facts}
said_new = {fact for facts in new["fact_ids"].drop_nulls() for fact in facts}
assert said_old == said_new, "a statement was lost or doubled between the maps"
assert old["awards"].sum() == new["awards"].sum()
len(said_old)

# %% [markdown]
# ## The words behind a tile · Câu chữ sau một ô
# Every figure cites its statements.

# %%
db.sql("""
    SELECT province, value AS "sáng kiến", text, year_start, year_end, article_title, published, url, fact_id
    FROM facts_long WHERE type = 'statistic' AND label = 'initiatives' ORDER BY value DESC
""").pl()
