"""``thidua link``: people linked anew across the articles of a database."""

from __future__ import annotations

from pathlib import Path

from thidua import __version__, messages, options
from thidua.commands.people import Database
from thidua.trouble import CommandError, Trouble


def link(db: Database = Path("thidua.duckdb"), quiet: options.Quiet = False) -> None:
    """Link people across articles anew, as every load does at its end."""
    messages.set_up(as_json=False, quiet=quiet)
    from warehouse import WarehouseError, loading
    from warehouse.opening import check_exists, opened

    try:
        check_exists(db)
        with loading(db, __version__):
            messages.inform("linking")
        with opened(db) as database:
            counted = "SELECT count(*), count(DISTINCT person_id) FROM person_link"
            ((mentions, people),) = database.execute(counted).fetchall()
    except WarehouseError as error:
        raise CommandError(Trouble(str(error.path), error.reason, error.mend)) from error
    messages.inform(f"{mentions:,} mentions of {people:,} people", mentions=mentions, people=people)
