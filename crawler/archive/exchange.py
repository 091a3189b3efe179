"""One request and its response as they went over the wire."""

from __future__ import annotations

import base64
import datetime as dt
import hashlib
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cached_property
from http import HTTPStatus

Headers = Sequence[tuple[bytes, bytes]]


@dataclass(slots=False)
class Exchange:
    """Bytes of a request and of its response, the body as sent: still compressed, no longer chunked."""

    url: str
    method: str
    request_headers: Headers
    status: int
    headers: Headers
    body: bytes = field(repr=False)
    moment: dt.datetime = field(default_factory=lambda: dt.datetime.now(dt.UTC))
    address: str | None = None
    """IP address that answered."""
    latency: float | None = None
    """Seconds to the answer."""

    @cached_property
    def digest(self) -> str:
        """Digest of the body as WARC writes it."""
        return digest(self.body)

    @property
    def date(self) -> str:
        """Moment as WARC writes it."""
        return self.moment.strftime("%Y-%m-%dT%H:%M:%S.%fZ")

    @cached_property
    def response_head(self) -> bytes:
        """Status line and headers. The body is no longer chunked, so they must not say that it is."""
        try:
            phrase = HTTPStatus(self.status).phrase
        except ValueError:
            phrase = "Unknown"
        kept = [pair for pair in self.headers if pair[0].lower() != b"transfer-encoding"]
        return _head(f"HTTP/1.1 {self.status} {phrase}".encode(), kept)

    @cached_property
    def request_head(self) -> bytes:
        """Request line and headers."""
        _, _, rest = self.url.partition("://")
        host, slash, path = rest.partition("/")
        line = f"{self.method} {slash}{path or ('' if slash else '/')} HTTP/1.1".encode()
        return _head(line, [(b"Host", host.encode()), *self.request_headers])


def _head(line: bytes, headers: Headers) -> bytes:
    fields = b"".join(
        b"%s: %s\r\n" % (name, value.replace(b"\r", b" ").replace(b"\n", b" ")) for name, value in headers
    )
    return line + b"\r\n" + fields + b"\r\n"


def digest(content: bytes) -> str:
    """SHA-1 in base 32, the form that archives share, so that index and readers agree on it."""
    return "sha1:" + base64.b32encode(hashlib.sha1(content, usedforsecurity=False).digest()).decode()
