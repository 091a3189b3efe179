"""The JSON Schema and the data dictionary, written from the models and tables; neither is edited by hand."""

from __future__ import annotations

from typing import Any

from schemas.document import Document
from schemas.table import Table
from schemas.tables import SCHEMA_VERSION, TABLES


def json_schema() -> dict[str, Any]:
    """JSON Schema of one line that ``thidua extract`` writes."""
    schema = Document.model_json_schema(mode="serialization")
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", **schema}


Described = dict[str, tuple[str, dict[str, str]]]
"""Name → what it shows, and the meaning of each column."""


def data_dictionary(views: Described | None = None, macros: Described | None = None) -> str:
    """The data dictionary as Markdown: every table and column, what it means and where it may be null.

    Args:
        views: the views, which are made in the warehouse, above us.
        macros: its table macros, by name and parameters.
    """
    parts = [_HEAD.format(version=SCHEMA_VERSION), *(_table(table) for table in TABLES)]
    if views:
        parts.append("# Views\n\nFor people who query: facts beside their article.\n")
        parts.extend(_view(name, what, columns) for name, (what, columns) in views.items())
    if macros:
        parts.append(_MACROS)
        parts.extend(_view(name, what, columns) for name, (what, columns) in macros.items())
    return "\n".join(parts)


_HEAD = """<!-- Written by `thidua schema --markdown docs/data-dictionary.md`; do not edit. -->
# Data dictionary

Tables of the DuckDB file, version {version}. All are made from the models in `schemas/`, and the comments on
the tables and columns say the same as this page. Each table's first column is unique. Money is in đồng.
Offsets count Unicode code points in `article.body`.
"""


_MACROS = """# Macros

Questions with parameters: `FROM awards_by_province(2024, map := 34)`. A parameter with `:=` may be left out.
Their SQL stands in `warehouse/sql/macros`.
"""


def _table(table: Table) -> str:
    rows = [
        f"| `{c.name}` | {c.sql_type} | {'yes' if c.nullable else ''} | {_cell(c.comment)} |"
        for c in table.columns
    ]
    head = "| column | type | may be null | meaning |\n| --- | --- | --- | --- |"
    return "\n".join([f"## `{table.name}`\n\n{table.comment}\n", head, *rows, ""])


def _view(name: str, what: str, columns: dict[str, str]) -> str:
    rows = [f"| `{column}` | {_cell(comment)} |" for column, comment in columns.items()]
    return "\n".join([f"## `{name}`\n\n{what}\n\n| column | meaning |\n| --- | --- |", *rows, ""])


def _cell(text: str) -> str:
    return text.replace("|", "\\|")
