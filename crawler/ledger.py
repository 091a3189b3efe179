"""Frontier and archive as one book: what is settled is archived, in batches that a kill cannot tear apart."""

from __future__ import annotations

import sqlite3
import time
from collections.abc import Mapping
from pathlib import Path

from crawler.archive import Archive, Exchange, index
from crawler.archive.writer import ROTATE_AT
from crawler.frontier import Entry, Frontier, Outcome, Run

BATCH_SECONDS = 0.25
"""Longest time that a settled page waits to be committed; slow crawls commit every page at once."""
BATCH_PAGES = 200
DISK_ERRORS = (OSError, sqlite3.Error)
"""What says that the disk takes no more; no fault of a page."""


class Ledger:
    """One source's folder: ``frontier.sqlite``, WARC files, ``index.cdxj`` and health reports.

    Raises:
        FrontierBusyError: another crawl of the source is running.
    """

    def __init__(
        self, folder: Path, source: str, facts: Mapping[str, object], rotate_at: int = ROTATE_AT
    ) -> None:
        """Open the folder, made if there is none."""
        folder.mkdir(parents=True, exist_ok=True)
        self.folder = folder
        self.frontier = Frontier(folder / "frontier.sqlite")
        self.archive = Archive(folder, source, self.frontier, facts, rotate_at)
        self._source = source
        self._committed = time.monotonic()
        self._waiting = 0
        self.run: Run

    def begin(self) -> Run:
        """Begin a run, or take up the one that was cut off."""
        self.run = self.frontier.begin_run()
        return self.run

    def settle(self, entry: Entry, outcome: Outcome, exchange: Exchange | None) -> None:
        """Record how a request ended, with the exchange if there was one."""
        if exchange is not None:
            facts = {
                "source": self._source,
                "run": self.run.id,
                "outcome": outcome.result,
                "reason": outcome.reason,
                "fetchTimeMs": round(exchange.latency * 1000) if exchange.latency else None,
            }
            kind = "refused" if outcome.result == "failed" else entry.kind
            outcome.place = self.archive.append(exchange, kind, facts, revisited=entry.digest)
        self.frontier.settle(entry, outcome)
        self._waiting += 1
        if self._waiting >= BATCH_PAGES or time.monotonic() - self._committed > BATCH_SECONDS:
            self.commit()

    def commit(self) -> None:
        """End the batch: from here on it survives everything."""
        if self._waiting:
            self.archive.commit()
        self._waiting = 0
        self._committed = time.monotonic()

    def finish(self, whole: bool, ended: bool) -> None:
        """Commit all; close the run if it came to its end; write the index."""
        if ended:
            self.frontier.finish_run(whole)
        self.archive.close()
        index.write(self.folder, self.frontier)

    def commit_all(self) -> None:
        """End the batch whatever is in it."""
        self.archive.commit()

    def close(self) -> None:
        """Give the source free."""
        self.frontier.close()
