"""Documents from bytes and from records: what goes in, what comes out, and that nothing else ever does."""

from __future__ import annotations

import datetime as dt
import unicodedata
from contextlib import suppress
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from extract.document import UnreadablePage, article, article_of_record, document, document_of_record
from schemas import Document

PAGES = Path(__file__).parent / "pages"
BODY = (
    "Năm 2023, công đoàn nhà máy có 46 sáng kiến, làm lợi 3,2 tỷ đồng. Bà Thái Thị Ngân, Chủ tịch Công đoàn "
    "nhà máy cho biết, 12 cá nhân được Tổng LĐLĐ Việt Nam tặng Bằng Lao động sáng tạo."
)


def check(doc: Document) -> None:
    assert unicodedata.is_normalized("NFC", doc.body)
    assert doc.body.strip()
    for fact in doc.facts:
        assert doc.body[fact.start : fact.end] == fact.text


@pytest.mark.parametrize("path", sorted(PAGES.iterdir()), ids=lambda path: path.name)
def test_pages_become_documents(path: Path) -> None:
    doc = document(path.read_bytes(), name=path.name)
    assert doc.id == path.stem
    check(doc)


@pytest.mark.parametrize("name", ["a.txt", "a.html", "a"])
def test_what_a_page_is_shows_in_its_bytes(name: str) -> None:
    doc = article((PAGES / "wordpress.html").read_bytes(), name=name)
    assert doc.title == "Chị Hoa và chiếc máy bóc vỏ tôm"
    assert "<" not in doc.body


def test_facts_are_read() -> None:
    doc = document(("Nhà máy có 46 sáng kiến\n\n" + BODY).encode(), name="x/y/nha-may.txt")
    assert (doc.id, doc.title, doc.body) == ("nha-may", "Nhà máy có 46 sáng kiến", BODY)
    check(doc)


def test_record_with_title_keeps_its_text() -> None:
    record = {
        "id": 7,
        "title": "Sáng kiến ở nhà máy",
        "text": BODY,
        "date": "2024-01-05",
        "source": "laodong.vn",
    }
    doc = document_of_record(record)
    assert (doc.id, doc.title, doc.body) == ("7", "Sáng kiến ở nhà máy", BODY)
    assert doc.published == dt.date(2024, 1, 5)
    check(doc)


def test_record_that_repeats_its_title() -> None:
    assert (
        article_of_record({"title": "Sáng kiến ở nhà máy", "text": "Sáng kiến ở nhà máy.\n" + BODY}).body
        == BODY
    )


def test_record_without_title_is_read_like_a_page() -> None:
    assert article_of_record({"text": "Sáng kiến ở nhà máy\n\n" + BODY}).title == "Sáng kiến ở nhà máy"


def test_record_of_html() -> None:
    record = {"html": (PAGES / "portal.html").read_text("utf-8"), "url": "http://x.example/1"}
    found = article_of_record(record)
    assert found.title == "Ngày hội việc làm cho công nhân cao su"
    assert found.url == "http://x.example/1"


@pytest.mark.parametrize("record", [{}, {"title": "x"}, {"text": " "}, {"text": 3}, {"html": "<p></p>"}])
def test_record_without_article_is_refused(record: dict[str, object]) -> None:
    with pytest.raises(UnreadablePage, match=":"):
        article_of_record(record)


LINES = st.lists(
    st.one_of(
        st.text(max_size=60),
        st.sampled_from(
            ["Tin liên quan", "05/03/2020 10:00", "Các tin khác", "Kim Sa", BODY, "a.jpg", "Xem thêm: X"]
        ),
    ),
    max_size=12,
).map("\n".join)
TAGS = st.sampled_from(
    ["<p>", "</p>", "<div class='related'>", "</div>", "<table>", "<td>", "<h1>", "<!--", "&#xD800;"]
)
MARKUP = st.lists(st.one_of(TAGS, st.text(max_size=40), st.just(f"<p>{BODY}</p>")), max_size=15).map("".join)


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(
    st.one_of(
        st.binary(max_size=400),
        LINES.map(lambda s: s.encode("utf-8", "surrogatepass")),
        MARKUP.map(lambda s: b"<html>" + s.encode("utf-8", "surrogatepass")),
    )
)
def test_any_bytes_give_a_document_or_a_reason(raw: bytes) -> None:
    with suppress(UnreadablePage):
        check(document(raw, name="x"))


@settings(max_examples=80, deadline=None)
@given(
    st.dictionaries(
        st.sampled_from(["id", "title", "text", "html", "date", "authors", "url"]),
        st.one_of(
            st.none(),
            st.integers(),
            st.text(max_size=80),
            st.just(BODY),
            st.lists(st.text(max_size=9), max_size=3),
        ),
    )
)
def test_any_record_gives_a_document_or_a_reason(record: dict[str, object]) -> None:
    with suppress(UnreadablePage):
        check(document_of_record(record))
