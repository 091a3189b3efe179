"""What a link leads to, by the source's declaration."""

from __future__ import annotations

import datetime as dt
import re
from collections import Counter
from collections.abc import Iterable

from crawler import urls
from crawler.discovery.link import Link
from schemas.source_config import SectionDiscovery, SourceConfig

KNOWN_LIMIT = 1 << 16
"""Links whose classes are remembered."""


class Classifier:
    """Tells articles, lists and links not to be followed apart."""

    def __init__(self, source: SourceConfig, today: dt.date, dropped: Counter[str]) -> None:
        """``dropped`` counts links not followed, by reason."""
        self._source = source
        self._today = today
        self._dropped = dropped
        self._article = _any_of(source.article_urls)
        self._exclude = _any_of(source.exclude_urls)
        self._known: dict[tuple[str, int | None], tuple[str, str] | None] = {}

    def is_article(self, url: str) -> bool:
        """Whether an address is an article's, by the declared patterns or a guess where there are none."""
        return bool(self._article.search(url)) if self._article else urls.looks_like_article(url)

    def classified(self, link: Link, number: int | None) -> tuple[str, str] | None:
        """Kind of page that a link leads to and its canonical address, None where it is not followed.

        Remembered, for pages share most of their links.
        """
        if link.kind != "article":
            url = urls.canonical(link.url)
            return (link.kind, url) if url and self.reason_against(url) is None else None
        key = (link.url, number)
        if key not in self._known:
            if len(self._known) > KNOWN_LIMIT:
                self._known.clear()
            self._known[key] = self._classify(link.url, number)
        return self._known[key]

    def _classify(self, href: str, number: int | None) -> tuple[str, str] | None:
        url = urls.canonical(href)
        if url is None:
            return None
        follow = self._source.discovery[number] if number is not None else None
        kind = None
        if self.is_article(url):
            kind = "article"
        elif isinstance(follow, SectionDiscovery) and any(re.search(p, url) for p in follow.follow):
            kind = "section"
        if kind is None:
            self._dropped["no article's address, in a feed"] += number is None
            return None
        reason = self.reason_against(url)
        if reason is not None:
            self._dropped[reason] += 1
            return None
        return kind, url

    def reason_against(self, url: str) -> str | None:
        """Why an address is not to be asked for, None if it may be."""
        if not self._source.owns(url):
            return "outside"
        if self._exclude and self._exclude.search(url):
            return "excluded"
        return urls.trap(url, self._today)


def _any_of(patterns: Iterable[str]) -> re.Pattern[str] | None:
    joined = "|".join(f"(?:{pattern})" for pattern in patterns)
    return re.compile(joined) if joined else None
