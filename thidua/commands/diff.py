"""``thidua diff``: facts gained, lost and changed between two databases, by rule."""

from __future__ import annotations

import dataclasses
import json
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from thidua import messages
from thidua.trouble import CommandError, Trouble, printable

if TYPE_CHECKING:
    from warehouse.diffing import Change, Comparison

Old = Annotated[Path, typer.Argument(metavar="OLD.duckdb", help="What was read before.", show_default=False)]
New = Annotated[Path, typer.Argument(metavar="NEW.duckdb", help="What is read now.", show_default=False)]
List = Annotated[bool, typer.Option("--list", help="List the facts that differ.")]
Limit = Annotated[int | None, typer.Option("--limit", "-n", min=1, help="Facts to list at most.")]
Json = Annotated[bool, typer.Option("--json", help="Print JSON lines: the counts, then each fact listed.")]

SIGNS = {"gained": "+", "lost": "-", "changed": "~"}
COLUMNS = ("kept", "changed", "gained", "lost", "from_other_rules", "in_new_articles", "in_gone_articles")


def diff(old: Old, new: New, listed: List = False, limit: Limit = None, as_json: Json = False) -> None:
    """Compare two databases: which facts were gained, lost or changed, and by which rule."""
    messages.set_up(as_json=False, quiet=False)
    from warehouse import WarehouseError
    from warehouse.diffing import changes, compared

    try:
        with compared(old, new) as comparison:
            found = changes(comparison, limit) if listed else ()
            _print_json(comparison, found) if as_json else _print(comparison, found)
    except WarehouseError as error:
        raise CommandError(Trouble(str(error.path), error.reason, error.mend)) from error


def _print_json(comparison: Comparison, found: Iterable[Change]) -> None:
    rules = [dataclasses.asdict(rule) for rule in comparison.rules]
    typer.echo(json.dumps({"articles": comparison.articles, "rules": rules}, ensure_ascii=False))
    for change in found:
        typer.echo(json.dumps(dataclasses.asdict(change), ensure_ascii=False))


def _print(comparison: Comparison, found: Iterable[Change]) -> None:
    from rich.console import Console
    from rich.table import Table

    console = Console(highlight=False)
    table = Table("type", "rule")
    for column in COLUMNS:
        table.add_column(column.replace("_", " "), justify="right")
    for rule in comparison.rules:
        figures = (getattr(rule, column) for column in COLUMNS)
        table.add_row(printable(rule.type), printable(rule.rule), *(f"{n:,}" if n else "" for n in figures))
    table.add_section()
    sums = (sum(getattr(rule, column) for rule in comparison.rules) for column in COLUMNS)
    table.add_row("all", "", *(f"{total:,}" for total in sums))
    console.print(table)
    articles = comparison.articles
    console.print(
        f"articles: {articles['in_both']:,} in both ({articles['other_text']:,} with another text), "
        f"{articles['only_new']:,} new, {articles['only_old']:,} gone"
    )
    for change in found:
        typer.echo(_line(change))


def _line(change: Change) -> str:
    what = " → ".join(_attributes(values) for values in (change.before, change.after) if values)
    parts = (f"{SIGNS[change.how]} {change.type} [{change.rule}] {what}", f"“{change.text}”", change.article)
    return printable("  ".join(parts))


def _attributes(values: dict[str, Any]) -> str:
    return ", ".join(f"{name} {json.dumps(value, ensure_ascii=False)}" for name, value in values.items())
