"""Bytes for the archive."""

from __future__ import annotations

from typing import Any

from scrapy import Request
from scrapy.http import Response

from crawler.archive import Exchange
from crawler.middlewares.base import Middleware
from crawler.responses import EXCHANGE


class ArchiveMiddleware(Middleware):
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
