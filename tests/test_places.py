"""Which province an article is about, and the places named in a text."""

from __future__ import annotations

import datetime as dt
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extract.article.places import locate, mentions
from extract.article.places.sources import province_of

NEW = dt.date(2025, 11, 3)


@pytest.mark.parametrize(
    ("title", "body", "source", "expected"),
    [
        (None, "Sáng 4/3, LĐLĐ tỉnh Gia Lai trao 12 suất quà cho công nhân.", None, ("Gia Lai", "Gia Lai")),
        ("Bạc Liêu: 30 công nhân được khen", "Tối 2/5 có lễ biểu dương.", None, ("Bạc Liêu", "Cà Mau")),
        (None, "CĐCS Bệnh viện Hàm Rồng khen 5 người ở TP. Thanh Hoá.", None, ("Thanh Hóa", "Thanh Hóa")),
        (None, "LĐLĐ quận Hai Bà Trưng có 90 CĐCS vững mạnh.", None, ("Hà Nội", "Hà Nội")),
        (None, "LĐLĐ Tp. Hồ Chí Minh khen 7 đơn vị; quận 10 có 2.", None, ("Hồ Chí Minh", "Hồ Chí Minh")),
        (None, "Công đoàn Y tế tỉnh Thừa Thiên - Huế họp.", None, ("Thừa Thiên Huế", "Huế")),
        (None, "LĐLĐ tỉnh có 300 CĐCS. Toàn tỉnh thi đua.", "LĐLĐ tỉnh Hà Nam", ("Hà Nam", "Ninh Bình")),
        (None, "LĐLĐ tỉnh họp. Toàn tỉnh thi đua.", "congdoanhagiang.vn", ("Hà Giang", "Tuyên Quang")),
        ("Long Biên: ra mắt CĐCS mới", "Hôm qua, một CĐCS ra mắt với 32 người.", None, ("Hà Nội", "Hà Nội")),
        (None, "Công đoàn Sóc Trăng thăm huyện Châu Thành.", None, ("Sóc Trăng", "Cần Thơ")),
    ],
)  # fmt: skip
def test_article_about_one_province(
    title: str | None, body: str, source: str | None, expected: tuple[str, str]
) -> None:
    place = locate(title, body, source)
    assert (place.province, place.province_2025) == expected, place


@pytest.mark.parametrize(
    ("title", "body", "source"),
    [
        (None, "Chiều 8/8, tại Hà Nội, Tổng LĐLĐ Việt Nam tổng kết phong trào thi đua.", "laodong.vn"),
        (None, "Tại khách sạn Sông Hương, TP. Huế, Công đoàn Giáo dục Việt Nam tập huấn.", None),
        (None, "LĐLĐ các tỉnh Hà Nam, Nam Định, Thái Bình ký giao ước thi đua.", None),
        (None, "LĐLĐ tỉnh Long An và LĐLĐ tỉnh Bến Tre trao đổi kinh nghiệm.", None),
        ("Cụm thi đua các tỉnh Tây Nguyên họp", "LĐLĐ tỉnh Kon Tum đăng cai hội nghị.", None),
        (None, "Ông Trương Hòa Bình và chị Hà Giang trao quà ở đường Bình Thuận.", None),
        (None, "Học tập tư tưởng, đạo đức, phong cách Hồ Chí Minh.", None),
        (None, "Công ty mở lối ra Thái Bình Dương, vì hòa bình và hưng yên.", None),
        (None, "", None),
        ("", "Không có địa danh nào.", ""),
    ],
)
def test_article_about_the_country_or_several(title: str | None, body: str, source: str | None) -> None:
    place = locate(title, body, source)
    assert (place.province, place.province_2025) == (None, None), place


@pytest.mark.parametrize(
    ("body", "published", "expected"),
    [
        ("LĐLĐ tỉnh Lào Cai thăm công nhân xã Mậu A.", NEW, ("Yên Bái", "Lào Cai")),
        ("LĐLĐ tỉnh Lào Cai thăm công nhân xã Mậu A.", None, ("Yên Bái", "Lào Cai")),
        ("Ngày 3/11/2025, LĐLĐ tỉnh Lào Cai sơ kết.", None, ("Lào Cai", "Lào Cai")),
        ("LĐLĐ tỉnh Lào Cai sơ kết.", dt.date(2025, 6, 30), ("Lào Cai", "Lào Cai")),
        ("LĐLĐ tỉnh Bình Phước sơ kết.", NEW, ("Bình Phước", "Đồng Nai")),
        ("LĐLĐ thành phố Huế sơ kết.", NEW, ("Thừa Thiên Huế", "Huế")),
    ],
)
def test_the_day_decides_the_map(body: str, published: dt.date | None, expected: tuple[str, str]) -> None:
    place = locate(None, body, None, published)
    assert (place.province, place.province_2025) == expected, place


def test_two_parts_of_one_merged_province() -> None:
    place = locate(None, "LĐLĐ tỉnh Quảng Nam và LĐLĐ TP Đà Nẵng ký kết.", None)
    assert (place.province, place.province_2025, place.reason) == (None, "Đà Nẵng", "several")


def test_reason_and_evidence_lead_back_to_the_text() -> None:
    body = "Hôm qua, LĐLĐ tỉnh Sơn La khen 3 người."
    place = locate(None, body, None)
    assert place.reason == "body named: LĐLĐ tỉnh Sơn La"
    assert place.evidence
    assert body[slice(*place.evidence)] == "tỉnh Sơn La"
    assert (place.province_code, place.province_2025_code) == ("14", "14")


def test_source_decides_without_evidence_in_the_text() -> None:
    place = locate("Hội thi", "Toàn tỉnh có 20 sáng kiến.", "Báo Lạng Sơn")
    assert (place.province, place.reason, place.evidence) == ("Lạng Sơn", "source", None)


@pytest.mark.parametrize(
    ("source", "code"),
    [
        ("Báo Lào Cai", "10"),
        ("Lao động Thủ đô", "01"),
        ("https://baobinhduong.vn/tin", "74"),
        ("tvu.edu.vn (Trường ĐH Trà Vinh)", "84"),
        ("dantri.com.vn", None),
        (None, None),
    ],
)
def test_province_of_a_source(source: str | None, code: str | None) -> None:
    assert province_of(source) == code


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("các huyện Hoằng Hóa, Nga Sơn và Hậu Lộc", ["huyện Hoằng Hóa", "Nga Sơn", "Hậu Lộc"]),
        (
            "TP.Hải Phòng, Tp. Hồ Chí Minh và TỈNH ĐẮK LẮK",
            ["TP.Hải Phòng", "Tp. Hồ Chí Minh", "TỈNH ĐẮK LẮK"],
        ),
        ("Tỉnh Bà Rịa – Vũng Tàu; thành phố Hoà Bình", ["Tỉnh Bà Rịa – Vũng Tàu", "thành phố Hoà Bình"]),
        ("thị xã Nghĩa Lộ, Yên Bái", ["thị xã Nghĩa Lộ", "Yên Bái"]),
        ("ba huyện A Lưới, Phú Vang, Thừa Thiên Huế", ["huyện A Lưới", "Phú Vang", "Thừa Thiên Huế"]),
        ("chiến thắng Điện Biên Phủ", []),
        ("LĐLĐ Yên Thành thăm công nhân Nha Trang", ["Yên Thành", "Nha Trang"]),
        ("Gia Lâm: ra mắt 2 CĐCS", ["Gia Lâm"]),
        ("ông Gia Lâm ra mắt", []),
        ("TP. Điện Biên Phủ", ["TP. Điện Biên Phủ"]),
        ("xã hội, phường bạn, vì hòa bình", []),
    ],
)
def test_mentions_are_exact_spans(text: str, expected: list[str]) -> None:
    assert [text[mention.start : mention.end] for mention in mentions(text)] == expected


PIECES = [
    "tỉnh ",
    "TP. ",
    "quận ",
    "Hà Nội",
    "Hồ Chí Minh",
    "xã ",
    "Huế",
    ", ",
    "(",
    "\n",
    "1",
    "’",
    "\u0130",
    "Đ",
]


@given(st.lists(st.one_of(st.sampled_from(PIECES), st.text(max_size=4)), max_size=25).map("".join))
def test_any_text_is_read_without_error(text: str) -> None:
    found = mentions(text)
    assert all(a.end <= b.start for a, b in pairwise(found))
    assert all(0 <= mention.start < mention.end <= len(text) for mention in found)
    locate(text[:30], text, text[:15])


def test_a_province_after_its_district_is_no_district() -> None:
    last = mentions("thị xã Nghĩa Lộ, Yên Bái")[-1]
    assert last.level == "province"


def test_a_digest_of_several_provinces_is_about_none() -> None:
    body = (
        "Các cấp công đoàn có nhiều hoạt động trong tuần.\n"
        "Ninh Thuận: Ra quân ngày chủ nhật xanh\nLĐLĐ tỉnh Ninh Thuận trồng 300 cây.\n"
        "Lạng Sơn: Tặng quà thợ rừng\nLĐLĐ tỉnh Lạng Sơn tặng 25 suất quà.\n"
        "An Giang: Khám bệnh miễn phí\nLĐLĐ tỉnh An Giang khám cho 90 lao động."
    )
    assert locate("Ninh Thuận: Ra quân ngày chủ nhật xanh và tin vắn", body, None).province is None


def test_the_capital_is_a_place_and_another_country_s_is_none() -> None:
    body = "LĐLĐ Thành phố tổ chức ngày hội văn hóa. Công nhân lao động Thủ đô thi đua sản xuất."
    assert locate("Đoàn viên Thủ đô đón hội", body, None).province == "Hà Nội"
    assert not mentions("Đoàn đến Thủ đô Viêng Chăn thăm bạn. Anh Nam làm ở báo Lao động Thủ đô.")
