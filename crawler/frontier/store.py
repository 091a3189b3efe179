"""The frontier whole: what is to be fetched, and how every request ended."""

from __future__ import annotations

import time

from crawler.discovery.link import PageKind
from crawler.frontier.entries import Entry, Outcome
from crawler.frontier.queue import Queue


class Frontier(Queue):
    """Queue and memory of one source. One process at a time; others may read."""

    def entry_for(self, url: str, kind: PageKind) -> Entry:
        """An entry outside the queue, such as robots.txt."""
        self.db.execute(
            "INSERT INTO urls (url, kind, state, priority, first_run, seen_run)"
            " VALUES (?, ?, 'done', 0, ?, ?) ON CONFLICT DO NOTHING",
            (url, kind, self.run.id, self.run.id),
        )
        row = self.db.execute("SELECT id, url, kind, page, hops FROM urls WHERE url = ?", (url,)).fetchone()
        return Entry(*row)

    def settle(self, entry: Entry, outcome: Outcome) -> None:
        """Record how a request ended. A retry stays pending until its time."""
        now = time.time()
        state = {"retry": "pending", "failed": "failed"}.get(outcome.result, "done")
        got_body = outcome.result in ("new", "changed", "unchanged", "page")
        self.db.execute(
            "UPDATE urls SET state = ?, status = ?, reason = ?, attempts = attempts + 1, not_before = ?,"
            " done_run = iif(? = 'pending', done_run, ?), fetched = iif(?, ?, fetched),"
            " digest = coalesce(?, digest), content = coalesce(?, content), articles = coalesce(?, articles),"
            " fingerprint = coalesce(?, fingerprint),"
            " etag = iif(?, coalesce(?, iif(? = 304, etag, NULL)), etag),"
            " last_modified = iif(?, coalesce(?, iif(? = 304, last_modified, NULL)), last_modified)"
            " WHERE id = ?",
            (
                *(state, outcome.status, outcome.reason, outcome.not_before, state, self.run.id),
                *(got_body or outcome.status in (404, 410), now),
                *(outcome.digest, outcome.content, outcome.articles, outcome.fingerprint),
                *(got_body, outcome.etag, outcome.status),
                *(got_body, outcome.last_modified, outcome.status, entry.id),
            ),
        )
        place = outcome.place
        self.db.execute(
            "INSERT INTO fetches"
            " (run, url, at, status, outcome, reason, bytes, file, offset, length, mime, digest)"
            " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
            (
                *(self.run.id, entry.id, place.written if place else now),
                *(outcome.status, outcome.result, outcome.reason, outcome.size),
                *((place.file, place.offset, place.length) if place else (None, None, None)),
                *("warc/revisit" if place and place.revisit else outcome.mime, outcome.digest),
            ),
        )

    def repeats(self, fingerprint: str, entry: Entry) -> bool:
        """Whether another page of this run listed exactly the same articles."""
        return bool(
            self.db.execute(
                "SELECT 1 FROM urls WHERE fingerprint = ? AND id != ? AND done_run = ? LIMIT 1",
                (fingerprint, entry.id, self.run.id),
            ).fetchone()
        )

    def leads_back(self, url: str, entry: Entry) -> bool:
        """Whether a redirect from the entry to an address closes a circle."""
        for _ in range(20):
            if url == entry.url:
                return True
            row = self.db.execute(
                "SELECT reason FROM urls WHERE url = ? AND state = 'done' AND status BETWEEN 300 AND 399"
                " AND status != 304",
                (url,),
            ).fetchone()
            if row is None:
                return False
            url = row[0]
        return True

    def last_request(self) -> float:
        """Moment of the last request settled, seconds since 1970; 0 if there was none."""
        return float(self.db.execute("SELECT coalesce(max(at), 0) FROM fetches").fetchone()[0])

    def settled(self, kind: str) -> int:
        """How many pages of a kind this run has settled."""
        row = self.db.execute(
            "SELECT count(*) FROM urls WHERE done_run = ? AND iif(? = 'article', kind = 'article',"
            " kind != 'article')",
            (self.run.id, kind),
        ).fetchone()
        return int(row[0])
