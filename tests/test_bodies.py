"""Printed granters to the register of bodies: one id for all ways of printing one body, by level."""

from __future__ import annotations

import pytest

import data
from warehouse.linking.bodies import canonical

LAO_CAI, HA_NOI = "10", "01"


@pytest.mark.parametrize(
    ("printed", "body", "level"),
    [
        ("Tổng Liên đoàn Lao động Việt Nam", "tong-lien-doan", "national"),
        ("Tổng LĐLĐ VN", "tong-lien-doan", "national"),
        ("Đoàn Chủ tịch Tổng Liên đoàn", "tong-lien-doan", "national"),
        ("Bộ GD&ĐT", "bo-giao-duc", "national"),
        ("Bộ trưởng Bộ Giáo dục - Đào tạo", "bo-giao-duc", "national"),
        ("Phó Thủ tướng", "thu-tuong", "national"),
        ("CĐ Y tế Việt Nam", "cd-y-te", "sector"),
        ("LĐLĐ tỉnh", "lien-doan-lao-dong@10", "province"),
        ("Ban Thường vụ Liên đoàn Lao động tỉnh Lào Cai", "lien-doan-lao-dong@10", "province"),
        ("Liên đoàn Lao động tỉnh Thanh Hoá", "lien-doan-lao-dong@38", "province"),
        ("Chủ tịch UBND tỉnh", "ubnd@10", "province"),
        ("Uỷ ban nhân dân TP.HCM", "ubnd@79", "province"),
        ("Tỉnh uỷ", "cap-uy@10", "province"),
        ("LĐLĐ huyện Bát Xát", "lien-doan-lao-dong@10:huyện Bát Xát", "district"),
        ("UBND quận Đống Đa", "ubnd@01:quận Đống Đa", "district"),
        ("Công đoàn Công ty Gạch Lò Cao", "printed:công đoàn công ty gạch lò cao@10", "grassroots"),
        ("Ban tổ chức", "printed:ban tổ chức@10", None),
        ("LĐLĐ huyện", "printed:lđlđ huyện@10", None),
    ],
)
def test_a_printed_granter_is_an_entry_of_the_register(printed: str, body: str, level: str | None) -> None:
    found = canonical(printed, LAO_CAI)
    assert (found.id, found.level) == (body, level)


def test_a_local_body_is_that_of_the_province_the_article_is_about() -> None:
    assert canonical("LĐLĐ thành phố", HA_NOI).name == "Liên đoàn Lao động Hà Nội"
    assert canonical("LĐLĐ tỉnh", None).id == "printed:lđlđ tỉnh", "nothing tells which"


def test_bodies_that_give_together_are_one_in_any_order() -> None:
    one = canonical("UBND tỉnh và LĐLĐ tỉnh", LAO_CAI)
    assert one == canonical("Liên đoàn Lao động tỉnh, UBND tỉnh", LAO_CAI)
    assert one.id == "lien-doan-lao-dong@10+ubnd@10"
    # A joint inside a name is none.
    both = canonical("Bộ LĐTBXH, Tổng LĐLĐ Việt Nam và Phòng Thương mại và Công nghiệp Việt Nam", None)
    assert both.id == "bo-lao-dong+tong-lien-doan+vcci"


def test_names_of_any_length_and_kind_are_taken() -> None:
    for printed in ("", " ", "và " * 5000, "LĐLĐ tỉnh, " * 500, "\x00'; DROP TABLE fact; --"):
        assert canonical(printed, None).id


def test_no_alias_names_two_bodies() -> None:
    for file in ("national", "local"):
        listed = [
            name
            for row in data.table(f"bodies/{file}.csv")
            for name in {row["name"].lower(), *filter(None, row["aliases"].split("|"))}
        ]
        assert len(listed) == len(set(listed))
