"""Benefits in money: the word that governs a sum, and the sums that none governs."""

from __future__ import annotations

import pytest

from extract import pipeline
from schemas import Benefit


def benefits(text: str) -> list[tuple[int, str, str]]:
    """Amount in thousands of đồng, basis, qualifier."""
    facts = pipeline.read(text).facts
    return [(f.amount_vnd // 1000, f.basis, f.qualifier) for f in facts if isinstance(f, Benefit)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Cải tiến của tổ hàn làm lợi hơn 45 triệu đồng.", [(45_000, "benefit", "over")]),
        ("Ý tưởng ấy mỗi năm tiết kiệm gần 300 triệu đồng tiền điện.", [(300_000, "benefit", "almost")]),
        ("Giải pháp giảm chi phí nhân công 250 triệu đồng/năm.", [(250_000, "benefit", "exact")]),
        ("Đề tài ước làm lợi 7 tỷ đồng.", [(7_000_000, "benefit", "about")]),
        ("Có 412 sáng kiến, làm lợi trên 20 tỉ đồng, tiền thưởng 1,1 tỉ đồng.",
         [(20_000_000, "benefit", "over"), (1_100_000, "reward", "exact")]),
        ("Ban giám đốc thưởng nóng 6 triệu đồng cho ca ba.", [(6_000, "reward", "exact")]),
        ("Biểu dương 18 thợ giỏi, mỗi người nhận 2 triệu đồng.", [(2_000, "reward", "exact")]),
        ("Bằng khen kèm 3 triệu đồng tiền thưởng.", [(3_000, "reward", "exact")]),
        ("Gắn biển cầu treo, công trình trị giá 1 tỉ 2.", [(1_200_000, "value", "exact")]),
        ("Gắn biển 7 công trình, tổng kinh phí đầu tư 90 tỷ đồng.", [(90_000_000, "value", "exact")]),
        ("Khánh thành 4 công trình. Đó là nhà ăn ca, trị giá 2 tỷ đồng.", []),
        ("Gắn biển 2 công trình trị giá 5 tỷ đồng. Đó là nhà ăn ca, trị giá 2 tỷ đồng.",
         [(5_000_000, "value", "exact"), (2_000_000, "value", "exact")]),
        ("Công đoàn trao 60 suất quà, mỗi suất từ 300.000đ - 600.000đ.", [(600, "support", "up_to")]),
        ("Đoàn viên ủng hộ một ngày lương, được 1,35 tỷ đồng.", [(1_350_000, "support", "exact")]),
        ("Quỹ trợ vốn cho 320 đoàn viên vay 6,4 tỷ đồng.", [(6_400_000, "support", "exact")]),
        ("Hỗ trợ 12 gia đình bị thiệt hại do bão, mỗi gia đình 5 triệu đồng.", [(5_000, "support", "exact")]),
        ("Tặng 150 thẻ bảo hiểm y tế trị giá 120 triệu đồng.", [(120_000, "support", "exact")]),
        ("Công đoàn cho 315 chị vay 2,6 tỉ đồng, mỗi chị 4 - 8 triệu đồng, lãi suất 0,4%/tháng.",
         [(2_600_000, "support", "exact"), (8_000, "support", "up_to")]),
        ("Quỹ xoay vòng giúp nông dân vay không lãi, mức vay 4 - 9 triệu đồng/người.",
         [(9_000, "support", "up_to")]),
        ("Quỹ “Nghĩa tình thợ rèn” đến nay có 3,4 tỷ đồng.", [(3_400_000, "support", "exact")]),
        ("Mỗi người được trao Giấy khen của ngành cùng 1 triệu đồng.", [(1_000, "reward", "exact")]),
        ("Công trình “Cầu thép” do công đoàn xóm Đông vận động, trị giá 1 tỷ đồng.",
         [(1_000_000, "value", "exact")]),
        ("Các nhà hảo tâm tiếp sức bằng 80 áo mưa, trị giá 6 triệu đồng.", [(6_000, "support", "exact")]),
        ("Công ty dành 90 triệu đồng lì xì công nhân đầu năm.", [(90_000, "support", "exact")]),
    ],
)  # fmt: skip
def test_governed_money_is_a_benefit(text: str, expected: list[tuple[int, str, str]]) -> None:
    assert benefits(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Doanh thu đạt 2.000 tỷ đồng, nộp ngân sách 150 tỷ đồng.",
        "Thu nhập bình quân 9,5 triệu đồng/người/tháng.",
        "Doanh nghiệp nợ bảo hiểm xã hội 1,2 tỷ đồng và bị phạt 60 triệu đồng.",
        "Nhà máy đầu tư 45 tỷ đồng cho dây chuyền mới.",
        "Lương tối thiểu vùng tăng 260.000 đồng.",
        "Anh thuê phòng trọ 1,2 triệu đồng/tháng.",
        "Vật tư tốn 28 triệu đồng, còn máy ngoại có giá 190 triệu đồng.",
        "Công đoàn đòi lại cho công nhân 3,2 tỷ đồng tiền lương.",
        "Thu kinh phí công đoàn đạt 96 tỷ đồng.",
        "Ngân hàng có tổng dư nợ cho vay 320 tỷ đồng.",
        "Sáng kiến làm lợi hàng tỷ đồng.",
        "Đội vô địch giải bóng đá phủi được thưởng 20 triệu đồng.",
        "Sở xây cầu vượt, công trình có tổng kinh phí 53 tỷ đồng.",
        "Quốc hội thông qua gói 7.000 tỷ đồng hỗ trợ doanh nghiệp.",
        "Màn hình chất lượng 4K hỗ trợ xem phim.",
        "Khen thưởng chị Hà nhặt được 30 triệu đồng đem trả.",
        "Chi cho Hội đồng thi đua, khen thưởng là 15 triệu đồng.",
    ],
)
def test_money_of_other_kinds_is_none(text: str) -> None:
    assert benefits(text) == []


def test_a_list_of_givers_carries_its_verb() -> None:
    text = "Các xưởng ủng hộ bà con vùng lũ: xưởng Một 5 triệu đồng, xưởng Hai 7 triệu đồng."
    assert benefits(text) == [(5_000, "support", "exact"), (7_000, "support", "exact")]


def test_the_period_of_the_sentence_is_the_benefits() -> None:
    text = "Năm 2016, xưởng tiết kiệm 30 triệu đồng."
    (benefit,) = (f for f in pipeline.read(text).facts if isinstance(f, Benefit))
    assert (benefit.year_start, benefit.year_end, benefit.text) == (2016, 2016, "30 triệu đồng")
