"""A run in figures, from the frontier and the archive."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from typing import Any

from crawler.articles import read_article, stored_articles
from crawler.health.report import Report
from crawler.ledger import Ledger
from crawler.reasons import OURS
from schemas.source_config import SourceConfig

FILL_SAMPLE = 100
"""Articles read for the fill rates, the latest of the run."""
BODY_LENGTH = 200
"""Characters from which a body counts as one."""


def counted(source: SourceConfig, ledger: Ledger) -> Report:
    """The run just made, in counts and in time."""
    run = ledger.run
    started, finished = ledger.frontier.db.execute(
        "SELECT started, finished FROM runs WHERE id = ?", (run.id,)
    ).fetchone()
    made = Report(source.id, run.id, _time(started), _time(finished), run.resumed)
    _count_articles(made, ledger)
    _count_requests(made, ledger)
    _count_failures(made, ledger)
    return made


def _count_articles(made: Report, ledger: Ledger) -> None:
    db = ledger.frontier.db
    outcomes = Counter(
        dict(
            db.execute(
                "SELECT outcome, count(*) FROM fetches f JOIN urls ON urls.id = f.url"
                " WHERE run = ? AND kind = 'article' GROUP BY 1",
                (made.run,),
            ).fetchall()
        )
    )
    made.new, made.changed, made.unchanged = outcomes["new"], outcomes["changed"], outcomes["unchanged"]
    made.fetched = made.new + made.changed + made.unchanged
    made.listed = _listed(ledger)
    made.pending = _one(db, "SELECT count(*) FROM urls WHERE state = 'pending' AND kind = 'article'")


def _count_requests(made: Report, ledger: Ledger) -> None:
    db = ledger.frontier.db
    made.pages = _one(
        db,
        "SELECT count(*) FROM fetches f JOIN urls ON urls.id = f.url WHERE run = ? AND outcome IN"
        " ('page', 'unchanged') AND kind NOT IN ('article', 'robots')",
        made.run,
    )
    made.bytes = _one(db, "SELECT coalesce(sum(bytes), 0) FROM fetches WHERE run = ?", made.run)
    made.retries = _one(db, "SELECT count(*) FROM fetches WHERE run = ? AND outcome = 'retry'", made.run)


def _count_failures(made: Report, ledger: Ledger) -> None:
    for is_article, reason, count in ledger.frontier.db.execute(
        "SELECT kind = 'article', reason, count(*) FROM urls WHERE state = 'failed' AND done_run = ?"
        " GROUP BY 1, 2",
        (made.run,),
    ):
        into = made.failed_pages if not is_article else made.refused if reason in OURS else made.failed
        into[reason or "unknown"] = count


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


def fill_rates(source: SourceConfig, ledger: Ledger) -> dict[str, float]:
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
