"""Whatever is wrong with the input: a message with file, reason and mend, the exit code, nothing lost."""

from __future__ import annotations

import gzip
import io
import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import duckdb
import pytest
from typer.testing import CliRunner, Result
from warcio.statusandheaders import StatusAndHeaders
from warcio.warcwriter import WARCWriter

from thidua.cli import app

ARTICLE = (
    "<html><head><title>{title}</title></head><body><nav><a href='/'>Trang chủ</a></nav><h1>{title}</h1>"
    "<p>Sáng 5/3, tại hội trường thành phố, LĐLĐ tỉnh Hòa Bình tổ chức hội nghị sơ kết phong trào thi đua "
    "trong công nhân, viên chức, lao động với sự tham gia của đông đảo đoàn viên.</p>"
    "<p>Dịp này, LĐLĐ tỉnh tặng Bằng khen cho 6 tập thể và 14 cá nhân có thành tích xuất sắc, đồng thời biểu "
    "dương những đơn vị làm tốt công tác chăm lo đời sống đoàn viên.</p></body></html>"
)


def page(number: int = 1) -> str:
    return ARTICLE.format(title=f"Hội nghị sơ kết thi đua lần thứ {number}")


def thidua(*arguments: object) -> Result:
    return CliRunner().invoke(app, [str(argument) for argument in arguments])


def documents(result: Result) -> list[dict[str, Any]]:
    return [json.loads(line) for line in result.stdout.splitlines()]


@pytest.fixture
def good(tmp_path: Path) -> Path:
    path = tmp_path / "good.html"
    path.write_text(page(), encoding="utf-8")
    return path


BAD_FILES = {
    "nothing.txt": (b"", "empty"),
    "blank.html": (b" \r\n\t ", "empty"),
    "binary.txt": (bytes(range(256)) * 40, "binary"),
    "image.html": (b"\x89PNG\r\n\x1a\n" + bytes(4000), "image"),
    "menu.html": (
        "<html><body><ul><li><a href='/'>Trang chủ</a></li></ul></body></html>".encode(),
        "menus or lists",
    ),
    "page.pdf": (b"%PDF-1.7", "ending"),
    "nothing.jsonl": (b"", "empty"),
    "list.jsonl": (b"[1, 2]", "not a JSON object"),
    "no-text.jsonl": (b'{"id": "x", "title": "y"}', "neither text nor html"),
    "wrong-type.jsonl": (b'{"id": "x", "text": 7}', "should be a string"),
    "latin.jsonl": (b'{"id": "x", "text": "\xe9"}', "not JSON"),
    "deep.jsonl": (b"[" * 100_000, "not JSON"),
    "nothing.warc": (b"", "empty"),
    "no.warc": (b"this is no archive", "damaged at byte 0"),
    "no.warc.gz": (gzip.compress(b"this is no archive"), "no responses"),
    "not-zipped.jsonl.gz": (b"\x1f\x8bxx", "broken off or damaged"),
}


@pytest.mark.parametrize("name", BAD_FILES)
def test_a_bad_file_is_named_and_the_others_go_on(name: str, good: Path, tmp_path: Path) -> None:
    content, reason = BAD_FILES[name]
    bad = tmp_path / name
    bad.write_bytes(content)
    result = thidua("extract", bad, good)
    assert result.exit_code == 1
    assert [document["id"] for document in documents(result)] == ["good"]
    (message, *_) = result.stderr.splitlines()
    assert message.startswith(f"error: {bad}")
    assert reason in message
    assert message.count(". ") >= 1, "the message says what to do"


def test_a_wrong_name_does_not_hide_what_a_file_is(tmp_path: Path) -> None:
    (tmp_path / "page.txt").write_text(page(), encoding="utf-8")
    (tmp_path / "records.jsonl").write_bytes(gzip.compress(json.dumps({"id": "z", "html": page(2)}).encode()))
    result = thidua("extract", tmp_path, "-q")
    assert [document["title"][-1] for document in documents(result)] == ["1", "2"]


def test_a_folder_without_pages(good: Path, tmp_path: Path) -> None:
    folder = tmp_path / "empty"
    folder.mkdir()
    (folder / "notes.md").write_text("x")
    result = thidua("extract", folder, good)
    assert result.exit_code == 1
    assert "the folder holds no pages" in result.stderr
    assert len(documents(result)) == 1


def test_a_path_that_is_not_there_stops_everything(good: Path, tmp_path: Path) -> None:
    result = thidua("extract", good, tmp_path / "*.nothing")
    assert result.exit_code == 2
    assert "no such file or folder" in result.stderr
    assert not result.stdout


def warc(path: Path, count: int, *, zipped: bool) -> bytes:
    out = io.BytesIO()
    writer = WARCWriter(out, gzip=zipped)
    for number in range(count):
        head = StatusAndHeaders("200 OK", [("Content-Type", "text/html; charset=utf-8")], protocol="HTTP/1.1")
        body = io.BytesIO(page(number).encode())
        url = f"https://cd.example/{number}"
        writer.write_record(writer.create_warc_record(url, "response", payload=body, http_headers=head))
    path.write_bytes(out.getvalue())
    return out.getvalue()


@pytest.mark.parametrize("name", ["a.warc", "a.warc.gz"])
def test_a_whole_archive(name: str, tmp_path: Path) -> None:
    warc(tmp_path / name, 3, zipped=name.endswith("gz"))
    database = tmp_path / "w.duckdb"
    assert thidua("run", tmp_path / name, "--db", database).exit_code == 0
    with duckdb.connect(str(database), read_only=True) as stored:
        pages = stored.execute(
            "SELECT url, fetched IS NOT NULL, archive_offset, origin FROM page ORDER BY 3"
        ).fetchall()
    assert [row[0] for row in pages] == [f"https://cd.example/{number}" for number in range(3)]
    assert pages[0][1:] == (True, 0, name)


@pytest.mark.parametrize("name", ["a.warc", "a.warc.gz"])
@pytest.mark.parametrize("cut", [1, 5, 60, 300])
def test_a_broken_off_archive_gives_its_whole_records_and_is_reported(
    name: str, cut: int, tmp_path: Path
) -> None:
    whole = warc(tmp_path / name, 3, zipped=name.endswith("gz"))
    (tmp_path / name).write_bytes(whole[:-cut])
    result = thidua("extract", tmp_path / name)
    assert result.exit_code == 1
    assert "broken off or damaged" in result.stderr
    assert "The 2 responses before it were read" in result.stderr
    assert len(documents(result)) == 2


def test_a_broken_off_gzip_gives_the_records_before_it(tmp_path: Path) -> None:
    lines = "\n".join(
        json.dumps({"id": f"r{n}", "html": page(n), "noise": str(hash((n, "x")))}) for n in range(200)
    )
    zipped = gzip.compress(lines.encode())
    (tmp_path / "r.jsonl.gz").write_bytes(zipped[: len(zipped) * 3 // 4])
    result = thidua("extract", tmp_path / "r.jsonl.gz")
    assert result.exit_code == 1
    assert "broken off or damaged after" in result.stderr
    assert documents(result)[0]["id"] == "r0"


def test_a_database_that_cannot_be_written(good: Path, tmp_path: Path) -> None:
    (tmp_path / "text.duckdb").write_text("no database at all, but a note")
    for database, reason in (
        (tmp_path, "a folder, not a database"),
        (tmp_path / "no-folder" / "x.duckdb", "cannot be written"),
        (good / "x.duckdb", "cannot be written"),
        (tmp_path / "text.duckdb", "not a DuckDB database"),
    ):
        result = thidua("run", good, "--db", database)
        assert result.exit_code == 1
        assert reason in result.stderr, database
    assert (tmp_path / "text.duckdb").read_text() == "no database at all, but a note"


def test_an_output_that_cannot_be_written(good: Path, tmp_path: Path) -> None:
    result = thidua("extract", good, "-o", tmp_path / "no-folder" / "facts.jsonl")
    assert result.exit_code == 1
    assert "cannot be written" in result.stderr


def test_names_and_ids_that_utf8_cannot_carry(tmp_path: Path) -> None:
    (tmp_path / "records.jsonl").write_text(json.dumps({"id": "x\ud800", "html": page()}))
    with open(os.fsencode(tmp_path) + b"/b\xe9.html", "wb") as file:  # noqa: PTH123
        file.write(page(2).encode())
    result = thidua("extract", tmp_path, "-q")
    assert [document["id"] for document in documents(result)] == ["b?", "x?"]


def test_output_is_utf8_in_any_locale(good: Path) -> None:
    command = [sys.executable, "-m", "thidua", "extract", str(good), "-q"]
    environment = os.environ | {"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"}
    done = subprocess.run(command, env=environment, capture_output=True, check=True)
    assert "Hòa Bình" in done.stdout.decode("utf-8")


def test_what_was_stored_survives_a_bad_run(good: Path, tmp_path: Path) -> None:
    database = tmp_path / "w.duckdb"
    assert thidua("run", good, "--db", database).exit_code == 0
    good.write_bytes(b"")
    assert thidua("run", good, "--db", database).exit_code == 1
    with duckdb.connect(str(database), read_only=True) as stored:
        assert stored.execute("SELECT count(*) FROM awards").fetchall() == [(2,)]
