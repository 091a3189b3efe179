"""``thidua crawl``: new articles of the declared sources into the archive, with a health report."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from thidua import crawl_showing, messages, options
from thidua.trouble import CommandError, Exit, Trouble

if TYPE_CHECKING:
    from crawler.articles import StoredArticle
    from crawler.health import Report
    from crawler.order import Order
    from schemas.source_config import SourceConfig
    from thidua.inputs import Item

UNHEALTHY = 3
"""Exit code of a crawl in which a source missed its expectations."""

SourceIds = Annotated[
    list[str] | None,
    typer.Argument(metavar="[ID…]", help="Sources, or their .toml files; all if none is given."),
]
Archive = Annotated[
    Path, typer.Option("--archive", help="Folder of the archive; one folder per source in it.")
]
SourceFolder = Annotated[
    Path | None, typer.Option("--sources", help="Folder of further sources; they override those built in.")
]
Since = Annotated[
    dt.datetime | None,
    typer.Option("--since", formats=["%Y-%m-%d"], help="Leave out what is dated before this day."),
]
Limit = Annotated[int | None, typer.Option("--limit", min=1, help="Articles per source at most.")]
Contact = Annotated[
    str,
    typer.Option(
        "--contact",
        envvar="THIDUA_CONTACT",
        help="Your e-mail, or a page that says who crawls and why; it goes into the user agent.",
    ),
]
TestAddresses = Annotated[
    str,
    typer.Option("--test-address", envvar="THIDUA_TEST_ADDRESS", hidden=True, help="host:port,… for tests"),
]


def crawl(
    ids: SourceIds = None,
    archive: Archive = Path("archive"),
    sources: SourceFolder = None,
    since: Since = None,
    limit: Limit = None,
    contact: Contact = "",
    quiet: options.Quiet = False,
    json_logs: options.JsonLogs = False,
    test_address: TestAddresses = "",
) -> None:
    """Fetch what is new, politely, into a WARC archive; exit code 3 if a source looks unhealthy."""
    messages.set_up(as_json=json_logs, quiet=quiet)
    wanted = order(chosen(ids or [], sources), archive, contact, since, limit, test_address)
    reports = crawled(wanted, quiet=quiet, json_logs=json_logs)
    raise typer.Exit(Exit.WELL if all(report.healthy for report in reports) else UNHEALTHY)


def order(
    sources: Sequence[SourceConfig],
    archive: Path,
    contact: str,
    since: dt.datetime | None,
    limit: int | None,
    test_address: str,
) -> Order:
    """What to crawl, from the command's options."""
    from crawler.order import Order

    allowed = tuple(filter(None, test_address.split(",")))
    return Order(sources, archive, known_contact(contact), since.date() if since else None, limit, allowed)


def chosen(ids: Sequence[str], folder: Path | None) -> list[SourceConfig]:
    """The sources named, or all. A wrong one ends the command."""
    from crawler import sources

    try:
        return sources.find(ids, [folder] if folder else [])
    except sources.SourceError as error:
        where, _, reason = str(error).partition(": ")
        mend = "Mend the file, or name one of 'thidua sources list'"
        raise CommandError(Trouble(where, reason, mend), Exit.USAGE) from error


def known_contact(contact: str) -> str:
    """The contact, without which no site is asked for anything."""
    if "@" in contact or contact.startswith(("http://", "https://")):
        return contact
    mend = "Give --contact or set THIDUA_CONTACT to your e-mail or a page about your project"
    raise CommandError(
        Trouble("--contact", "sites must be able to reach whoever crawls them", mend), Exit.USAGE
    )


def crawled(order: Order, *, quiet: bool, json_logs: bool) -> list[Report]:
    """Crawl, with progress on a terminal, and show the health of every source."""
    import logging

    from crawler.crawl import crawl as run_crawl

    for name, level in (
        ("scrapy", logging.ERROR),
        ("crawler", logging.WARNING),
        *((source.id, logging.WARNING) for source in order.sources),
    ):
        logger = logging.getLogger(name)
        logger.handlers, logger.propagate = messages.log.handlers, False
        logger.setLevel(level)
    with crawl_showing.progress(shown=not quiet) as progress:
        reports = run_crawl(order, progress)
    if json_logs:
        typer.echo(json.dumps([report.to_record() for report in reports], ensure_ascii=False))
    elif not quiet:
        crawl_showing.table(reports)
    for report in reports:
        for miss in report.misses:
            messages.log.warning(f"{report.source}: {miss}")
    return reports


def unloaded(
    sources: Sequence[SourceConfig], archive: Path, force: bool
) -> Iterator[tuple[SourceConfig, Iterator[Item]]]:
    """Articles that no load has taken yet, source by source; those of unhealthy runs by force only.

    A source's runs count as loaded once the caller asks for the next source.
    """
    from crawler.articles import stored_articles
    from crawler.frontier import Frontier

    for source in sources:
        folder = archive / source.id
        frontier = Frontier(folder / "frontier.sqlite")
        try:
            runs = frontier.runs_to_load(force)
            yield (
                source,
                (
                    _item(source, folder, stored)
                    for run in runs
                    for stored in stored_articles(folder, frontier, run)
                ),
            )
            frontier.mark_loaded(runs)
        finally:
            frontier.close()


def _item(source: SourceConfig, folder: Path, stored: StoredArticle) -> Item:
    from thidua.inputs.item import Item, url_id

    return Item(
        id=url_id(stored.url),
        raw=stored.content,
        file=str(folder / stored.file),
        origin=f"{source.id}/{stored.file}",
        place=stored.url,
        url=stored.url,
        fetched=stored.fetched,
        archive_offset=stored.offset,
    )
