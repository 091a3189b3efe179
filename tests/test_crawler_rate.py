"""Never faster than declared: measured by the server's own clock."""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path

import pytest

from tests.sites import Fault, Federation, Reply, serve
from tests.sites.crawling import Crawl

DECLARED = {
    "declared delay": ("delay = 0.3, autothrottle = false, concurrency = 4", "", 0.3),
    "autothrottle": ("delay = 0.3, autothrottle = true", "", 0.3),
    "Crawl-delay": ("delay = 0", "Crawl-delay: 2\n", 2.0),
    "Request-rate": ("delay = 0.1, concurrency = 4", "Request-rate: 2/1s\n", 0.5),
    "the slower of both": ("delay = 0.6", "Crawl-delay: 0.2\n", 0.6),
}

ANSWERING = 0.1
"""Seconds that the server takes for an answer."""


@pytest.mark.parametrize(("politeness", "rule", "delay"), DECLARED.values(), ids=DECLARED)
def test_never_above_the_declared_rate(politeness: str, rule: str, delay: float, tmp_path: Path) -> None:
    site = Federation(size=2 if delay > 1 else 6, politeness=politeness)
    site.robots = f"User-agent: *\n{rule}Disallow: /cam/\n"
    with serve(site) as served:
        site.port = served.port
        served.delay = ANSWERING
        # Failures must not make it faster either.
        served.faults["/ChiTiet.aspx?id=2"] = Fault(Reply(fault="reset"), times=1)
        crawl = Crawl(served, tmp_path)
        crawl.declare(site.toml())
        crawl.run()
        moments = [seen.at for seen in served.seen]
        assert set(crawl.stored()) == site.articles()
    pauses = [later - earlier for earlier, later in pairwise(moments)]
    # From the end of an answer to the next request: load can only make it longer.
    assert min(pauses) >= delay + ANSWERING, sorted(pauses)[:5]


def test_two_sources_on_one_host_share_its_rate(tmp_path: Path) -> None:
    """They are crawled one after the other, and the pause holds between them and between runs."""
    site = Federation(size=3, politeness="delay = 0.4")
    with serve(site) as served:
        site.port = served.port
        crawl = Crawl(served, tmp_path)
        crawl.declare(site.toml())
        Crawl(served, tmp_path, "hai").declare(site.toml())
        for _ in range(2):
            assert crawl.ended(crawl.start("hai")) == 0
        moments = [seen.at for seen in served.seen]
        assert crawl.stored() == Crawl(served, tmp_path, "hai").stored() != {}
    assert min(later - earlier for earlier, later in pairwise(moments)) >= 0.4
