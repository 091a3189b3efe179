"""Settling requests in the ledger, until the disk takes no more."""

from __future__ import annotations

import contextlib
import logging
from collections.abc import Iterator
from typing import Any

from scrapy import Request
from scrapy.exceptions import CloseSpider
from scrapy.http import Response

from crawler import urls
from crawler.archive import Exchange
from crawler.frontier import Entry, Outcome
from crawler.ledger import DISK_ERRORS, Ledger
from crawler.responses import EXCHANGE, content_type


class Settling:
    """Writes how requests ended; a full disk ends the crawl, and the next goes on from the last commit."""

    def __init__(self, ledger: Ledger, logger: logging.LoggerAdapter[Any]) -> None:
        """Write to an open ledger."""
        self.unwritable: str | None = None
        """Why the disk took no more."""
        self._ledger = ledger
        self._logger = logger

    def settle(self, entry: Entry, outcome: Outcome, exchange: Exchange | None) -> None:
        """Record how a request ended, with the exchange if there was one."""
        if outcome.result == "failed":
            self._logger.info("%s: %s", entry.url, outcome.reason)
        if not self.unwritable:
            self._ledger.settle(entry, outcome, exchange)

    def settle_robots(self, request: Request, response: Response) -> None:
        """Archive a robots.txt."""
        exchange: Exchange = request.meta[EXCHANGE]
        outcome = Outcome("page", response.status, size=len(exchange.body), mime=content_type(response))
        outcome.digest = exchange.digest
        url = urls.canonical(request.url) or request.url
        with self.guarded():
            self.settle(self._ledger.frontier.entry_for(url, "robots"), outcome, exchange)

    def commit(self) -> None:
        """End the batch."""
        with self.guarded():
            if not self.unwritable:
                self._ledger.commit()

    @contextlib.contextmanager
    def guarded(self) -> Iterator[None]:
        """Close the spider where the disk takes no more.

        Raises:
            CloseSpider: to Scrapy, which ends the crawl in good order.
        """
        try:
            yield
        except DISK_ERRORS as error:
            self.unwritable = f"the archive cannot be written: {error}"
            raise CloseSpider("unwritable") from error
