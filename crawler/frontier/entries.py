"""What goes into the frontier and comes out of it."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

from crawler.discovery.link import Link, PageKind

Result = Literal["new", "changed", "unchanged", "redirected", "retry", "failed", "page"]


@dataclass(frozen=True, slots=True)
class Run:
    """One crawl of a source; a killed one is taken up again under the same number."""

    id: int
    started: float
    resumed: bool
    sweep: bool
    """Lists are to be read to their end: no run before it did, or the last one lost some of their pages."""


@dataclass(frozen=True, slots=True)
class Recheck:
    """Which articles are asked for again, if changed, when something links to them. Seconds since 1970."""

    fetched_before: float
    found_after: float


@dataclass(frozen=True, slots=True)
class Entry:
    """A page to be fetched, with what is known of it from before."""

    id: int
    url: str
    kind: PageKind
    page: int = 0
    hops: int = 0
    section: str | None = None
    attempts: int = 0
    etag: str | None = None
    last_modified: str | None = None
    digest: str | None = None
    content: str | None = None
    articles: int | None = None


@dataclass(frozen=True, slots=True)
class Place:
    """Where a response stands in the archive."""

    file: str
    offset: int
    length: int
    written: float = 0.0
    """Moment of the record, seconds since 1970."""
    revisit: bool = False
    """The body stands elsewhere in the archive."""


@dataclass(slots=True)
class Outcome:
    """How a request ended."""

    result: Result
    status: int | None = None
    reason: str | None = None
    size: int = 0
    mime: str | None = None
    digest: str | None = None
    content: str | None = None
    etag: str | None = None
    last_modified: str | None = None
    place: Place | None = None
    not_before: float = 0.0
    articles: int | None = None
    fingerprint: str | None = None
    links: list[Link] = field(default_factory=list)
