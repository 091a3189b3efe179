"""How a request ended, in the words of the health report, and whether it is worth another attempt."""

from __future__ import annotations

import time
from dataclasses import dataclass
from urllib.parse import urlsplit

from scrapy.exceptions import (
    CannotResolveHostError,
    DownloadCancelledError,
    DownloadConnectionRefusedError,
    DownloadFailedError,
    DownloadTimeoutError,
    ResponseDataLossError,
)

from crawler.frontier import Entry, Outcome
from crawler.reasons import THIS_RUN
from crawler.refusals import Refused, distrusts
from crawler.safety import PublicResolver
from schemas.source_config import Politeness

PASSING_STATUS = frozenset({408, 425, 429, 500, 502, 503, 504, 520, 521, 522, 523, 524})
"""Answers that may be another one later."""
BACKOFF = 1.0
"""Seconds before the second attempt; each further one waits three times as long."""
_PASSING_ERRORS: tuple[tuple[type[Exception], str], ...] = (
    (DownloadTimeoutError, "timeout"),
    (DownloadConnectionRefusedError, "connection refused"),
    (ResponseDataLossError, "truncated body"),
    (CannotResolveHostError, "name not found"),
    (DownloadFailedError, "connection lost"),
)


@dataclass(frozen=True, slots=True)
class Attempts:
    """Turns a failure into an outcome: another attempt in this run, or the end."""

    politeness: Politeness

    def after_status(self, entry: Entry, status: int, until: float | None) -> Outcome:
        """Outcome of an error status; ``until`` is the moment before which the host wants no requests."""
        if status not in PASSING_STATUS:
            return Outcome("failed", status=status, reason=str(status))
        return self._again(entry, str(status), status, until)

    def after_error(self, entry: Entry, error: BaseException) -> Outcome:
        """Outcome of a request that had no answer, or one that could not be read."""
        reason = _reason(entry, error)
        return Outcome("failed", reason=reason) if reason in THIS_RUN else self._again(entry, reason)

    def after_emptiness(self, entry: Entry, status: int) -> Outcome:
        """Outcome of an answer without a body."""
        return self._again(entry, "empty", status)

    def _again(
        self, entry: Entry, reason: str, status: int | None = None, until: float | None = None
    ) -> Outcome:
        if entry.attempts >= self.politeness.retries:
            return Outcome("failed", status=status, reason=reason, not_before=until or 0.0)
        later = until if until is not None else time.time() + BACKOFF * 3**entry.attempts
        return Outcome("retry", status=status, reason=reason, not_before=later)


def _reason(entry: Entry, error: BaseException) -> str:
    if isinstance(error, Refused):
        return error.reason
    if isinstance(error, DownloadCancelledError):
        return "too large"
    if isinstance(error, CannotResolveHostError) and urlsplit(entry.url).hostname in PublicResolver.refused:
        return "unsafe"
    if distrusts(error):
        return "certificate"
    for kind, reason in _PASSING_ERRORS:
        if isinstance(error, kind):
            return reason
    return type(error).__name__
