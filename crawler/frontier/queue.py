"""The queue: which links are new or due again, and which page is next."""

from __future__ import annotations

import time
from collections.abc import Iterable
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from crawler.discovery.link import Link, PageKind
from crawler.frontier.entries import Entry, Recheck
from crawler.frontier.runs import Runs

PRIORITY = {"robots": 50, "feed": 40, "sitemap": 40, "article": 20, "section": 10}
FIRST_PAGE = 40
"""Priority of a section's first page; those behind it wait for the articles it announced."""
RETRY_GONE_AFTER = 7 * 86400.0
"""Seconds after which an article that was gone is asked for again, if something still links to it."""


class Queue(Runs):
    """Pages waiting to be fetched, and hosts that asked to be left alone."""

    def __init__(self, path: Path) -> None:
        """Open the file, made if there is none; what a killed run had taken is pending again."""
        super().__init__(path)
        self._seen: set[str] = set()
        self._fresh: set[str] = set()
        self._holds: dict[str, float] = dict(self.db.execute("SELECT host, held_until FROM hosts"))

    def add(
        self,
        links: Iterable[Link],
        found_on: int | None = None,
        hops: int = 0,
        recheck: Recheck | None = None,
    ) -> int:
        """Queue links that are new, or due again. Returns how many were never seen before this run."""
        fresh = 0
        for link in links:
            key = link.url if link.changed is None else f"{link.url} {link.changed}"
            if key in self._seen:
                fresh += link.url in self._fresh
                continue
            self._seen.add(key)
            if self._add_one(link, found_on, hops, recheck):
                self._fresh.add(link.url)
                fresh += 1
        return fresh

    def _add_one(self, link: Link, found_on: int | None, hops: int, recheck: Recheck | None) -> bool:
        changed = link.changed.timestamp() if link.changed else None
        priority = FIRST_PAGE if link.kind == "section" and link.page == 0 else PRIORITY[link.kind]
        added = self.db.execute(
            "INSERT OR IGNORE INTO urls (url, kind, state, priority, page, section, hops, found_on,"
            " first_run, seen_run, found, changed) VALUES (?, ?, 'pending', ?, ?, ?, ?, ?, ?, ?, ?, ?)",
            (
                *(link.url, link.kind, priority, link.page, link.section, hops),
                *(found_on, self.run.id, self.run.id, time.time(), changed),
            ),
        )
        if added.rowcount:
            return True
        row = self.db.execute(
            "SELECT id, first_run, kind, state, done_run, changed, fetched, reason,"
            " coalesce(etag, last_modified), found FROM urls WHERE url = ?",
            (link.url,),
        ).fetchone()
        due = self._due(row[2:], changed, recheck)
        self.db.execute(
            "UPDATE urls SET seen_run = ?, changed = max(coalesce(changed, 0), ?),"
            " state = iif(?, 'pending', state) WHERE id = ?",
            (self.run.id, changed or 0, due, row[0]),
        )
        return bool(row[1] == self.run.id)

    def _due(self, row: tuple[Any, ...], changed: float | None, recheck: Recheck | None) -> bool:
        kind, state, done_run, known_change, fetched, reason, validator, found = row
        if state in ("pending", "taken") or done_run == self.run.id:
            return False
        if kind != "article":  # a sitemap unchanged since a day before it was fetched need not be opened
            return not (
                kind == "sitemap" and state == "done" and changed and changed + 86400 < (fetched or 0)
            )
        if state == "failed":
            gone_long = fetched is not None and time.time() - fetched > RETRY_GONE_AFTER
            return reason == "robots" or (reason in ("404", "410") and gone_long)
        if changed and changed > (known_change or fetched or 0):
            return True
        return bool(
            recheck and validator and fetched < recheck.fetched_before and found > recheck.found_after
        )

    def take(self, count: int, articles_too: bool = True) -> list[Entry]:
        """The next pages to fetch, marked as taken."""
        rows = self.db.execute(
            "SELECT id, url, kind, page, hops, section, attempts, etag, last_modified, digest, content,"
            " articles FROM urls WHERE state = 'pending' AND not_before <= ? AND (? OR kind != 'article')"
            " ORDER BY priority DESC, id LIMIT ?",
            (time.time(), articles_too, count),
        ).fetchall()
        entries = [entry for row in rows if not self._postponed(entry := Entry(*row))]
        self.db.executemany("UPDATE urls SET state = 'taken' WHERE id = ?", [(e.id,) for e in entries])
        return entries

    def _postponed(self, entry: Entry) -> bool:
        if not self.is_held(entry):
            return False
        until = self._holds[urlsplit(entry.url).netloc]
        self.db.execute("UPDATE urls SET not_before = ? WHERE id = ?", (until, entry.id))
        return True

    def release(self, entries: Iterable[Entry]) -> None:
        """Give taken entries back."""
        self.db.executemany(
            "UPDATE urls SET state = 'pending' WHERE id = ?", [(entry.id,) for entry in entries]
        )

    def next_due(self, articles_too: bool = True) -> float | None:
        """Moment at which the next pending page may be fetched, or None where nothing is pending."""
        row = self.db.execute(
            "SELECT min(not_before) FROM urls WHERE state = 'pending' AND (? OR kind != 'article')",
            (articles_too,),
        ).fetchone()
        return None if row[0] is None else float(row[0])

    def reopen_below(self, entry: Entry, kind: PageKind) -> None:
        """Queue again what an unchanged page listed before, such as the sitemaps of an index."""
        self.db.execute(
            "UPDATE urls SET state = 'pending', seen_run = ?"
            " WHERE found_on = ? AND kind = ? AND state = 'done' AND coalesce(done_run, 0) != ?",
            (self.run.id, entry.id, kind, self.run.id),
        )

    def hold(self, host: str, until: float) -> None:
        """Remember that a host (with its port) asked for no requests before a moment."""
        self._holds[host] = max(until, self._holds.get(host, 0.0))
        self.db.execute("INSERT OR REPLACE INTO hosts VALUES (?, ?)", (host, self._holds[host]))
        self.db.execute(
            "UPDATE urls SET not_before = max(not_before, ?) WHERE state IN ('pending', 'taken')"
            " AND instr(url, '://' || ? || '/')",
            (self._holds[host], host),
        )

    def is_held(self, entry: Entry) -> bool:
        """Whether the entry's host wants no requests now."""
        return self._holds.get(urlsplit(entry.url).netloc, 0.0) > time.time()
