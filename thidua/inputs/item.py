"""One document to extract, before anything is read from it."""

from __future__ import annotations

import datetime as dt
import hashlib
from dataclasses import dataclass, field
from typing import Any

from schemas import Page


@dataclass(frozen=True, slots=True)
class Item:
    """Raw bytes of a page, or a JSONL record, with where it came from."""

    id: str
    raw: bytes = field(repr=False)
    """Bytes of the page; of the line, for a record."""
    file: str
    """The file as the user would find it, for messages."""
    origin: str
    """The file's path below the one that was given: the same from whatever folder the command runs."""
    place: str | None = None
    """Which record of that file, for messages: ``line 17``."""
    url: str | None = None
    fetched: dt.datetime | None = None
    archive_offset: int | None = None
    record: dict[str, Any] | None = None
    """The decoded record, where the item is one."""

    def sha256(self) -> str:
        """SHA-256 of the raw bytes, hexadecimal."""
        return hashlib.sha256(self.raw).hexdigest()

    def page(self) -> Page:
        """The page as the warehouse keeps it."""
        return Page(
            sha256=self.sha256(),
            url=self.url,
            fetched=self.fetched,
            origin=self.origin,
            archive_offset=self.archive_offset,
        )


def without_surrogates(text: str) -> str:
    """Text that UTF-8 can carry: file names in other encodings and JSON escapes may hold half characters."""
    return text.encode("utf-8", "replace").decode("utf-8")


def url_id(url: str) -> str:
    """Id of a document that has an address and no name: the start of the address's SHA-256."""
    return hashlib.sha256(url.encode("utf-8", "replace")).hexdigest()[:16]
