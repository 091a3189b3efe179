"""A crawl on the terminal: its progress, and the health of the sources at its end."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from crawler.crawl import Progress
    from crawler.health import Report


@contextmanager
def progress(*, shown: bool) -> Iterator[Progress | None]:
    """A line per source on stderr, where that is a terminal."""
    import sys

    if not shown or not sys.stderr.isatty():
        yield None
        return
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, TaskID, TextColumn
    from rich.progress import Progress as Bars

    with Bars(
        TextColumn("{task.description}"),
        BarColumn(),
        MofNCompleteColumn(),
        console=Console(stderr=True),
        transient=True,
    ) as bars:
        tasks: dict[str, TaskID] = {}

        def advance(source: str, counts: dict[str, int]) -> None:
            if source not in tasks:
                tasks[source] = bars.add_task(source, total=None)
            done = counts["fetched"] + counts["failed"]
            bars.update(tasks[source], completed=done, total=done + counts["waiting"])

        yield advance


def table(reports: Sequence[Report]) -> None:
    """Table of counts of articles; 'filled' are the percentages that have a title, a date, a body."""
    from rich.console import Console
    from rich.table import Table

    counts = ("listed", "new", "changed", "same", "left")
    shown = Table("source", box=None, header_style="bold", pad_edge=False)
    for name in counts:
        shown.add_column(name, justify="right", no_wrap=True)
    shown.add_column("failed", overflow="fold")
    shown.add_column("refused", overflow="fold")
    shown.add_column("filled", no_wrap=True)
    shown.add_column(no_wrap=True)
    for report in reports:
        row = (report.listed, report.new, report.changed, report.unchanged, report.pending)
        filled = "/".join(f"{100 * share:.0f}" for share in report.fill.values())
        verdict = "well" if report.healthy else "UNHEALTHY"
        reasons = (_reasons(report.failed), _reasons(report.refused))
        shown.add_row(report.source, *map(str, row), *reasons, filled, verdict)
    Console().print(shown)


def _reasons(counts: dict[str, int]) -> str:
    return "\n".join(f"{count}× {reason}" for reason, count in sorted(counts.items())) or "–"
