"""What the crawler reads of a response besides its body."""

from __future__ import annotations

import time
from typing import Any

from crawler.politeness import retry_after

EXCHANGE = "thidua_exchange"
"""Key of a request's ``meta`` under which its exchange waits to be archived."""
MAX_HEADER = 2000
"""Characters kept of a header."""


def header(response: Any, name: str) -> str | None:
    """A header's value, None where there is none."""
    value: bytes | None = response.headers.get(name)
    return value.decode("latin-1")[:MAX_HEADER] if value else None


def content_type(response: Any) -> str | None:
    """Media type that a response declares."""
    return (header(response, "Content-Type") or "").partition(";")[0].strip().lower() or None


def asked_pause(response: Any) -> float | None:
    """Moment, seconds since 1970, before which the host wants no requests, if the response says so."""
    if response.status not in (429, 503):
        return None
    return retry_after(header(response, "Retry-After"), time.time())
