"""Reads the pages of a source: lists, and articles that link to others."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Iterable, Iterator
from urllib.parse import urljoin
from zoneinfo import ZoneInfo

from crawler import urls
from crawler.discovery import feeds, sections, sitemaps
from crawler.discovery.link import Link
from crawler.frontier import Entry
from crawler.reading.classifying import Classifier
from crawler.reading.found import Found
from schemas.source_config import ListDiscovery, SectionDiscovery, SitemapDiscovery, SourceConfig


class LinkReader:
    """Reads the pages of one source by its declaration."""

    def __init__(
        self, source: SourceConfig, since: dt.date | None = None, today: dt.date | None = None
    ) -> None:
        """``since`` leaves out what is dated before that day."""
        self.source = source
        self.dropped: Counter[str] = Counter()
        """Links not followed, by reason."""
        self._zone = ZoneInfo(source.timezone)
        self._since = dt.datetime.combine(since, dt.time(), self._zone) if since else None
        today = today or dt.datetime.now(self._zone).date()
        self._classifier = Classifier(source, today, self.dropped)
        self.is_article = self._classifier.is_article

    def seeds(self) -> Iterator[Link]:
        """Where a run begins."""
        for number, discovery in enumerate(self.source.discovery):
            for address in discovery.urls:
                url = urls.canonical(address)
                if url is None:
                    continue
                if isinstance(discovery, ListDiscovery):
                    yield Link(url, "article")
                else:
                    yield Link(url, discovery.kind, section=f"{number} {url}")

    def read_list(self, entry: Entry, body: bytes, encoding: str | None) -> Found:
        """Links of a feed, a sitemap or a section page."""
        limit = self.source.limits.max_bytes
        if entry.kind == "feed":
            return self._sorted(feeds.links(body, entry.url, limit), None)
        if entry.kind == "sitemap":
            number, discovery = self._discovery(entry)
            include = discovery.include if isinstance(discovery, SitemapDiscovery) else ()
            return self._sorted(
                sitemaps.links(body, entry.url, limit, include), None, f"{number} {entry.url}"
            )
        return self._read_section(entry, body, encoding)

    def _read_section(self, entry: Entry, body: bytes, encoding: str | None) -> Found:
        number, discovery = self._discovery(entry)
        declared = isinstance(discovery, SectionDiscovery) and discovery.next is not None
        listing = sections.read(body, entry.url, encoding, find_next=not declared)
        found = self._sorted((Link(href, "article") for href in listing.hrefs), number)
        if isinstance(discovery, SectionDiscovery):
            found.next_page = self._next(entry, discovery, listing.next_page)
        return found

    def read_article(self, entry: Entry, body: bytes, encoding: str | None) -> Found:
        """Links from one article to others, where the source declares that they are wanted."""
        if not any(isinstance(d, SectionDiscovery) and d.from_articles for d in self.source.discovery):
            return Found()
        listing = sections.read(body, entry.url, encoding, find_next=False)
        return Found(self._sorted((Link(href, "article") for href in listing.hrefs), None).articles)

    def _discovery(self, entry: Entry) -> tuple[int | None, object]:
        if entry.section is None:
            return None, None
        number = int(entry.section.partition(" ")[0])
        inside = number < len(self.source.discovery)
        return (number, self.source.discovery[number]) if inside else (None, None)

    def _next(self, entry: Entry, discovery: SectionDiscovery, linked: str | None) -> str | None:
        """Address of the page after, or None where the list ends or has gone on long enough."""
        if entry.page + 1 >= discovery.max_pages:
            self.dropped["pages beyond max_pages"] += 1
            return None
        address = linked
        if discovery.next is not None and entry.section is not None:
            first = entry.section.partition(" ")[2]
            address = urljoin(first, discovery.next.replace("{page}", str(discovery.first + entry.page + 1)))
        url = urls.canonical(address) if address else None
        return url if url and url != entry.url and self._classifier.reason_against(url) is None else None

    def _sorted(self, links: Iterable[Link], number: int | None, section: str | None = None) -> Found:
        found = Found()
        dated = old = 0
        for link in links:
            kind_url = self._classifier.classified(link, number)
            if kind_url is None:
                continue
            kind, url = kind_url
            if kind == "section":
                found.lists.append(Link(url, "section", section=f"{number} {url}"))
                continue
            changed = link.changed or self._date_of(url)
            dated += changed is not None
            if self._since and changed and changed < self._since:
                old += 1
                continue
            if kind == "sitemap":
                found.lists.append(Link(url, "sitemap", link.changed, section=section))
            else:
                found.articles.append(Link(url, "article", link.changed))
        found.all_too_old = bool(old) and dated == old
        self.dropped["date of the list, not of its articles"] += found.forget_empty_dates()
        return found

    def _date_of(self, url: str) -> dt.datetime | None:
        day = urls.date_in(url) if self._since else None
        return dt.datetime.combine(day, dt.time(23, 59), self._zone) if day else None
