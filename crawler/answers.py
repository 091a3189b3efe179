"""From an answer to its outcome: what came, what it links to, and where the crawl goes on from it."""

from __future__ import annotations

import logging
import sqlite3
import time
from collections.abc import Sequence
from urllib.parse import urljoin

from scrapy.http import Response, TextResponse

from crawler import urls
from crawler.archive import Exchange
from crawler.archive.exchange import digest
from crawler.discovery.link import Link
from crawler.discovery.xml import TooLargeError
from crawler.frontier import Entry, Frontier, Outcome, Recheck, Run
from crawler.middlewares import asked_pause
from crawler.outcomes import Attempts, content_type
from crawler.reading import Found, LinkReader
from crawler.safety import UnsafeAddress, check
from schemas.source_config import SourceConfig

log = logging.getLogger(__name__)

MAX_HOPS = 5
DISK_ERRORS = (OSError, sqlite3.Error)
"""What says that the disk takes no more; no fault of a page."""


class Answers:
    """Reads the answers of one run and queues what they lead to."""

    def __init__(
        self, source: SourceConfig, reader: LinkReader, frontier: Frontier, run: Run, allowed: Sequence[str]
    ) -> None:
        """``allowed`` are the ``host:port`` pairs that tests may ask although they are not public."""
        self.faults = 0
        """Pages that the crawler itself stumbled over."""
        self._source = source
        self._reader = reader
        self._frontier = frontier
        self._run = run
        self._allowed = allowed
        self._attempts = Attempts(source.politeness)
        self._lists = frontier.settled("list")

    def outcome(self, entry: Entry, response: Response, exchange: Exchange) -> Outcome:
        """How a request that had an answer ended."""
        if response.status == 304 and entry.digest:
            outcome = self._not_modified(entry)
        elif 300 <= response.status < 400 and response.headers.get("Location"):
            outcome = self._redirected(entry, response)
        elif not 200 <= response.status < 300:
            outcome = self._attempts.after_status(entry, response.status, asked_pause(response))
        elif not response.body:
            outcome = self._attempts.after_emptiness(entry, response.status)
        else:
            outcome = self._guarded_body(entry, response, exchange)
        outcome.status = response.status
        outcome.size = len(exchange.body)
        outcome.mime = content_type(response)
        return outcome

    def silence(self, entry: Entry, error: BaseException, exchange: Exchange | None) -> Outcome:
        """How a request ended that had no answer, or one that could not be read."""
        outcome = self._attempts.after_error(entry, error)
        if exchange is not None:
            outcome.status, outcome.size = exchange.status, len(exchange.body)
        return outcome

    def _not_modified(self, entry: Entry) -> Outcome:
        if entry.kind == "sitemap":
            self._frontier.reopen_below(entry, "sitemap")
        return Outcome("unchanged", digest=entry.digest)

    def _redirected(self, entry: Entry, response: Response) -> Outcome:
        """A redirect is followed as a link of its own: every address on the way is checked and kept."""
        location = (response.headers["Location"] or b"").decode("utf-8", "replace")
        target = urls.canonical(urljoin(response.url, location))
        if target is None:
            return Outcome("failed", reason="unsafe")
        try:
            check(target, self._source, self._allowed)
        except UnsafeAddress as error:
            log.warning("%s leads to %s", entry.url, error)
            return Outcome("failed", reason=error.reason)
        if entry.hops >= MAX_HOPS or self._frontier.leads_back(target, entry):
            return Outcome("failed", reason="redirect loop")
        if entry.kind == "article" and not self._reader.is_article(target):
            return Outcome("failed", reason="redirect")
        link = Link(target, entry.kind, page=entry.page, section=entry.section)
        self._frontier.add([link], entry.id, hops=entry.hops + 1)
        return Outcome("redirected", reason=target)

    def _guarded_body(self, entry: Entry, response: Response, exchange: Exchange) -> Outcome:
        """As :meth:`_body`; a page that we ourselves stumble over fails alone, is kept and is told."""
        try:
            return self._body(entry, response, exchange)
        except DISK_ERRORS:
            raise
        except Exception as error:
            log.error("%s: fault in the crawler: %r", entry.url, error)
            self.faults += 1
            return Outcome("failed", reason="fault in the crawler", digest=exchange.digest)

    def _body(self, entry: Entry, response: Response, exchange: Exchange) -> Outcome:
        outcome = self._article(entry, response) if entry.kind == "article" else self._list(entry, response)
        outcome.digest = exchange.digest
        outcome.content = digest(response.body)
        if entry.content == outcome.content and outcome.result in ("new", "changed", "page"):
            outcome.result = "unchanged"
        outcome.etag = _text(response, "ETag")
        outcome.last_modified = _text(response, "Last-Modified")
        return outcome

    def _article(self, entry: Entry, response: Response) -> Outcome:
        if not isinstance(response, TextResponse):
            return Outcome("failed", reason="no page")
        found = self._reader.read_article(entry, response.body, response.encoding)
        self._queue(found, entry)
        return Outcome("changed" if entry.digest else "new")

    def _list(self, entry: Entry, response: Response) -> Outcome:
        encoding = response.encoding if isinstance(response, TextResponse) else None
        try:
            found = self._reader.read_list(entry, response.body, encoding)
        except TooLargeError:
            return Outcome("failed", reason="too large")
        self._lists += 1
        fresh = self._queue(found, entry)
        fingerprint = found.fingerprint
        if entry.kind == "section" and self._goes_on(entry, found, fresh, fingerprint):
            page = Link(found.next_page or "", "section", page=entry.page + 1, section=entry.section)
            self._frontier.add([page], entry.id)
        return Outcome("page", articles=len(found.articles), fingerprint=fingerprint)

    def _goes_on(self, entry: Entry, found: Found, fresh: int, fingerprint: str | None) -> bool:
        """Whether the list's next page is worth opening."""
        if found.next_page is None or fingerprint is None or found.all_too_old:
            return False
        if self._lists >= self._source.limits.max_pages:
            self._reader.dropped["lists beyond max_pages"] += 1
            return False
        if self._frontier.repeats(fingerprint, entry):
            self._reader.dropped["page repeats another"] += 1
            return False
        return bool(fresh) or self._run.sweep

    def _queue(self, found: Found, entry: Entry) -> int:
        """Queue what a page links to. Returns how many articles no run before this one knew."""
        frontier = self._frontier
        if found.lists and self._lists < self._source.limits.max_pages:
            frontier.add(found.lists, entry.id)
        now, politeness = time.time(), self._source.politeness
        recheck = Recheck(now - politeness.recheck_hours * 3600, now - politeness.recheck_days * 86400)
        return frontier.add(found.articles, entry.id, recheck=recheck)


def _text(response: Response, header: str) -> str | None:
    value = response.headers.get(header)
    return value.decode("latin-1")[:500] if value else None
