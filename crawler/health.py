"""The state of a source after a run: what was found, what failed and why, and whether to believe it."""

from __future__ import annotations

import datetime as dt
import json
from collections import Counter
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any

from crawler.articles import read_article, stored_articles
from crawler.ledger import Ledger
from schemas.source_config import SourceConfig

REFUSALS = frozenset({"robots", "outside", "unsafe", "redirect"})
"""Ends of requests that are no fault of the site's; they do not count as failed."""
FEW_FAILED = 2
"""Failures that say nothing of a run, however few articles it asked for."""
FILL_SAMPLE = 100
"""Articles read for the fill rates, the latest of the run."""
BODY_LENGTH = 200
"""Characters from which a body counts as one."""


@dataclass(slots=True)
class Report:
    """One run of one source. Counts are of articles unless they say otherwise."""

    source: str
    run: int = 0
    started: str | None = None
    finished: str | None = None
    resumed: bool = False
    listed: int = 0
    """Articles that the site's lists announced in this run."""
    fetched: int = 0
    """Requests for articles that were answered with a page, or with 'not modified'."""
    new: int = 0
    changed: int = 0
    unchanged: int = 0
    pending: int = 0
    """Left for the next run."""
    pages: int = 0
    """Lists fetched: feeds, sitemaps, section pages."""
    bytes: int = 0
    retries: int = 0
    failed: dict[str, int] = field(default_factory=dict)
    refused: dict[str, int] = field(default_factory=dict)
    failed_pages: dict[str, int] = field(default_factory=dict)
    dropped: dict[str, int] = field(default_factory=dict)
    """Links not followed, by reason."""
    fill: dict[str, float] = field(default_factory=dict)
    """Share of the articles fetched that have a title, a date, a body."""
    misses: list[str] = field(default_factory=list)
    """Expectations that were not met."""

    @property
    def healthy(self) -> bool:
        """Whether all expectations were met."""
        return not self.misses

    @classmethod
    def of_failure(cls, source: SourceConfig, message: str) -> Report:
        """Report of a run that could not be made."""
        return cls(source.id, misses=[message])

    def to_record(self) -> dict[str, Any]:
        """The report as plain JSON values."""
        return {**asdict(self), "healthy": self.healthy}


def report(
    source: SourceConfig, ledger: Ledger, dropped: Mapping[str, int], ended: bool = True, errors: int = 0
) -> Report:
    """Report on the run just made, kept as JSON under ``health/`` in the source's folder as well.

    Args:
        dropped: links not followed, by reason.
        ended: the run was not interrupted.
        errors: faults of our own, which leave pages to the next run.
    """
    made = _counted(source, ledger)
    made.dropped = {reason: count for reason, count in dropped.items() if count}
    made.fill = _fill(source, ledger)
    made.misses = list(_misses(source, made)) if ended else ["interrupted: the next crawl takes it up"]
    if errors:
        made.misses.append(f"{errors} pages could not be handled: a fault in the crawler, see the log")
    ledger.frontier.judge_run(made.healthy)
    ledger.commit_all()
    _keep(made, ledger.folder)
    return made


def _counted(source: SourceConfig, ledger: Ledger) -> Report:
    db, run = ledger.frontier.db, ledger.run
    started, finished = db.execute("SELECT started, finished FROM runs WHERE id = ?", (run.id,)).fetchone()
    made = Report(source.id, run.id, _time(started), _time(finished), run.resumed)
    outcomes = Counter(
        dict(
            db.execute(
                "SELECT outcome, count(*) FROM fetches f JOIN urls ON urls.id = f.url"
                " WHERE run = ? AND kind = 'article' GROUP BY 1",
                (run.id,),
            ).fetchall()
        )
    )
    made.new, made.changed, made.unchanged = outcomes["new"], outcomes["changed"], outcomes["unchanged"]
    made.fetched = made.new + made.changed + made.unchanged
    made.listed = _listed(ledger)
    made.pending = _one(db, "SELECT count(*) FROM urls WHERE state = 'pending' AND kind = 'article'")
    made.pages = _one(
        db,
        "SELECT count(*) FROM fetches f JOIN urls ON urls.id = f.url WHERE run = ? AND outcome IN"
        " ('page', 'unchanged') AND kind NOT IN ('article', 'robots')",
        run.id,
    )
    made.bytes = _one(db, "SELECT coalesce(sum(bytes), 0) FROM fetches WHERE run = ?", run.id)
    made.retries = _one(db, "SELECT count(*) FROM fetches WHERE run = ? AND outcome = 'retry'", run.id)
    for kind, reason, count in db.execute(
        "SELECT kind = 'article', reason, count(*) FROM urls WHERE state = 'failed' AND done_run = ?"
        " GROUP BY 1, 2",
        (run.id,),
    ):
        into = made.failed_pages if not kind else made.refused if reason in REFUSALS else made.failed
        into[reason or "unknown"] = count
    return made


def _listed(ledger: Ledger) -> int:
    """Articles linked to in this run, and those on lists that have not changed since."""
    return _one(
        ledger.frontier.db,
        "SELECT (SELECT count(*) FROM urls WHERE kind = 'article' AND seen_run = ?1)"
        " + (SELECT coalesce(sum(articles), 0) FROM urls WHERE kind != 'article' AND seen_run = ?1 AND"
        " (coalesce(done_run, 0) < ?1 OR id IN (SELECT url FROM fetches WHERE run = ?1 AND status = 304)))",
        ledger.run.id,
    )


def _one(db: Any, query: str, *values: object) -> int:
    return int(db.execute(query, values).fetchone()[0])


def _time(seconds: float | None) -> str | None:
    return dt.datetime.fromtimestamp(seconds, dt.UTC).isoformat(timespec="seconds") if seconds else None


def _fill(source: SourceConfig, ledger: Ledger) -> dict[str, float]:
    """Share of the run's latest articles that have a title, a date and a body."""
    filled: Counter[str] = Counter()
    read = 0
    for stored in stored_articles(ledger.folder, ledger.frontier, ledger.run.id, FILL_SAMPLE):
        article = read_article(source, stored)
        read += 1
        filled["title"] += bool(article.title)
        filled["date"] += article.published is not None
        filled["body"] += len(article.body) >= BODY_LENGTH
    return {name: round(filled[name] / read, 4) for name in ("title", "date", "body")} if read else {}


def _misses(source: SourceConfig, made: Report) -> list[str]:
    expect = source.expectations
    misses = []
    if made.listed < expect.min_articles:
        misses.append(f"{made.listed} articles listed, at least {expect.min_articles} expected")
    failed = sum(made.failed.values())
    asked = made.fetched + failed
    if failed > FEW_FAILED and failed / asked > expect.max_failed:
        misses.append(f"{failed} of {asked} articles failed, at most {expect.max_failed:.0%} expected")
    for name, share in made.fill.items():
        floor = getattr(expect, name)
        if share < floor:
            misses.append(f"{share:.0%} of articles have a {name}, at least {floor:.0%} expected")
    if made.failed_pages and not made.pages:
        misses.append(
            "no list could be read: " + ", ".join(f"{r} ({n})" for r, n in made.failed_pages.items())
        )
    return misses


def _keep(made: Report, folder: Path) -> None:
    reports = folder / "health"
    reports.mkdir(exist_ok=True)
    text = json.dumps(made.to_record(), ensure_ascii=False, indent=2) + "\n"
    for name in (f"{made.run:06d}.json", "latest.json"):
        unfinished = reports / (name + ".tmp")
        unfinished.write_text(text, "utf-8")
        unfinished.replace(reports / name)
