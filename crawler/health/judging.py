"""A run against what its source promises."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from pathlib import Path

from crawler.health.counting import counted, fill_rates
from crawler.health.report import Report
from crawler.ledger import Ledger
from schemas.source_config import SourceConfig

FEW_FAILED = 2
"""Failures that say nothing of a run, however few articles it asked for."""


def report(
    source: SourceConfig, ledger: Ledger, dropped: Mapping[str, int], ended: bool = True, errors: int = 0
) -> Report:
    """Report on the run just made, kept as JSON under ``health/`` in the source's folder as well.

    Args:
        dropped: links not followed, by reason.
        ended: the run was not interrupted.
        errors: faults of our own, which leave pages to the next run.
    """
    made = counted(source, ledger)
    made.dropped = {reason: count for reason, count in dropped.items() if count}
    made.fill = fill_rates(source, ledger)
    made.misses = (
        [*_misses_in_counts(source, made), *_misses_in_fill(source, made)]
        if ended
        else ["interrupted: the next crawl takes it up"]
    )
    if errors:
        made.misses.append(f"{errors} pages could not be handled: a fault in the crawler, see the log")
    ledger.frontier.judge_run(made.healthy)
    ledger.commit_all()
    _keep(made, ledger.folder)
    return made


def _misses_in_counts(source: SourceConfig, made: Report) -> Iterator[str]:
    expect = source.expectations
    if made.listed < expect.min_articles:
        yield f"{made.listed} articles listed, at least {expect.min_articles} expected"
    failed = sum(made.failed.values())
    asked = made.fetched + failed
    if failed > FEW_FAILED and failed / asked > expect.max_failed:
        yield f"{failed} of {asked} articles failed, at most {expect.max_failed:.0%} expected"
    if made.failed_pages and not made.pages:
        yield "no list could be read: " + ", ".join(f"{r} ({n})" for r, n in made.failed_pages.items())


def _misses_in_fill(source: SourceConfig, made: Report) -> Iterator[str]:
    for name, share in made.fill.items():
        floor = getattr(source.expectations, name)
        if share < floor:
            yield f"{share:.0%} of articles have a {name}, at least {floor:.0%} expected"


def _keep(made: Report, folder: Path) -> None:
    reports = folder / "health"
    reports.mkdir(exist_ok=True)
    text = json.dumps(made.to_record(), ensure_ascii=False, indent=2) + "\n"
    for name in (f"{made.run:06d}.json", "latest.json"):
        unfinished = reports / (name + ".tmp")
        unfinished.write_text(text, "utf-8")
        unfinished.replace(reports / name)
