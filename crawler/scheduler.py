"""Scrapy's scheduler, fed by the frontier instead of queues in memory."""

from __future__ import annotations

import asyncio
import time
from collections import deque
from typing import Any

from scrapy import Request
from scrapy.core.scheduler import BaseScheduler

from crawler.frontier import Entry

AT_A_TIME = 8
"""Entries taken from the frontier at once."""


class FrontierScheduler(BaseScheduler):
    """Hands out pending pages in order, and waits for those that are due within the run."""

    def __init__(self, crawler: Any) -> None:
        """Built by Scrapy, before the spider."""
        self._crawler = crawler
        self._ready: deque[Entry | Request] = deque()
        self._timer: asyncio.TimerHandle | None = None

    @classmethod
    def from_crawler(cls, crawler: Any) -> FrontierScheduler:
        """Built by Scrapy."""
        return cls(crawler)

    def open(self, spider: Any) -> None:
        """Called by Scrapy before the first request."""
        self._spider = spider

    def close(self, reason: str) -> None:
        """Give back what was taken and not asked for."""
        if self._timer is not None:
            self._timer.cancel()
        self._spider.frontier.release(item for item in self._ready if isinstance(item, Entry))
        self._ready.clear()

    def has_pending_requests(self) -> bool:
        """Whether something is pending that this run will sit out."""
        return bool(self._ready) or self._wait() is not None

    def enqueue_request(self, request: Request) -> bool:
        """Take a request that is ready; only this scheduler itself passes them to the engine."""
        self._ready.append(request)
        return True

    def next_request(self) -> Request | None:
        """The next page to ask for, or None where nothing is due."""
        spider = self._spider
        if not spider.begun:
            return None
        if not self._ready:
            self._ready.extend(spider.frontier.take(AT_A_TIME, spider.wants_articles()))
        while self._ready:
            item = self._ready.popleft()
            if isinstance(item, Request):
                return item
            if not spider.frontier.is_held(item) and spider.begins(item):
                request: Request = spider.request_for(item)
                return request
            spider.frontier.release([item])
        self._wake_when_due()
        return None

    def _wait(self) -> float | None:
        """Seconds until the next pending page is due; None where none is that this run would wait for."""
        due = self._spider.frontier.next_due(self._spider.wants_articles())
        wait = None if due is None else due - time.time()
        return wait if wait is not None and wait <= self._spider.source.politeness.max_wait else None

    def _wake_when_due(self) -> None:
        wait = self._wait()
        if wait is not None and self._timer is None:
            self._timer = asyncio.get_running_loop().call_later(max(wait, 0.01) + 0.01, self._wake)

    def _wake(self) -> None:
        self._timer = None
        spider = self._spider
        taken = [e for e in spider.frontier.take(AT_A_TIME, spider.wants_articles()) if spider.begins(e)]
        for entry in taken:
            self._crawler.engine.crawl(spider.request_for(entry))
        if not taken:
            self._wake_when_due()
