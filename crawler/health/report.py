"""What is reported of a run."""

from __future__ import annotations

from dataclasses import asdict, dataclass, field
from typing import Any

from schemas.source_config import SourceConfig


@dataclass(slots=True)
class Report:
    """One run of one source. Counts are of articles unless they say otherwise."""

    source: str
    run: int = 0
    started: str | None = None
    finished: str | None = None
    resumed: bool = False
    listed: int = 0
    """Articles that the site's lists announced in this run."""
    fetched: int = 0
    """Requests for articles that were answered with a page, or with 'not modified'."""
    new: int = 0
    changed: int = 0
    unchanged: int = 0
    pending: int = 0
    """Left for the next run."""
    pages: int = 0
    """Lists fetched: feeds, sitemaps, section pages."""
    bytes: int = 0
    retries: int = 0
    failed: dict[str, int] = field(default_factory=dict)
    refused: dict[str, int] = field(default_factory=dict)
    failed_pages: dict[str, int] = field(default_factory=dict)
    dropped: dict[str, int] = field(default_factory=dict)
    """Links not followed, by reason."""
    fill: dict[str, float] = field(default_factory=dict)
    """Share of the articles fetched that have a title, a date, a body."""
    misses: list[str] = field(default_factory=list)
    """Expectations that were not met."""

    @property
    def healthy(self) -> bool:
        """Whether all expectations were met."""
        return not self.misses

    @classmethod
    def of_failure(cls, source: SourceConfig, message: str) -> Report:
        """Report of a run that could not be made."""
        return cls(source.id, misses=[message])

    def to_record(self) -> dict[str, Any]:
        """The report as plain JSON values."""
        return {**asdict(self), "healthy": self.healthy}
