"""Dates of publication, bylines and markers, as lines of a page print them."""

from __future__ import annotations

import datetime as dt

import pytest

from extract.page import bylines, dates
from extract.page.content import Line
from extract.page.lines import is_prose, lead_mark, names_a_site
from extract.page.markers import Marker, markers


@pytest.mark.parametrize(
    ("line", "day"),
    [
        ("Thứ Ba, 05/04/2022 | 09:10", dt.date(2022, 4, 5)),
        ("Cập nhật lúc 14h05 - 7/11/2019 (GMT+7)", dt.date(2019, 11, 7)),
        ("Ngày đăng: 2021-03-09", dt.date(2021, 3, 9)),
        ("5 Tháng Mười Hai, 2020 Lê Hoàng Yến 2 bình luận", dt.date(2020, 12, 5)),
        ("Tháng Hai 3, 2018", dt.date(2018, 2, 3)),
        ("Posted on 30.08.2017 by admin", dt.date(2017, 8, 30)),
        ("March 8, 2016", dt.date(2016, 3, 8)),
    ],
)
def test_stamp(line: str, day: dt.date) -> None:
    assert dates.is_stamp(line)
    assert dates.find(line) == day


@pytest.mark.parametrize(
    "line",
    [
        "Ngày 12/5/2021, tại hội trường lớn, công đoàn công ty tổ chức hội nghị người lao động.",
        "Nhiệm kỳ 2018 - 2023",
        "Giá vàng ngày 45/13/2020",
        "Không có ngày tháng nào ở đây",
    ],
)
def test_no_stamp(line: str) -> None:
    assert not dates.is_stamp(line)


@pytest.mark.parametrize(
    ("value", "day"),
    [
        ("2023-08-14T18:30:00+00:00", dt.date(2023, 8, 15)),
        ("2023-08-14T18:30:00+07:00", dt.date(2023, 8, 14)),
        ("2023-08-14", dt.date(2023, 8, 14)),
        ("14/08/2023 06:00", dt.date(2023, 8, 14)),
        ("hôm qua", None),
    ],
)
def test_instant_is_the_day_in_viet_nam(value: str, day: dt.date | None) -> None:
    assert dates.instant(value) == day


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("Bài và ảnh: Đặng Thu Cúc", ("Đặng Thu Cúc",)),
        ("Tin, ảnh: Minh Khôi - Hải Âu", ("Minh Khôi", "Hải Âu")),
        ("Lò Thị Pản - Chủ tịch Công đoàn cơ sở", ("Lò Thị Pản",)),
        ("N.Quyên", ("N.Quyên",)),
        ("P.V", ("P.V",)),
        ("(Theo Báo Biên phòng)", ("Báo Biên phòng",)),
        ("Ban Tuyên giáo LĐLĐ tỉnh", ("Ban Tuyên giáo LĐLĐ tỉnh",)),
        ("TIN LIÊN QUAN", ()),
        ("Lan tỏa phong trào thi đua", ()),
        ("Phát huy sáng kiến, cải tiến kỹ thuật", ()),
        ("Anh Sơn cho biết: mọi việc đều tốt.", ()),
    ],
)
def test_byline(line: str, names: tuple[str, ...]) -> None:
    assert bylines.names(line) == names


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("TIN CÙNG CHUYÊN MỤC", Marker.AFTER),
        ("• Các tin khác:", Marker.AFTER),
        ("Xem thêm: Trao quà cho công nhân nghèo", Marker.TEASER),
        ("Tặng quà công nhân (12/03/2021)", Marker.TEASER),
        ("Từ khóa: công đoàn, thi đua", Marker.END),
        ("Đang online: 12", Marker.FURNITURE),
        ("anh_bia-02.JPG", Marker.FURNITURE),
        ("Giấy phép số 4/GP-TTĐT do Sở cấp", Marker.FURNITURE),
    ],
)
def test_marker(line: str, kind: Marker) -> None:
    assert kind in markers(line)


@pytest.mark.parametrize(
    "line",
    [
        "Chia sẻ với đoàn viên, chị Hạnh cho rằng công đoàn là mái nhà chung.",
        "Giấy phép lái xe: chuyện của người thợ lái xe nâng",
        "Công đoàn cơ sở trao 30 suất quà",
        "Sáng kiến của người thợ hàn",
    ],
)
def test_article_text_has_no_marker(line: str) -> None:
    assert not markers(line)


def test_lead_mark() -> None:
    assert lead_mark("(LĐTĐ) Sáng nay, hội thi khai mạc.") == "LĐTĐ"
    assert lead_mark("LCĐT - Sáng nay, hội thi khai mạc.") == "LCĐT"
    assert lead_mark("Sáng nay (12/3), hội thi khai mạc.") is None


def test_name_of_a_site_has_no_verb() -> None:
    assert names_a_site("Sở Lao động tỉnh Điện Biên")
    assert names_a_site("LIÊN ĐOÀN LAO ĐỘNG TỈNH ĐIỆN BIÊN")
    assert not names_a_site("Công đoàn huyện Điện Biên trao quà cho đoàn viên")


def test_prose_is_long_and_punctuated() -> None:
    sentence = (
        "Từ đầu năm, tổ công đoàn đã vận động anh chị em góp giờ làm thêm để giúp đỡ hai gia đình gặp nạn."
    )
    assert is_prose(Line(sentence))
    assert not is_prose(Line(sentence.upper()))
    assert not is_prose(Line(sentence, furniture=True))
    assert not is_prose(Line("Tổ công đoàn giúp hai gia đình gặp nạn"))
