"""``thidua run --source``: crawl, extract, load; and what a run below its floor keeps out."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import duckdb
import pytest

from tests.sites import Newspaper, serve
from tests.sites.crawling import Crawl

UNMET = "[expectations]\nmin_articles = 500\n"


@pytest.fixture
def site() -> Newspaper:
    return Newspaper(size=6)


@pytest.fixture
def crawl(site: Newspaper, tmp_path: Path) -> Iterator[Crawl]:
    with serve(site) as served:
        site.port = served.port
        crawl = Crawl(served, tmp_path)
        crawl.declare(site.toml())
        yield crawl


def run(crawl: Crawl, *more: str) -> int:
    """``thidua run --source``; returns its exit code."""
    env = os.environ | {"THIDUA_CONTACT": "thu@example.org", "THIDUA_TEST_ADDRESS": crawl.served.address}
    where = ["--archive", "archive", "--sources", "sources", "--db", "thu.duckdb"]
    command = [sys.executable, "-m", "thidua", "run", "--source", crawl.source, *where, *more]
    done = subprocess.run(command, env=env, cwd=crawl.folder, capture_output=True, text=True, check=False)
    assert "Traceback" not in done.stderr, done.stderr
    return done.returncode


def loaded(crawl: Crawl) -> list[tuple[str, str, str]]:
    with duckdb.connect(str(crawl.folder / "thu.duckdb"), read_only=True) as db:
        return db.sql("SELECT url, title, source_id FROM article ORDER BY url").fetchall()


def test_crawl_extract_load_and_replay_offline(site: Newspaper, crawl: Crawl) -> None:
    assert run(crawl) == 0
    rows = loaded(crawl)
    assert {url for url, _, _ in rows} == site.articles()
    assert {title for _, title, _ in rows} == {story.title for story in site.stories}
    assert run(crawl) == 0
    assert loaded(crawl) == rows
    asked = len(crawl.served.seen)
    command = [sys.executable, "-m", "thidua", "extract", str(crawl.home), "--quiet"]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    assert len(done.stdout.splitlines()) == site.size
    assert len(crawl.served.seen) == asked


def test_nothing_of_an_unhealthy_run_is_loaded_without_force(site: Newspaper, crawl: Crawl) -> None:
    crawl.declare(site.toml() + UNMET)
    assert run(crawl) == 3
    assert not (crawl.folder / "thu.duckdb").exists() or loaded(crawl) == []
    assert run(crawl, "--force") == 3
    assert {url for url, _, _ in loaded(crawl)} == site.articles()
