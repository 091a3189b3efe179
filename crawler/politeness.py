"""Who we say we are, and what a host asks of us: the pauses that robots.txt and Retry-After name."""

from __future__ import annotations

import datetime as dt
from email.utils import parsedate_to_datetime

from protego import Protego

ROBOT = "ThiDuaBot"
"""Name under which robots.txt may address us."""


def user_agent(contact: str) -> str:
    """How the crawler names itself; the contact is an e-mail address or a page that says who crawls."""
    return f"{ROBOT}/0.1 (Vietnamese trade-union news research; +{contact})"


def robots_delay(robots: Protego) -> float:
    """Seconds between requests that robots.txt asks for by Crawl-delay or Request-rate, the longer one."""
    delay = float(robots.crawl_delay(ROBOT) or 0)
    rate = robots.request_rate(ROBOT)
    if rate is not None and rate.requests > 0:
        delay = max(delay, rate.seconds / rate.requests)
    return delay


def retry_after(value: str | None, now: float) -> float | None:
    """Moment, seconds since 1970, that a Retry-After names in seconds or as a date; at most a day ahead."""
    text = (value or "").strip()
    if not text:
        return None
    if text.isdigit():
        seconds = float(text[:9])
    else:
        try:
            when = parsedate_to_datetime(text)
        except (ValueError, TypeError, IndexError):
            return None
        seconds = when.replace(tzinfo=when.tzinfo or dt.UTC).timestamp() - now
    return now + min(max(seconds, 0.0), 86400.0)
