"""Near-duplicate articles: re-posts meet, articles on one event do not, and order changes nothing."""

from __future__ import annotations

import random

import pytest

from warehouse.duplicates import groups, likeness, signature

LEAD = (
    "Chiều 12/3, Công đoàn ngành Xây dựng tỉnh tổ chức hội nghị tổng kết phong trào thi đua và trao thưởng "
    "cho các tập thể, cá nhân có thành tích xuất sắc. Dự hội nghị có đại diện lãnh đạo các sở, ngành. "
)
BODY = " ".join(
    f"Đơn vị thứ {n} đã hoàn thành {n * 7} công trình, giúp {n * 3} gia đình, đề xuất {n * 2} giải pháp."
    for n in range(1, 30)
)
OTHER = " ".join(
    f"Tại xã số {n}, bà con trồng {n * 11} gốc quế, mở {n} lớp học và dựng {n * 5} căn nhà ven suối."
    for n in range(1, 40)
)
TEXTS = {
    "a": LEAD + BODY,
    "b": "Theo Báo tỉnh: " + LEAD + BODY + " Bài và ảnh: Minh Châu",
    "c": LEAD + OTHER,
    "d": OTHER,
}


def signatures() -> dict[str, object]:
    return {name: signature(text) for name, text in TEXTS.items()}


def test_reposts_meet_and_a_shared_lead_is_not_enough() -> None:
    found = groups(signatures())  # type: ignore[arg-type]
    assert found["a"] == found["b"] == "a"
    assert found["d"] != "a"


def test_order_changes_nothing() -> None:
    listed = list(signatures().items())
    wanted = groups(dict(listed))  # type: ignore[arg-type]
    for seed in range(5):
        random.Random(seed).shuffle(listed)
        assert groups(dict(listed)) == wanted  # type: ignore[arg-type]


def test_likeness_of_one_text_with_itself_and_with_another() -> None:
    own, other = signature(TEXTS["a"]), signature(TEXTS["d"])
    assert own is not None
    assert other is not None
    assert likeness(own, own) == 1.0
    assert likeness(own, other) < 0.1


@pytest.mark.parametrize("text", ["", "Ngắn quá.", "một hai ba bốn năm"])
def test_short_texts_have_no_signature(text: str) -> None:
    assert signature(text) is None
