"""The commands around sources, and the example of the documentation, which must really work."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from crawler import saved, scaffold, sources
from tests.sites import Federation, serve
from tests.sites.crawling import PATIENCE, Crawl

DOCS = Path(__file__).resolve().parents[1] / "docs" / "crawling.md"
PAGE = """<!doctype html><html lang="vi"><head><title>Công đoàn Bến Lau trao mái ấm</title></head><body>
<h2 class="tieu-de">Công đoàn Bến Lau trao mái ấm cho đoàn viên</h2>
<span class="ngay">Thứ tư, 11/03/2026 08:00</span>
<div class="bai"><p>Sáng 11/3, công đoàn cơ sở Bến Lau bàn giao căn nhà mới cho một đoàn viên khó khăn.</p>
<p class="qc">Quảng cáo</p><p>Kinh phí hỗ trợ là 60 triệu đồng, do đoàn viên toàn đơn vị đóng góp.</p></div>
</body></html>"""
SELECTORS = """
[[selectors]]
title = ".tieu-de"
date = ".ngay"
body = ".bai"
remove = [".qc"]
"""


def thidua(*words: str, folder: Path, **env: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "thidua", *words]
    return subprocess.run(
        command,
        cwd=folder,
        env=os.environ | env,
        capture_output=True,
        text=True,
        timeout=PATIENCE,
        check=False,
    )


def example() -> str:
    """The source shown in docs/crawling.md."""
    found = re.search(r"```toml\n(.*?)```", DOCS.read_text("utf-8"), re.DOTALL)
    assert found is not None
    return found[1]


def test_documented_example_is_short_and_crawls(tmp_path: Path) -> None:
    toml = example()
    assert len(toml.strip().splitlines()) <= 15
    site = Federation(size=20)
    site.path_of = lambda story: f"/tin-tuc/{story.slug}-{story.number}.html"  # type: ignore[method-assign]
    with serve(lambda target, _: documented(site, target)) as served:
        site.port = served.port
        served.handler.is_article = site.is_article  # type: ignore[attr-defined]
        crawl = Crawl(served, tmp_path)
        crawl.declare(toml.replace("https://congdoan.example", served.root) + "[politeness]\ndelay = 0\n")
        report = crawl.run()
        assert report["new"] == 20
        assert set(crawl.stored()) == site.articles()


def documented(site: Federation, target: str) -> object:
    """A site as the example declares it: /tin-tuc?page=N and /tin-tuc/…-N.html."""
    from tests.sites import Reply

    html = {"Content-Type": "text/html; charset=utf-8"}
    for story in site.stories:
        if target == site.path_of(story):
            return Reply(story.html().encode(), headers=html)
    page = int(target.partition("?page=")[2] or 1)
    shown = site.stories[(page - 1) * 5 : page * 5]
    links = "".join(f"<a href='{site.path_of(story)}'>{story.title}</a>" for story in shown)
    return (
        Reply(links.encode() or b"<p>", headers=html) if target.startswith("/tin-tuc") else Reply(status=404)
    )


def test_new_source_is_written_checked_and_never_overwritten(tmp_path: Path) -> None:
    made = thidua("sources", "new", "https://www.congdoanmau.org.vn/", folder=tmp_path)
    assert made.returncode == 0, made.stderr
    declaration = tmp_path / "sources" / "congdoanmau.toml"
    assert sources.load(declaration).verified is False
    assert (tmp_path / "sources" / "pages" / "congdoanmau").is_dir()
    checked = thidua("sources", "check", "congdoanmau", "--sources", "sources", folder=tmp_path)
    assert checked.returncode == 0, checked.stderr
    again = thidua("sources", "new", "https://congdoanmau.org.vn/", folder=tmp_path)
    assert again.returncode == 2
    assert "there is such a source" in again.stderr
    test = (tmp_path / "sources" / "test_congdoanmau.py").read_text("utf-8")
    compile(test, "test_congdoanmau.py", "exec")


@pytest.mark.parametrize("url", ["congdoan.vn", "ftp://congdoan.vn/", "http://"])
def test_new_source_wants_an_address(url: str, tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="address"):
        scaffold.write(url, tmp_path)
    assert list(tmp_path.iterdir()) == []


def test_saved_pages_are_read_as_declared(tmp_path: Path) -> None:
    scaffold.write("https://congdoan.example/", tmp_path, "mau")
    declaration = tmp_path / "mau.toml"
    declaration.write_text(declaration.read_text("utf-8") + SELECTORS, "utf-8")
    pages = tmp_path / "pages" / "mau"
    (pages / "a.html").write_text(PAGE, "utf-8")
    (pages / "expected.json").write_text(
        '{"a.html": {"title": "Công đoàn Bến Lau trao mái ấm cho đoàn viên", "published": "2026-03-11",'
        ' "body_at_least": 100}}',
        "utf-8",
    )
    findings = list(saved.check(sources.load(declaration), pages))
    assert len(findings) == 3
    assert all(finding.well for finding in findings), findings
    (pages / "expected.json").write_text('{"a.html": {"title": "Khác"}, "b.html": {}}', "utf-8")
    wrong = thidua("sources", "check", "mau", "--sources", ".", folder=tmp_path)
    assert wrong.returncode == 1
    assert "b.html: the page is missing" in wrong.stdout


def test_crawl_wants_a_contact_and_a_known_source(tmp_path: Path) -> None:
    anonymous = thidua("crawl", "lao-dong", folder=tmp_path, THIDUA_CONTACT="")
    assert anonymous.returncode == 2
    assert "THIDUA_CONTACT" in anonymous.stderr
    unknown = thidua("crawl", "bao-khong-co", folder=tmp_path, THIDUA_CONTACT="a@example.org")
    assert unknown.returncode == 2
    assert "bao-khong-co" in unknown.stderr
    assert list(tmp_path.iterdir()) == []


def test_only_a_live_check_asks_the_site_and_it_keeps_nothing(tmp_path: Path) -> None:
    site = Federation(size=80)
    with serve(site) as served:
        site.port = served.port
        crawl = Crawl(served, tmp_path)
        crawl.declare(site.toml())
        words = ("sources", "check", "thu", "--sources", "sources", "--live")
        env = {"THIDUA_CONTACT": "a@example.org", "THIDUA_TEST_ADDRESS": served.address}
        offline = thidua(*words[:-1], folder=tmp_path, **env)
        assert offline.returncode == 0, offline.stderr
        assert "no saved pages" in offline.stdout
        assert served.seen == []
        done = thidua(*words, folder=tmp_path, **env)
        assert done.returncode == 0, done.stderr
        assert len([target for target in served.targets() if site.is_article(target)]) == 3
        assert 5 <= len([target for target in served.targets() if "Default" in target]) <= 6
    assert sorted(path.name for path in tmp_path.iterdir()) == ["sources"]
