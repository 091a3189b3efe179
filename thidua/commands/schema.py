"""``thidua schema``: the JSON Schema of what is written, and the data dictionary of the database."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Annotated

import typer

Json = Annotated[Path | None, typer.Option("--json-schema", help="Write the JSON Schema to this file.")]
Markdown = Annotated[Path | None, typer.Option("--markdown", help="Write the data dictionary to this file.")]


def schema(json_schema: Json = None, markdown: Markdown = None) -> None:
    """Write the JSON Schema and the data dictionary; print the JSON Schema if no file is named."""
    from schemas import dictionary
    from warehouse.views import described, described_macros

    text = json.dumps(dictionary.json_schema(), ensure_ascii=False, indent=2) + "\n"
    if json_schema:
        json_schema.write_text(text, encoding="utf-8")
    if markdown:
        markdown.write_text(dictionary.data_dictionary(described(), described_macros()), encoding="utf-8")
    if not (json_schema or markdown):
        typer.echo(text, nl=False)
