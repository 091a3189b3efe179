"""The declared sources: ``data/sources/<id>.toml`` of the package, and a folder of the user's own."""

from __future__ import annotations

import tomllib
from collections.abc import Iterable
from pathlib import Path

from pydantic import ValidationError

import data
from schemas.source_config import SourceConfig

FOLDER = data.ROOT / "sources"
NOT_SOURCES = frozenset({"names.toml"})
"""Tables about sources that live in the same folder."""


class SourceError(ValueError):
    """A source that is not declared, or declared wrongly; the message says which and why."""


def parse(text: str, source_id: str) -> SourceConfig:
    """A source from its TOML.

    Raises:
        SourceError: no TOML, or not a source; every wrong key is named.
    """
    try:
        return SourceConfig.model_validate({"id": source_id, **tomllib.loads(text)})
    except tomllib.TOMLDecodeError as error:
        raise SourceError(f"{source_id}: not TOML: {error}") from error
    except ValidationError as error:
        wrong = "; ".join(
            f"{'.'.join(str(part) for part in issue['loc']) or 'source'}: {issue['msg']}"
            for issue in error.errors()
        )
        raise SourceError(f"{source_id}: {wrong}") from error


def load(path: Path) -> SourceConfig:
    """A source from its file, whose name is its id."""
    try:
        source = parse(path.read_text("utf-8"), path.stem)
    except (OSError, UnicodeDecodeError) as error:
        raise SourceError(f"{path}: {error}") from error
    if source.id != path.stem:
        raise SourceError(f"{path}: the id is {source.id!r}, the file's name says {path.stem!r}")
    return source


def declared(folders: Iterable[Path] = ()) -> dict[str, Path]:
    """Files of all declared sources by id; a folder given later overrides one given earlier."""
    return {
        path.stem: path
        for folder in (FOLDER, *folders)
        for path in sorted(folder.glob("*.toml"))
        if path.name not in NOT_SOURCES
    }


def find(ids: Iterable[str], folders: Iterable[Path] = ()) -> list[SourceConfig]:
    """The sources with these ids or files, all declared ones where none is named."""
    known = declared(folders)
    wanted = list(ids) or sorted(known)
    sources = []
    for name in wanted:
        path = Path(name) if name.endswith(".toml") else known.get(name)
        if path is None:
            raise SourceError(f"{name}: no such source; 'thidua sources list' shows all")
        sources.append(load(path))
    return sources
