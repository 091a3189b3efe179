"""How fast a host is asked: by robots.txt, the declared delay or the host's own word, the slowest counts."""

from __future__ import annotations

import datetime as dt
import time
from email.utils import parsedate_to_datetime
from typing import Any

from protego import Protego
from scrapy import Request, Spider, signals
from scrapy.core.downloader import Slot
from scrapy.core.downloader.handlers.http11 import HTTP11DownloadHandler
from scrapy.extensions.throttle import AutoThrottle
from scrapy.http import Response

ROBOT = "ThiDuaBot"
"""Name under which robots.txt may address us."""


def user_agent(contact: str) -> str:
    """How the crawler names itself; the contact is an e-mail address or a page that says who crawls."""
    return f"{ROBOT}/0.1 (Vietnamese trade-union news research; +{contact})"


def robots_delay(robots: Protego) -> float:
    """Seconds between requests that robots.txt asks for by Crawl-delay or Request-rate, the longer one."""
    delay = float(robots.crawl_delay(ROBOT) or 0)
    rate = robots.request_rate(ROBOT)
    if rate is not None and rate.requests > 0:
        delay = max(delay, rate.seconds / rate.requests)
    return delay


def retry_after(value: str | None, now: float) -> float | None:
    """Moment, seconds since 1970, that a Retry-After names in seconds or as a date; at most a day ahead."""
    text = (value or "").strip()
    if not text:
        return None
    if text.isdigit():
        seconds = float(text[:9])
    else:
        try:
            when = parsedate_to_datetime(text)
        except (ValueError, TypeError, IndexError):
            return None
        seconds = when.replace(tzinfo=when.tzinfo or dt.UTC).timestamp() - now
    return now + min(max(seconds, 0.0), 86400.0)


class OnceHandler(HTTP11DownloadHandler):
    """Sends every request once.

    Twisted would at once repeat a request whose kept connection turns out to be closed, past every delay.
    So idle connections are given up before most servers do it, and what fails all the same waits its turn.
    """

    IDLE_SECONDS = 2

    def __init__(self, crawler: Any) -> None:
        """Built by Scrapy, before the spider."""
        super().__init__(crawler)
        self._pool.retryAutomatically = False
        self._pool.cachedConnectionTimeout = self.IDLE_SECONDS


class Throttle(AutoThrottle):
    """AutoThrottle that never goes below what robots.txt asks of us.

    The pause is counted from the end of an answer, not from the start of the request: however uneven the
    network, two requests never reach the host closer together than the delay.
    """

    def __init__(self, crawler: Any) -> None:
        """Built by Scrapy, before the spider."""
        super().__init__(crawler)
        self._floors: dict[str, float] = {}
        self._adjusts = crawler.settings.getbool("THIDUA_AUTOTHROTTLE")
        crawler.signals.connect(self._request_left, signal=signals.request_left_downloader)

    def slow_down(self, host: str, delay: float) -> None:
        """Leave at least so many seconds between requests to a host."""
        self._floors[host] = delay
        slot = self.crawler.engine.downloader.slots.get(host)
        if slot is not None:
            slot.delay = max(slot.delay, delay)

    def _start_delay(self) -> float:
        return self._min_delay()

    def _max_delay(self) -> float:
        return max(float(super()._max_delay()), self._min_delay())

    def _response_downloaded(self, response: Response, request: Request, spider: Spider) -> None:
        super()._response_downloaded(response, request, spider)
        self._pause_begins(request, spider)

    def _adjust_delay(self, slot: Slot, latency: float, response: Response) -> None:
        if self._adjusts:
            super()._adjust_delay(slot, latency, response)

    def _request_left(self, request: Request, spider: Spider) -> None:
        self._pause_begins(request, spider)

    def _pause_begins(self, request: Request, spider: Spider) -> None:
        host, slot = self._get_slot(request, spider)
        if slot is not None:
            slot.delay = max(slot.delay, self._floors.get(host or "", 0.0))
            if slot.delay:
                slot.lastseen = time.monotonic()
