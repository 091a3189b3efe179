"""The spider: one for every source. What differs between sites is data; what differs between kinds of list
is read by :mod:`crawler.discovery`."""

from __future__ import annotations

import asyncio
import contextlib
import datetime as dt
import time
from collections.abc import AsyncIterator, Sequence
from typing import Any

from scrapy import Request, Spider, signals
from scrapy.exceptions import CloseSpider
from scrapy.http import Response
from scrapy.utils.asyncio import create_looping_call

from crawler.answers import Answers
from crawler.archive import Exchange
from crawler.frontier import Entry, Frontier
from crawler.ledger import BATCH_SECONDS, Ledger
from crawler.reading import LinkReader
from crawler.responses import EXCHANGE
from crawler.settling import Settling
from schemas.source_config import SourceConfig

ENTRY = "thidua_entry"


class SourceSpider(Spider):
    """Crawls one source: its lists first, then the articles they announce, then the lists' further pages."""

    name = "source"

    def __init__(
        self,
        source: SourceConfig,
        ledger: Ledger,
        since: dt.date | None = None,
        limit: int | None = None,
        allowed: Sequence[str] = (),
    ) -> None:
        """Begin a run of the source, or take up the one that was cut off."""
        super().__init__(name=source.id)
        self.source = source
        self.ledger = ledger
        self.reader = LinkReader(source, since)
        self.limit = min(
            limit if limit is not None else source.limits.max_articles, source.limits.max_articles
        )
        self.run = ledger.begin()
        self.answers = Answers(source, self.reader, self.frontier, self.run, allowed)
        self.settling = Settling(ledger, self.logger)
        self._begun: set[int] = set()
        self._articles_before = self.frontier.settled("article")
        self._batches = create_looping_call(self._commit)
        self.begun = False
        """Requests may be made."""
        self.pause = source.politeness.delay
        """Seconds that the hosts are to be left alone after the last request."""
        self.ended = False
        """The run came to its end; it was not interrupted."""
        self.whole = since is None
        """Nothing was left out on purpose."""

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
            self.settling.commit()
        if self.settling.unwritable:
            asyncio.ensure_future(self.crawler.stop_async())  # noqa: RUF006 - the crawl itself is awaited

    def _closed(self, reason: str) -> None:
        if self._batches.running:
            self._batches.stop()
        self.ended = reason == "finished"
        self.pause = max((slot.delay for slot in self.crawler.engine.downloader.slots.values()), default=0.0)

    async def start(self) -> AsyncIterator[Any]:
        """Queue where the run begins, no sooner than the last run's pause is over."""
        since_last = time.time() - self.frontier.last_request()
        if since_last < self.source.politeness.delay:
            await asyncio.sleep(self.source.politeness.delay - since_last)
        self.frontier.add(self.reader.seeds())
        self.begun = True
        return
        yield

    @property
    def frontier(self) -> Frontier:
        """What is known of the source and what is pending."""
        return self.ledger.frontier

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
        with self.settling.guarded():
            self.settling.settle(entry, self.answers.outcome(entry, response, exchange), exchange)

    def unanswered(self, failure: Any) -> None:
        """Settle a request that had no answer, or one that could not be read."""
        entry: Entry = failure.request.meta[ENTRY]
        exchange: Exchange | None = failure.request.meta.get(EXCHANGE)
        with self.settling.guarded():
            self.settling.settle(entry, self.answers.silence(entry, failure.value, exchange), exchange)

    def store_robots(self, request: Request, response: Response) -> None:
        """Archive a robots.txt."""
        self.settling.settle_robots(request, response)
