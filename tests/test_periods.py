"""Periods, and which of them governs a place."""

from __future__ import annotations

import datetime as dt

import pytest

from extract.grammar import periods
from extract.grammar.context import governing_period
from extract.grammar.quotes import find as find_quotes
from extract.language import sentences
from extract.language.normal import lower
from extract.reading import Reading

MARK = "@"


def read(text: str, published: dt.date | None = None) -> Reading:
    reading = Reading(text, lower(text), published=published)
    reading.paragraphs = sentences.paragraphs(text)
    reading.sentences = sentences.sentences(text)
    reading.quotes = find_quotes(reading)
    reading.periods = periods.find(reading)
    return reading


def governing(marked: str, published: dt.date | None = None) -> tuple[int, int] | None:
    """Years that govern the place between the two marks of a text."""
    before, fact, after = marked.split(MARK)
    period = governing_period(read(before + fact + after, published), len(before), len(before) + len(fact))
    return (period.year_start, period.year_end) if period else None


@pytest.mark.parametrize(
    ("text", "years"),
    [
        ("giai đoạn 2003-2008", (2003, 2008, "range")),
        ("nhiệm kỳ 2018 – 2023", (2018, 2023, "range")),
        ("từ năm 2011 đến năm 2014", (2011, 2014, "range")),
        ("từ tháng 4/2011 đến tháng 6/2013", (2011, 2013, "range")),
        ("2 năm 2019, 2020", (2019, 2020, "range")),
        ("năm học 2015-2016", (2015, 2016, "school_year")),
        ("quý IV/2019", (2019, 2019, "year")),
        ("6 tháng đầu năm 2022", (2022, 2022, "year")),
        ("tháng 2.2018", (2018, 2018, "year")),
        ("Xuân Kỷ Hợi 2019", (2019, 2019, "year")),
        ("từ ngày 15/3/2018 đến hết ngày 20/9/2019", (2018, 2019, "range")),
        ("từ 15/3 đến 20/9/2019", (2019, 2019, "range")),
        ("từ ngày 15/3 đến ngày 18/3/2019", (2019, 2019, "date")),
        ("Tối 6/10/2020", (2020, 2020, "date")),
    ],
)
def test_forms(text: str, years: tuple[int, int, str]) -> None:
    assert [(p.year_start, p.year_end, p.kind) for p in read(text).periods] == [years]


@pytest.mark.parametrize(
    "text", ["Có 2019 công nhân dự lễ.", "Quyết định 1998/QĐ-TLĐ", "Gọi số 0912 2014 33"]
)
def test_no_period(text: str) -> None:
    assert read(text).periods == []


def test_relative_periods_need_the_date_of_publication() -> None:
    text = "Trong 5 năm qua, từ năm 2016 đến nay, năm nay."
    assert [(p.year_start, p.year_end) for p in read(text).periods] == [(2016, None)]
    known = read(text, dt.date(2021, 3, 1)).periods
    assert [(p.year_start, p.year_end) for p in known] == [(2016, 2021), (2016, 2021), (2021, 2021)]


@pytest.mark.parametrize(
    ("text", "years"),
    [
        # The first words of a sentence govern it, and what follows in the paragraph.
        ("Kết quả, giai đoạn 2010-2015 có @5 cá nhân@ được khen.", (2010, 2015)),
        ("Năm 2019, có 3 cờ thi đua. Tỉnh tặng @7 Bằng khen@.", (2019, 2019)),
        ("Theo ông An, năm 2018 xưởng có 9 sáng kiến. Xưởng thưởng @2 triệu đồng@.", (2018, 2018)),
        ("Năm 2018, có 2 giải. Năm 2019, có @3 giải@.", (2019, 2019)),
        # A period in the fact's own words, or after it in its clause.
        ("Biểu dương @15 thợ giỏi năm 2017@ của ngành.", (2017, 2017)),
        ("Tặng @4 tập thể@ có thành tích xuất sắc năm 2016.", (2016, 2016)),
        ("Tặng @9 tập thể@; tặng 3 cá nhân có thành tích năm 2016.", None),
        ("Năm 2019, tặng 3 cờ; năm 2020, @4 cờ@ (năm 2018), 5 cờ.", (2018, 2018)),
        # Dates of events, births, laws, comparisons and plans are none.
        ("Tối 6/10/2020, trao @10 Bằng khen@.", None),
        ("Anh Bình, sinh năm 1985, có @6 sáng kiến@.", None),
        ("Gắn bó với công ty từ năm 2008, anh có @6 sáng kiến@.", None),
        ("So với năm 2019, tăng @40 sáng kiến@.", None),
        ("Theo Quyết định 41 năm 2002, thưởng @5 triệu đồng@.", None),
        ("Đại hội công đoàn nhiệm kỳ 2017-2022 tặng @3 cờ@.", None),
        ("Bằng khen vì hoàn thành nhiệm vụ năm 2015 cho @11 tập thể@.", (2015, 2015)),
        ("Hội nghị triển khai nhiệm vụ năm 2024 tặng @8 Bằng khen@.", None),
        # What opens with an event or the present leaves the period before it; "Sáng kiến" is no morning.
        ("Năm 2019, ngành vượt kế hoạch. Sáng kiến có @45 đề tài@. Tối đa thưởng ba lần.", (2019, 2019)),
        ("Năm 2019, ngành vượt kế hoạch. Sáng 5/6, ngành có @45 đề tài@.", None),
        ("Năm 2019, có 3 cờ thi đua. Dịp này, tỉnh tặng @7 Bằng khen@.", None),
        ("Năm 2019, có 3 cờ thi đua.\nTỉnh tặng @7 Bằng khen@.", None),
        ("Giai đoạn 2016-2020, đăng ký 9 công trình. Kỷ niệm 20 năm, tặng @7 Bằng khen@.", None),
        # The head of a list governs its items.
        ("Kết quả năm 2021:\n- Có 5 sáng kiến\n- Có @6 công trình@", (2021, 2021)),
        ("Năm 2019:\n- Có 5 cờ\nNăm 2020:\n- Có @6 cờ@", (2020, 2020)),
        ("Kết quả giai đoạn 2016-2018\nNgành có @6 cờ@.", (2016, 2018)),
        ("Kết quả giai đoạn 2016-2018\nNgành có 6 cờ.\nLời kết\nNgành có @9 cờ@.", None),
        ("Các đơn vị ký kết năm 2016\nNgành có @6 cờ@.", None),
        ("Năm 2017, ngành đạt kết quả sau.\n- Có @6 cờ@", (2017, 2017)),
        # So do heads further out, by the order of their marks, and no head of another branch.
        (
            "II. SỐ LIỆU NĂM 2021\n1. Thi đua\na) Sáng kiến:\n- Có 5 đề tài, gồm:\n+ @3 đề tài@ cấp tỉnh",
            (2021, 2021),
        ),
        ("2. Con số năm 2021\n- Có 5 đề tài;\n+ trong đó năm 2018:\n- @6 cờ@", (2021, 2021)),
        ("1. Việc năm 2018\n- Có 5 cờ\n2. Việc khác\n- @6 cờ@", None),
        ("I. KẾT QUẢ NĂM 2018\n1. Có 5 cờ\nII. VIỆC KHÁC\n1. @6 cờ@", None),
        ("III. CON SỐ GIAI ĐOẠN 2015 - 2020\n1. Sáng kiến: toàn ngành có @45 sáng kiến@.", (2015, 2020)),
        ("* Năm 2022, công đoàn đặt mục tiêu gì?\n- Có @45 sáng kiến@.", (2022, 2022)),
        ("Mục tiêu đến hết năm 2024: có @45 sáng kiến@.", (2024, 2024)),
        ("3. PHƯƠNG HƯỚNG, NHIỆM VỤ NĂM 2024\nPhấn đấu có @45 sáng kiến@.", (2024, 2024)),
        # The cells of a table stand below its heading.
        ("Kết quả giai đoạn 2016-2018\nHình thức\nCờ thi đua\n3\n-\n@Giấy khen\n8@", (2016, 2018)),
        ("Kết quả giai đoạn 2016-2018\nNgành họp.\nCờ thi đua\n@3@", None),
        # What is summed up governs what follows, until another period, an event or one person's story.
        ("Hội nghị sơ kết công tác năm 2016 diễn ra sôi nổi.\nToàn ngành có @45 sáng kiến@.", (2016, 2016)),
        ("Ban chấp hành báo cáo kết quả đạt được trong năm 2016.\nCó cờ.\nCó @45 sáng kiến@.", (2016, 2016)),
        ("Tổng kết công tác năm 2016.\nNăm 2017 khó khăn.\nNăm 2016 thì không.\nCó @45 sáng kiến@.", None),
        ("Hội nghị tổng kết năm 2016.\nTại buổi lễ, tặng @5 cờ@.", None),
        ("Hội nghị tổng kết năm 2016.\nAnh Bình có @6 sáng kiến@.", None),
        ("Hội nghị tổng kết năm 2016.\nSau 5 năm phát động, có @6 công trình@.", None),
        ("Hội thảo bàn về công tác năm 2016.\nToàn ngành có @45 sáng kiến@.", None),
        # A target is set for its year.
        ("Công đoàn đặt mục tiêu đến hết năm 2018 có @70 sáng kiến@.", (2018, 2018)),
        # A period inside a quoted name is the name's.
        ("Phong trào “Giai đoạn 2010-2015 vượt khó” có @6 cờ@.", None),
        ("Đến năm 2020, xưởng có @12 sáng kiến@.", (2020, 2020)),
        ("Tính đến ngày 31/12/2022, ngành có @45 CĐCS@.", (2022, 2022)),
    ],
)
def test_governing_period(text: str, years: tuple[int, int] | None) -> None:
    assert governing(text) == years
