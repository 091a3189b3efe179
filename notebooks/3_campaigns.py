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
# # A campaign over time · Một phong trào theo thời gian
#
# Which campaigns are covered, where and when. Names are linked to the register (`data/campaigns`); one that the register
# lacks keeps its printed name.

# %%
import altair as alt
import sample_data

db = sample_data.connect()
coverage = db.sql("FROM campaign_coverage(NULL, NULL, NULL)").pl()

# %% [markdown]
# ## Most covered · Được nhắc nhiều nhất

# %%
most = db.sql("""
    SELECT campaign_id, any_value(campaign) AS campaign, sum(reported)::BIGINT AS reported,
           sum(articles)::BIGINT AS articles
    FROM coverage GROUP BY campaign_id ORDER BY reported DESC, campaign_id LIMIT 12
""").pl()
alt.Chart(most).mark_bar(color="#c8553d").encode(
    x=alt.X("articles:Q", title="Số bài viết", axis=alt.Axis(tickMinStep=1)),
    y=alt.Y("campaign:N", title=None, sort="-x", axis=alt.Axis(labelLimit=320)),
    tooltip=["campaign", "reported", "articles"],
).properties(width=380, title="Phong trào, cuộc vận động được nhắc đến")

# %% [markdown]
# ## Where and when · Ở đâu, khi nào
# By month of **publication**; the period a fact speaks of and the day its page was fetched are other columns, never mixed.

# %%
dated = coverage.drop_nulls("month").fill_null("cả nước hoặc nhiều tỉnh")
alt.Chart(dated).mark_circle(color="#2f6690").encode(
    x=alt.X("month:T", title="Tháng đăng"),
    y=alt.Y("province:N", title=None),
    size=alt.Size(
        "sum(articles):Q",
        title="Số bài",
        scale=alt.Scale(domain=[0, int(dated["articles"].max())]),
        legend=alt.Legend(tickCount=2, format="d"),
    ),
    tooltip=["campaign", "province", alt.Tooltip("month:T", format="%m/%Y"), "articles"],
).properties(width=480, title="Bài viết về phong trào theo tháng và tỉnh")

# %% [markdown]
# ## The statements behind · Câu chữ làm chứng

# %%
first = most["campaign_id"][0]
said = db.sql("FROM statements_of_campaign($campaign, NULL, NULL)", params={"campaign": first}).pl()
assert said.height == most["reported"][0], "the bar and its statements must agree"
said
