"""The crawler as a process against sites of our own: everything allowed, nothing forbidden, nothing twice."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from crawler.politeness import user_agent
from tests.sites import Endless, Federation, Newspaper, Site, Union, serve
from tests.sites.crawling import Crawl

STYLES = (Federation, Newspaper, Union, Endless)


@pytest.fixture(params=STYLES, ids=lambda style: style.__name__)
def site(request: pytest.FixtureRequest) -> Site:
    style: type[Site] = request.param
    return style()


@pytest.fixture
def crawl(site: Site, tmp_path: Path) -> Iterator[Crawl]:
    with serve(site) as served:
        site.port = served.port
        crawl = Crawl(served, tmp_path)
        crawl.declare(site.toml())
        yield crawl


def test_all_that_is_allowed_once_and_never_again(site: Site, crawl: Crawl) -> None:
    first_run(site, crawl)
    second_run_on_an_unchanged_site(site, crawl)
    assert {seen.headers["user-agent"] for seen in crawl.served.seen} == {
        user_agent("thu@example.org").lower()
    }
    crawl.check()


def first_run(site: Site, crawl: Crawl) -> None:
    report = crawl.run()
    assert set(crawl.stored()) == site.articles()
    assert set(crawl.stored().values()) == {1}
    assert not [target for target in crawl.served.targets() if target.startswith("/cam/")]
    asked = [target for target in crawl.served.targets() if site.is_article(target)]
    assert len(asked) == len(set(asked)) == site.size
    assert report["new"] == report["listed"] - sum(report["refused"].values()) == site.size
    assert len((crawl.home / "index.cdxj").read_text("utf-8").splitlines()) == len(crawl.served.seen)
    assert report["fill"] == {"title": 1.0, "date": 1.0, "body": 1.0}


def second_run_on_an_unchanged_site(site: Site, crawl: Crawl) -> None:
    before = len(crawl.served.seen)
    report = crawl.run()
    again = crawl.served.seen[before:]
    assert sum(seen.size for seen in again if site.is_article(seen.target)) == 0
    assert report["new"] == report["changed"] == 0
    assert report["healthy"]
    assert set(crawl.stored().values()) == {1}
