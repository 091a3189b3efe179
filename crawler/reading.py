"""What a source's pages link to: which links are articles, which lists, and where a list goes on."""

from __future__ import annotations

import datetime as dt
import hashlib
import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from urllib.parse import urljoin
from zoneinfo import ZoneInfo

from crawler import urls
from crawler.discovery import feeds, sections, sitemaps
from crawler.discovery.link import Link
from crawler.frontier import Entry
from schemas.source_config import ListDiscovery, SectionDiscovery, SitemapDiscovery, SourceConfig

KNOWN_LIMIT = 1 << 16
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
        self._today = today or dt.datetime.now(self._zone).date()
        self._article = _any_of(source.article_urls)
        self._exclude = _any_of(source.exclude_urls)
        self._known: dict[tuple[str, int | None], tuple[str, str] | None] = {}

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

    def is_article(self, url: str) -> bool:
        """Whether an address is an article's, by the declared patterns or a guess where there are none."""
        return bool(self._article.search(url)) if self._article else urls.looks_like_article(url)

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
        return url if url and url != entry.url and self._reason_against(url) is None else None

    def _sorted(self, links: Iterable[Link], number: int | None, section: str | None = None) -> Found:
        found = Found()
        dated = old = 0
        for link in links:
            kind_url = self._classified(link, number)
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
        return self._without_empty_dates(found)

    def _without_empty_dates(self, found: Found) -> Found:
        """Forget dates of change that only say when the list was made: all the same moment, and just now."""
        dates = sorted(link.changed for link in found.articles if link.changed)
        now = dt.datetime.now(dt.UTC)
        if len(dates) >= SAME_DATES and dates[-1] - dates[0] < AN_HOUR and now - dates[-1] < 24 * AN_HOUR:
            self.dropped["date of the list, not of its articles"] += len(dates)
            found.articles = [Link(link.url, "article") for link in found.articles]
        return found

    def _date_of(self, url: str) -> dt.datetime | None:
        day = urls.date_in(url) if self._since else None
        return dt.datetime.combine(day, dt.time(23, 59), self._zone) if day else None

    def _classified(self, link: Link, number: int | None) -> tuple[str, str] | None:
        """What a link leads to and its canonical address; remembered, for pages share most of their links."""
        if link.kind != "article":
            url = urls.canonical(link.url)
            return (link.kind, url) if url and self._reason_against(url) is None else None
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
        follow = self.source.discovery[number] if number is not None else None
        kind = None
        if self.is_article(url):
            kind = "article"
        elif isinstance(follow, SectionDiscovery) and any(re.search(p, url) for p in follow.follow):
            kind = "section"
        if kind is None:
            self.dropped["no article's address, in a feed"] += number is None
            return None
        reason = self._reason_against(url)
        if reason is not None:
            self.dropped[reason] += 1
            return None
        return kind, url

    def _reason_against(self, url: str) -> str | None:
        if not self.source.owns(url):
            return "outside"
        if self._exclude and self._exclude.search(url):
            return "excluded"
        return urls.trap(url, self._today)


def _any_of(patterns: Iterable[str]) -> re.Pattern[str] | None:
    joined = "|".join(f"(?:{pattern})" for pattern in patterns)
    return re.compile(joined) if joined else None
