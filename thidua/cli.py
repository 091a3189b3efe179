"""The command ``thidua``: its subcommands, and how it leaves."""

from __future__ import annotations

import sys
from typing import Annotated

import typer

from thidua import __version__, messages
from thidua.commands.crawl import crawl
from thidua.commands.evaluate import evaluate
from thidua.commands.extract import extract
from thidua.commands.run import run
from thidua.commands.schema import schema
from thidua.commands.show import show
from thidua.trouble import CommandError

EPILOG = "Exit codes: 0 all well; 1 some documents failed and are named, the rest are stored; 2 wrong usage."

app = typer.Typer(
    name="thidua",
    help="Vietnamese trade-union news turned into facts that can be compared and checked.",
    epilog=EPILOG,
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
)
for command in (run, crawl, extract, evaluate, show, schema):
    app.command()(command)


def _version(asked: bool) -> None:
    if asked:
        typer.echo(f"thidua {__version__}")
        raise typer.Exit


@app.callback()
def _options(
    version: Annotated[
        bool, typer.Option("--version", callback=_version, is_eager=True, help="Print the version.")
    ] = False,
) -> None:
    pass


def main() -> None:
    """Runs the command and leaves with its exit code."""
    try:
        app()
    except CommandError as refusal:
        if not messages.log.handlers:
            messages.set_up(as_json=False, quiet=False)
        messages.tell(refusal.trouble)
        sys.exit(refusal.code)
