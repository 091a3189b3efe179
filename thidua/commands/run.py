"""``thidua run``: pages to facts in a DuckDB file, and a summary of what it holds."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import typer

import data
from thidua import __version__, messages, options
from thidua.commands import crawl as crawling
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
    domain: options.Domains = None,
    language: options.Language = None,
    jobs: options.Jobs = 1,
    source: options.FromSource = None,
    archive: crawling.Archive = Path("archive"),
    sources: crawling.SourceFolder = None,
    force: options.Force = False,
    since: crawling.Since = None,
    limit: crawling.Limit = None,
    contact: crawling.Contact = "",
    quiet: options.Quiet = False,
    json_logs: options.JsonLogs = False,
    test_address: crawling.TestAddresses = "",
) -> None:
    """Read pages, store their facts in a DuckDB file, and print a summary. With --source, crawl first."""
    messages.set_up(as_json=json_logs, quiet=quiet)
    from thidua import inputs, summary
    from thidua.extraction import extract_all

    failed: list[Trouble] = []
    unhealthy = False
    if source:
        wanted = crawling.chosen(source, sources)
        order = crawling.order(wanted, archive, contact, since, limit, test_address)
        reports = crawling.crawled(order, quiet=quiet, json_logs=json_logs)
        unhealthy = not all(report.healthy for report in reports)
        for one, items in crawling.unloaded(wanted, archive, force):
            named = (_named(outcome, one.name) for outcome in extract_all(items, jobs))
            _load(named, db, failed, quiet)
    else:
        found = inputs.read(inputs.find(paths or [SAMPLES / "pages"]))
        _load(extract_all(inputs.choose(found, domain or (), language), jobs), db, failed, quiet)
    if not quiet:
        summary.show(db, failed=len(failed), as_json=json_logs)
    if unhealthy:
        raise typer.Exit(crawling.UNHEALTHY)
    raise typer.Exit(Exit.FAILED if failed else Exit.WELL)


def _load(outcomes: Iterable[Outcome], db: Path, failed: list[Trouble], quiet: bool) -> None:
    """Load documents batch by batch; what failed is reported and counted."""
    from warehouse import WarehouseError, loading

    try:
        with loading(db, __version__) as loader, counting("documents", shown=not quiet) as advance:
            for batch in _batches(outcomes, failed, advance):
                loader.load(batch)
    except WarehouseError as error:
        raise CommandError(Trouble(str(error.path), error.reason, error.mend)) from error


def _named(outcome: Outcome, source: str) -> Outcome:
    """The outcome, its document under the source's name where the page names none."""
    if isinstance(outcome, Trouble) or outcome.document.source:
        return outcome
    return replace(outcome, document=outcome.document.model_copy(update={"source": source}))


def _batches(
    outcomes: Iterable[Outcome], failed: list[Trouble], advance: Callable[[], None]
) -> Iterator[list[Entry]]:
    """Documents in batches; what failed is reported as it comes."""
    from warehouse import Entry

    batch: list[Entry] = []
    for outcome in outcomes:
        advance()
        if isinstance(outcome, Trouble):
            messages.tell(outcome)
            failed.append(outcome)
            continue
        batch.append(Entry(outcome.document, outcome.page))
        if len(batch) == BATCH:
            yield batch
            batch = []
    yield batch
