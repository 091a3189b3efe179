"""Archives of others as input: WARC files as CC-NEWS has them, filtered by domain or language."""

from __future__ import annotations

import io
import json
import subprocess
import sys
import unicodedata
from pathlib import Path

import pytest
from warcio.statusandheaders import StatusAndHeaders
from warcio.warcwriter import WARCWriter

from thidua.inputs.choosing import language_of

STORY = (
    "<html lang='{lang}'><head><title>{title}</title></head><body><article><h1>{title}</h1>"
    "<p>{text}</p></article></body></html>"
)
VIETNAMESE = "Sáng nay, công đoàn cơ sở Bến Lau tặng 35 suất quà cho đoàn viên có hoàn cảnh khó khăn. " * 4
ENGLISH = "This morning the union of the harbour gave thirty-five gifts to members who need them. " * 4
PAGES = {
    "https://tin.congdoan.example/a": ("vi", VIETNAMESE),
    "https://bao.example/b": ("en", VIETNAMESE),  # a wrong declaration, as templates have it
    "https://news.example/c": ("en", ENGLISH),
    "https://news.example/d": ("vi", ENGLISH),
}


@pytest.fixture
def ccnews(tmp_path: Path) -> Path:
    path = tmp_path / "CC-NEWS-20260308000000-00001.warc.gz"
    with path.open("wb") as file:
        writer = WARCWriter(file, gzip=True)
        for url, (lang, text) in PAGES.items():
            html = STORY.format(lang=lang, title="Tin công đoàn" if text is VIETNAMESE else "News", text=text)
            head = StatusAndHeaders(
                "200 OK", [("Content-Type", "text/html; charset=utf-8")], protocol="HTTP/1.1"
            )
            writer.write_record(
                writer.create_warc_record(url, "response", io.BytesIO(html.encode()), http_headers=head)
            )
    return path


@pytest.mark.parametrize(
    ("options", "kept"),
    [
        ((), "abcd"),
        (("--domain", "congdoan.example"), "a"),
        (("--domain", "www.news.example", "--domain", "bao.example"), "bcd"),
        (("--language", "vi"), "ab"),
        (("--language", "vi", "--domain", "bao.example"), "b"),
    ],
)
def test_filtered_by_domain_and_language(ccnews: Path, options: tuple[str, ...], kept: str) -> None:
    command = [sys.executable, "-m", "thidua", "extract", str(ccnews), "--quiet", *options]
    done = subprocess.run(command, capture_output=True, text=True, timeout=300, check=False)
    assert done.returncode == 0, done.stderr
    assert "".join(sorted(json.loads(line)["url"][-1] for line in done.stdout.splitlines())) == kept


def test_language_of_hostile_pages() -> None:
    assert language_of(unicodedata.normalize("NFD", VIETNAMESE).encode()) == "vi"
    assert language_of(b"") is language_of(b"\xff\xfe\x00" * 50) is None
    assert language_of(("<script>" + "ă" * 999 + "</script>" + ENGLISH).encode()) is None
    assert language_of(b"<html lang=FR><p>Bonjour</p>") == "fr"
