"""A progress bar on stderr, where that is a terminal and nobody asked for quiet."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager


@contextmanager
def counting(what: str, *, shown: bool) -> Iterator[Callable[[], None]]:
    """Yields the function to call after each document."""
    if not shown or not sys.stderr.isatty():
        yield lambda: None
        return
    from rich.console import Console
    from rich.progress import MofNCompleteColumn, Progress, SpinnerColumn, TextColumn, TimeElapsedColumn

    # Rich shows what is written to stderr meanwhile above the bar.
    columns = SpinnerColumn(), TextColumn(what), MofNCompleteColumn(), TimeElapsedColumn()
    with Progress(*columns, console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task(what, total=None)
        yield lambda: bar.advance(task)
