"""Pages saved as text: what is the article, and what only stands around it."""

from __future__ import annotations

import datetime as dt
import textwrap
from pathlib import Path

import pytest

from extract.page import text
from extract.page.content import Content, UnreadablePage

PAGES = Path(__file__).parent / "pages"
TITLE = "Tổ thợ hàn ở xưởng đóng tàu giữ lửa nghề"
BODY = [
    "Ở xưởng đóng tàu bên sông Trẹm, tổ thợ hàn của anh Danh Sóc nổi tiếng vì mười năm không xảy ra tai nạn.",
    "Chuyện nghề",
    "Anh Sóc kể, mới vào nghề anh chỉ được quét xưởng và nhặt que hàn. Ba năm sau anh mới được cầm kìm hàn.",
    "Bây giờ tổ có 14 người. Ai cũng thuộc lòng từng mối hàn trên những chiếc tàu đã hạ thủy.",
]


def read(name: str) -> Content:
    return text.read((PAGES / name).read_text("utf-8"))


def test_federation_page() -> None:
    page = read("federation.txt")
    assert page.title == "Công đoàn huyện Đăk Hà trao nhà cho đoàn viên khó khăn"
    assert page.published == dt.date(2024, 5, 21)
    assert page.authors == ("Y Blơm", "A Khải")
    lines = page.body.split("\n")
    assert lines[0].startswith("Sáng 20/5")
    assert lines[1] == "Lễ bàn giao diễn ra tại xã Hà Mòn. Ảnh: Y Blơm"
    assert lines[-1].endswith("để chăm lo đoàn viên.")
    assert len(lines) == 5


def test_newspaper_page_with_teasers() -> None:
    page = read("newspaper.txt")
    assert page.title == "Thợ trẻ vùng than làm chủ máy đào lò"
    assert page.published is None
    assert "băng tải" not in page.body
    assert "khue_1" not in page.body
    assert page.body.split("\n")[1] == "Anh Khuê bên chiếc máy đào lò do anh cải tiến."
    assert page.body.endswith("thành ý tưởng.")


def test_clean_article_keeps_every_word() -> None:
    page = text.read(TITLE + "\n\n" + "\n".join(BODY))
    assert page.title == TITLE
    assert page.body == "\n".join(BODY)


def test_clean_article_signed_and_dated() -> None:
    page = text.read("\n".join([TITLE, "Thứ 6, 04/06/2021 | 07:55", "", *BODY, "Kim Sa"]))
    assert (page.published, page.authors) == (dt.date(2021, 6, 4), ("Kim Sa",))
    assert page.body == "\n".join(BODY)


def test_text_without_headline() -> None:
    assert text.read("\n\n" + "\n".join(BODY)).title is None
    assert text.read(BODY[0]).body == BODY[0]


@pytest.mark.parametrize("today", ["Thứ Sáu, 18/10/2019", "Hôm nay, Chủ nhật ngày 6 tháng 8 năm 2023"])
def test_date_of_the_visit_is_not_the_article_s(today: str) -> None:
    header = [today, "Trang chủ", "Tin hoạt động", "Văn bản", "Liên hệ", "Đang online: 3"]
    page = text.read("\n".join([*header, TITLE, *BODY, "Các tin khác", "Hội thao công nhân (01/02/2023)"]))
    assert page.published is None
    assert page.title == TITLE
    assert page.body == "\n".join(BODY)


@pytest.mark.parametrize(
    "box",
    [
        [
            "Tin liên quan",
            "Hội thi thợ giỏi ngành đóng tàu năm nay",
            "Nghề hàn khan hiếm người học ở miền Tây",
        ],
        ["Xem thêm: Hội thi thợ giỏi ngành đóng tàu"],
        ["xuong-tau-3.jpg"],
        ["Quảng cáo"],
    ],
)
def test_other_matter_between_paragraphs(box: list[str]) -> None:
    page = text.read("\n".join([TITLE, "", *BODY[:3], *box, *BODY[3:], *BODY[2:3], "Tin cùng chuyên mục"]))
    assert page.body == "\n".join([*BODY, BODY[2]])


def test_headline_repeated_as_the_text_of_a_picture() -> None:
    page = text.read("\n".join([TITLE, "", BODY[0], TITLE, "Tổ thợ hàn vào ca sáng.", *BODY[2:], "Tin khác"]))
    assert page.body.split("\n")[1] == "Tổ thợ hàn vào ca sáng."


def test_summaries_of_other_news_do_not_outweigh_a_short_article() -> None:
    other = [
        line
        for n in range(8)
        for line in (f"Chuyện thứ {n} ở một nơi rất xa xưởng tàu", f"Bản tóm tắt {n}: " + BODY[2])
    ]
    page = text.read("\n".join([TITLE, "05/03/2020 10:00", BODY[0], BODY[3], "Có thể bạn quan tâm", *other]))
    assert page.title == TITLE
    assert page.body == "\n".join([BODY[0], BODY[3]])


@pytest.mark.parametrize("nothing", ["...", "Trang chủ\nGiới thiệu\nLiên hệ\nĐang online: 3"])
def test_page_without_article_is_refused(nothing: str) -> None:
    with pytest.raises(UnreadablePage, match=":"):
        text.read(nothing)


@pytest.mark.parametrize(
    "header",
    [
        ["Chào mừng các bạn đến với trang của Công đoàn Cảng, nơi gặp gỡ của những người thợ đóng tàu."],
        ['"Vì đoàn viên, vì người lao động"', "Thứ Ba, 02/01/2024", "Trang chủ", "Giới thiệu", "Tin tức"],
        ["CHÀO MỪNG ĐẠI HỘI CÔNG ĐOÀN CÁC CẤP", "Menu"],
        [f"{TITLE} - Báo Sông Trẹm", "Thứ Ba, 02/01/2024", "Trang chủ", "Thời sự", "Kinh tế", "Pháp luật"],
        ["Tiêu điểm", "Xưởng đóng tàu nhận cờ thi đua", "Thợ hàn thi tay nghề giỏi", f"Trang chủ » {TITLE}"],
    ],
)
def test_header_above_the_headline(header: list[str]) -> None:
    page = text.read("\n".join([*header, TITLE, *BODY, "Tin cùng chuyên mục", "Hội thao ở xưởng đóng tàu"]))
    assert page.title == TITLE
    assert page.body == "\n".join(BODY)
    assert page.published is None


def test_headline_in_quotes() -> None:
    quoted = "“Còn sức là còn giữ lửa cho mối hàn”"
    page = text.read(
        "\n".join(["Trang chủ", "Tin tức", quoted, "07/09/2021 06:30", *BODY, "Chia sẻ", "Tin khác"])
    )
    assert (page.title, page.published) == (quoted, dt.date(2021, 9, 7))


def test_list_at_the_end_belongs_to_the_text() -> None:
    winners = ["Giải Nhất: tổ hàn số 2;", "Giải Nhì: tổ hàn số 5;", "Giải Ba: tổ sơn."]
    page = text.read("\n".join([TITLE, "", *BODY, "Kết quả hội thi:", *winners, "Kim Sa", "Các tin khác"]))
    assert page.body.split("\n")[-3:] == winners
    assert page.authors == ("Kim Sa",)


def test_text_broken_at_a_fixed_width_is_put_together() -> None:
    wrapped = "\n\n".join(textwrap.fill(line, 48) for line in [*BODY, *BODY[2:]])
    page = text.read(
        "\n".join(["Trang chủ", "Tin tức", "", TITLE, "", wrapped, "", "Các tin khác", "Đang online: 2"])
    )
    assert page.title == TITLE
    assert page.body == "\n".join([*BODY, *BODY[2:]])


@pytest.mark.parametrize(
    "table",
    [
        ["Danh hiệu", "Tổ", "Thợ", "Lao động giỏi", "2", "-", "Sáng kiến", "1", "7"],
        ["Danh hiệu | Tổ | Thợ", "Lao động giỏi | 2 | -", "Sáng kiến | 1 | 7"],
    ],
)
def test_table_of_figures_is_text(table: list[str]) -> None:
    page = text.read("\n".join(["Trang chủ", "Tin tức", TITLE, *BODY, *table, BODY[2], "Tin khác"]))
    assert page.body == "\n".join([*BODY, *table, BODY[2]])


@pytest.mark.parametrize(
    "line",
    [
        "XEM NGAY: Thợ hàn thi tay nghề ở Rạch Giá",
        "Bài đọc nhiều: Xưởng đóng tàu thưởng Tết",
        "Đọc thêm: Nghề hàn dưới nước",
        ">>> Nghề hàn dưới nước ở vùng biển Tây",
        "[Ảnh]",
        "A- A A+",
    ],
)
def test_pointer_between_paragraphs(line: str) -> None:
    page = text.read("\n".join(["Trang chủ", TITLE, BODY[0], line, *BODY[1:], BODY[2], "Tin khác"]))
    assert page.body == "\n".join([*BODY, BODY[2]])


def test_full_names_above_the_text_before_initials_below_it() -> None:
    page = text.read(
        "\n".join(["Trang chủ", TITLE, "Kim Sa - Út Mười | 13/05/2023 07:02", *BODY, "K.S - U.M"])
    )
    assert page.authors == ("K.S", "U.M"), "not short for these names"
    page = text.read(
        "\n".join(["Trang chủ", TITLE, "Kim Sa - Út Mười | 13/05/2023 07:02", *BODY, "K.S - Ú.M"])
    )
    assert page.authors == ("Kim Sa", "Út Mười")


def test_author_between_date_and_counter() -> None:
    stamp = "Cập nhật: 15/9/2023 - Tác giả: Thị Lài - Đã xem: 402"
    page = text.read("\n".join(["Trang chủ", "Tin tức", TITLE, stamp, *BODY, "Tin khác"]))
    assert (page.authors, page.published) == (("Thị Lài",), dt.date(2023, 9, 15))
