"""Declared sources: every file holds, wrong ones are refused by name, hosts stay the source's own."""

from __future__ import annotations

import datetime as dt

import pytest

import data
from crawler import sources
from schemas.source_config import SourceConfig

MINIMAL = """
name = "Công đoàn thử nghiệm"
kind = "federation"
home = "https://congdoan.example/"
[[discovery]]
kind = "feed"
urls = ["https://congdoan.example/rss"]
"""
NEEDED = {  # the five seeds' sites, the confederation and its press
    *("bao-lao-cai", "ldld-thanh-hoa", "ldld-lao-cai", "lao-dong-thu-do", "ldld-bac-kan"),
    *("cong-doan-viet-nam", "lao-dong", "nguoi-lao-dong", "cuoc-song-an-toan", "lao-dong-va-cong-doan"),
}
DECLARED = sources.find([])


@pytest.mark.parametrize("source", DECLARED, ids=lambda source: source.id)
def test_declared_source_holds(source: SourceConfig) -> None:
    provinces = {row["code"] for row in data.table("provinces/provinces.csv")}
    assert source.province_code is None or source.province_code in provinces
    assert source.kind != "federation" or source.id == "cong-doan-viet-nam" or source.province_code
    assert not source.verified, "say in docs/crawling.md who ran it, when, and mend this test"
    assert source.article_urls
    assert source.politeness.concurrency == 1


def test_enough_sources_of_every_kind() -> None:
    assert len(DECLARED) >= 20
    assert {source.id for source in DECLARED} >= NEEDED
    assert {source.kind for source in DECLARED} >= {
        "federation",
        "sector union",
        "party newspaper",
        "union press",
    }


def test_minimal_source_gets_polite_defaults() -> None:
    source = sources.parse(MINIMAL, "thu")
    assert source.domains == ("congdoan.example",)
    assert source.politeness.delay >= 1
    assert source.owns("https://www.congdoan.example/x")
    assert not source.owns("https://congdoan.example.evil/x")
    assert not source.owns("https://notcongdoan.example/x")


@pytest.mark.parametrize(
    ("change", "named"),
    [
        (("kind = ", "kund = "), "kund"),
        (('"federation"', '"blog"'), "kind"),
        (("urls = [", 'urls = ["https://other.example/", '), "other.example"),
        (('"https://congdoan.example/"', '"ftp://congdoan.example/"'), "home"),
        (("[[discovery]]", "article_urls = ['(']\n[[discovery]]"), "article_urls"),
        (("[[discovery]]", 'timezone = "Asia/Nowhere"\n[[discovery]]'), "timezone"),
        (('"feed"', '"section"\nnext = "?trang=2"'), "{page}"),
        (("[[discovery]]", "[[discovery"), "not TOML"),
    ],
)
def test_wrong_source_is_refused_by_name(change: tuple[str, str], named: str) -> None:
    with pytest.raises(sources.SourceError, match="thu: ") as refusal:
        sources.parse(MINIMAL.replace(*change), "thu")
    assert named in str(refusal.value)


def test_selectors_hold_for_their_time() -> None:
    old = '[[selectors]]\nvalid_until = 2022-12-31\ntitle = "h2"\n'
    new = '[[selectors]]\nvalid_from = 2023-01-01\ntitle = "h1"\n'
    source = sources.parse(MINIMAL + old + new, "thu")
    titles = [
        getattr(source.selectors_on(dt.date(year, 6, 1)), "title", None) for year in (2021, 2022, 2023, 2026)
    ]
    assert titles == ["h2", "h2", "h1", "h1"]


def test_unknown_id_is_named() -> None:
    with pytest.raises(sources.SourceError, match="khong-co"):
        sources.find(["khong-co"])
