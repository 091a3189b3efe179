"""What a page was found to link to."""

from __future__ import annotations

import datetime as dt
import hashlib
from dataclasses import dataclass, field

from crawler.discovery.link import Link

SAME_DATES = 10
"""Articles of one list from which equal dates are no chance."""
AN_HOUR = dt.timedelta(hours=1)


@dataclass(slots=True)
class Found:
    """Links of one page that are worth following."""

    articles: list[Link] = field(default_factory=list)
    lists: list[Link] = field(default_factory=list)
    next_page: str | None = None
    all_too_old: bool = False
    """It lists articles, and all of them are from before the time asked for."""

    @property
    def fingerprint(self) -> str | None:
        """Hash of the articles listed, by which a page that repeats another is known."""
        if not self.articles:
            return None
        listed = "\n".join(sorted({link.url for link in self.articles}))
        return hashlib.sha1(listed.encode(), usedforsecurity=False).hexdigest()

    def forget_empty_dates(self) -> int:
        """Drop dates of change that only say when the list was made: all the same moment, and just now.

        Returns how many were dropped.
        """
        dates = sorted(link.changed for link in self.articles if link.changed)
        now = dt.datetime.now(dt.UTC)
        if len(dates) < SAME_DATES or dates[-1] - dates[0] >= AN_HOUR or now - dates[-1] >= 24 * AN_HOUR:
            return 0
        self.articles = [Link(link.url, "article") for link in self.articles]
        return len(dates)
