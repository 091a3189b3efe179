"""Compressed bodies, bounded."""

from __future__ import annotations

from typing import Any

from scrapy import Request
from scrapy.downloadermiddlewares.httpcompression import HttpCompressionMiddleware
from scrapy.exceptions import IgnoreRequest
from scrapy.http import Response

from crawler.refusals import Refused


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
