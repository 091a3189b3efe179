"""Faulty and hostile servers: every fault ends in a reason, none in a lost or a doubled article."""

from __future__ import annotations

import datetime as dt
import gzip
import json
import os
import signal
import subprocess
import time
from collections.abc import Iterator
from email.utils import formatdate
from pathlib import Path

import pytest

from tests.sites import Endless, Fault, Federation, Newspaper, Reply, Union, serve
from tests.sites.certificates import self_signed
from tests.sites.crawling import PATIENCE, Crawl

SHORT = "timeout = 4, concurrency = 4"
"""Where a server lets us wait: long enough for a busy machine to answer all else."""
BOMB = gzip.compress(b"\0" * 30_000_000)


@pytest.fixture
def site() -> Union:
    return Union(size=8)


@pytest.fixture
def crawl(site: Union, tmp_path: Path) -> Iterator[Crawl]:
    with serve(site) as served:
        site.port = served.port
        crawl = Crawl(served, tmp_path)
        crawl.declare(site.toml())
        yield crawl


def redirect(to: str) -> Reply:
    return Reply(b"", 302, {"Location": to})


LASTING = {
    "404": (Reply(b"gone", 404, {"Content-Type": "text/html"}), "404", 1),
    "500": (Reply(b"broken", 500), "500", 3),
    "hang": (Reply(fault="hang"), "timeout", 3),
    "reset": (Reply(fault="reset"), "connection lost", 3),
    "truncate": (Reply(b"<p>half</p>" * 99, fault="truncate"), "truncated body", 3),
    "bomb": (Reply(BOMB, headers={"Content-Encoding": "gzip", "Content-Type": "text/html"}), "too large", 1),
    "huge": (Reply(b" " * 12_000_000, headers={"Content-Type": "text/html"}), "too large", 1),
    "empty": (Reply(b"", headers={"Content-Type": "text/html"}), "empty", 3),
    "binary": (Reply(b"\x89PNG\r\n\x1a\n\0\0", headers={"Content-Type": "image/png"}), "no page", 1),
    "other host": (redirect("http://bao-khac.example/bai"), "outside", 1),
    "private": (redirect("http://169.254.169.254/latest"), "outside", 1),
    "other port": (redirect("http://127.0.0.1:9/2026/03/x/"), "unsafe", 1),
    "no article": (redirect("/"), "redirect", 1),
    "itself": (redirect("?utm_source=a"), "redirect loop", 1),
}


def test_every_fault_has_its_reason(tmp_path: Path) -> None:
    """All faults at once, one article each; the others are collected all the same."""
    site = Union(size=len(LASTING) + 4)
    with serve(site) as served:
        site.port = served.port
        crawl = Crawl(served, tmp_path)
        patient = site.toml().replace("concurrency = 4", SHORT)
        crawl.declare(patient + "[expectations]\nmax_failed = 1.0\n")
        paths = [site.path_of(story) for story in site.stories]
        for path, (reply, _, _) in zip(paths, LASTING.values(), strict=False):
            served.faults[path] = Fault(reply)
        report = crawl.run()
        states = crawl.states()
        for path, (name, (_, reason, attempts)) in zip(paths, LASTING.items(), strict=False):
            assert states[served.root + path] == ("failed", reason), name
            assert served.targets().count(path) == attempts, name
        collected = {url for url, (state, _) in states.items() if state == "done" and url in site.articles()}
        assert collected == {served.root + path for path in paths[len(LASTING) :]} <= set(crawl.stored())
        assert sum(report["failed"].values()) + sum(report["refused"].values()) == len(LASTING)
        crawl.check()
    assert not [target for target in served.targets() if "9/2026" in target]


def test_passing_faults_lose_nothing(site: Union, crawl: Crawl) -> None:
    faults = [
        Reply(status=500),
        Reply(fault="reset"),
        Reply(b"x" * 999, fault="truncate"),
        Reply(fault="hang"),
    ]
    for story, reply in zip(site.stories, faults, strict=False):
        crawl.served.faults[site.path_of(story)] = Fault(reply, times=1)
    crawl.declare(site.toml().replace("concurrency = 4", SHORT))
    report = crawl.run()
    assert set(crawl.stored()) == site.articles()
    assert report["retries"] == len(faults)
    assert report["failed"] == {}


def test_redirect_loop_and_moved_article(site: Union, crawl: Crawl) -> None:
    first, second, third, moved = (site.path_of(story) for story in site.stories[:4])
    crawl.served.faults[first] = Fault(redirect(second))
    crawl.served.faults[second] = Fault(redirect(first))
    crawl.served.faults["/2020/01/bai-cu/"] = Fault(redirect(third))
    crawl.served.faults[moved] = Fault(redirect("/2020/01/bai-cu/"))
    crawl.run()
    assert "redirect loop" in {reason for _, reason in crawl.states().values()}
    assert set(crawl.stored()) == {
        crawl.served.root + site.path_of(s) for s in site.stories if s.number not in (1, 2, 4)
    }
    assert max(crawl.served.targets().count(path) for path in (first, second, third)) == 1


@pytest.mark.parametrize("as_date", [False, True], ids=["seconds", "date"])
def test_retry_after_holds_the_whole_host(site: Union, crawl: Crawl, as_date: bool) -> None:
    over: list[float] = []

    def later() -> Reply:
        until = int(time.time()) + 3
        over.append(time.monotonic() + (until - time.time() if as_date else 2))
        wait = formatdate(until, usegmt=True) if as_date else "2"
        return Reply(status=503, headers={"Retry-After": wait})

    crawl.served.faults[site.path_of(site.stories[-1])] = Fault(later, times=1)
    crawl.declare(site.toml().replace("concurrency = 4", "concurrency = 1"))
    crawl.run()
    asked = next(number for number, seen in enumerate(crawl.served.seen) if seen.status == 503)
    # Wall clocks are steered: a date is kept to within a twentieth of a second.
    assert crawl.served.seen[asked + 1].at >= over[0] - 0.05
    assert set(crawl.stored()) == site.articles()


def test_long_retry_after_is_left_to_the_next_run(site: Union, crawl: Crawl) -> None:
    path = site.path_of(site.stories[-1])
    crawl.served.faults[path] = Fault(Reply(status=503, headers={"Retry-After": "9000"}))
    crawl.declare(site.toml().replace("concurrency = 4", "concurrency = 1"))
    report = crawl.run()  # which would be given up long before 9000 seconds
    assert report["pending"] == site.size
    seen = len(crawl.served.seen)
    crawl.run()
    assert [s.target for s in crawl.served.seen[seen:] if s.target not in ("/feed/", "/robots.txt")] == []


def test_robots_that_cannot_be_had_forbids_all(site: Union, crawl: Crawl) -> None:
    crawl.served.faults["/robots.txt"] = Fault(Reply(status=500))
    report = crawl.run(code=3)
    assert set(crawl.served.targets()) == {"/robots.txt"}
    assert not report["healthy"]


def test_robots_that_forbids_all(site: Union, crawl: Crawl) -> None:
    site.robots = "User-agent: *\nAllow: /\n\nUser-agent: thiduabot\nDisallow: /\n"
    crawl.run(code=3)
    assert set(crawl.served.targets()) == {"/robots.txt"}


def test_address_that_no_switch_names_is_refused(site: Union, crawl: Crawl) -> None:
    report = crawl.run(address="", code=3)
    assert crawl.served.seen == []
    assert report["failed_pages"] == {"unsafe": 1}


def test_name_that_leads_to_loopback_is_refused(site: Union, crawl: Crawl) -> None:
    crawl.declare(site.toml().replace("127.0.0.1", "localhost"))
    crawl.run(code=3)
    assert crawl.served.seen == []


def test_certificate_must_hold_unless_the_source_says_otherwise(tmp_path: Path) -> None:
    site = Union(size=2, scheme="https")
    with serve(site, self_signed(tmp_path)) as served:
        site.port = served.port
        crawl = Crawl(served, tmp_path)
        crawl.declare(site.toml())
        assert crawl.run(code=3)["failed_pages"] == {"certificate": 1}
        assert served.seen == []
        crawl.declare(f"verify_tls = false\n{site.toml()}")
        crawl.run()
        assert set(crawl.stored()) == site.articles()


def test_changed_article_is_fetched_again(tmp_path: Path) -> None:
    site = Newspaper(size=12)
    with serve(site) as served:
        site.port = served.port
        crawl = Crawl(served, tmp_path)
        crawl.declare(site.toml())
        crawl.run()
        site.stories[4].edition = 2
        before = len(served.seen)
        report = crawl.run()
        asked = [
            seen.target
            for seen in served.seen[before:]
            if site.is_article(seen.target) and seen.status == 200
        ]
        assert asked == [site.path_of(site.stories[4])]
        assert (report["new"], report["changed"]) == (0, 1)
        assert crawl.stored()[served.root + asked[0]] == 2
        kinds = [kind for kind, status, _ in crawl.records() if status == 304]
        assert set(kinds) == {"revisit"}
        crawl.check()


def test_sitemap_that_dates_everything_now_costs_nothing(tmp_path: Path) -> None:
    """Some sites write the moment of asking as every article's date of change."""
    site = Newspaper(size=20, validators=False)
    with serve(site) as served:
        site.port = served.port
        crawl = Crawl(served, tmp_path)
        crawl.declare(site.toml())
        for run in range(2):
            site.dated = dt.datetime.now(dt.UTC)
            report = crawl.run()
            assert report["new"] + report["changed"] + report["unchanged"] == (20 if run == 0 else 0)
        assert report["dropped"]["date of the list, not of its articles"] == 20


def test_new_articles_are_all_found_and_old_pages_left_alone(tmp_path: Path) -> None:
    site = Federation(size=40)
    with serve(site) as served:
        site.port = served.port
        crawl = Crawl(served, tmp_path)
        crawl.declare(site.toml())
        crawl.run()
        before = len(served.seen)
        site.size = 52
        site.__post_init__()
        report = crawl.run()
        lists = [seen.target for seen in served.seen[before:] if "Default" in seen.target]
        assert report["new"] == 12
        assert set(crawl.stored()) == site.articles()
        assert len(lists) <= 3


def test_endless_pages_end(tmp_path: Path) -> None:
    site = Endless(size=30)
    with serve(site) as served:
        site.port = served.port
        crawl = Crawl(served, tmp_path)
        crawl.declare(site.toml())
        report = crawl.run()
        assert set(crawl.stored()) == site.articles()
        assert len([t for t in served.targets() if t.startswith("/tin-tuc")]) <= 30 / site.per_page + 1
        assert len([t for t in served.targets() if t.startswith("/lich")]) <= 24
        assert report["dropped"]["calendar"] >= 1


def test_same_body_is_stored_once(site: Union, crawl: Crawl) -> None:
    same = Reply(site.stories[0].html().encode(), headers={"Content-Type": "text/html; charset=utf-8"})
    for story in site.stories[:3]:
        crawl.served.faults[site.path_of(story)] = Fault(same)
    crawl.run()
    assert len(crawl.stored()) == site.size - 2
    assert len([1 for kind, status, _ in crawl.records() if kind == "revisit" and status == 200]) == 2
    crawl.check()


def test_limit_and_since(site: Union, crawl: Crawl) -> None:
    report = crawl.run("--limit", "3")
    assert (report["new"], report["pending"]) == (3, site.size - 3)
    assert crawl.run()["new"] == site.size - 3
    other = Crawl(crawl.served, crawl.folder / "other")
    other.declare(site.toml())
    other.run("--since", f"{site.stories[5].published:%Y-%m-%d}")
    dates = sorted(s.published.date() for s in site.stories)
    kept = [d for d in dates if d >= site.stories[5].published.date()]
    assert len(other.stored()) == len(kept)


def test_unhealthy_run_is_said_so(site: Union, crawl: Crawl) -> None:
    crawl.declare(site.toml() + "[expectations]\nmin_articles = 500\n")
    report = crawl.run(code=3)
    assert report["misses"] == ["8 articles listed, at least 500 expected"]
    kept = json.loads((crawl.home / "health" / "latest.json").read_text("utf-8"))
    assert kept == report


def test_second_crawl_of_a_source_is_told(site: Union, crawl: Crawl) -> None:
    first = crawl.start_held(answers=1)
    before = len(crawl.served.seen)
    report = crawl.run(code=3)
    assert "another crawl" in report["misses"][0]
    assert len(crawl.served.seen) == before
    crawl.served.answers_left = None
    assert crawl.ended(first) == 0
    assert set(crawl.stored()) == site.articles()


def test_interrupt_ends_in_good_order_and_is_taken_up(site: Union, crawl: Crawl) -> None:
    process = crawl.start_held(answers=4)
    process.send_signal(signal.SIGINT)
    crawl.served.answers_left = None
    out, _ = process.communicate(timeout=PATIENCE)
    assert process.returncode == 3
    assert json.loads(out)[0]["misses"] == ["interrupted: the next crawl takes it up"]
    assert crawl.run()["resumed"]
    assert set(crawl.stored()) == site.articles()
    assert len(crawl.served.targets()) == len(set(crawl.served.targets())) + 1  # robots.txt, once per process


def test_fault_of_our_own_is_reported(site: Union, crawl: Crawl, monkeypatch: pytest.MonkeyPatch) -> None:
    """A page that the crawler itself stumbles over must not pass in silence."""
    (crawl.folder / "sitecustomize.py").write_text(
        "from crawler.reading import LinkReader\n"
        "def stumble(*_):\n    raise RuntimeError('stumbled')\n"
        "LinkReader.read_article = stumble\n"
    )
    monkeypatch.setenv("PYTHONPATH", str(crawl.folder))
    process = crawl.start()
    out, err = process.communicate(timeout=PATIENCE)
    assert process.returncode == 3
    assert json.loads(out)[0]["misses"][-1].startswith("8 pages could not be handled")
    assert "stumbled" in err


def test_full_disk_ends_the_crawl_and_loses_nothing(tmp_path: Path) -> None:
    site = Newspaper(size=120)
    with serve(site) as served:
        site.port = served.port
        crawl = Crawl(served, tmp_path)
        crawl.declare(site.toml())
        # A file may grow to 64 KiB: the archive, or the frontier's log, comes up against it.
        limited = ["/bin/sh", "-c", 'ulimit -f 128 && exec "$@"', "sh", *crawl.command()]
        env = os.environ | {"THIDUA_CONTACT": "thu@example.org", "THIDUA_TEST_ADDRESS": served.address}
        done = subprocess.run(limited, env=env, capture_output=True, text=True, timeout=PATIENCE, check=False)
        assert done.returncode == 3, done.stderr
        assert "cannot be written" in json.loads(done.stdout)[0]["misses"][0]
        assert "Traceback" not in done.stderr
        crawl.run()
        assert set(crawl.stored()) == site.articles()
        assert set(crawl.stored().values()) == {1}
        crawl.check()
