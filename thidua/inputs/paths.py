"""Which files the paths, folders and globs of the command line mean."""

from __future__ import annotations

import glob
import os
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from thidua.inputs.item import without_surrogates
from thidua.trouble import CommandError, Exit, Trouble

SUFFIXES = (".txt", ".html", ".htm", ".jsonl", ".jsonl.gz", ".warc", ".warc.gz")
KNOWN = ", ".join(SUFFIXES)


@dataclass(frozen=True, slots=True)
class Found:
    """A file to read; ``name`` is its path below what the user gave, the same from whatever folder."""

    path: Path
    name: str


def find(paths: Iterable[str | Path], *, leave_out: Path | None = None) -> list[Found | Trouble]:
    """The files that paths mean, each once, folders and globs in order of name.

    Args:
        paths: files, folders and globs.
        leave_out: a file not to read, such as the one being written.

    Raises:
        CommandError: a path does not exist; nothing is read then.
    """
    found: dict[Path | Trouble, Found | Trouble] = {}
    barred = leave_out.resolve() if leave_out else None
    for given in paths:
        for hit in _expand(str(given)):
            key = hit.path.resolve() if isinstance(hit, Found) else hit
            if key != barred:
                found.setdefault(key, hit)
    return list(found.values())


def _expand(given: str) -> Iterator[Found | Trouble]:
    path = Path(given)
    if path.is_dir():
        yield from _folder(path)
    elif path.exists():
        yield _file(path)
    elif matches := sorted(glob.glob(given, recursive=True)):  # noqa: PTH207 (its patterns are those of a shell)
        for match in matches:
            yield from _expand(match)
    else:
        mend = "Check the path; put a glob in quotes or let the shell expand it"
        raise CommandError(Trouble(given, "there is no such file or folder", mend), Exit.USAGE)


def _file(path: Path) -> Found | Trouble:
    if not path.name.lower().endswith(SUFFIXES):
        return Trouble(
            str(path), "the file's ending is not one that is read", f"Give files that end in {KNOWN}"
        )
    return Found(path, without_surrogates(path.name))


def _folder(folder: Path) -> Iterator[Found | Trouble]:
    empty = True
    for parent, folders, names in os.walk(folder):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in sorted(names):
            if name.lower().endswith(SUFFIXES) and not name.startswith("."):
                path = Path(parent, name)
                empty = False
                yield Found(path, without_surrogates(path.relative_to(folder).as_posix()))
    if empty:
        yield Trouble(str(folder), "the folder holds no pages", f"Pages are files that end in {KNOWN}")
