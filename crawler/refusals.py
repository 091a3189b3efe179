"""Requests that are not made, and pages that are not read."""

from __future__ import annotations

from scrapy.exceptions import IgnoreRequest


class Refused(IgnoreRequest):
    """A page not asked for, or not read; ``reason`` is what the health report counts it under."""

    def __init__(self, message: str, reason: str) -> None:
        """The message for the log, the reason for the report."""
        super().__init__(message)
        self.reason = reason


class UnsafeAddress(Refused, OSError):  # noqa: N818 - names what it is about
    """A request that must not be made: another's host, or no address of the public internet."""


def distrusts(error: BaseException) -> bool:
    """Whether a request failed because the host's certificate does not hold."""
    return "certificate verify failed" in str(error)
