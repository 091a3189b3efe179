"""Only the source's own, public addresses."""

from __future__ import annotations

from scrapy import Request

from crawler.middlewares.base import Middleware
from crawler.safety import ALLOWED_SETTING, check


class AddressMiddleware(Middleware):
    """Every request, also one that a redirect led to: only the source's hosts, never a private address."""

    def process_request(self, request: Request) -> None:
        """Raise UnsafeAddress where the request must not be made."""
        check(request.url, self.spider.source, self.crawler.settings.getlist(ALLOWED_SETTING))
