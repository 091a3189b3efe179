"""``thidua sources``: the declared sources listed, checked, and a new one begun."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from thidua import messages, options
from thidua.commands.crawl import (
    Contact,
    SourceFolder,
    SourceIds,
    TestAddresses,
    chosen,
    known_contact,
)
from thidua.trouble import CommandError, Exit, Trouble

if TYPE_CHECKING:
    from crawler.saved import Finding
    from schemas.source_config import SourceConfig

LIVE_ARTICLES = 3
"""Articles asked for when a source is tried live."""
LIVE_LISTS = 5
"""Lists after which no further one is opened then; those that the source declares are all read."""

app = typer.Typer(name="sources", help="List, check and begin sources.", no_args_is_help=True)


@app.command("list")
def list_sources(sources: SourceFolder = None) -> None:
    """Show the declared sources."""
    messages.set_up(as_json=False, quiet=False)
    for source in chosen([], sources):
        state = "verified" if source.verified else "unverified"
        ways = ", ".join(sorted({discovery.kind for discovery in source.discovery}))
        typer.echo(f"{source.id:24} {source.kind:16} {state:11} {ways:18} {source.name}")


@app.command()
def new(
    url: Annotated[str, typer.Argument(help="Address of the site's home page.")],
    folder: Annotated[
        Path, typer.Option("--sources", help="Folder to write to; data/sources of a checkout, or your own.")
    ] = Path("sources"),
    source_id: Annotated[
        str | None, typer.Option("--id", help="Id of the source; made from the address if not given.")
    ] = None,
) -> None:
    """Write the declaration of a new source, a test, and a place for saved pages."""
    messages.set_up(as_json=False, quiet=False)
    from crawler import scaffold

    try:
        made = scaffold.write(url, folder, source_id)
    except ValueError as error:
        raise CommandError(
            Trouble(url, str(error), "Give the address with http:// or https://"), Exit.USAGE
        ) from error
    except FileExistsError as error:
        mend = "Choose another with --id, or edit the file"
        raise CommandError(
            Trouble(str(error.filename), "there is such a source", mend), Exit.USAGE
        ) from error
    for path in (made.declaration, made.test, made.pages):
        typer.echo(str(path))
    typer.echo(f"Next: edit {made.declaration}, then: thidua sources check {made.id} --sources {folder}")


@app.command()
def check(
    ids: SourceIds = None,
    sources: SourceFolder = None,
    live: Annotated[bool, typer.Option("--live", help="Ask the site itself for a few pages, too.")] = False,
    contact: Contact = "",
    json_logs: options.JsonLogs = False,
    test_address: TestAddresses = "",
) -> None:
    """Check sources: the declaration, saved pages if there are any, and with --live the site."""
    messages.set_up(as_json=json_logs, quiet=False)
    wanted = chosen(ids or [], sources)
    wrong = 0
    for source in wanted:
        findings = list(_on_saved_pages(source, sources))
        for finding in findings:
            typer.echo(
                f"{source.id}: {'well ' if finding.well else 'WRONG'} {finding.what}: {finding.detail}"
            )
        wrong += sum(not finding.well for finding in findings)
        if not findings:
            typer.echo(f"{source.id}: the declaration is well; no saved pages to check it against")
    if live:
        wrong += _live(
            wanted, known_contact(contact), tuple(filter(None, test_address.split(","))), json_logs
        )
    raise typer.Exit(Exit.FAILED if wrong else Exit.WELL)


def _on_saved_pages(source: SourceConfig, folder: Path | None) -> Iterator[Finding]:
    from crawler import saved
    from crawler.sources import FOLDER

    for root in filter(None, (FOLDER, folder)):
        yield from saved.check(source, root / "pages" / source.id)


def _live(sources: list[SourceConfig], contact: str, allowed: tuple[str, ...], json_logs: bool) -> int:
    """Crawl a few articles of each source, keep nothing. Returns how many sources looked unhealthy."""
    from crawler.order import Order
    from thidua.commands.crawl import crawled

    folder = Path(tempfile.mkdtemp(prefix="thidua-check-"))
    try:
        few = [_with_few_lists(source) for source in sources]
        order = Order(few, folder, contact, None, LIVE_ARTICLES, allowed)
        return sum(not report.healthy for report in crawled(order, quiet=False, json_logs=json_logs))
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def _with_few_lists(source: SourceConfig) -> SourceConfig:
    return source.model_copy(update={"limits": source.limits.model_copy(update={"max_pages": LIVE_LISTS})})
