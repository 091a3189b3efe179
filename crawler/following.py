"""Where a crawl goes on from an answer: redirects, links, and the next page of a list."""

from __future__ import annotations

import logging
import time
from collections.abc import Sequence
from urllib.parse import urljoin

from scrapy.http import Response

from crawler import urls
from crawler.discovery.link import Link
from crawler.frontier import Entry, Frontier, Outcome, Recheck, Run
from crawler.reading import Found, LinkReader
from crawler.refusals import UnsafeAddress
from crawler.safety import check
from schemas.source_config import SourceConfig

log = logging.getLogger(__name__)

MAX_HOPS = 5
"""Redirects followed one after another."""


class Following:
    """Queues what the answers of one run lead to."""

    def __init__(
        self, source: SourceConfig, reader: LinkReader, frontier: Frontier, run: Run, allowed: Sequence[str]
    ) -> None:
        """``allowed`` are the ``host:port`` pairs that tests may ask although they are not public."""
        self._source = source
        self._reader = reader
        self._frontier = frontier
        self._run = run
        self._allowed = allowed
        self._lists = frontier.settled("list")

    def redirect(self, entry: Entry, response: Response) -> Outcome:
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

    def links(self, entry: Entry, found: Found) -> int:
        """Queue what a page links to. Returns how many articles no run before this one knew."""
        frontier = self._frontier
        room = max(self._source.limits.max_pages - self._lists, 0)
        self._reader.dropped["lists beyond max_pages"] += len(found.lists[room:])
        frontier.add(found.lists[:room], entry.id)
        now, politeness = time.time(), self._source.politeness
        recheck = Recheck(now - politeness.recheck_hours * 3600, now - politeness.recheck_days * 86400)
        return frontier.add(found.articles, entry.id, recheck=recheck)

    def on_from_list(self, entry: Entry, found: Found) -> None:
        """Queue what a list links to, and its next page where that is worth opening."""
        self._lists += 1
        fresh = self.links(entry, found)
        if entry.kind == "section" and self._goes_on(entry, found, fresh):
            page = Link(found.next_page or "", "section", page=entry.page + 1, section=entry.section)
            self._frontier.add([page], entry.id)

    def _goes_on(self, entry: Entry, found: Found, fresh: int) -> bool:
        fingerprint = found.fingerprint
        if found.next_page is None or fingerprint is None or found.all_too_old:
            return False
        if self._lists >= self._source.limits.max_pages:
            self._reader.dropped["lists beyond max_pages"] += 1
            return False
        if self._frontier.repeats(fingerprint, entry):
            self._reader.dropped["page repeats another"] += 1
            return False
        return bool(fresh) or self._run.sweep
