"""Search: tones as typed or none, whole words, any way of writing a tone, and hostile queries."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from schemas import Document, Page
from tests.small_warehouse import FACTS, entry, load, thidua
from warehouse import Entry
from warehouse.opening import opened
from warehouse.searching import Phrase, search
from warehouse.searching.phrases import folded

TEXTS = {
    "hoa": ("Hội thi ở Hòa Mạc", "Công nhân Hoà Mạc dệt lụa.\nĐợt đầu có 30 người."),
    "thuy": ("Chị Thuỷ", "Chị Thủy vượt   định\nmức, còn chị Thúy thì không; ao cá, cao su."),
    "dem": (None, "Đêm hội đèn lồng của ĐOÀN viên; giá 5% [a-z]+ .* \\d"),
}


@pytest.fixture(scope="module")
def db(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("search") / "test.duckdb"
    given = [
        Entry(Document(id=name, title=title, body=body), Page(sha256=f"{number:064}"))
        for number, (name, (title, body)) in enumerate(TEXTS.items())
    ]
    return load(path, *given)


def found(db: Path, *phrases: str) -> set[str]:
    with opened(db) as database:
        hits = search(database, [Phrase(phrase) for phrase in phrases], 10).hits
        stored = dict(database.execute("SELECT article_id, document_id FROM article").fetchall())
    return {stored[hit.article_id] for hit in hits}


QUERIES = {
    "Hòa Mạc": {"hoa"},
    "hoà mạc": {"hoa"},
    "hoa mac": {"hoa"},
    "HÓA MẠC": set(),
    "thuy": {"thuy"},
    "dinh muc": {"thuy"},
    "định mức": {"thuy"},
    "dính mức": set(),
    "doan vien": {"dem"},
    "đoàn viên": {"dem"},
    "đoan viên": set(),
    "dem hoi": {"dem"},
    "dot dau": {"hoa"},
    "ao": {"thuy"},
    "o": {"hoa"},
    "nh": set(),
    "chi thuy": {"thuy"},
    "5%": {"dem"},
    "[a-z]+": {"dem"},
    ".*": {"dem"},
    "\\d": {"dem"},
    "'; DROP TABLE fact; --": set(),
    "(((": set(),
}


@pytest.mark.parametrize(("query", "articles"), QUERIES.items())
def test_tones_count_if_typed(db: Path, query: str, articles: set[str]) -> None:
    assert found(db, query) == articles


def test_every_phrase_must_be_found(db: Path) -> None:
    assert found(db, "hoa mac", "đợt đầu") == {"hoa"}
    assert found(db, "hoa mac", "đoàn viên") == set()


def test_tone_placement_is_folded_and_the_tone_is_not(db: Path) -> None:
    with opened(db) as database:
        (hit,) = search(database, [Phrase("thuỷ")], 10).hits
    assert [hit.snippet[a:b] for a, b in hit.marks] == ["Thủy"]
    assert [(hit.title or "")[a:b] for a, b in hit.title_marks] == ["Thuỷ"]


def test_folding_keeps_the_length() -> None:
    text = "ĐƯỜNG Nguyễn Huệ, İstanbul ﬁ ữ"
    assert len(folded(text)) == len(text)
    assert folded("Đường Nguyễn Huệ") == "duong nguyen hue"


def test_hits_in_titles_come_first_and_the_limit_holds(tmp_path: Path) -> None:
    given = [
        entry(str(n), title="Thi đua dệt lụa" if n == 3 else None, published=f"202{n}-01-01")
        for n in range(5)
    ]
    db = load(tmp_path / "test.duckdb", *given)
    with opened(db) as database:
        result = search(database, [Phrase("may")], 2)
        assert (result.total, len(result.hits)) == (5, 2)
        assert [hit.published.year for hit in result.hits if hit.published] == [2024, 2023]
        (other, *_) = search(database, [Phrase("lua")], 5).hits
    assert other.title == "Thi đua dệt lụa"


def test_the_command_shows_title_date_province_words_and_facts(tmp_path: Path) -> None:
    known: dict[str, Any] = {
        "title": "Trao [bold]thưởng[/bold]\x1b[2J",
        "province": "Hà Nam",
        "published": "2024-05-01",
    }
    db = load(tmp_path / "test.duckdb", entry("a", **known))
    shown = thidua("search", "nha may", "--db", db)
    assert shown.exit_code == 0
    for part in ("[bold]thưởng[/bold]", "2024-05-01", "Hà Nam", "**Nhà máy**", "1 award", "1 articles found"):
        assert part in shown.stdout
    assert "\x1b" not in shown.stdout
    told = json.loads(thidua("search", "nha may", "--db", db, "--json").stdout)
    assert told["total"] == 1
    assert told["hits"][0]["facts"] == {"award": 1, "initiative": 1, "person": 1}
    assert len(FACTS) == 3


def test_wrong_use_is_told(tmp_path: Path) -> None:
    assert thidua("search", " ", "--db", tmp_path / "a.duckdb").exit_code == 2
    assert thidua("search", "a", "--db", tmp_path / "none.duckdb").exit_code == 1
    assert not (tmp_path / "none.duckdb").exists()
