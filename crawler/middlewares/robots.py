"""robots.txt, asked for once per host and obeyed."""

from __future__ import annotations

import asyncio
import time
from typing import Any
from urllib.parse import urljoin, urlsplit

from protego import Protego
from scrapy import Request
from scrapy.http import Response
from scrapy.http.request import NO_CALLBACK

from crawler.middlewares.base import Middleware
from crawler.politeness import ROBOT, robots_delay
from crawler.refusals import Refused, UnsafeAddress, distrusts
from crawler.responses import asked_pause, header
from crawler.safety import PublicResolver
from crawler.throttle import Throttle

ATTEMPTS = 3
MAX_REDIRECTS = 5
PATIENCE = 30.0
"""Longest wait between two attempts at robots.txt, seconds."""
MAX_BYTES = 500_000
"""What is read of a robots.txt, as RFC 9309 asks for at least."""


class RobotsMiddleware(Middleware):
    """Asks for robots.txt once per host and run, obeys it, and passes its delay on to the throttle.

    As RFC 9309 says: all is allowed where it is missing (4xx), nothing where it cannot be had (5xx).
    """

    def __init__(self, crawler: Any) -> None:
        """Built by Scrapy, before the spider."""
        super().__init__(crawler)
        self._robots: dict[str, asyncio.Future[Protego | None]] = {}
        self._distrusted: set[str] = set()

    async def process_request(self, request: Request) -> None:
        """Raise Refused for what robots.txt forbids."""
        if request.meta.get("thidua_robots"):
            return
        parts = urlsplit(request.url)
        origin = f"{parts.scheme}://{parts.netloc}"
        if origin not in self._robots:
            self._robots[origin] = asyncio.ensure_future(self._fetch(origin, parts.hostname or ""))
        robots = await asyncio.shield(self._robots[origin])
        if robots is None:
            raise self._refusal(origin, parts.hostname or "")
        if not robots.can_fetch(request.url, ROBOT):
            raise Refused(f"{request.url}: forbidden by robots.txt", "robots")

    def _refusal(self, origin: str, host: str) -> Refused:
        """Why nothing may be asked for where robots.txt could not be had."""
        if host in PublicResolver.refused:
            return UnsafeAddress(f"{origin} leads to no public address", "unsafe")
        if host in self._distrusted:
            return Refused(f"{origin}: the certificate does not hold", "certificate")
        return Refused(f"{origin}/robots.txt cannot be had: nothing may be asked for", "robots unavailable")

    async def _fetch(self, origin: str, host: str) -> Protego | None:
        for attempt in range(ATTEMPTS):
            response = await self._ask(f"{origin}/robots.txt")
            if response is not None and response.status < 500 and response.status != 429:
                robots = Protego.parse(_text(response.body) if response.status == 200 else "")
                throttle = self.crawler.get_extension(Throttle)
                if throttle is not None:
                    throttle.slow_down(host, robots_delay(robots))
                return robots
            if host in PublicResolver.refused or host in self._distrusted:
                break
            await asyncio.sleep(self._pause(response, attempt))
        return None

    def _pause(self, response: Response | None, attempt: int) -> float:
        if attempt == ATTEMPTS - 1:
            return 0.0
        until = asked_pause(response) if response is not None else None
        return min(until - time.time() if until else 0.5 * 4**attempt, PATIENCE)

    async def _ask(self, url: str) -> Response | None:
        """The answer, after redirects within the source; None where there was none."""
        for _ in range(MAX_REDIRECTS):
            request = Request(url, callback=NO_CALLBACK, meta={"thidua_robots": True})
            try:
                response: Response = await self.crawler.engine.download_async(request)
            except Exception as error:  # whatever went wrong, there is no robots.txt to go by
                self.spider.logger.warning("%s: %s", url, error)
                if distrusts(error):
                    self._distrusted.add(urlsplit(url).hostname or "")
                return None
            self.spider.store_robots(request, response)
            location = header(response, "Location")
            if not 300 <= response.status < 400 or location is None:
                return response
            url = urljoin(url, location)
            if not self.spider.source.owns(url):
                return response.replace(status=404)
        return None


def _text(body: bytes) -> str:
    return body[:MAX_BYTES].decode("utf-8-sig", "replace")
