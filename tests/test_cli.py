"""The command from end to end: extract, run, show, schema; their output and exit codes."""

from __future__ import annotations

import gzip
import json
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

import duckdb
import pytest
from typer.testing import CliRunner, Result

from thidua import __version__
from thidua.cli import app
from thidua.trouble import printable

TEXT = "Dịp này, LĐLĐ tỉnh Hà Nam tặng Bằng khen cho 6 tập thể và 14 cá nhân có thành tích xuất sắc."


def thidua(*arguments: object) -> Result:
    return CliRunner().invoke(app, [str(argument) for argument in arguments])


def records(path: Path, count: int) -> Path:
    lines = (
        json.dumps({"id": f"r{i}", "title": "Khen thưởng", "text": f"{TEXT} Lần {i}."}) for i in range(count)
    )
    path.write_text("\n".join(lines), encoding="utf-8")
    return path


def lines(text: str) -> list[dict[str, Any]]:
    return [json.loads(line) for line in text.splitlines()]


def test_extract_writes_the_guidelines_shape(tmp_path: Path) -> None:
    page = tmp_path / "khen-thuong.txt"
    page.write_text(f"Hà Nam khen thưởng đoàn viên\n\n{TEXT}\n", encoding="utf-8")
    result = thidua("extract", page, "--quiet")
    assert result.exit_code == 0
    (document,) = lines(result.stdout)
    assert list(document) == [
        *(
            "id",
            "url",
            "source",
            "title",
            "authors",
            "published",
            "province",
            "province_2025",
            "province_code",
            "province_2025_code",
            "province_reason",
            "body",
            "facts",
        )
    ]
    assert document["id"] == "khen-thuong"
    for fact in document["facts"]:
        assert document["body"][fact["start"] : fact["end"]] == fact["text"]


def test_extract_keeps_the_order_in_several_processes(tmp_path: Path) -> None:
    source = records(tmp_path / "r.jsonl", 40)
    one, two = tmp_path / "one.jsonl", tmp_path / "two.jsonl.gz"
    assert thidua("extract", source, "-o", one).exit_code == 0
    assert thidua("extract", source, "-o", two, "--jobs", 2).exit_code == 0
    assert [d["id"] for d in lines(one.read_text("utf-8"))] == [f"r{i}" for i in range(40)]
    assert gzip.decompress(two.read_bytes()) == one.read_bytes()


def test_pages_of_the_same_name_get_ids_of_their_own(tmp_path: Path) -> None:
    for folder, number in (("a", 1), ("b", 2), ("c", 1)):
        (tmp_path / folder).mkdir()
        (tmp_path / folder / "tin.txt").write_text(f"Tin thi đua\n\n{TEXT} Số {number}.", encoding="utf-8")
    documents = lines(thidua("extract", tmp_path, "-q").stdout)
    assert documents[0]["id"] == "tin"
    assert documents[1]["id"].startswith("tin-")
    assert len(documents) == 2, "the third page is the first one again"


def test_extract_does_not_read_what_it_writes(tmp_path: Path) -> None:
    records(tmp_path / "r.jsonl", 2)
    for _ in range(2):
        result = thidua("extract", tmp_path, "-o", tmp_path / "facts.jsonl")
        assert result.exit_code == 0, result.stderr
    assert len((tmp_path / "facts.jsonl").read_text("utf-8").splitlines()) == 2


def test_run_without_a_path_reads_the_samples(tmp_path: Path) -> None:
    result = thidua("run", "--db", tmp_path / "s.duckdb")
    assert result.exit_code == 0, result.stderr
    assert "12 documents" in result.stdout
    assert "Kon Tum" in result.stdout


def test_run_as_json_prints_one_object(tmp_path: Path) -> None:
    result = thidua("run", records(tmp_path / "r.jsonl", 3), "--db", tmp_path / "s.duckdb", "--json")
    (summary,) = lines(result.stdout)
    assert summary["documents"] == 3
    assert summary["facts"]["award"] == 6
    assert summary["provinces"] == {"Hà Nam": {"documents": 3, "facts": 6}}


def test_run_stores_what_is_good_and_names_what_is_not(tmp_path: Path) -> None:
    source = records(tmp_path / "r.jsonl", 2)
    source.write_text(source.read_text("utf-8") + "\n{broken", encoding="utf-8")
    database = tmp_path / "s.duckdb"
    result = thidua("run", source, "--db", database, "--json")
    assert result.exit_code == 1
    (message,) = lines(result.stderr)
    assert message["file"] == str(source)
    assert message["record"] == "line 3"
    assert message["reason"].startswith("not JSON")
    assert message["mend"]
    with duckdb.connect(str(database), read_only=True) as stored:
        assert stored.execute("SELECT count(*) FROM article").fetchall() == [(2,)]


def test_usage_errors_leave_with_2(tmp_path: Path) -> None:
    program = [sys.executable, "-m", "thidua"]
    for arguments in (
        ["extract"],
        ["extract", "no-such-file.txt"],
        ["run", "--no-such-option"],
        ["no-such-command"],
    ):
        done = subprocess.run([*program, *arguments], capture_output=True, text=True, cwd=tmp_path)
        assert done.returncode == 2, arguments
        assert done.stderr


def test_help_and_version_are_quick() -> None:
    began = time.perf_counter()
    done = subprocess.run(
        [sys.executable, "-m", "thidua", "--help"], capture_output=True, text=True, check=True
    )
    assert "evaluate" in done.stdout
    assert thidua("--version").stdout == f"thidua {__version__}\n"
    program = (
        "import sys, thidua.cli; print([m for m in ('spacy', 'duckdb', 'underthesea') if m in sys.modules])"
    )
    imported = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert imported.stdout == "[]\n", "slow modules are imported inside the commands"
    assert time.perf_counter() - began < 20, "far above a second each, so that a loaded machine passes"


def test_show_marks_facts_and_escapes_the_page(tmp_path: Path) -> None:
    record = {"id": "x", "title": "<script>alert(1)</script>", "text": f"{TEXT} <img src=x onerror=alert(1)>"}
    source = tmp_path / "r.jsonl"
    source.write_text(json.dumps(record), encoding="utf-8")
    assert "award" in thidua("show", f"{source}#x").stdout
    page = tmp_path / "x.html"
    assert thidua("show", source, "--html", page).exit_code == 0
    markup = page.read_text("utf-8")
    assert "<mark" in markup
    assert "<script" not in markup
    assert "<img" not in markup


def test_show_draws_facts_that_overlap() -> None:
    from schemas import Benefit, Document, Initiative
    from thidua.showing import as_page

    body = "Sáng kiến Khung đỡ làm lợi 5 triệu đồng mỗi năm"
    common = {"rule": "x", "rule_version": 1, "confidence": 1}
    whole = Initiative(text=body, start=0, end=len(body), title="Khung đỡ", **common)
    inside = Benefit(text=body[27:39], start=27, end=39, amount_vnd=5_000_000, basis="benefit", **common)
    markup = as_page(Document(id="x", body=body, facts=(whole, inside)))
    assert "initiative + benefit" in markup
    assert "5 triệu đồng" in markup


@pytest.mark.parametrize("harm", ["\x1b[31m", "\x07", "\r", "\u202e", "\x9b"])
def test_messages_carry_no_control_characters(harm: str, tmp_path: Path) -> None:
    assert harm not in printable(f"name{harm}")
    source = tmp_path / "r.jsonl"
    source.write_text(
        json.dumps({"id": "x", "text": "", "url": f"http://a/{harm}"}) + "\n[" + harm, encoding="utf-8"
    )
    for option in ([], ["--json"]):
        assert harm not in thidua("extract", source, *option).stderr.replace("\r\n", "\n")


def test_control_characters_of_a_body_do_not_reach_the_terminal() -> None:
    from io import StringIO

    from rich.console import Console

    from schemas import Document
    from thidua.showing import in_terminal

    out = StringIO()
    in_terminal(Document(id="x", body="Lời \x1b]0;hại\x07 này"), Console(file=out))
    assert "\x1b" not in out.getvalue()
    assert "\x07" not in out.getvalue()
