"""``thidua export``: the database as files for others, described so that they can be cited."""

from __future__ import annotations

import enum
from pathlib import Path
from typing import Annotated

import typer

from thidua import __version__, messages, options
from thidua.trouble import CommandError, Trouble


class Format(enum.StrEnum):
    """Formats of an export."""

    PARQUET = "parquet"
    CSV = "csv"
    XLSX = "xlsx"
    JSONL = "jsonl"


Folder = Annotated[Path, typer.Argument(metavar="DIR", help="New folder to write to.", show_default=False)]
Form = Annotated[Format, typer.Option("--format", help="Format of the files.")]
Tables = Annotated[
    list[str] | None,
    typer.Option("--table", help="Only this table or view; may be given again. All tables if none is named."),
]
Private = Annotated[
    bool, typer.Option("--private", help="People as pseudonyms; texts, titles and addresses left out.")
]
Key = Annotated[
    Path | None,
    typer.Option(
        "--key", help="Key of the pseudonyms; DB.pseudonym-key, made if there is none, if not given."
    ),
]


def export(
    folder: Folder,
    form: Form = Format.PARQUET,
    db: options.DatabaseToRead = Path("thidua.duckdb"),
    table: Tables = None,
    private: Private = False,
    key: Key = None,
    quiet: options.Quiet = False,
    json_logs: options.JsonLogs = False,
) -> None:
    """Write the tables to a new folder, with a data dictionary, a data package, licence and citation."""
    messages.set_up(as_json=json_logs, quiet=quiet)
    from warehouse import WarehouseError
    from warehouse.exporting import export as write

    try:
        written = write(
            db, folder, form.value, version=__version__, names=table or (), private=private, key=key
        )
    except WarehouseError as error:
        raise CommandError(Trouble(str(error.path), error.reason, error.mend)) from error
    rows = sum(one.rows for one in written)
    messages.inform(f"{len(written)} tables, {rows:,} rows in {folder}", tables=len(written), rows=rows)
