"""How fast a host is asked: by robots.txt, the declared delay or the host's own word, the slowest counts."""

from __future__ import annotations

import time
from typing import Any

from scrapy import Request, Spider
from scrapy.core.downloader import Slot
from scrapy.core.downloader.handlers.http11 import HTTP11DownloadHandler
from scrapy.extensions.throttle import AutoThrottle
from scrapy.http import Response


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

    def slow_down(self, host: str, delay: float) -> None:
        """Leave at least so many seconds between requests to a host."""
        self._floors[host] = delay
        slot = self.crawler.engine.downloader.slots.get(host)
        if slot is not None:
            self._hold_to(slot, delay)

    def pause_begins(self, request: Request) -> None:
        """Count the pause after a request, answered or not, from now."""
        host = request.meta["download_slot"]
        slot = self.crawler.engine.downloader.slots.get(host)
        if slot is not None:
            self._hold_to(slot, self._floors.get(host, 0.0))
            if slot.delay:
                slot.lastseen = time.monotonic()

    def _start_delay(self) -> float:
        return self._min_delay()

    def _max_delay(self) -> float:
        return max(float(super()._max_delay()), self._min_delay())

    def _response_downloaded(self, response: Response, request: Request, spider: Spider) -> None:
        super()._response_downloaded(response, request, spider)
        self.pause_begins(request)

    def _adjust_delay(self, slot: Slot, latency: float, response: Response) -> None:
        if self._adjusts:
            super()._adjust_delay(slot, latency, response)

    def _hold_to(self, slot: Slot, delay: float) -> None:
        slot.delay = max(slot.delay, delay)
        if delay:
            slot.concurrency = 1  # of two on their way, the second may reach the host right after the first


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
        self._our_crawler = crawler

    async def download_request(self, request: Request) -> Response:
        """The answer; the pause begins before Scrapy looks for the next request."""
        try:
            response: Response = await super().download_request(request)
            return response
        finally:
            throttle = self._our_crawler.get_extension(Throttle)
            if throttle is not None:
                throttle.pause_begins(request)
