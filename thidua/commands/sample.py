"""``thidua sample``: made-up articles and statements for load tests, in a file of their own."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from thidua import __version__, messages, options
from thidua.trouble import CommandError, Trouble

Articles = Annotated[int, typer.Option("--articles", min=1, help="How many articles.")]
Seed = Annotated[int, typer.Option("--seed", min=0, help="The same seed gives the same rows.")]
PerArticle = Annotated[
    float, typer.Option("--statements-per-article", min=1, help="Mean number of statements.")
]
Output = Annotated[
    Path, typer.Option("--output", "-o", help="New file to write; its name must end in .synthetic.duckdb.")
]


def sample(
    output: Output,
    articles: Articles = 1000,
    seed: Seed = 1,
    per_article: PerArticle = 10.0,
    quiet: options.Quiet = False,
    json_logs: options.JsonLogs = False,
) -> None:
    """Make up articles and statements for load tests, never to be mixed with real ones."""
    messages.set_up(as_json=json_logs, quiet=quiet)
    from warehouse import WarehouseError
    from warehouse.synthetic import sample as write

    try:
        statements = write(output, articles, seed, per_article, __version__)
    except WarehouseError as error:
        raise CommandError(Trouble(str(error.path), error.reason, error.mend)) from error
    told = f"{articles:,} made-up articles, {statements:,} made-up statements in {output}"
    messages.inform(told, articles=articles, statements=statements)
