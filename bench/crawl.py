"""Overhead of the crawler: pages per second against a plain Scrapy spider that only follows and discards.

Same site, same machine, same run, one after the other, delays off. The crawler writes WARC with its index,
keeps its frontier on the disk and reads links; the plain spider follows every link and keeps nothing. The
lean spider is the fastest Scrapy that one would write: no request for a link it has seen, one item task.

On a machine that others use, pages per second say little: the ratios of processor time are printed as well.

    .venv/bin/python bench/crawl.py [--pages 3000] [--rounds 3]
"""

from __future__ import annotations

import argparse
import json
import os
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

PER_LIST = 25
BASE = 100
"""Articles of the small site whose time, start and health report included, is taken off."""
PARAGRAPH = (
    "Sáng nay, ban chấp hành công đoàn cơ sở đã gặp mặt đoàn viên tiêu biểu, trao quà cho người lao động có "
    "hoàn cảnh khó khăn và phát động đợt thi đua mới với nhiều chỉ tiêu về năng suất, chất lượng và an toàn. "
)
PLAIN = """
import sys, scrapy
from scrapy.crawler import CrawlerProcess

seen = set()

class Plain(scrapy.Spider):
    name = "plain"
    start_urls = [sys.argv[1] + "/tin?page=1"]
    custom_settings = dict(
        CONCURRENT_REQUESTS=8, CONCURRENT_REQUESTS_PER_DOMAIN=8, DOWNLOAD_DELAY=0, ROBOTSTXT_OBEY=True,
        TELNETCONSOLE_ENABLED=False, REMOTE_CONTROL_ENABLED=False, COOKIES_ENABLED=False,
    )

    def parse(self, response):
        if sys.argv[2] == "plain":
            yield from response.follow_all(css="a")
            return
        for href in response.css("a::attr(href)").getall():
            if href not in seen:
                seen.add(href)
                yield response.follow(href)

process = CrawlerProcess({"LOG_LEVEL": "ERROR", **({"CONCURRENT_ITEMS": 1} if sys.argv[2] == "lean" else {})})
process.crawl(Plain)
process.start()
"""
SOURCE = """
name = "Bench"
kind = "other"
home = "{root}/"
article_urls = ['/bai/\\d+\\.html$']
politeness = {{ delay = 0, autothrottle = false, concurrency = 8 }}
[[discovery]]
kind = "section"
urls = ["{root}/tin?page=1"]
next = "/tin?page={{page}}"
max_pages = 100000
from_articles = true
[expectations]
date = 0
"""


def page(number: int, links: int = 60, paragraphs: int = 90) -> str:
    """An article of about the size and number of links of a real one."""
    menu = "".join(
        f"<li><a href='/bai/{1 + (number * 7 + n) % 50}.html'>Mục {n}</a></li>" for n in range(links)
    )
    text = "".join(f"<p class='doan'>{n + number}. {PARAGRAPH}</p>" for n in range(paragraphs))
    head = f"<html><head><title>Bài {number}</title></head>"
    return f"{head}<body><ul>{menu}</ul><article>{text}</article></body></html>"


def serve(pages: int) -> None:
    """Serve the site from a process of its own until killed; prints its port."""
    from tests.sites import Reply, serve

    html = {"Content-Type": "text/html; charset=utf-8"}
    bodies = {number: page(number).encode() for number in range(1, pages + 1)}

    def handler(target: str, headers: dict[str, str]) -> Reply:
        if target.startswith("/bai/"):
            return Reply(bodies[int(target[5:-5])], headers=dict(html))
        if target.startswith("/tin?page="):
            at = (int(target[10:]) - 1) * PER_LIST
            numbers = range(at + 1, min(at + PER_LIST, pages) + 1)
            links = "".join(f"<a href='/bai/{n}.html'>Bài {n}</a>" for n in numbers)
            after = f"<a href='/tin?page={at // PER_LIST + 2}'>Sau</a>" if at + PER_LIST < pages else ""
            return Reply(f"<html><body>{links}{after}</body></html>".encode(), headers=dict(html))
        return Reply(status=404)

    with serve(handler) as served:
        print(served.port, flush=True)
        while True:
            time.sleep(60)


def timed(command: list[str], env: dict[str, str]) -> tuple[float, float]:
    """Seconds that a command takes by the clock, and of the processor."""
    began = time.perf_counter()
    process = subprocess.Popen(command, env=env, stdout=subprocess.DEVNULL, cwd=ROOT)
    _, status, used = os.wait4(process.pid, 0)
    assert status == 0, command
    return time.perf_counter() - began, used.ru_utime + used.ru_stime


def rounds(pages: int, count: int) -> list[dict[str, float]]:
    """Pages per second of both, in turns; a small site's time is taken off."""
    results = []
    with tempfile.TemporaryDirectory() as scratch:
        for number in range(count):
            results.append(_round(pages, Path(scratch) / str(number)))
            print(json.dumps(results[-1]), file=sys.stderr)
    return results


def _round(pages: int, folder: Path) -> dict[str, float]:
    times = {size: _all(size, folder / str(size)) for size in (BASE, pages)}
    answers = (pages - BASE) * (1 + 1 / PER_LIST)
    (plain, lean, ours), (plain_cpu, lean_cpu, ours_cpu) = (
        [times[pages][n][clock] - times[BASE][n][clock] for n in range(3)] for clock in (0, 1)
    )
    return {
        "plain pages/s": round(answers / plain, 1),
        "lean pages/s": round(answers / lean, 1),
        "crawler pages/s": round(answers / ours, 1),
        "ratio to plain": round(plain / ours, 2),
        "ratio to lean": round(lean / ours, 2),
        "ratio to plain, processor": round(plain_cpu / ours_cpu, 2),
        "ratio to lean, processor": round(lean_cpu / ours_cpu, 2),
    }


def _all(pages: int, folder: Path) -> tuple[tuple[float, float], ...]:
    folder.mkdir(parents=True)
    server = subprocess.Popen(
        [sys.executable, __file__, "--serve", str(pages)], stdout=subprocess.PIPE, text=True, cwd=ROOT
    )
    try:
        assert server.stdout is not None
        port = int(server.stdout.readline())
        root = f"http://127.0.0.1:{port}"
        (folder / "bench.toml").write_text(SOURCE.format(root=root), "utf-8")
        (folder / "plain.py").write_text(PLAIN, "utf-8")
        env = os.environ | {"THIDUA_CONTACT": "bench@example.org", "THIDUA_TEST_ADDRESS": f"127.0.0.1:{port}"}
        plain, lean = (
            timed([sys.executable, str(folder / "plain.py"), root, how], env) for how in ("plain", "lean")
        )
        crawl = ["crawl", str(folder / "bench.toml"), "--archive", str(folder / "archive"), "--quiet"]
        ours = timed([sys.executable, "-m", "thidua", *crawl], env)
        report = json.loads((folder / "archive/bench/health/latest.json").read_text("utf-8"))
        assert report["new"] == pages, report
        return plain, lean, ours
    finally:
        server.kill()


def main() -> None:
    """Print the medians as JSON; exit code 1 if plain Scrapy takes less than 0.7 of our processor time."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--pages", type=int, default=3000)
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--serve", type=int, help=argparse.SUPPRESS)
    wanted = parser.parse_args()
    if wanted.serve:
        serve(wanted.serve)
        return
    results = rounds(wanted.pages, wanted.rounds)
    medians = {name: statistics.median(result[name] for result in results) for name in results[0]}
    print(json.dumps(medians | {"pages": wanted.pages, "page bytes": len(page(1).encode())}))
    sys.exit(medians["ratio to plain, processor"] < 0.7)


if __name__ == "__main__":
    main()
