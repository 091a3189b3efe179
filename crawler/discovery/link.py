"""A link found on a page that lists others."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from email.utils import parsedate_to_datetime
from typing import Literal

PageKind = Literal["article", "feed", "sitemap", "section", "robots"]


@dataclass(frozen=True, slots=True)
class Link:
    """Where to, what is expected there, and when that is said to have changed last."""

    url: str
    kind: PageKind
    changed: dt.datetime | None = None
    page: int = 0
    """Number of the page, counted from 0, where a section goes on over several."""
    section: str | None = None
    """Which declared section it belongs to: number of the discovery, a blank, address of the first page."""


def moment(text: str | None) -> dt.datetime | None:
    """Time that a feed or sitemap names, aware; None where it is absent or no time.

    Understands ISO 8601 (also a day, month or year alone) and RFC 2822. Where no zone is given it is UTC.
    """
    text = (text or "").strip()
    if not text:
        return None
    found = _iso(text) or _mail(text)
    return found.replace(tzinfo=found.tzinfo or dt.UTC) if found else None


def _iso(text: str) -> dt.datetime | None:
    whole = {4: text + "-01-01", 7: text + "-01"}.get(len(text), text)
    try:
        return dt.datetime.fromisoformat(whole)
    except ValueError:
        return None


def _mail(text: str) -> dt.datetime | None:
    try:
        return parsedate_to_datetime(text)
    except (ValueError, TypeError, IndexError):
        return None
