"""Writing to a database file so that a reader, or a kill at any moment, meets the old file or the new one.

DuckDB lets one process write and then shuts out all others, readers too. So a load works on a copy and puts
it in the file's place at its end. Two writers are kept apart by a lock on a file beside it, which the system
lets go when its process ends, however it ends.
"""

from __future__ import annotations

import fcntl
import os
import shutil
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import IO

import duckdb

from warehouse.errors import WarehouseError, explained, held


@contextmanager
def new_version(path: Path) -> Iterator[Path]:
    """A copy of the database to write to, put in its place if the block ends well and dropped if not.

    Raises:
        WarehouseError: the file is held by another process, is no DuckDB database, or cannot be written.
    """
    if path.is_dir():
        raise WarehouseError(path, "this is a folder, not a database", "Give the name of a file with --db")
    draft = path.with_name(path.name + ".new")
    with _only_writer(path):
        try:
            with _explained(path, duckdb.Error, OSError):
                _discard(draft)
                if path.exists():
                    _copy(path, draft)
            with _explained(path, duckdb.Error):  # an OSError in the block is the caller's own
                yield draft
            with _explained(path, OSError):
                _sync(draft)
                draft.replace(path)
        finally:
            _discard(draft)


@contextmanager
def _explained(path: Path, *kinds: type[Exception]) -> Iterator[None]:
    try:
        yield
    except kinds as error:
        raise explained(path, error) from error


@contextmanager
def _only_writer(path: Path) -> Iterator[None]:
    name = path.with_name(path.name + ".lock")
    with _explained(path, OSError):
        lock = _locked(path, name)
    with lock:
        lock.truncate(0)
        lock.write(f"process {os.getpid()} ({Path(sys.argv[0]).name})")
        lock.flush()
        try:
            yield
        finally:
            name.unlink(missing_ok=True)


def _locked(path: Path, name: Path) -> IO[str]:
    """The lock file, locked. One that its last holder has just taken away is opened anew."""
    while True:
        lock = name.open("a+", encoding="utf-8")
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            with lock:
                lock.seek(0)
                raise held(path, lock.read().strip() or "another process") from None
        with suppress(FileNotFoundError):
            if os.path.samestat(os.fstat(lock.fileno()), name.stat()):
                return lock
        lock.close()


def _copy(path: Path, draft: Path) -> None:
    """Copies the file while a read-only connection keeps writers away."""
    if _log(path).exists():  # left by a writer that was killed: opening the file takes its entries in
        duckdb.connect(str(path)).close()
    with duckdb.connect(str(path), read_only=True):
        shutil.copyfile(path, draft)


def _log(path: Path) -> Path:
    return path.with_name(path.name + ".wal")


def _discard(draft: Path) -> None:
    for leftover in (draft, _log(draft)):
        with suppress(FileNotFoundError):
            leftover.unlink()


def _sync(draft: Path) -> None:
    with draft.open("rb") as file:
        os.fsync(file.fileno())
