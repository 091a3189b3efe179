"""kill -9 at random moments: nothing lost, nothing twice, the archive whole all along."""

from __future__ import annotations

import random
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.sites import Federation, Served, serve
from tests.sites.crawling import Crawl

KILLS = 20


@pytest.fixture
def site() -> Federation:
    return Federation(size=300, politeness="delay = 0, autothrottle = false, concurrency = 2")


@pytest.fixture
def served(site: Federation) -> Iterator[Served]:
    with serve(site) as served:
        site.port = served.port
        served.delay = 0.01
        yield served


def killed_soon(crawl: Crawl, rng: random.Random) -> bool:
    """Start a crawl and kill it at a random moment; True if it was still running."""
    before = len(crawl.served.seen)
    process = crawl.start("--quiet")
    while process.poll() is None and len(crawl.served.seen) == before:
        time.sleep(0.005)  # the moments before the first request are all the same
    time.sleep(rng.uniform(0, 0.25))
    running = process.poll() is None
    process.kill()
    process.communicate(timeout=30)
    return running


def test_killed_twenty_times(site: Federation, served: Served, tmp_path: Path) -> None:
    undisturbed = Crawl(served, tmp_path / "undisturbed")
    undisturbed.declare(site.toml())
    undisturbed.run()
    requests = len(served.seen)

    crawl = Crawl(served, tmp_path / "killed")
    crawl.declare(site.toml())
    rng = random.Random(20261122)
    kills = 0
    for _ in range(KILLS):
        kills += killed_soon(crawl, rng)
        stored = crawl.committed()
        assert set(stored.values()) <= {1}
    assert kills == KILLS, "the site is too small: a crawl ended before it was killed"
    report = crawl.run()

    assert crawl.stored() == undisturbed.stored()
    assert set(crawl.stored()) == site.articles()
    assert set(crawl.stored().values()) == {1}
    assert report["resumed"]
    assert report["new"] == site.size
    crawl.check()
    # Lost with each kill: robots.txt, what was in flight, and what a quarter of a second had not committed.
    wasted = len(served.seen) - 2 * requests
    assert wasted <= KILLS * 60, wasted
