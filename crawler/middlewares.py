"""Downloader middlewares: safe addresses, robots.txt, bounded decompression, bytes for the archive."""

from __future__ import annotations

import asyncio
import time
from typing import TYPE_CHECKING, Any
from urllib.parse import urljoin, urlsplit

from protego import Protego
from scrapy import Request
from scrapy.downloadermiddlewares.httpcompression import HttpCompressionMiddleware
from scrapy.exceptions import IgnoreRequest
from scrapy.http import Response
from scrapy.http.request import NO_CALLBACK

from crawler.archive import Exchange
from crawler.politeness import ROBOT, Throttle, retry_after, robots_delay
from crawler.safety import ALLOWED_SETTING, PublicResolver, UnsafeAddress, check

if TYPE_CHECKING:
    from crawler.spider import SourceSpider

EXCHANGE = "thidua_exchange"
ROBOTS_ATTEMPTS = 3
ROBOTS_REDIRECTS = 5
ROBOTS_PATIENCE = 30.0
"""Longest wait between two attempts at robots.txt, seconds."""


class Refused(IgnoreRequest):
    """A page not asked for, or not read; ``reason`` is what the health report counts it under."""

    def __init__(self, message: str, reason: str) -> None:
        """The message for the log, the reason for the report."""
        super().__init__(message)
        self.reason = reason


class _Middleware:
    def __init__(self, crawler: Any) -> None:
        self.crawler = crawler

    @classmethod
    def from_crawler(cls, crawler: Any) -> Any:
        """Built by Scrapy."""
        return cls(crawler)

    @property
    def spider(self) -> SourceSpider:
        """The spider of this crawl."""
        spider: SourceSpider = self.crawler.spider
        return spider


class AddressMiddleware(_Middleware):
    """Every request, also one that a redirect led to: only the source's hosts, never a private address."""

    def process_request(self, request: Request) -> None:
        """Raise UnsafeAddress where the request must not be made."""
        check(request.url, self.spider.source, self.crawler.settings.getlist(ALLOWED_SETTING))


class RobotsMiddleware(_Middleware):
    """Asks for robots.txt once per host and run, obeys it, and passes its delay on to the throttle.

    As RFC 9309 says: all is allowed where it is missing (4xx), nothing where it cannot be had (5xx).
    """

    def __init__(self, crawler: Any) -> None:
        """Built by Scrapy, before the spider."""
        super().__init__(crawler)
        self._robots: dict[str, asyncio.Future[Protego | None]] = {}

    async def process_request(self, request: Request) -> None:
        """Raise Refused for what robots.txt forbids."""
        if request.meta.get("thidua_robots"):
            return
        parts = urlsplit(request.url)
        origin = f"{parts.scheme}://{parts.netloc}"
        if origin not in self._robots:
            self._robots[origin] = asyncio.ensure_future(self._fetch(origin, parts.hostname or ""))
        robots = await asyncio.shield(self._robots[origin])
        if robots is None and parts.hostname in PublicResolver.refused:
            raise UnsafeAddress(f"{origin} leads to no public address", "unsafe")
        if robots is None:
            raise Refused(
                f"{origin}/robots.txt cannot be had: nothing may be asked for", "robots unavailable"
            )
        if not robots.can_fetch(request.url, ROBOT):
            raise Refused(f"{request.url}: forbidden by robots.txt", "robots")

    async def _fetch(self, origin: str, host: str) -> Protego | None:
        for attempt in range(ROBOTS_ATTEMPTS):
            response = await self._ask(f"{origin}/robots.txt")
            if response is not None and response.status < 500 and response.status != 429:
                robots = Protego.parse(_text(response.body) if response.status == 200 else "")
                throttle = self.crawler.get_extension(Throttle)
                if throttle is not None:
                    throttle.slow_down(host, robots_delay(robots))
                return robots
            if host in PublicResolver.refused:
                break
            await asyncio.sleep(self._pause(response, attempt))
        return None

    def _pause(self, response: Response | None, attempt: int) -> float:
        if attempt == ROBOTS_ATTEMPTS - 1:
            return 0.0
        until = asked_pause(response) if response is not None else None
        return min(until - time.time() if until else 0.5 * 4**attempt, ROBOTS_PATIENCE)

    async def _ask(self, url: str) -> Response | None:
        """The answer, after redirects within the source; None where there was none."""
        for _ in range(ROBOTS_REDIRECTS):
            request = Request(url, callback=NO_CALLBACK, meta={"thidua_robots": True})
            try:
                response: Response = await self.crawler.engine.download_async(request)
            except Exception as error:  # whatever went wrong, there is no robots.txt to go by
                self.spider.logger.warning("%s: %s", url, error)
                return None
            self.spider.store_robots(request, response)
            location = _header(response, "Location")
            if not 300 <= response.status < 400 or location is None:
                return response
            url = urljoin(url, location)
            if not self.spider.source.owns(url):
                return response.replace(status=404)
        return None


class BoundedCompressionMiddleware(HttpCompressionMiddleware):
    """Undoes compression, and says of a body that grows beyond its bound that it is too large."""

    def process_response(self, request: Request, response: Response, spider: Any = None) -> Response:
        """The response with its compression undone."""
        try:
            decoded = super().process_response(request, response)
        except IgnoreRequest as error:
            raise Refused(str(error), "too large") from error
        except (OSError, EOFError, ValueError) as error:
            raise Refused(f"{response.url}: compression cannot be undone: {error}", "broken body") from error
        return decoded if isinstance(decoded, Response) else response


class RetryAfterMiddleware(_Middleware):
    """Holds a host that asks for a pause, before the next request to it can leave."""

    def process_response(self, request: Request, response: Response) -> Response:
        """Pass the response on, and the pause to the frontier."""
        until = asked_pause(response)
        if until is not None:
            host = urlsplit(request.url).netloc
            self.spider.logger.info("%s asks to wait %.0f s", host, until - time.time())
            self.spider.ledger.frontier.hold(host, until)
        return response


def asked_pause(response: Response) -> float | None:
    """Moment, seconds since 1970, before which the host wants no requests, if the response says so."""
    if response.status not in (429, 503):
        return None
    return retry_after(_header(response, "Retry-After"), time.time())


class ArchiveMiddleware(_Middleware):
    """Next to the wire: keeps each exchange as it was, before anything is decompressed or decoded."""

    def process_response(self, request: Request, response: Response) -> Response:
        """Leave the exchange with the request; it is written when the request is settled."""
        request.meta[EXCHANGE] = Exchange(
            url=request.url,
            method=request.method,
            request_headers=_pairs(request.headers),
            status=response.status,
            headers=_pairs(response.headers),
            body=response.body,
            address=str(response.ip_address) if response.ip_address else None,
            latency=request.meta.get("download_latency"),
        )
        return response


def _pairs(headers: Any) -> list[tuple[bytes, bytes]]:
    return [(name, value) for name, values in headers.items() for value in values]


def _header(response: Response, name: str) -> str | None:
    value = response.headers.get(name)
    return value.decode("latin-1") if value else None


def _text(body: bytes) -> str:
    return body[:500_000].decode("utf-8-sig", "replace")


__all__ = [
    "EXCHANGE",
    "AddressMiddleware",
    "ArchiveMiddleware",
    "BoundedCompressionMiddleware",
    "Refused",
    "RetryAfterMiddleware",
    "RobotsMiddleware",
    "UnsafeAddress",
]
