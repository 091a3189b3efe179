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
    assert "cầu tàu" in html.read("<div>" * 1_500 + article() + "</div>" * 1_500).body
    with pytest.raises(UnreadablePage):
        html.read("<div>" * 100_000 + article())


def paragraph(n: int) -> str:
    return f"Đội thợ sửa cầu số {n} làm liền ba ngày đêm, thay hết ván mục và sơn lại toàn bộ lan can."


def in_article(*inner: str, head: str = "") -> list[str]:
    """Lines of an article that holds these pieces of markup between its paragraphs."""
    first, *rest = [f"<p>{paragraph(n)}</p>" for n in range(1, 5)]
    page = (
        f"<html><head>{head}</head><body><div class='site-title'>CÔNG ĐOÀN CẢNG CÁ BA ĐỘNG</div>"
        "<h1>Sửa cầu tàu trước mùa bão</h1><div class='post'>"
        + first
        + "".join(inner)
        + "".join(rest)
        + "</div></body></html>"
    )
    return html.read(page).body.split("\n")


def test_table_of_figures_is_kept_a_row_a_line() -> None:
    table = (
        "<table><caption>Kết quả năm nay</caption><tr><th>Danh hiệu</th><th>Tổ</th><th>Thợ</th></tr>"
        "<tr><td><p>Lao động giỏi</p></td><td>2</td><td>-</td></tr>"
        "<tr><td>Sáng kiến</td><td>1</td><td>7</td></tr></table>"
    )
    assert in_article(table)[1:5] == [
        "Kết quả năm nay",
        "Danh hiệu | Tổ | Thợ",
        "Lao động giỏi | 2 | -",
        "Sáng kiến | 1 | 7",
    ]


@pytest.mark.parametrize(
    "table",
    [
        "<table><tr><td><a href='/1'>Hội thao cảng cá</a></td><td><a href='/2'>Tết thợ tàu</a></td></tr>"
        "<tr><td><a href='/3'>Chợ cá sớm mai</a></td><td><a href='/4'>Bến tàu mới</a></td></tr></table>",
        "<table><tr><td>Trang chủ</td><td>Tin tức</td></tr><tr><td>Văn bản</td><td>Liên hệ</td></tr></table>",
    ],
)
def test_table_of_links_or_menus_is_no_table_of_figures(table: str) -> None:
    assert not any(" | " in line for line in in_article(table))


def test_article_goes_on_after_a_box_inside_it() -> None:
    box = (
        "<div class='tin-lien-quan'><p>Tin liên quan</p><ul>"
        "<li><a href='/1'>Hội thao cảng cá Ba Động</a></li><li><a href='/2'>Tết sớm của thợ tàu</a></li>"
        "</ul></div><h3>Ván mới, bến mới</h3>"
    )
    second = "<div class='ads'><p>Quảng cáo</p></div><h3>Chung một tấm lòng</h3>"
    lines = in_article(box, f"<p>{paragraph(9)}</p>", second)
    assert lines[1:4] == ["Ván mới, bến mới", paragraph(9), "Chung một tấm lòng"]
    assert len(lines) == 7


def test_names_of_the_unlinked_stand_in_the_text() -> None:
    winners = [
        f"Thợ giỏi hạng {n}: anh {name} ở tổ mộc" for n, name in enumerate(("Bảy", "Tám", "Chín", "Mười"))
    ]
    assert in_article(*(f"<p>{line}</p>" for line in winners))[1:5] == winners


def test_title_is_not_the_name_of_the_site() -> None:
    head = "<title>Sửa cầu tàu trước mùa bão | Công đoàn Cảng cá Ba Động</title>"
    top = "<p class='site-title'><a href='/'>CÔNG ĐOÀN CẢNG CÁ BA ĐỘNG</a></p>"
    assert html.read(article(head, top)).title == "Sửa cầu tàu trước mùa bão"


def test_pieces_that_only_boxes_keep_apart() -> None:
    info = (
        "<div><span>Kiều Tấm</span><span>04/11/2022 18:27</span><span>Theo dõi trên Google News</span></div>"
    )
    page = html.read(article(body=info))
    assert (page.published, page.authors) == (dt.date(2022, 11, 4), ("Kiều Tấm",))
    assert "Google" not in page.body


def test_text_above_the_headline_is_not_the_article_s() -> None:
    notice = (
        "<p>Cảng cá mời bà con ghé thăm trang thông tin mới, nơi có lịch tàu và giá cá của từng buổi.</p>"
    )
    page = html.read(article("<title>Sửa cầu tàu trước mùa bão</title>").replace("<h1>", notice * 2 + "<h1>"))
    assert page.title == "Sửa cầu tàu trước mùa bão"
    assert "giá cá" not in page.body


@pytest.mark.parametrize("general", ["Chi tiết tin", "CÔNG ĐOÀN TỈNH TRÀ VINH"])
def test_title_that_every_page_of_a_site_has(general: str) -> None:
    head = f"<title>{general}</title><meta property='og:title' content='{general}'>"
    top = f"<div class='logo'>{general}</div>"
    page = html.read(article(head).replace("<h1>", top + "<div class='h'>").replace("</h1>", "</div>"))
    assert page.title == "Sửa cầu tàu trước mùa bão"


def test_unended_lines_beside_paragraphs_are_text_but_names_are_not() -> None:
    body = "".join(f"<p>{paragraph(n)}</p>" for n in range(3))
    below = "<p>Bà con chờ ngày khánh thành cây cầu mới</p><p><b>Sơn Thị Lài</b></p><p>Tin khác</p>"
    page = html.read(f"<html><body><h1>Sửa cầu tàu trước mùa bão</h1><div>{body}{below}</div></body></html>")
    assert page.body.split("\n")[-1] == "Bà con chờ ngày khánh thành cây cầu mới"
    assert page.authors == ("Sơn Thị Lài",)


def test_theme_that_names_the_article_after_its_tags() -> None:
    text = "".join(f"<p><font size='3'>{paragraph(n)}</font></p>" for n in range(3))
    page = html.read(
        f"<html><body><div class='post tag-cau'><h1>Sửa cầu tàu trước mùa bão</h1>{text}</div></body></html>"
    )
    assert len(page.body.split("\n")) == 3


def test_word_that_spans_cut_stays_whole() -> None:
    assert (
        "cũng vui"
        in html.read(article(body=f"<p><span>{paragraph(1)} Ai c</span><span>ũng vui.</span></p>")).body
    )
