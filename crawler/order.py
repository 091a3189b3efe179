"""What a crawl is to do, and how its archive says who made it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from crawler.archive.writer import ROTATE_AT
from crawler.politeness import ROBOT, user_agent
from schemas.source_config import SourceConfig


@dataclass(frozen=True, slots=True)
class Order:
    """What a crawl is to do."""

    sources: Sequence[SourceConfig]
    archive: Path
    """Folder that holds one folder per source."""
    contact: str
    """E-mail or address of who crawls, for the user agent."""
    since: dt.date | None = None
    limit: int | None = None
    """Articles asked for per source at most."""
    allowed: tuple[str, ...] = ()
    """``host:port`` pairs that tests may ask although they are not public."""
    rotate_at: int = ROTATE_AT


def warcinfo(source: SourceConfig, contact: str) -> dict[str, object]:
    """Fields of the record that opens every archive file."""
    return {
        "software": f"{ROBOT} (Thi Đua)",
        "format": "WARC File Format 1.1",
        "conformsTo": "https://iipc.github.io/warc-specifications/specifications/warc-format/warc-1.1/",
        "robots": "obeyed",
        "http-header-user-agent": user_agent(contact),
        "isPartOf": source.id,
        "description": source.name,
    }
