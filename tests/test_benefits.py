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
        ("Trạm cắt Đông Gò, vốn đầu tư 12 tỷ đồng, được gắn biển.", [(12_000_000, "value", "exact")]),
        ("Ngoài Bằng khen, anh còn nhận 3 triệu đồng.", [(3_000, "reward", "exact")]),
        ("Giải pháp giảm 30% sơn thải, tương đương 40 triệu đồng/năm.", [(40_000, "benefit", "exact")]),
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


UNION = "Chuyện ở công đoàn Khu công nghiệp Gò Me.\n"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Hai vợ chồng anh Ngữ được công đoàn trao 8 triệu đồng để sửa lại mái bếp.", [8_000]),
        ("Mỗi người bệnh được 400.000đ, riêng ca mổ tim được 6 triệu đồng.", [400, 6_000]),
        ("Người trực đêm giao thừa được tặng 220.000 đồng, tổ trưởng thêm 90.000 đồng.", [220, 90]),
        ("Thân nhân hai thợ lò đã mất mỗi gia đình nhận 45 triệu đồng từ quỹ xã hội.", [45_000]),
        ("Nhờ kêu gọi được 31 triệu đồng, tổ dựng lại bếp cho bà cụ neo đơn.", [31_000]),
        ("Hụi nghĩa tình có 240 triệu đồng cho 60 thợ vay xoay vòng không tính lãi, mỗi người 4 triệu đồng.",
         [240_000, 4_000]),
        ("Lò gạch góp 80 chiếc chăn, mỗi chiếc 190.000 đồng.", [190]),
        ("Bữa tiệc trung thu, nghiệp đoàn bỏ 26 triệu đồng, còn lại do bạn bè các xưởng ủng hộ.", [26_000]),
        ("Sửa một căn nhà, công đoàn chi 18 triệu đồng, thợ làm không công.", [18_000]),
        ("Đàn bán xong, anh xin gửi toàn bộ 13 triệu đồng tặng lớp học tình thương.", [13_000]),
        ("Số tiền 25 triệu đồng được chuyển tới gia đình em Lý ngay hôm đó.", [25_000]),
        ("Bão qua, 40 mái nhà thợ tốc mái. LĐLĐ tỉnh xuất quỹ dự phòng 200 triệu đồng.", [200_000]),
        ("Nồi cháo 4 triệu đồng mỗi buổi do anh em lái xe góp.", [4_000]),
        ("Mỗi công nhân được phát phiếu trị giá 250.000 đồng.", [250]),
        ("Cả tổ chung nhau được 7,5 triệu đồng; công đoàn cơ sở thêm 3 triệu đồng.", [7_500, 3_000]),
        ("Quỹ khởi đầu bằng 9 triệu đồng do 30 thợ may góp lại.", [9_000]),
    ],
)  # fmt: skip
def test_deeds_of_giving_are_support(text: str, expected: list[int]) -> None:
    found = [f for f in pipeline.read(UNION + text).facts if isinstance(f, Benefit)]
    assert [f.amount_vnd // 1000 for f in found] == expected
    assert {f.basis for f in found} == {"support"}


@pytest.mark.parametrize(
    "text",
    [
        "Lương chị 7 triệu đồng, gửi về quê 2 triệu đồng nuôi mẹ.",
        "Mỗi tháng anh góp 2 triệu đồng thì mới mua được căn hộ.",
        "Chồng gửi con nhà trẻ tư hết 1,5 triệu đồng.",
        "Tập đoàn dành 700 tỷ đồng cùng thành phố xây dựng nhà ở xã hội.",
        "Công ty chi bữa ăn giữa ca cho người lao động không quá 730.000 đồng.",
        "Chị dành dụm mỗi tháng một triệu đồng để cuối năm về quê.",
        "Ca mổ tốn 85 triệu đồng, nhà phải bán bò được 30 triệu đồng.",
        "Công đoàn đòi được cho 60 công nhân 1,4 tỷ đồng tiền lương.",
        "Đặt mục tiêu khó, công ty nhận đơn hàng 12 tỷ đồng.",
        "Tài chính công đoàn tỉnh thu 410 tỷ đồng, chi 355 tỷ đồng, còn dư 55 tỷ đồng.",
        "Hai vợ chồng gom góp được 200 triệu đồng mua miếng đất nhỏ.",
        "Câu lạc bộ có mức đóng góp 20.000 đồng mỗi buổi.",
    ],
)
def test_other_money_in_articles_of_unions_is_none(text: str) -> None:
    assert benefits(UNION + text) == []


SHOW = "Buổi diễn kín chỗ, tiếng hát vang xa, ánh đèn rực rỡ cả khán phòng suốt ba tiếng đồng hồ. " * 5


def test_presents_and_prizes_of_shows_are_no_support() -> None:
    assert benefits(f"{SHOW}Ca sĩ được bạn tặng xe hơi 6 tỷ đồng.\n{SHOW}") == []
    need = "Ca sĩ ủng hộ đồng bào vùng lũ 60 triệu đồng."
    assert benefits(f"{SHOW}{need}\n{SHOW}") == [(60_000, "support", "exact")]


def test_a_list_of_givers_carries_its_verb() -> None:
    text = "Các xưởng ủng hộ bà con vùng lũ: xưởng Một 5 triệu đồng, xưởng Hai 7 triệu đồng."
    assert benefits(text) == [(5_000, "support", "exact"), (7_000, "support", "exact")]


def test_the_period_of_the_sentence_is_the_benefits() -> None:
    text = "Năm 2016, xưởng tiết kiệm 30 triệu đồng."
    (benefit,) = (f for f in pipeline.read(text).facts if isinstance(f, Benefit))
    assert (benefit.year_start, benefit.year_end, benefit.text) == (2016, 2016, "30 triệu đồng")
