"""The command ``thidua``: its subcommands, and how it leaves."""

from __future__ import annotations

import io
import sys
from collections.abc import Callable
from functools import wraps
from typing import Annotated, Any

import typer

from thidua import __version__, messages
from thidua.commands.campaigns import app as campaigns
from thidua.commands.crawl import crawl
from thidua.commands.diff import diff
from thidua.commands.evaluate import evaluate
from thidua.commands.export import export
from thidua.commands.extract import extract
from thidua.commands.link import link
from thidua.commands.people import app as people
from thidua.commands.quality import calibrate, precision, quality
from thidua.commands.run import run
from thidua.commands.sample import sample
from thidua.commands.schema import schema
from thidua.commands.search import search
from thidua.commands.show import show
from thidua.commands.sources import app as sources
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


def _reporting(command: Callable[..., None]) -> Callable[..., None]:
    """The command, which tells what stopped it in one line and leaves with the code that goes with it."""

    @wraps(command)
    def run_command(*args: Any, **kwargs: Any) -> None:
        try:
            command(*args, **kwargs)
        except CommandError as error:
            messages.tell(error.trouble)
            raise typer.Exit(error.code) from error

    return run_command


for _command in (
    run,
    crawl,
    extract,
    evaluate,
    show,
    schema,
    export,
    search,
    diff,
    link,
    sample,
    precision,
    calibrate,
    quality,
):
    app.command()(_reporting(_command))
for _group in (sources, people, campaigns):
    for _subcommand in _group.registered_commands:
        if _subcommand.callback is not None:
            _subcommand.callback = _reporting(_subcommand.callback)
    app.add_typer(_group)


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
    for stream in (sys.stdout, sys.stderr):  # JSON is UTF-8 whatever the locale
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
    app()
