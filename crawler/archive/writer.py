"""Writing the archive so that a kill at any moment leaves whole records only."""

from __future__ import annotations

import datetime as dt
import os
from collections.abc import Mapping
from pathlib import Path
from typing import IO

from crawler.archive.exchange import Exchange
from crawler.archive.records import exchange_records, warcinfo
from crawler.frontier import Frontier, Place

ROTATE_AT = 1_000_000_000
"""Size at which the next file begins, bytes."""


class Archive:
    """The WARC files of one source. What is appended counts once :meth:`commit` has returned."""

    def __init__(
        self,
        folder: Path,
        source: str,
        frontier: Frontier,
        facts: Mapping[str, object],
        rotate_at: int = ROTATE_AT,
    ) -> None:
        """Open the archive, and cut off what a killed run left behind its last commit."""
        self.folder = folder
        self._source = source
        self._frontier = frontier
        self._facts = facts
        self._rotate_at = rotate_at
        self._sizes = frontier.archive_files()
        self.mended = self._mend()
        self._name: str | None = None
        self._file: IO[bytes] | None = None
        self._changed: set[str] = set()

    def _mend(self) -> list[str]:
        """Cut off what was written and never committed; returns what was found amiss."""
        found = []
        for path in sorted(self.folder.glob("*.warc.gz")):
            size = path.stat().st_size
            committed = self._sizes.get(path.name, (None, False))[0]
            if committed is None:
                if path.name.startswith(self._source + "-"):
                    path.unlink()
                    found.append(f"{path.name}: removed, nothing in it was committed")
            elif size > committed:
                os.truncate(path, committed)
                found.append(f"{path.name}: {size - committed:,} uncommitted bytes cut off")
        for name, (committed, _) in self._sizes.items():
            path = self.folder / name
            if not path.exists() or path.stat().st_size < committed:
                found.append(f"{name}: missing or shorter than the {committed:,} bytes once written")
        return found

    def append(
        self, exchange: Exchange, kind: str, facts: Mapping[str, object], revisited: str | None = None
    ) -> Place:
        """Add an exchange. A body that is in the archive already becomes a revisit of it.

        Args:
            kind: what the page is, for readers of the archive.
            revisited: digest of the archived body that a 304 confirms.
        """
        wanted = revisited if exchange.status == 304 else exchange.digest if exchange.body else None
        earlier = self._frontier.payload(wanted) if wanted else None
        record, response, rest = exchange_records(exchange, earlier, kind, facts)
        file, name = self._open(len(response) + len(rest))
        offset = self._sizes[name][0]
        file.write(response + rest)
        self._sizes[name] = (offset + len(response) + len(rest), False)
        self._changed.add(name)
        if earlier is None and exchange.body:
            self._frontier.add_payload(exchange.digest, exchange.url, exchange.date, record)
        return Place(name, offset, len(response), exchange.moment.timestamp(), revisit=earlier is not None)

    def _open(self, coming: int) -> tuple[IO[bytes], str]:
        """The file to write to: the one in hand, the last one left open, or a new one."""
        if self._name is None:
            self._name = max(
                (n for n, (_, closed) in self._sizes.items() if self._writable(n, closed)), default=None
            )
            if self._name is not None:
                self._file = (self.folder / self._name).open("ab")
        if self._name is not None and self._sizes[self._name][0] + coming > self._rotate_at:
            self._close_file()
        if self._file is None or self._name is None:
            self._name, self._file = self._begin_file()
        return self._file, self._name

    def _writable(self, name: str, closed: bool) -> bool:
        path = self.folder / name
        return not closed and path.exists() and path.stat().st_size == self._sizes[name][0]

    def _begin_file(self) -> tuple[str, IO[bytes]]:
        now = dt.datetime.now(dt.UTC)
        name = f"{self._source}-{now:%Y%m%d%H%M%S}-{len(self._sizes):05d}.warc.gz"
        file = (self.folder / name).open("xb")
        opening = warcinfo(f"{now:%Y-%m-%dT%H:%M:%S}Z", name, self._facts)
        file.write(opening)
        self._sizes[name] = (len(opening), False)
        self._changed.add(name)
        return name, file

    def _close_file(self) -> None:
        if self._file is not None and self._name is not None:
            self._write_through()
            self._file.close()
            self._sizes[self._name] = (self._sizes[self._name][0], True)
            self._changed.add(self._name)
            self._file = self._name = None

    def _write_through(self) -> None:
        if self._file is not None:
            self._file.flush()
            os.fsync(self._file.fileno())

    def commit(self) -> None:
        """Bring everything appended to the disk, then end the frontier's batch."""
        if self._changed:
            self._write_through()
        self._frontier.commit((name, *self._sizes[name]) for name in self._changed)
        self._changed.clear()

    def close(self) -> None:
        """Commit and let go of the file; the next run goes on in it until it is full."""
        self.commit()
        if self._file is not None:
            self._file.close()
            self._file = self._name = None
