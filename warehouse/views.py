"""Views for people who query: each fact beside its article, one view per fact type and one of all.

Those that compare stand in ``warehouse/sql``, as SQL with comments.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import data
from schemas.table import Column, Table, literal
from schemas.tables import FACT, FACT_TABLES
from warehouse import sqlfiles

NAMES = {
    "campaign": "campaigns",
    "person": "people",
    "initiative": "initiatives",
    "benefit": "benefits",
    "award": "awards",
    "statistic": "statistics",
}
"""Fact type → its view."""

ARTICLE_COLUMNS = {
    "url": "Address of the article's page, if known",
    "article_title": "Headline of the article",
    "published": "Date of publication printed for the article",
    "source": "Site or paper that published the article",
    "province": "Province the article is about, by the 63 units before 1 July 2025",
    "province_2025": "The same by the 34 units since 1 July 2025",
}

LABELS = {
    "campaign": "name",
    "person": "name",
    "initiative": "title",
    "benefit": "basis",
    "award": "award",
    "statistic": "metric",
}
"""Fact type → the attribute that says what it is about."""

VALUES = {"initiative": "benefit_vnd", "benefit": "amount_vnd", "award": "count", "statistic": "value"}
"""Fact type → the attribute that is its figure."""

SHARED = ("unit", "qualifier", "status", "year_start", "year_end")
"""Attributes that several types have; null in ``facts_long`` where a type has none."""

_COMPARED = {
    "claim_id": (
        "told.claim_id",
        "Claim it makes: what says the same of the same province and period shares it",
    ),
    "entity_id": ("told.entity_id", "Campaign (register id or printed:…) or person (person_id)"),
    "body_id": ("told.body_id", "Who gives an award, by the register of bodies"),
    "fetched": ("page.fetched", "When the stored page was fetched, if known"),
    "first_seen": ("least(page.fetched, seen.first_seen)", "When a page that says it was first fetched"),
    "last_seen": ("greatest(page.fetched, seen.last_seen)", "When a page that says it was last fetched"),
    "synthetic": ("article.synthetic", "Made up by the sample generator"),
}

LONG_COLUMNS = {
    "label": "What it is about: the name, title, award, metric or basis",
    "value": "Its figure: count, amount in đồng or value; null for types without one",
    "unit": "What received an award",
    "qualifier": "How exact the figure is",
    "status": "Whether awarded, registered or proposed",
    "year_start": "First year of its period",
    "year_end": "Last year of its period",
    "attributes": "All attributes of its type, as JSON",
}

_JOINED = """
FROM fact
JOIN "{table}" AS own ON own.fact_id = fact.fact_id
JOIN article ON article.article_id = fact.article_id
LEFT JOIN source ON source.source_id = article.source_id
LEFT JOIN page ON page.page_id = article.page_id
LEFT JOIN fact_claim AS told ON told.fact_id = fact.fact_id
LEFT JOIN fact_seen AS seen ON seen.fact_id = fact.fact_id"""


def view_ddl() -> Iterator[str]:
    """The statements that make all views, with their comments."""
    queries = {NAMES[kind]: _own(table) for kind, table in FACT_TABLES.items()}
    queries["facts_long"] = "\nUNION ALL\n".join(_long(kind, table) for kind, table in FACT_TABLES.items())
    for name, (what, columns) in _described().items():
        yield f"CREATE OR REPLACE VIEW {name} AS {queries[name]}"
        yield f"COMMENT ON VIEW {name} IS {literal(what)}"
        for column, comment in columns.items():
            yield f'COMMENT ON COLUMN {name}."{column}" IS {literal(comment)}'
    for view in sqlfiles.views():
        yield from view.ddl()


def macro_ddl() -> Iterator[str]:
    """The statements that make all table macros, with their comments."""
    for macro in sqlfiles.macros():
        yield from macro.ddl()


def name_key_ddl() -> str:
    """The statement that makes ``name_key``: one key for all ways of writing a name.

    Case, punctuation, blanks and the place of a tone do not tell names apart; tones do.
    """
    folded = "lower(name)"
    for row in data.table("language/tone_placement.csv"):
        folded = f"replace({folded}, {literal(row['new'])}, {literal(row['old'])})"
    words = rf"trim(regexp_replace({folded}, '[^\p{{L}}\p{{M}}\p{{N}}]+', ' ', 'g'))"
    return f"CREATE OR REPLACE MACRO name_key(name) AS {words}"


def described() -> dict[str, tuple[str, dict[str, str]]]:
    """Every view: what it shows, and the meaning of each column, in their order."""
    return _described() | {view.name: (view.comment, view.columns) for view in sqlfiles.views()}


def described_macros() -> dict[str, tuple[str, dict[str, str]]]:
    """Every table macro with its parameters, as it is called: what it shows, and its columns."""
    return {f"{macro.name}{macro.parameters}": (macro.comment, macro.columns) for macro in sqlfiles.macros()}


def _described() -> dict[str, tuple[str, dict[str, str]]]:
    own = {
        NAMES[kind]: (
            f"{table.comment} One row per statement, with its article.",
            _columns(table.columns[1:]),
        )
        for kind, table in FACT_TABLES.items()
    }
    what = "Every fact of every type: one row per statement, with its article."
    kind = next(column for column in FACT.columns if column.name == "type")
    return own | {"facts_long": (what, _columns([kind, *_long_columns()]))}


def _own(table: Table) -> str:
    attributes = ", ".join(f'own."{column.name}"' for column in table.columns[1:])
    return (
        f"SELECT fact.fact_id, fact.article_id, {_article()}, {attributes}, {_evidence()}"
        + _JOINED.format(table=table.name)
    )


def _long(kind: str, table: Table) -> str:
    names = [column.name for column in table.columns[1:]]
    value = f'own."{VALUES[kind]}"' if kind in VALUES else "NULL::BIGINT"
    shared = (f'own."{name}"' if name in names else f"NULL::{_type(name)} AS {name}" for name in SHARED)
    packed = ", ".join(f"'{name}': own.\"{name}\"" for name in names)
    return (
        f'SELECT fact.fact_id, fact.article_id, {_article()}, fact.type, own."{LABELS[kind]}" AS label, '
        f"{value} AS value, {', '.join(shared)}, to_json({{{packed}}}) AS attributes, {_evidence()}"
    ) + _JOINED.format(table=table.name)


def _type(name: str) -> str:
    return "BIGINT" if name.startswith("year") else "VARCHAR"


_SELECTED = {"source": "source.name AS source", "article_title": "article.title AS article_title"}


def _article() -> str:
    return ", ".join(_SELECTED.get(name, f"article.{name}") for name in ARTICLE_COLUMNS)


def _evidence() -> str:
    return ", ".join(f"{expression} AS {name}" for name, (expression, _) in _COMPARED.items()) + "".join(
        f", fact.{column.name}" for column in _shared_columns()
    )


def _shared_columns() -> list[Column]:
    return [column for column in FACT.columns if column.name not in ("fact_id", "article_id", "type")]


def _columns(own: Iterable[Column]) -> dict[str, str]:
    """Meaning by column, in the order of the view: keys, article, the view's own columns, evidence."""
    keys = {column.name: column.comment for column in FACT.columns[:2]}
    middle = {column.name: column.comment for column in own}
    compared = {name: meaning for name, (_, meaning) in _COMPARED.items()}
    shared = {column.name: column.comment for column in _shared_columns()}
    return keys | ARTICLE_COLUMNS | middle | compared | shared


def _long_columns() -> list[Column]:
    return [Column(name, _type(name), comment, nullable=True) for name, comment in LONG_COLUMNS.items()]
