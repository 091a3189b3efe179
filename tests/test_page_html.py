"""HTML pages: metadata, lead and captions brought back, boxes and comments left out."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest
import trafilatura

from extract.page import html
from extract.page.content import Content, UnreadablePage

PAGES = Path(__file__).parent / "pages"


def read(name: str) -> Content:
    return html.read((PAGES / name).read_text("utf-8"))


def test_wordpress_page() -> None:
    page = read("wordpress.html")
    assert page.title == "Chị Hoa và chiếc máy bóc vỏ tôm"
    assert page.published == dt.date(2023, 8, 15), "the day in Việt Nam, not in London"
    assert page.authors == ("Út Mười",)
    assert page.source == "Trang thông tin điện tử Liên đoàn Lao động tỉnh Cà Mau"
    assert page.url == "https://congdoan-camau.example/chi-hoa/"
    lines = page.body.split("\n")
    assert lines[0].startswith("Từ một lần đứt tay")
    assert lines[2] == "Chị Hoa giới thiệu chiếc máy với đồng nghiệp."
    assert lines[-1].endswith("cho các tổ khác.")
    assert len(lines) == 5


def test_portal_of_nested_tables() -> None:
    page = read("portal.html")
    assert page.title == "Ngày hội việc làm cho công nhân cao su"
    assert page.published == dt.date(2023, 11, 6)
    assert page.authors == ("Rơ Châm Vân",)
    assert page.body.split("\n")[1] == "Công nhân hỏi thông tin tại quầy tư vấn"
    assert len(page.body.split("\n")) == 4


def test_trafilatura_alone_does_worse() -> None:
    alone = trafilatura.extract((PAGES / "wordpress.html").read_text("utf-8")) or ""
    assert "Chị Hoa giới thiệu" not in alone or "ngày hội công nhân" in alone or "Út Mười" in alone


def article(head: str = "", body: str = "") -> str:
    text = "<p>Anh em tổ bốc xếp cảng cá góp mỗi người một ngày công để sửa lại cầu tàu trước mùa bão.</p>"
    return f"<html><head>{head}</head><body><h1>Sửa cầu tàu trước mùa bão</h1>{body}{text * 3}</body></html>"


def test_linked_data() -> None:
    data = (
        '{"@graph": [{"@type": "WebSite", "name": "x"}, {"@type": "NewsArticle", "headline": '
        '"Sửa cầu tàu trước mùa bão", "datePublished": '
        '"2022-01-31T23:00:00Z", "author": [{"name": "Cao Bằng Giang"}], '
        '"publisher": {"name": "Báo Cảng Cá"}}]}'
    )
    page = html.read(article(f'<script type="application/ld+json">{data}</script>'))
    assert (page.title, page.published) == ("Sửa cầu tàu trước mùa bão", dt.date(2022, 2, 1))
    assert (page.authors, page.source) == (("Cao Bằng Giang",), "Báo Cảng Cá")


@pytest.mark.parametrize("data", ["{", "[[[", "null", '{"@type": 3, "author": [1, {"name": 2}]}', "[" * 5000])
def test_broken_linked_data_is_passed_over(data: str) -> None:
    page = html.read(article(f'<script type="application/ld+json">{data}</script>'))
    assert page.body.startswith("Anh em tổ bốc xếp")


def test_hidden_and_silent_elements_print_nothing() -> None:
    hidden = (
        "<p style='display:none'>Dòng chữ này không ai thấy, dù nó dài và có dấu chấm câu ở cuối dòng.</p>"
    )
    assert "không ai thấy" not in html.read(article(body=hidden + "<script>var x = 'chữ';</script>")).body


@pytest.mark.parametrize(
    "page", ["<html><body></body></html>", "<p></p>", "<html><nav>Trang chủ</nav></html>", ""]
)
def test_page_without_article_is_refused(page: str) -> None:
    with pytest.raises(UnreadablePage, match=":"):
        html.read(page)


def test_deep_nesting_is_read_or_refused() -> None:
    assert "cầu tàu" in html.read("<div>" * 150 + article() + "</div>" * 150).body
    with pytest.raises(UnreadablePage):
        html.read("<div>" * 100_000 + article())
