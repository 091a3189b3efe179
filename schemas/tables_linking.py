"""Tables that compare statements: places and granters of facts, near-duplicates, people, claims."""

from __future__ import annotations

from schemas.keys import ARTICLE_ID, FACT_ID
from schemas.table import Column, Table, hashed, nullable

PROVINCE = nullable("province_code", "VARCHAR", "Code of its province among the 63 before July 2025")
PROVINCE_2025 = nullable("province_2025_code", "VARCHAR", "Code of its province among the 34 since July 2025")
DISTRICT = nullable("district", "VARCHAR", "District with its kind, where one is printed")
COMMUNE = nullable("commune", "VARCHAR", "Commune with its kind, where one is printed")

FACT_PLACE = Table(
    "fact_place",
    "Places that a fact's words, its granter or its organisation name.",
    (
        hashed("place_id", "Hash of the fact and the place as printed"),
        FACT_ID,
        Column("printed", "VARCHAR", "The place as printed"),
        PROVINCE,
        PROVINCE_2025,
        DISTRICT,
        COMMUNE,
    ),
)
FACT_GRANTER = Table(
    "fact_granter",
    "Who gives an award, by the register of bodies: the granter as printed, read in the article's province.",
    (
        FACT_ID,
        Column(
            "body_id", "VARCHAR", "Register entry, with @ and the place of a local body; printed:… if none"
        ),
        Column("name", "VARCHAR", "Its full name; as printed where the register has none"),
        nullable("level", "VARCHAR", "national, sector, province, district, commune or grassroots"),
        nullable("kind", "VARCHAR", "state, party, union, youth, front, association or company"),
    ),
)
ARTICLE_SIGNATURE = Table(
    "article_signature",
    "MinHash signatures of articles, by which texts printed twice are found. Short texts have none.",
    (
        ARTICLE_ID,
        Column("signature", "BLOB", "64 numbers of 32 bits, little end first"),
    ),
)
FACT_SEEN = Table(
    "fact_seen",
    "When a statement stood on another copy of its page than the one stored: first and last such fetch.",
    (
        FACT_ID,
        Column("first_seen", "TIMESTAMP", "When such a page was first fetched"),
        Column("last_seen", "TIMESTAMP", "When such a page was last fetched"),
    ),
)
LINK_DECISION = Table(
    "link_decision",
    "What a human decided about two person facts. It goes before every score; without the row it is undone.",
    (
        Column("decision_id", "VARCHAR", "Hash of the two facts"),
        Column("left_fact", "VARCHAR", "One fact"),
        Column("right_fact", "VARCHAR", "The other"),
        Column("verdict", "VARCHAR", "same or different"),
        nullable("reason", "VARCHAR", "Why, in the words of who decided"),
    ),
)
PERSON_LINK = Table(
    "person_link",
    "Which person a mention is, across articles, and how sure that is. Made anew at the end of a load.",
    (
        FACT_ID,
        hashed("person_id", "The smallest fact_id of all mentions of the person"),
        nullable(
            "score", "DOUBLE", "Probability of the best link to another mention; null if it stands alone"
        ),
        nullable("linked_to", "VARCHAR", "The mention at the other end of that link"),
        nullable("comparisons", "VARCHAR", "What the link rests on: comparison=level, …"),
    ),
)
CAMPAIGN_REGISTER = Table(
    "campaign_register",
    "Known campaigns, from data/campaigns.",
    (
        Column("campaign_id", "VARCHAR", "Stable key"),
        Column("name", "VARCHAR", "Name as its founders write it"),
        nullable("kind", "VARCHAR", "movement, drive or programme"),
        nullable("launched_by", "VARCHAR", "Who launched it"),
        nullable("since", "INTEGER", "First year"),
        nullable("until", "INTEGER", "Last year"),
        Column("aliases", "VARCHAR[]", "Other wordings seen in print"),
        nullable("source", "VARCHAR", "The decision that launched it, or where it was seen"),
    ),
)
FACT_CLAIM = Table(
    "fact_claim",
    "Each fact with the claim it makes and what queries need of it, made anew at the end of a load. Facts "
    "that say the same of the same province and period share a claim; where no period is stated, only those "
    "in near-duplicate articles do.",
    (
        FACT_ID,
        hashed("claim_id", "Hash of type, canonical attributes, province, and period or group"),
        hashed("group_id", "Group of near-duplicate articles its article is in"),
        Column("type", "VARCHAR", "Kind of fact"),
        nullable("source_id", "VARCHAR", "Hash of the source's name"),
        nullable("published", "DATE", "Date of publication of the article"),
        nullable("month", "DATE", "First day of the month of publication"),
        PROVINCE,
        PROVINCE_2025,
        nullable("label", "VARCHAR", "Award, metric, basis, title, or name of campaign or person"),
        nullable("value", "BIGINT", "Count, value, or amount in đồng; null for types without a figure"),
        nullable("unit", "VARCHAR", "What received an award"),
        nullable("status", "VARCHAR", "awarded, registered or proposed"),
        nullable("per", "VARCHAR", "What an amount is for: each year, month or unit"),
        nullable("level", "VARCHAR", "Level of an award as printed"),
        nullable("body_id", "VARCHAR", "Who gives an award, by the register of bodies"),
        nullable("entity_id", "VARCHAR", "Campaign or person: register id or printed:…, or person_id"),
        nullable("year_start", "BIGINT", "First year of the fact's period"),
        nullable("year_end", "BIGINT", "Last year of that period"),
    ),
)
CAMPAIGN_MONTH = Table(
    "campaign_month",
    "Campaigns by province and month of publication, on both maps, made anew at the end of a load.",
    (
        Column("campaign_month_id", "VARCHAR", "Hash of the map, the campaign, the province and the month"),
        Column("map", "INTEGER", "63 before 1 July 2025, 34 since; never add rows of both"),
        Column("campaign_id", "VARCHAR", "Register entry, or printed:… and the folded name"),
        nullable("campaign", "VARCHAR", "Its name in the register, or as printed"),
        nullable(
            "province_code", "VARCHAR", "Code on that map; null for the whole country, several or unknown"
        ),
        nullable("province", "VARCHAR", "Name on that map"),
        nullable("month", "DATE", "First day of the month of publication; null where no date is printed"),
        Column("reported", "BIGINT", "Statements"),
        Column("distinct", "BIGINT", "Claims first told in that month: each counts in one month only"),
        Column("articles", "BIGINT", "Articles that name it, near-duplicates counted once"),
    ),
)
PROVINCE_FIGURE = Table(
    "province_figure",
    "What is said of each province, one row for each thing counted, made anew at the end of a load.",
    (
        Column("province_figure_id", "VARCHAR", "Hash of what the row counts"),
        PROVINCE,
        PROVINCE_2025,
        Column("type", "VARCHAR", "Kind of fact"),
        nullable("label", "VARCHAR", "Award, metric, basis or campaign; null for people and initiatives"),
        nullable("unit", "VARCHAR", "What received an award"),
        nullable("status", "VARCHAR", "awarded, registered or proposed"),
        nullable("per", "VARCHAR", "What an amount is for: each year, month or unit"),
        Column("reported", "BIGINT", "Statements"),
        Column("distinct", "BIGINT", "Claims: the same said again counts once"),
        nullable("total", "BIGINT", "Sum of the figures over all periods, each claim once; money in đồng"),
        nullable("largest", "BIGINT", "Largest single figure"),
        nullable("first_year", "BIGINT", "First year of a period stated"),
        nullable("last_year", "BIGINT", "Last year of a period stated"),
        nullable("first_published", "DATE", "First date of publication"),
        nullable("last_published", "DATE", "Last date of publication"),
    ),
)
READ = (FACT_PLACE, FACT_GRANTER, ARTICLE_SIGNATURE)
"""Filled with each article."""
KEPT = (FACT_SEEN, LINK_DECISION)
"""What no load takes out."""
DERIVED = (PERSON_LINK, FACT_CLAIM, CAMPAIGN_MONTH, PROVINCE_FIGURE)
"""Made anew at the end of a load from all others."""
