"""The tables of provinces, districts and communes against official lists, and names as printed."""

from __future__ import annotations

import datetime as dt

import pytest

import data
from extract.article.places import Unit, resolve
from extract.article.places.gazetteer import communes, districts, names_34, names_63, provinces, successor

MERGED = {
    "Tuyên Quang": "Hà Giang, Tuyên Quang",
    "Lào Cai": "Yên Bái, Lào Cai",
    "Thái Nguyên": "Bắc Kạn, Thái Nguyên",
    "Phú Thọ": "Vĩnh Phúc, Hòa Bình, Phú Thọ",
    "Bắc Ninh": "Bắc Giang, Bắc Ninh",
    "Hưng Yên": "Thái Bình, Hưng Yên",
    "Hải Phòng": "Hải Dương, Hải Phòng",
    "Ninh Bình": "Hà Nam, Nam Định, Ninh Bình",
    "Quảng Trị": "Quảng Bình, Quảng Trị",
    "Đà Nẵng": "Quảng Nam, Đà Nẵng",
    "Quảng Ngãi": "Kon Tum, Quảng Ngãi",
    "Gia Lai": "Bình Định, Gia Lai",
    "Khánh Hòa": "Ninh Thuận, Khánh Hòa",
    "Lâm Đồng": "Đắk Nông, Bình Thuận, Lâm Đồng",
    "Đắk Lắk": "Phú Yên, Đắk Lắk",
    "Hồ Chí Minh": "Bà Rịa - Vũng Tàu, Bình Dương, Hồ Chí Minh",
    "Đồng Nai": "Bình Phước, Đồng Nai",
    "Tây Ninh": "Long An, Tây Ninh",
    "Cần Thơ": "Sóc Trăng, Hậu Giang, Cần Thơ",
    "Vĩnh Long": "Bến Tre, Trà Vinh, Vĩnh Long",
    "Đồng Tháp": "Tiền Giang, Đồng Tháp",
    "Cà Mau": "Bạc Liêu, Cà Mau",
    "An Giang": "Kiên Giang, An Giang",
}
"""Resolution 202/2025/QH15: the 23 provinces made from 52."""
KEPT = "Cao Bằng, Điện Biên, Hà Tĩnh, Lai Châu, Lạng Sơn, Nghệ An, Quảng Ninh, Thanh Hóa, Sơn La, Hà Nội"
"""The same: those not merged; and Huế, Thừa Thiên Huế until 2025."""

CODES_63 = """01 Hà Nội, 02 Hà Giang, 04 Cao Bằng, 06 Bắc Kạn, 08 Tuyên Quang, 10 Lào Cai, 11 Điện Biên,
12 Lai Châu, 14 Sơn La, 15 Yên Bái, 17 Hòa Bình, 19 Thái Nguyên, 20 Lạng Sơn, 22 Quảng Ninh,
24 Bắc Giang, 25 Phú Thọ, 26 Vĩnh Phúc, 27 Bắc Ninh, 30 Hải Dương, 31 Hải Phòng, 33 Hưng Yên,
34 Thái Bình, 35 Hà Nam, 36 Nam Định, 37 Ninh Bình, 38 Thanh Hóa, 40 Nghệ An, 42 Hà Tĩnh,
44 Quảng Bình, 45 Quảng Trị, 46 Thừa Thiên Huế, 48 Đà Nẵng, 49 Quảng Nam, 51 Quảng Ngãi,
52 Bình Định, 54 Phú Yên, 56 Khánh Hòa, 58 Ninh Thuận, 60 Bình Thuận, 62 Kon Tum, 64 Gia Lai,
66 Đắk Lắk, 67 Đắk Nông, 68 Lâm Đồng, 70 Bình Phước, 72 Tây Ninh, 74 Bình Dương, 75 Đồng Nai,
77 Bà Rịa - Vũng Tàu, 79 Hồ Chí Minh, 80 Long An, 82 Tiền Giang, 83 Bến Tre, 84 Trà Vinh,
86 Vĩnh Long, 87 Đồng Tháp, 89 An Giang, 91 Kiên Giang, 92 Cần Thơ, 93 Hậu Giang,
94 Sóc Trăng, 95 Bạc Liêu, 96 Cà Mau"""
"""Decision 124/2004/QĐ-TTg."""
CODES_34 = """01 Hà Nội, 04 Cao Bằng, 08 Tuyên Quang, 11 Điện Biên, 12 Lai Châu, 14 Sơn La, 15 Lào Cai,
19 Thái Nguyên, 20 Lạng Sơn, 22 Quảng Ninh, 24 Bắc Ninh, 25 Phú Thọ, 31 Hải Phòng,
33 Hưng Yên, 37 Ninh Bình, 38 Thanh Hóa, 40 Nghệ An, 42 Hà Tĩnh, 44 Quảng Trị, 46 Huế,
48 Đà Nẵng, 51 Quảng Ngãi, 52 Gia Lai, 56 Khánh Hòa, 66 Đắk Lắk, 68 Lâm Đồng, 75 Đồng Nai,
79 Hồ Chí Minh, 80 Tây Ninh, 82 Đồng Tháp, 86 Vĩnh Long, 91 An Giang, 92 Cần Thơ, 96 Cà Mau"""
"""Decision 19/2025/QĐ-TTg."""


def listed(codes: str) -> dict[str, str]:
    pairs = (entry.split(maxsplit=1) for entry in codes.split(","))
    return {code: " ".join(name.split()) for code, name in pairs}


def test_codes_are_the_official_ones() -> None:
    assert names_63() == listed(CODES_63)
    assert names_34() == listed(CODES_34)


def test_every_province_went_where_the_resolution_says() -> None:
    expected = {old: new for new, olds in MERGED.items() for old in olds.split(", ")}
    expected |= {name: name for name in KEPT.split(", ")} | {"Thừa Thiên Huế": "Huế"}
    assert {names_63()[old]: names_34()[new] for old, new in successor().items()} == expected


@pytest.mark.parametrize("row", data.table("provinces/aliases.csv"), ids=lambda row: row["alias"])
def test_alias_resolves_to_its_province(row: dict[str, str]) -> None:
    named = {unit.name for unit in resolve(row["alias"]) if unit.level == "province"}
    assert row["name"] in named, f"{row['alias']} means {named}"


@pytest.mark.parametrize("unit", provinces(), ids=lambda unit: f"{unit.name}-{unit.valid_from}")
def test_province_resolves_on_its_days_only(unit: Unit) -> None:
    assert unit.valid_from
    assert unit in resolve(unit.name, unit.valid_from)
    if unit.valid_to:
        assert unit not in resolve(unit.name, unit.valid_to + dt.timedelta(days=1))


@pytest.mark.parametrize(
    ("name", "old", "new"),
    [
        ("quận Đống Đa", "Hà Nội", "Hà Nội"),
        ("Quận 7", "Hồ Chí Minh", "Hồ Chí Minh"),
        ("quận 2", "Hồ Chí Minh", "Hồ Chí Minh"),
        ("TP. Thủ Đức", "Hồ Chí Minh", "Hồ Chí Minh"),
        ("TX.Chũ", "Bắc Giang", "Bắc Ninh"),
        ("huyện Krông Ana", "Đắk Lắk", "Đắk Lắk"),
        ("huyện Phú Quý", "Bình Thuận", "Lâm Đồng"),
        ("thành phố Phan Rang", "Ninh Thuận", "Khánh Hòa"),
        ("huyện Tĩnh Gia", "Thanh Hóa", "Thanh Hóa"),
        ("xã Mậu A", "Yên Bái", "Lào Cai"),
        ("đặc khu Phú Quốc", "Kiên Giang", "An Giang"),
        ("thị trấn Mậu A", "Yên Bái", "Lào Cai"),
        ("tỉnh Hà Tây", "Hà Nội", "Hà Nội"),
        ("Thanh Hoá", "Thanh Hóa", "Thanh Hóa"),
    ],
)
def test_old_and_new_names_resolve(name: str, old: str, new: str) -> None:
    first = resolve(name)[0]
    assert [names_63()[code] for code in first.provinces] == [old]
    assert names_34()[first.province_2025] == new


def test_every_town_is_a_district() -> None:
    assert all(
        {unit.level for unit in resolve(name)} & {"district"} for name in data.lines("provinces/towns.txt")
    )


def test_ambiguous_name_keeps_all_candidates() -> None:
    assert len({unit.provinces for unit in resolve("huyện Châu Thành")}) == 10


def test_merged_province_keeps_all_its_parts() -> None:
    (unit,) = resolve("Ninh Bình", dt.date(2026, 1, 1))[:1]
    assert {names_63()[code] for code in unit.provinces} == {"Hà Nam", "Nam Định", "Ninh Bình"}


def test_tables_are_whole() -> None:
    old = [unit for unit in communes() if unit.valid_to]
    new = {unit.code for unit in communes() if not unit.valid_to}
    assert (len(old), len(new)) == (10_040, 3_321)
    assert sum(bool(unit.code) for unit in districts()) == 696
    assert all(unit.successors and set(unit.successors) <= new for unit in old)
    assert {code for unit in old for code in unit.successors} == new
    divided = [len(unit.successors) for unit in old if len(unit.successors) > 1]
    assert (len(divided), sum(divided)) == (471, 1_033)


def test_a_commune_stays_in_the_province_its_own_went_to() -> None:
    home = {unit.code: unit.province_2025 for unit in communes() if not unit.valid_to}
    astray = [
        u.name for u in communes() if u.valid_to and {home[c] for c in u.successors} != {u.province_2025}
    ]
    assert not astray


@pytest.mark.parametrize("noise", ["", " ", "quận", "xã hội", "TP.", "12", "𝕏\u0130", "tỉnh Không Có"])
def test_what_names_no_place_resolves_to_nothing(noise: str) -> None:
    assert resolve(noise) == []
