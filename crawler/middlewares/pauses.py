"""Pauses that a host asks for."""

from __future__ import annotations

import time
from urllib.parse import urlsplit

from scrapy import Request
from scrapy.http import Response

from crawler.middlewares.base import Middleware
from crawler.responses import asked_pause


class RetryAfterMiddleware(Middleware):
    """Holds a host that asks for a pause, before the next request to it can leave."""

    def process_response(self, request: Request, response: Response) -> Response:
        """Pass the response on, and the pause to the frontier."""
        until = asked_pause(response)
        if until is not None:
            host = urlsplit(request.url).netloc
            self.spider.logger.info("%s asks to wait %.0f s", host, until - time.time())
            self.spider.frontier.hold(host, until)
        return response
