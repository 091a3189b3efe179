"""Statistics: what is counted, what is not, and whether it is registered or hoped for."""

from __future__ import annotations

import time

import pytest

from extract import pipeline
from extract.facts.statistics import find
from extract.grammar import numbers, periods
from extract.reading import Reading, Span
from schemas import Statistic


def statistics(text: str) -> list[tuple[str, int, str | None]]:
    facts = pipeline.read(text).facts
    return [(f.metric, f.value, f.status) for f in facts if isinstance(f, Statistic)]


COUNTS = r"""
Ngành có 87 công đoàn cơ sở với 5.310 đoàn viên. | grassroots_unions 87, members 5310
Toàn tỉnh có 1.024 CĐCS, 96.300 đoàn viên. | grassroots_unions 1024, members 96300
Năm qua đã kết nạp 612 đoàn viên, đạt 120% chỉ tiêu. | members 612
Tổng số CĐCS là 236. | grassroots_unions 236
Đại hội có 150 đại biểu đại diện cho hơn 12.000 đoàn viên. | members 12000
Có 125 đề tài, sáng kiến cải tiến kỹ thuật được ứng dụng. | initiatives 125
Đã có hai mươi lăm sáng kiến được công nhận. | initiatives 25
Phấn đấu kết nạp 900 đoàn viên; có 60 sáng kiến. | members 900 proposed, initiatives 60 proposed
Đại hội đề ra chỉ tiêu. Cụ thể có 60 sáng kiến. | initiatives 60 proposed
Với mục tiêu đoàn kết, công đoàn đã kết nạp 71 đoàn viên. | members 71
Đạt 94% kế hoạch, có 45 sáng kiến. | initiatives 45
Các xưởng đăng ký 32 sáng kiến, 4 công trình, phần việc. | initiatives 32 registered, works 4 registered
Đăng ký 36 sáng kiến, trong đó 14 sáng kiến được công nhận. | initiatives 36 registered, initiatives 14
Gắn biển 6 công trình chào mừng đại hội. | works 6
Phong trào thu hút hơn 1.200 lượt đoàn viên, người lao động tham gia. | participants 1200
Các xưởng đăng ký: 3 cờ; 32 sáng kiến; 4 công trình. | initiatives 32 registered, works 4 registered
Đăng ký 36 sáng kiến, được công nhận 14. | initiatives 36 registered, initiatives 14
Nghiệp đoàn có 4 tổ tự quản, 31 CĐCS, tập hợp 960 đoàn viên. | grassroots_unions 31, members 960
Cụm gồm 45 CĐCS trường học và 35 CĐCS y tế. | grassroots_unions 45, grassroots_unions 35
Phấn đấu phát triển mới 300 đoàn viên, 6 CĐCS. | members 300 proposed, grassroots_unions 6 proposed
Có 4.120 lao động, trong đó 3.015 nữ đoàn viên. | members 3015
Ngành có 5.310 đoàn viên, trong đó 410 đoàn viên là người Khmer. | members 5310, members 410
Trong quý, 45 CĐCS với 980 đoàn viên thi đua. | grassroots_unions 45, members 980
Công đoàn là chỗ dựa vững chắc của trên 6.100 đoàn viên. | members 6100
Kết nạp 1.340/1.100 đoàn viên; thành lập 17/15 CĐCS. | members 1340, grassroots_unions 17
Số đoàn viên tăng từ 7.100 lên 8.260 người, số CĐCS tăng từ 96 lên 104. | members 8260, grassroots_unions 104
Phong trào thu hút 860 đoàn viên, người lao động tham gia. | participants 860
Đợt này có 415 lượt người lao động (NLĐ) tham gia. | participants 415
Hơn 700 lượt đoàn viên đăng ký hiến máu. | participants 700 registered
Giải việt dã thu hút 2.600 người tham dự. | participants 2600
Chương trình nhận 9.400 lượt ủng hộ. | participants 9400
Có 520 công nhân hưởng ứng cuộc vận động. | participants 520
Anh là một trong 264 đoàn viên của công đoàn xưởng. | members 264
Đến nay 190/204 lao động là đoàn viên công đoàn. | members 190
Trong quý, 35 đoàn viên được kết nạp, 2 CĐCS ra đời. | members 35, grassroots_unions 2
Tập hợp 3.300 đoàn viên ở 28 CĐCS. | members 3300, grassroots_unions 28
Năm tới, công đoàn đặt mục tiêu gì?\n- Có 150 sáng kiến. | initiatives 150 proposed
Năm qua, công đoàn đạt được gì?\n- Có 150 sáng kiến. | initiatives 150
Mục tiêu nhiệm kỳ:\n- 150 sáng kiến;\n- Kết nạp 40 đoàn viên. | initiatives 150 proposed, members 40 proposed
Kết quả thực hiện chỉ tiêu:\n- 150 sáng kiến. | initiatives 150
Công đoàn quyết tâm có 150 sáng kiến. | initiatives 150 proposed
Xưởng có 8 sáng kiến. 8 sáng kiến đó đã được áp dụng. | initiatives 8
Năm sáng kiến của tổ được công nhận. | initiatives 5
Công đoàn cảng cá (432 đoàn viên) ra mắt quỹ. | members 432
Cả nhà máy 432 đoàn viên thì một nửa ở trọ. | members 432
Đã có 38 lao động gia nhập công đoàn. | members 38
Có 21 trong số 50 sáng kiến được công nhận. | initiatives 21
Giải chạy có sự tham gia của hơn 700 đoàn viên. | participants 700
"""


@pytest.mark.parametrize("line", COUNTS.strip().splitlines())
def test_counts(line: str) -> None:
    text, _, expected = line.replace("\\n", "\n").partition(" | ")
    told = [" ".join(str(part) for part in found if part is not None) for found in statistics(text)]
    assert ", ".join(told) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Công đoàn tặng quà cho 500 đoàn viên có hoàn cảnh khó khăn.",
        "Hội nghị có 150 đại biểu tham dự.",
        "Tới dự lễ có 150 đoàn viên của huyện.",
        "Hội thao thu hút 60 vận động viên tham gia.",
        "Đã có hàng nghìn sáng kiến được áp dụng.",
        "Hưởng ứng Chương trình “75 nghìn sáng kiến, vượt khó, phát triển”.",
        "Có 26 sáng kiến đạt giải A cấp thành phố.",
        "Thanh tra phát hiện 5 công trình xây dựng không phép.",
        "Thành phố đưa ra 5 giải pháp giảm ùn tắc.",
        "Tỉnh có 12.000 lao động và 640 hộ nghèo.",
        "98% CĐCS tổ chức hội nghị.",
        "Công đoàn chăm lo cho 250 lượt đoàn viên.",
        "Hội thi nhận được sự cổ vũ của 250 đoàn viên.",
        "Ngành có 3 đề tài / sản phẩm được tuyên dương.",
        "Trao 80 suất quà, trong đó 30 đoàn viên nhận xe đạp.",
        "Một trong 45 đoàn viên tham gia trại hè kể lại.",
        "Có 40 công nhân tham gia lớp tập huấn.",
        "Hội nghị có sự tham gia của 120 đoàn viên.",
        "Phiên chợ có 640 đoàn viên, người lao động được nhận phiếu mua hàng.",
        "Vụ đình công có sự tham gia của 120 công nhân.",
        "Chỉ 3 trong số 40 đoàn viên nghỉ việc.",
        "Phố cổ đón 20.000 lượt khách.",
    ],
)
def test_other_counts_are_none(text: str) -> None:
    assert statistics(text) == []


def test_the_youth_unions_members_are_none() -> None:
    assert statistics("Đoàn thanh niên nhà máy hiện có 300 đoàn viên.") == []


def test_a_hostile_sentence_takes_linear_time() -> None:
    def seconds(times: int) -> float:
        reading = Reading(text := "5 giải pháp, năm 2020, " * times, text)
        reading.sentences = reading.paragraphs = [Span(0, len(text))]
        reading.numbers, reading.periods = numbers.find(reading), periods.find(reading)
        start = time.process_time()
        find(reading)
        return time.process_time() - start

    assert seconds(4_000) < 20 * max(seconds(400), 0.005)
