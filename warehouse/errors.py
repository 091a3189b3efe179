"""Why a database cannot be opened or written, in words for the person at the terminal."""

from __future__ import annotations

import re
from pathlib import Path

_HOLDER = re.compile(r"lock is held in (.+?) \(PID (\d+)\)")


class WarehouseError(Exception):
    """The database cannot be used; what it held is untouched.

    Attributes:
        reason: what is wrong.
        mend: what to do about it.
    """

    def __init__(self, path: Path, reason: str, mend: str) -> None:
        """All three make the message."""
        super().__init__(f"{path}: {reason}. {mend}")
        self.path, self.reason, self.mend = path, reason, mend


def explained(path: Path, error: Exception) -> WarehouseError:
    """DuckDB's or the system's error in plain words."""
    message = str(error)
    if holder := _HOLDER.search(message):
        return held(path, f"process {holder[2]} ({holder[1]})")
    if "not a valid DuckDB" in message:
        return WarehouseError(path, "the file is not a DuckDB database", "Give another name with --db")
    if isinstance(error, OSError) and error.strerror:
        message = error.strerror
    first_line = message.strip().splitlines()[0] if message.strip() else type(error).__name__
    mend = "Check that the folder exists, that you may write there and that the disk has room"
    return WarehouseError(path, f"the database cannot be written ({first_line})", mend)


def held(path: Path, by: str) -> WarehouseError:
    """Another process has the database open for writing."""
    return WarehouseError(path, f"the database is in use by {by}", "Wait until it ends, or close it there")
