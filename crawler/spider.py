"""The spider: one for every source. What differs between sites is data; what differs between kinds of list
is read by :mod:`crawler.discovery`."""

from __future__ import annotations

import asyncio
import contextlib
import datetime as dt
import sqlite3
import time
from collections.abc import AsyncIterator, Callable
from typing import Any
from urllib.parse import urljoin

from scrapy import Request, Spider, signals
from scrapy.exceptions import CloseSpider
from scrapy.http import Response, TextResponse
from scrapy.utils.asyncio import create_looping_call

from crawler import urls
from crawler.archive import Exchange
from crawler.archive.exchange import digest
from crawler.discovery.link import Link
from crawler.discovery.xml import TooLargeError
from crawler.frontier import Entry, Outcome, Recheck
from crawler.ledger import BATCH_SECONDS, Ledger
from crawler.middlewares import EXCHANGE, asked_pause
from crawler.outcomes import Attempts, content_type
from crawler.reading import Found, LinkReader
from crawler.safety import ALLOWED_SETTING, UnsafeAddress, check
from schemas.source_config import SourceConfig

ENTRY = "thidua_entry"
MAX_HOPS = 5
_DISK_ERRORS = (OSError, sqlite3.Error)


class SourceSpider(Spider):
    """Crawls one source: its lists first, then the articles they announce, then the lists' further pages."""

    name = "source"

    def __init__(
        self, source: SourceConfig, ledger: Ledger, since: dt.date | None = None, limit: int | None = None
    ) -> None:
        """Begin a run of the source, or take up the one that was cut off."""
        super().__init__(name=source.id)
        self.source = source
        self.ledger = ledger
        self.reader = LinkReader(source, since)
        self.limit = min(
            limit if limit is not None else source.limits.max_articles, source.limits.max_articles
        )
        self._attempts = Attempts(source.politeness)
        self.run = ledger.begin()
        self._begun: set[int] = set()
        self._articles_before = ledger.frontier.settled("article")
        self._lists = ledger.frontier.settled("list")
        self._batches = create_looping_call(self._commit)
        self.begun = False
        """Requests may be made."""
        self.pause = source.politeness.delay
        """Seconds that the hosts are to be left alone after the last request."""
        self.faults = 0
        """Pages that the crawler itself stumbled over."""
        self.unwritable: str | None = None
        """Why the disk took no more."""
        self.ended = False
        """The run came to its end; it was not interrupted."""
        self.whole = since is None
        """Nothing was left out on purpose."""
        self.answers = 0
        """Requests settled by this process."""

    @classmethod
    def from_crawler(cls, crawler: Any, *args: Any, **kwargs: Any) -> SourceSpider:
        """Built by Scrapy."""
        spider: SourceSpider = super().from_crawler(crawler, *args, **kwargs)
        crawler.signals.connect(spider._opened, signal=signals.spider_opened)
        crawler.signals.connect(spider._closed, signal=signals.spider_closed)
        return spider

    def _opened(self) -> None:
        self._batches.start(BATCH_SECONDS, now=False)

    def _commit(self) -> None:
        with contextlib.suppress(CloseSpider):
            self._written(self.ledger.commit)
        if self.unwritable:
            asyncio.ensure_future(self.crawler.stop_async())  # noqa: RUF006 - the crawl itself is awaited

    def _closed(self, reason: str) -> None:
        if self._batches.running:
            self._batches.stop()
        self.ended = reason == "finished"
        self.pause = max((slot.delay for slot in self.crawler.engine.downloader.slots.values()), default=0.0)

    async def start(self) -> AsyncIterator[Any]:
        """Queue where the run begins, no sooner than the last run's pause is over."""
        since_last = time.time() - self.ledger.frontier.last_request()
        if since_last < self.source.politeness.delay:
            await asyncio.sleep(self.source.politeness.delay - since_last)
        self.ledger.frontier.add(self.reader.seeds())
        self.begun = True
        return
        yield

    # Requests -----------------------------------------------------------------------------------------

    @property
    def articles_begun(self) -> int:
        """Articles asked for in this run."""
        return self._articles_before + len(self._begun)

    def wants_articles(self) -> bool:
        """Whether the run's bound on articles leaves room."""
        return self.articles_begun < self.limit

    def begins(self, entry: Entry) -> bool:
        """Count an entry that is about to be asked for; False where the bound on articles is reached."""
        if entry.kind != "article" or entry.id in self._begun or entry.attempts:
            return True
        if not self.wants_articles():
            return False
        self._begun.add(entry.id)
        return True

    def request_for(self, entry: Entry) -> Request:
        """The request for an entry; for what was fetched before, only if it has changed."""
        headers = {}
        if entry.digest and (entry.kind == "article" or not self.run.sweep):
            if entry.etag:
                headers["If-None-Match"] = entry.etag
            if entry.last_modified:
                headers["If-Modified-Since"] = entry.last_modified
        return Request(
            entry.url,
            headers=headers,
            callback=self.answered,
            errback=self.unanswered,
            dont_filter=True,
            meta={ENTRY: entry, "handle_httpstatus_all": True},
        )

    # Answers ------------------------------------------------------------------------------------------

    def answered(self, response: Response) -> None:
        """Settle a request that had an answer."""
        entry: Entry = response.meta[ENTRY]
        exchange: Exchange = response.meta[EXCHANGE]
        if response.status == 304 and entry.digest:
            outcome = self._not_modified(entry)
        elif 300 <= response.status < 400 and response.headers.get("Location"):
            outcome = self._redirected(entry, response)
        elif not 200 <= response.status < 300:
            outcome = self._attempts.after_status(entry, response.status, asked_pause(response))
        elif not response.body:
            outcome = self._attempts.after_emptiness(entry, response.status)
        else:
            outcome = self._guarded_body(entry, response, exchange)
        outcome.status = response.status
        outcome.size = len(exchange.body)
        outcome.mime = content_type(response)
        self._settle(entry, outcome, exchange)

    def unanswered(self, failure: Any) -> None:
        """Settle a request that had no answer, or one that could not be read."""
        entry: Entry = failure.request.meta[ENTRY]
        exchange: Exchange | None = failure.request.meta.get(EXCHANGE)
        outcome = self._attempts.after_error(entry, failure.value)
        if exchange is not None:
            outcome.status, outcome.size = exchange.status, len(exchange.body)
        self._settle(entry, outcome, exchange)

    def store_robots(self, request: Request, response: Response) -> None:
        """Archive a robots.txt."""
        url = urls.canonical(request.url) or request.url
        outcome = Outcome(
            "page", status=response.status, size=len(response.body), mime=content_type(response)
        )
        exchange: Exchange = request.meta[EXCHANGE]
        outcome.digest = exchange.digest
        self._settle(self.ledger.frontier.entry_for(url, "robots"), outcome, exchange)

    def _settle(self, entry: Entry, outcome: Outcome, exchange: Exchange | None) -> None:
        self.answers += 1
        if outcome.result == "failed":
            self.logger.info("%s: %s", entry.url, outcome.reason)
        self._written(lambda: self.ledger.settle(entry, outcome, exchange))

    def _written(self, write: Callable[[], None]) -> None:
        """Write to the disk; where that fails the crawl ends, and the next goes on from the last commit."""
        try:
            if not self.unwritable:
                write()
        except _DISK_ERRORS as error:
            self.unwritable = f"the archive cannot be written: {error}"
            raise CloseSpider("unwritable") from error

    def _not_modified(self, entry: Entry) -> Outcome:
        if entry.kind == "sitemap":
            self.ledger.frontier.reopen_below(entry, "sitemap")
        return Outcome("unchanged", digest=entry.digest)

    def _redirected(self, entry: Entry, response: Response) -> Outcome:
        """A redirect is followed as a link of its own: every address on the way is checked and kept."""
        location = (response.headers["Location"] or b"").decode("utf-8", "replace")
        target = urls.canonical(urljoin(response.url, location))
        if target is None:
            return Outcome("failed", reason="unsafe")
        try:
            check(target, self.source, self.crawler.settings.getlist(ALLOWED_SETTING))
        except UnsafeAddress as error:
            self.logger.warning("%s leads to %s", entry.url, error)
            return Outcome("failed", reason=error.reason)
        if entry.hops >= MAX_HOPS or self.ledger.frontier.leads_back(target, entry):
            return Outcome("failed", reason="redirect loop")
        if entry.kind == "article" and not self.reader.is_article(target):
            return Outcome("failed", reason="redirect")
        link = Link(target, entry.kind, page=entry.page, section=entry.section)
        self.ledger.frontier.add([link], entry.id, hops=entry.hops + 1)
        return Outcome("redirected", reason=target)

    def _body(self, entry: Entry, response: Response, exchange: Exchange) -> Outcome:
        outcome = self._article(entry, response) if entry.kind == "article" else self._list(entry, response)
        outcome.digest = exchange.digest
        outcome.content = digest(response.body)
        if entry.content == outcome.content and outcome.result in ("new", "changed", "page"):
            outcome.result = "unchanged"
        outcome.etag = _text(response, "ETag")
        outcome.last_modified = _text(response, "Last-Modified")
        return outcome

    def _guarded_body(self, entry: Entry, response: Response, exchange: Exchange) -> Outcome:
        """As :meth:`_body`; a page that we ourselves stumble over fails alone, is kept and is told."""
        try:
            return self._body(entry, response, exchange)
        except _DISK_ERRORS:
            raise
        except Exception as error:
            self.logger.error("%s: fault in the crawler: %r", entry.url, error)
            self.faults += 1
            return Outcome("failed", reason="fault in the crawler", digest=exchange.digest)

    def _article(self, entry: Entry, response: Response) -> Outcome:
        if not isinstance(response, TextResponse):
            return Outcome("failed", reason="no page")
        found = self.reader.read_article(entry, response.body, response.encoding)
        self._queue(found, entry)
        return Outcome("changed" if entry.digest else "new")

    def _list(self, entry: Entry, response: Response) -> Outcome:
        encoding = response.encoding if isinstance(response, TextResponse) else None
        try:
            found = self.reader.read_list(entry, response.body, encoding)
        except TooLargeError:
            return Outcome("failed", reason="too large")
        self._lists += 1
        fresh = self._queue(found, entry)
        fingerprint = found.fingerprint
        if entry.kind == "section" and self._goes_on(entry, found, fresh, fingerprint):
            page = Link(found.next_page or "", "section", page=entry.page + 1, section=entry.section)
            self.ledger.frontier.add([page], entry.id)
        return Outcome("page", articles=len(found.articles), fingerprint=fingerprint)

    def _goes_on(self, entry: Entry, found: Found, fresh: int, fingerprint: str | None) -> bool:
        """Whether the list's next page is worth opening."""
        if found.next_page is None or fingerprint is None or found.all_too_old:
            return False
        if self._lists >= self.source.limits.max_pages:
            self.reader.dropped["lists beyond max_pages"] += 1
            return False
        if self.ledger.frontier.repeats(fingerprint, entry):
            self.reader.dropped["page repeats another"] += 1
            return False
        return bool(fresh) or self.run.sweep

    def _queue(self, found: Found, entry: Entry) -> int:
        """Queue what a page links to. Returns how many articles no run before this one knew."""
        frontier = self.ledger.frontier
        if found.lists and self._lists < self.source.limits.max_pages:
            frontier.add(found.lists, entry.id)
        now, politeness = time.time(), self.source.politeness
        recheck = Recheck(now - politeness.recheck_hours * 3600, now - politeness.recheck_days * 86400)
        return frontier.add(found.articles, entry.id, recheck=recheck)


def _text(response: Response, header: str) -> str | None:
    value = response.headers.get(header)
    return value.decode("latin-1")[:500] if value else None
