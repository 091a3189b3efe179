"""``thidua people``: what a human decides about two mentions of people, and taking it back."""

from __future__ import annotations

import getpass
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from thidua import __version__, messages, options
from thidua.trouble import CommandError, Exit, Trouble, printable

if TYPE_CHECKING:
    from warehouse.linking.storing import Anchor, Verdict

app = typer.Typer(
    name="people",
    help="Say which mentions are one person. Kept beside the database, whatever is loaded later.",
    no_args_is_help=True,
)

Database = Annotated[Path, typer.Option("--db", help="DuckDB file that holds the mentions.")]
Fact = Annotated[str, typer.Argument(help="fact_id of a mention.", show_default=False)]
Note = Annotated[str | None, typer.Option("--note", help="Why.")]
By = Annotated[str | None, typer.Option("--by", help="Who decides; your login name if not given.")]


@app.command()
def same(
    left: Fact,
    right: Fact,
    db: Database = Path("thidua.duckdb"),
    note: Note = None,
    by: By = None,
) -> None:
    """Two mentions are one person."""
    _decide(db, left, right, "same", note, by)


@app.command()
def different(
    left: Fact,
    right: Fact,
    db: Database = Path("thidua.duckdb"),
    note: Note = None,
    by: By = None,
) -> None:
    """Two mentions are two people."""
    _decide(db, left, right, "different", note, by)


@app.command()
def undo(
    left: Fact,
    right: Fact,
    db: Database = Path("thidua.duckdb"),
    note: Note = None,
    by: By = None,
) -> None:
    """Take back what was decided about two mentions: the program's own score holds again."""
    _decide(db, left, right, "undone", note, by)


@app.command("list")
def list_decisions(db: options.DatabaseToRead = Path("thidua.duckdb")) -> None:
    """Show the decisions that hold."""
    messages.set_up(as_json=False, quiet=False)
    from warehouse import WarehouseError
    from warehouse.linking import storing

    try:
        for decision in storing.current(db):
            said = (decision.decided_at, decision.decided_by, decision.verdict)
            about = (decision.left.fact, decision.right.fact, decision.left.name, decision.note or "")
            typer.echo(printable("  ".join((*said, *about))))
    except WarehouseError as error:
        raise CommandError(Trouble(str(error.path), error.reason, error.mend)) from error


def _decide(db: Path, left: str, right: str, verdict: Verdict, note: str | None, by: str | None) -> None:
    messages.set_up(as_json=False, quiet=False)
    from warehouse import WarehouseError, loading
    from warehouse.linking import storing
    from warehouse.opening import opened

    if left == right:
        raise CommandError(Trouble(left, "that is one mention", "Give two fact_ids"), Exit.USAGE)
    try:
        with opened(db) as database:
            mentions = {fact: storing.anchor(database, fact) for fact in (left, right)}
        found = [_known(db, fact, mention) for fact, mention in mentions.items()]
        decided_by = by or getpass.getuser()
        storing.decide(
            db, storing.Decision(found[0], found[1], verdict, decided_by, storing.now(), note or None)
        )
        with loading(db, __version__):
            messages.inform("linking anew")
    except WarehouseError as error:
        raise CommandError(Trouble(str(error.path), error.reason, error.mend)) from error


def _known(db: Path, fact: str, mention: Anchor | None) -> Anchor:
    if mention is None:
        mend = "Take fact_ids from the table person_link"
        raise CommandError(Trouble(str(db), f"no person fact has the id {fact}", mend), Exit.USAGE)
    return mention
