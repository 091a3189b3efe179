"""``thidua search``: articles by their words, with tones as typed or without any."""

from __future__ import annotations

import dataclasses
import json
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from thidua import messages, options
from thidua.trouble import CommandError, Exit, Trouble, printable

if TYPE_CHECKING:
    from rich.text import Text

    from warehouse.searching import Found, Hit

Phrases = Annotated[
    list[str],
    typer.Argument(
        metavar="PHRASE…",
        help="Words that stand together; every phrase must be found. Without tones it finds all tones.",
        show_default=False,
    ),
]
Limit = Annotated[int, typer.Option("--limit", "-n", min=1, help="Articles to show at most.")]
Json = Annotated[bool, typer.Option("--json", help="Print JSON.")]


def search(
    phrases: Phrases,
    db: options.DatabaseToRead = Path("thidua.duckdb"),
    limit: Limit = 20,
    as_json: Json = False,
) -> None:
    """Find articles by their words: "bằng khen" with its tones, or "bang khen" with any."""
    messages.set_up(as_json=False, quiet=False)
    from warehouse import WarehouseError
    from warehouse.opening import opened
    from warehouse.searching import Phrase, search

    wanted = [Phrase(phrase) for phrase in phrases]
    if not all(phrase.words for phrase in wanted):
        raise CommandError(Trouble("search", "a phrase has no words", "Write what to look for"), Exit.USAGE)
    try:
        with opened(db) as database:
            found = search(database, wanted, limit)
    except WarehouseError as error:
        raise CommandError(Trouble(str(error.path), error.reason, error.mend)) from error
    if as_json:
        typer.echo(json.dumps(dataclasses.asdict(found), ensure_ascii=False, default=str))
    else:
        _print(found)


def _print(found: Found) -> None:
    from rich.console import Console

    console = Console(highlight=False)
    console.soft_wrap = not console.is_terminal  # lines stay whole in a file
    for hit in found.hits:
        console.print(_marked(hit.title or hit.article_id, hit.title_marks, "bold", console.is_terminal))
        about = (str(hit.published or ""), hit.province or "", _facts(hit), hit.url or "")
        console.print(printable(" · ".join(part for part in about if part)), style="dim", markup=False)
        console.print(_marked(hit.snippet, hit.marks, "", console.is_terminal), end="\n\n")
    shown = f", {len(found.hits):,} shown" if len(found.hits) < found.total else ""
    console.print(f"{found.total:,} articles found{shown}")


def _facts(hit: Hit) -> str:
    return ", ".join(f"{count} {kind}" for kind, count in hit.facts.items())


def _marked(text: str, marks: tuple[tuple[int, int], ...], style: str, colours: bool) -> Text:
    """Text with the marks in colour; between asterisks where there are no colours."""
    from rich.text import Text

    marked, last = Text(style=style), 0
    around = "" if colours else "**"
    for start, end in marks:
        marked.append(printable(text[last:start].replace("\n", " ")))
        marked.append(around + printable(text[start:end].replace("\n", " ")) + around, "black on yellow")
        last = end
    return marked.append(printable(text[last:].replace("\n", " ")))
