"""kill -9 at random moments: nothing lost, nothing twice, the archive whole all along."""

from __future__ import annotations

import random
import shutil
import sqlite3
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from crawler.ledger import BATCH_SECONDS
from tests.sites import Federation, Served, serve
from tests.sites.crawling import Crawl

KILLS = 20
MOST_ANSWERS = 15
"""Answers that a crawl has before it is killed, at most. All kills together leave the site unfinished."""


@pytest.fixture
def site() -> Federation:
    return Federation(
        size=KILLS * MOST_ANSWERS, politeness="delay = 0, autothrottle = false, concurrency = 2"
    )


@pytest.fixture
def served(site: Federation) -> Iterator[Served]:
    with serve(site) as served:
        site.port = served.port
        yield served


def kill_soon(crawl: Crawl, rng: random.Random) -> None:
    """Start a crawl and kill it at a random moment, somewhere between its first request and its last answer.

    The server answers no more than so many requests: a test that a busy machine keeps waiting kills late, but
    never too late.
    """
    seen = len(crawl.served.seen)
    wanted = rng.randint(1, MOST_ANSWERS)
    crawl.served.answers_left = MOST_ANSWERS
    process = crawl.start("--quiet")
    while len(crawl.served.seen) < seen + wanted:
        assert process.poll() is None, process.communicate()
        time.sleep(0.002)
    time.sleep(rng.uniform(0, 2.4 * BATCH_SECONDS))  # before, while and after it commits a batch
    assert process.poll() is None
    process.kill()
    process.communicate()
    crawl.served.answers_left = None


def settled(crawl: Crawl, scratch: Path) -> set[str]:
    """Articles that the frontier a kill left behind says are done; read from a copy, which heals nothing."""
    for file in crawl.home.glob("frontier.sqlite*"):
        shutil.copy(file, scratch / file.name)
    with sqlite3.connect(scratch / "frontier.sqlite") as db:
        rows = db.execute("SELECT url FROM urls WHERE state = 'done' AND kind = 'article'").fetchall()
    db.close()
    for file in scratch.glob("frontier.sqlite*"):
        file.unlink()
    return {url for (url,) in rows}


def test_killed_twenty_times(site: Federation, served: Served, tmp_path: Path) -> None:
    crawl = Crawl(served, tmp_path)
    crawl.declare(site.toml())
    rng = random.Random(20261122)
    scratch = tmp_path / "scratch"
    scratch.mkdir()
    done: set[str] = set()
    for _ in range(KILLS):
        before = len(served.seen)
        kill_soon(crawl, rng)
        asked = {served.root + seen.target for seen in served.seen[before:]}
        assert not asked & done, "fetched again although it was settled"
        stored = crawl.committed()
        assert set(stored.values()) <= {1}
        still = settled(crawl, scratch)
        assert done <= still <= set(stored)
        done = still
    assert 0 < len(done) < site.size, len(done)
    before = len(served.seen)
    report = crawl.run()

    assert not {served.root + seen.target for seen in served.seen[before:]} & done
    assert set(crawl.stored()) == site.articles()
    assert set(crawl.stored().values()) == {1}
    assert report["resumed"]
    assert report["new"] == site.size
    crawl.check()
