"""``thidua run``: pages to facts in a DuckDB file, and a summary of what it holds."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import typer

import data
from thidua import __version__, messages, options
from thidua.progress import counting
from thidua.trouble import CommandError, Exit, Trouble

if TYPE_CHECKING:
    from thidua.extraction import Outcome
    from warehouse import Entry

BATCH = 500
"""Documents per transaction."""

SAMPLES = data.ROOT / "samples"


def run(
    paths: options.PathsOrSamples = None,
    db: options.Database = Path("thidua.duckdb"),
    jobs: options.Jobs = 1,
    quiet: options.Quiet = False,
    json_logs: options.JsonLogs = False,
) -> None:
    """Read pages, store their facts in a DuckDB file, and print a summary."""
    messages.set_up(as_json=json_logs, quiet=quiet)
    from thidua import inputs, summary
    from thidua.extraction import extract_all
    from warehouse import WarehouseError, loading

    found = inputs.find(paths or [SAMPLES / "pages"])
    failed: list[Trouble] = []
    try:
        with loading(db, __version__) as loader, counting("documents", shown=not quiet) as advance:
            for batch in _batches(extract_all(inputs.read(found), jobs), failed):
                loader.load(batch)
                for _ in batch:
                    advance()
    except WarehouseError as error:
        raise CommandError(Trouble(str(error.path), error.reason, error.mend)) from error
    if not quiet:
        summary.show(db, failed=len(failed), as_json=json_logs)
    raise typer.Exit(Exit.FAILED if failed else Exit.WELL)


def _batches(outcomes: Iterable[Outcome], failed: list[Trouble]) -> Iterator[list[Entry]]:
    """Documents in batches; what failed is reported as it comes."""
    from warehouse import Entry

    batch: list[Entry] = []
    for outcome in outcomes:
        if isinstance(outcome, Trouble):
            messages.tell(outcome)
            failed.append(outcome)
            continue
        batch.append(Entry(outcome.document, outcome.page))
        if len(batch) == BATCH:
            yield batch
            batch = []
    yield batch
