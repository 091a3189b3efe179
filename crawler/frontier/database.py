"""The frontier's file: one writer, batches that are whole or not there.

A batch is one transaction. It is committed after the archive has been written through to the disk, and it
records how long each archive file then is: after a kill, what lies behind that mark is cut off and what was
in flight is pending again. So a page is either settled and archived, or neither.
"""

from __future__ import annotations

import fcntl
import sqlite3
from collections.abc import Iterable
from pathlib import Path
from typing import IO

from crawler.frontier import schema


class FrontierBusyError(RuntimeError):
    """Another crawl of the same source is running."""


class Database:
    """The open file, its lock and its batches."""

    def __init__(self, path: Path) -> None:
        """Open the file, made if there is none; what a killed run had taken is pending again."""
        path.parent.mkdir(parents=True, exist_ok=True)
        self._lock: IO[str] = path.with_suffix(".lock").open("w")
        try:
            fcntl.flock(self._lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError as error:
            self._lock.close()
            raise FrontierBusyError(f"{path.parent}: another crawl of this source is running") from error
        self.db = sqlite3.connect(path, isolation_level=None)
        self.db.executescript("PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL; PRAGMA foreign_keys=OFF;")
        version = self.db.execute("PRAGMA user_version").fetchone()[0]
        if version == 0:
            self.db.executescript(f"BEGIN; {schema.TABLES} PRAGMA user_version={schema.VERSION}; COMMIT;")
        elif version != schema.VERSION:
            self.close()
            raise RuntimeError(f"{path}: made by another version of Thi Đua ({version})")
        self.db.execute("UPDATE urls SET state = 'pending' WHERE state = 'taken'")

    def close(self) -> None:
        """Give the source free. What was not committed is lost."""
        self.db.close()
        self._lock.close()

    def commit(self, archive_files: Iterable[tuple[str, int, bool]]) -> None:
        """End the batch. The archive must be on the disk already, as long as it says here."""
        self.db.executemany(
            "INSERT INTO archive_files VALUES (?, ?, ?)"
            " ON CONFLICT DO UPDATE SET size = excluded.size, closed = excluded.closed",
            archive_files,
        )
        self.db.execute("COMMIT")
        self.db.execute("BEGIN")

    def archive_files(self) -> dict[str, tuple[int, bool]]:
        """Length and whether it is closed, for every archive file there must be."""
        rows = self.db.execute("SELECT name, size, closed FROM archive_files")
        return {name: (size, bool(closed)) for name, size, closed in rows}

    def payload(self, digest: str) -> tuple[str, str, str] | None:
        """Address, date and record id under which a body is archived already."""
        found: tuple[str, str, str] | None = self.db.execute(
            "SELECT url, date, record FROM payloads WHERE digest = ?", (digest,)
        ).fetchone()
        return found

    def add_payload(self, digest: str, url: str, date: str, record: str) -> None:
        """Remember where a body is archived."""
        self.db.execute("INSERT OR IGNORE INTO payloads VALUES (?, ?, ?, ?)", (digest, url, date, record))
