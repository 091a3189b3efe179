"""Short forms that a text defines, and common ones it does not."""

from __future__ import annotations

import time

import pytest

from extract import pipeline
from extract.grammar import abbreviations
from extract.grammar.abbreviations import expand
from extract.reading import Reading

DEFINED = [
    ("Toàn huyện có 30 công đoàn cơ sở (CĐCS) mới.", {"CĐCS": "công đoàn cơ sở"}),
    ("Liên đoàn Lao động (LĐLĐ) tỉnh vừa họp.", {"LĐLĐ": "Liên đoàn Lao động"}),
    (
        "Gửi cán bộ, công chức, viên chức, lao động (CBCCVCLĐ) toàn ngành.",
        {"CBCCVCLĐ": "cán bộ, công chức, viên chức, lao động"},
    ),
    (
        "Chăm lo công nhân, viên chức, người lao động (CNVCLĐ) nữ.",
        {"CNVCLĐ": "công nhân, viên chức, người lao động"},
    ),
    ("Các phong trào thi đua (PTTĐ) năm ấy.", {"PTTĐ": "phong trào thi đua"}),
    ("Sở Giáo dục và Đào tạo (GD&ĐT) cho hay.", {"GD&ĐT": "Giáo dục và Đào tạo"}),
    ("Ủy ban nhân dân (UBND) xã.", {"UBND": "Ủy ban nhân dân"}),
    ("CĐCS (công đoàn cơ sở) xưởng dệt.", {"CĐCS": "công đoàn cơ sở"}),
    ("Ban Vì sự tiến bộ (gọi tắt là BVSTB) họp.", {"BVSTB": "Ban Vì sự tiến bộ"}),
    ("Ông Lê Văn Tám (Hà Nội) và bà Hoa (SN 1990).", {}),
    ("Nhà máy số 2 (KCN Đông Hải) tăng ca.", {}),
]


@pytest.mark.parametrize(("text", "defined"), DEFINED)
def test_definitions(text: str, defined: dict[str, str]) -> None:
    reading = pipeline.read(text)
    assert {found.short: found.long for found in reading.abbreviations} == defined
    assert all(text[found.start : found.end] == found.short for found in reading.abbreviations)


def test_the_texts_own_definition_comes_first() -> None:
    reading = pipeline.read("Công đoàn đường sắt (CĐ) khác với công đoàn thường.")
    assert expand(reading, "CĐCS") == "công đoàn cơ sở"
    assert expand(reading, "CĐ") == "công đoàn"
    assert expand(pipeline.read("Chỉ đạo (CĐ) của ban."), "CĐ") == "Chỉ đạo"
    assert expand(reading, "QQQ") is None


@pytest.mark.parametrize("unit", ["(", "A (B", "(AB) ", "AB (a b) ", "a "])
def test_hostile_brackets_cost_linear_time(unit: str) -> None:
    begun = time.perf_counter()
    text = unit * 60_000 + "(AB)"
    abbreviations.find(Reading(text, text.lower()))
    assert time.perf_counter() - begun < 5
