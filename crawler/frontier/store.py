"""The frontier's one writer: links go in, entries come out, outcomes are settled, all in batches.

A batch is one transaction. It is committed after the archive has been written through to the disk, and it
records how long each archive file then is: after a kill, what lies behind that mark is cut off and what was
in flight is pending again. So a page is either settled and archived, or neither.
"""

from __future__ import annotations

import fcntl
import json
import sqlite3
import time
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path
from typing import IO, Any, Literal
from urllib.parse import urlsplit

from crawler.discovery.link import Link, PageKind
from crawler.frontier import schema

PRIORITY = {"robots": 50, "feed": 40, "sitemap": 40, "article": 20, "section": 10}
FIRST_PAGE = 40
"""Priority of a section's first page; those behind it wait for the articles it announced."""
RETRY_GONE_AFTER = 7 * 86400.0
LASTING = ("404", "410", "robots", "outside", "unsafe", "redirect", "redirect loop", "too large", "no page")
"""Reasons of failure that another attempt would not change."""
Result = Literal["new", "changed", "unchanged", "redirected", "retry", "failed", "page"]


class FrontierBusyError(RuntimeError):
    """Another crawl of the same source is running."""


@dataclass(frozen=True, slots=True)
class Run:
    """One crawl of a source; a killed one is taken up again under the same number."""

    id: int
    started: float
    resumed: bool
    sweep: bool
    """Lists are to be read to their end: no run before it did, or the last one lost some of their pages."""


@dataclass(frozen=True, slots=True)
class Recheck:
    """Which articles are asked for again, if changed, when something links to them. Seconds since 1970."""

    fetched_before: float
    found_after: float


@dataclass(frozen=True, slots=True)
class Entry:
    """A page to be fetched, with what is known of it from before."""

    id: int
    url: str
    kind: PageKind
    page: int = 0
    hops: int = 0
    section: str | None = None
    attempts: int = 0
    etag: str | None = None
    last_modified: str | None = None
    digest: str | None = None
    content: str | None = None
    articles: int | None = None


@dataclass(frozen=True, slots=True)
class Place:
    """Where a response stands in the archive."""

    file: str
    offset: int
    length: int
    written: float = 0.0
    """Moment of the record, seconds since 1970."""
    revisit: bool = False
    """The body stands elsewhere in the archive."""


@dataclass(slots=True)
class Outcome:
    """How a request ended."""

    result: Result
    status: int | None = None
    reason: str | None = None
    size: int = 0
    mime: str | None = None
    digest: str | None = None
    content: str | None = None
    etag: str | None = None
    last_modified: str | None = None
    place: Place | None = None
    not_before: float = 0.0
    articles: int | None = None
    fingerprint: str | None = None
    links: list[Link] = field(default_factory=list)


class Frontier:
    """Queue and memory of one source. One process at a time; others may read."""

    def __init__(self, path: Path) -> None:
        """Open the file, made if there is none; what a killed run had taken is pending again."""
        path.parent.mkdir(parents=True, exist_ok=True)
        self._lock: IO[str] = path.with_suffix(".lock").open("w")
        try:
            fcntl.flock(self._lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError as error:
            self._lock.close()
            raise FrontierBusyError(f"{path.parent}: another crawl of this source is running") from error
        self.db = sqlite3.connect(path, isolation_level=None)
        self.db.executescript("PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL; PRAGMA foreign_keys=OFF;")
        version = self.db.execute("PRAGMA user_version").fetchone()[0]
        if version == 0:
            self.db.executescript(f"BEGIN; {schema.TABLES} PRAGMA user_version={schema.VERSION}; COMMIT;")
        elif version != schema.VERSION:
            self.close()
            raise RuntimeError(f"{path}: made by another version of Thi Đua ({version})")
        self.db.execute("UPDATE urls SET state = 'pending' WHERE state = 'taken'")
        self._seen: set[str] = set()
        self._fresh: set[str] = set()
        self._holds: dict[str, float] = dict(self.db.execute("SELECT host, held_until FROM hosts"))
        self.run: Run

    def close(self) -> None:
        """Give the source free. What was not committed is lost."""
        self.db.close()
        self._lock.close()

    # Runs ---------------------------------------------------------------------------------------------

    def begin_run(self) -> Run:
        """Take up the run that was cut off, or begin a new one and open its batch."""
        endings = [
            row[0] for row in self.db.execute("SELECT ending FROM runs WHERE ending IS NOT NULL ORDER BY id")
        ]
        sweep = "whole" not in endings or endings[-1] == "broken"
        cut_off = self.db.execute("SELECT id, started FROM runs WHERE finished IS NULL").fetchone()
        if cut_off:
            self.run = Run(cut_off[0], cut_off[1], resumed=True, sweep=sweep)
        else:
            now = time.time()
            run_id = self.db.execute("INSERT INTO runs (started) VALUES (?)", (now,)).lastrowid or 0
            self.run = Run(run_id, now, resumed=False, sweep=sweep)
            self.db.execute("UPDATE urls SET attempts = 0 WHERE attempts > 0")
            self.db.execute(
                "UPDATE urls SET state = 'pending' WHERE state = 'failed' AND kind = 'article'"
                " AND reason NOT IN (SELECT value FROM json_each(?)) AND not_before <= ?",
                (json.dumps(LASTING), now),
            )
        self.db.execute("BEGIN")
        return self.run

    def finish_run(self, whole: bool) -> None:
        """Close the run. ``whole`` if every list was to be read: the next may then stop at what is known."""
        lost = self.db.execute(
            "SELECT 1 FROM urls WHERE kind != 'article' AND state = 'failed' AND done_run = ? LIMIT 1",
            (self.run.id,),
        ).fetchone()
        ending = "broken" if lost else "whole" if whole else "partial"
        self.db.execute(
            "UPDATE runs SET finished = ?, ending = ? WHERE id = ?", (time.time(), ending, self.run.id)
        )

    def judge_run(self, healthy: bool) -> None:
        """Record whether the run met its source's expectations."""
        self.db.execute("UPDATE runs SET healthy = ? WHERE id = ?", (healthy, self.run.id))

    def runs_to_load(self, force: bool = False) -> list[int]:
        """Finished runs whose articles are not in the warehouse yet: the healthy ones, or all by force."""
        rows = self.db.execute(
            "SELECT id FROM runs WHERE finished IS NOT NULL AND NOT loaded AND (healthy OR ?) ORDER BY id",
            (force,),
        )
        return [row[0] for row in rows]

    def mark_loaded(self, runs: Iterable[int]) -> None:
        """Record that the articles of these runs are in the warehouse."""
        self.db.executemany("UPDATE runs SET loaded = 1 WHERE id = ?", [(run,) for run in runs])

    def commit(self, archive_files: Iterable[tuple[str, int, bool]]) -> None:
        """End the batch. The archive must be on the disk already, as long as it says here."""
        self.db.executemany(
            "INSERT INTO archive_files VALUES (?, ?, ?)"
            " ON CONFLICT DO UPDATE SET size = excluded.size, closed = excluded.closed",
            archive_files,
        )
        self.db.execute("COMMIT")
        self.db.execute("BEGIN")

    def archive_files(self) -> dict[str, tuple[int, bool]]:
        """Length and whether it is closed, for every archive file there must be."""
        rows = self.db.execute("SELECT name, size, closed FROM archive_files")
        return {name: (size, bool(closed)) for name, size, closed in rows}

    # Links in -----------------------------------------------------------------------------------------

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

    # Entries out --------------------------------------------------------------------------------------

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

    # Outcomes -----------------------------------------------------------------------------------------

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

    def reopen_below(self, entry: Entry, kind: PageKind) -> None:
        """Queue again what an unchanged page listed before, such as the sitemaps of an index."""
        self.db.execute(
            "UPDATE urls SET state = 'pending', seen_run = ?"
            " WHERE found_on = ? AND kind = ? AND state = 'done' AND coalesce(done_run, 0) != ?",
            (self.run.id, entry.id, kind, self.run.id),
        )

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

    # Payloads and hosts -------------------------------------------------------------------------------

    def payload(self, digest: str) -> tuple[str, str, str] | None:
        """Address, date and record id under which a body is archived already."""
        found: tuple[str, str, str] | None = self.db.execute(
            "SELECT url, date, record FROM payloads WHERE digest = ?", (digest,)
        ).fetchone()
        return found

    def add_payload(self, digest: str, url: str, date: str, record: str) -> None:
        """Remember where a body is archived."""
        self.db.execute("INSERT OR IGNORE INTO payloads VALUES (?, ?, ?, ?)", (digest, url, date, record))

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

    def progress(self) -> dict[str, int]:
        """Articles of this run so far: how many were fetched, failed and are waiting."""
        fetched, failed, waiting = self.db.execute(
            "SELECT sum(state = 'done' AND done_run = ?1), sum(state = 'failed' AND done_run = ?1),"
            " sum(state IN ('pending', 'taken')) FROM urls WHERE kind = 'article'",
            (self.run.id,),
        ).fetchone()
        return {"fetched": fetched or 0, "failed": failed or 0, "waiting": waiting or 0}
