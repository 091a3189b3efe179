"""A database of version 1 can be searched, exported and compared as it is."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.small_warehouse import entry, load, thidua
from tests.test_warehouse_history import as_version_1


@pytest.fixture
def files(tmp_path: Path) -> tuple[Path, Path]:
    new = load(tmp_path / "new.duckdb", entry("a", title="Nhà máy Lụa Mây"), entry("b"))
    old = tmp_path / "old.duckdb"
    as_version_1(new, old)
    return old, new


def test_versions_are_compared_by_what_both_know(files: tuple[Path, Path]) -> None:
    told = thidua("diff", *files, "--json")
    assert told.exit_code == 0, told.output
    (counts,) = map(json.loads, told.stdout.splitlines())
    assert counts["articles"] == {"in_both": 2, "only_old": 0, "only_new": 0, "other_text": 0}
    assert {rule["type"]: rule["kept"] for rule in counts["rules"]} == {
        "award": 2,
        "initiative": 2,
        "person": 2,
    }
    assert all(not rule["gained"] and not rule["lost"] and not rule["changed"] for rule in counts["rules"])


def test_an_older_file_is_searched(files: tuple[Path, Path]) -> None:
    found = json.loads(thidua("search", "nha may", "--db", files[0], "--json").stdout)
    assert found["total"] == 2


@pytest.mark.parametrize("private", [(), ("--private",)])
def test_an_older_file_is_exported(
    files: tuple[Path, Path], private: tuple[str, ...], tmp_path: Path
) -> None:
    old, _ = files
    made = thidua("export", tmp_path / "out", "--db", old, "--format", "jsonl", "--quiet", *private)
    assert made.exit_code == 0, made.output
    articles = (tmp_path / "out" / "article.jsonl").read_text(encoding="utf-8").splitlines()
    assert len(articles) == 2
    assert ("Nhà máy" in "".join(articles)) is not bool(private)
