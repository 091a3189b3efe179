"""The project's knowledge as files: names, awards, provinces, campaigns, rules. This module opens them."""

from __future__ import annotations

import csv
import json
import tomllib
from functools import cache
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent


@cache
def lines(name: str) -> tuple[str, ...]:
    """Entries of a plain list, one a line; what follows ``#`` is a comment.

    Args:
        name: path below data/, such as ``names/family.txt``.
    """
    stripped = (line.partition("#")[0].strip() for line in (ROOT / name).read_text("utf-8").splitlines())
    return tuple(line for line in stripped if line)


@cache
def table(name: str) -> tuple[dict[str, str], ...]:
    """Rows of a CSV file below data/, keyed by its header."""
    with (ROOT / name).open(encoding="utf-8", newline="") as file:
        return tuple(csv.DictReader(file))


@cache
def toml(name: str) -> dict[str, Any]:
    """A TOML file below data/. Treat the result as read-only: it is shared."""
    return tomllib.loads((ROOT / name).read_text("utf-8"))


@cache
def json_file(name: str) -> Any:
    """A JSON file below data/. Treat the result as read-only: it is shared."""
    return json.loads((ROOT / name).read_text("utf-8"))


def exists(name: str) -> bool:
    """Whether there is such a file below data/."""
    return (ROOT / name).exists()


def files(folder: str, suffix: str) -> tuple[str, ...]:
    """Names, relative to data/, of the files below a folder that end in a suffix, sorted."""
    return tuple(sorted(str(path.relative_to(ROOT)) for path in (ROOT / folder).rglob(f"*{suffix}")))
