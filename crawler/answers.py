"""From an answer to its outcome."""

from __future__ import annotations

import logging
from collections.abc import Sequence

from scrapy.http import Response, TextResponse

from crawler.archive import Exchange
from crawler.archive.exchange import digest
from crawler.discovery.xml import TooLargeError
from crawler.following import Following
from crawler.frontier import Entry, Frontier, Outcome, Run
from crawler.ledger import DISK_ERRORS
from crawler.outcomes import Attempts
from crawler.reading import LinkReader
from crawler.responses import asked_pause, content_type, header
from schemas.source_config import SourceConfig

log = logging.getLogger(__name__)


class Answers:
    """Reads the answers of one run and queues what they lead to."""

    def __init__(
        self, source: SourceConfig, reader: LinkReader, frontier: Frontier, run: Run, allowed: Sequence[str]
    ) -> None:
        """``allowed`` are the ``host:port`` pairs that tests may ask although they are not public."""
        self.faults = 0
        """Pages that the crawler itself stumbled over."""
        self._reader = reader
        self._frontier = frontier
        self._attempts = Attempts(source.politeness)
        self._following = Following(source, reader, frontier, run, allowed)

    def outcome(self, entry: Entry, response: Response, exchange: Exchange) -> Outcome:
        """How a request that had an answer ended."""
        if response.status == 304 and entry.digest:
            outcome = self._not_modified(entry)
        elif 300 <= response.status < 400 and response.headers.get("Location"):
            outcome = self._following.redirect(entry, response)
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
        outcome.etag = header(response, "ETag")
        outcome.last_modified = header(response, "Last-Modified")
        return outcome

    def _article(self, entry: Entry, response: Response) -> Outcome:
        if not isinstance(response, TextResponse):
            return Outcome("failed", reason="no page")
        found = self._reader.read_article(entry, response.body, response.encoding)
        self._following.links(entry, found)
        return Outcome("changed" if entry.digest else "new")

    def _list(self, entry: Entry, response: Response) -> Outcome:
        encoding = response.encoding if isinstance(response, TextResponse) else None
        try:
            found = self._reader.read_list(entry, response.body, encoding)
        except TooLargeError:
            return Outcome("failed", reason="too large")
        self._following.on_from_list(entry, found)
        return Outcome("page", articles=len(found.articles), fingerprint=found.fingerprint)
