"""Awards as unions report them: who got how many of what, from whom, asked for or given."""

from __future__ import annotations

import pytest

from extract.facts import awards
from extract.grammar import abbreviations, money, numbers, periods, quotes
from extract.language import normal
from extract.language import sentences as boundaries
from extract.reading import Reading
from schemas import Award


def read(text: str) -> Reading:
    """A text with the layers that awards rest on."""
    text = normal.normalise(text)
    reading = Reading(text, normal.lower(text))
    reading.paragraphs, reading.sentences = boundaries.paragraphs(text), boundaries.sentences(text)
    reading.quotes = list(quotes.find(reading))
    reading.numbers = list(numbers.find(reading))
    reading.amounts = list(money.find(reading))
    reading.periods = list(periods.find(reading))
    reading.abbreviations = list(abbreviations.find(reading))
    return reading


def found(text: str) -> list[Award]:
    return awards.find(read(text))


def told(text: str, *names: str) -> list[tuple[object, ...]]:
    """The named attributes of every award found, in order of place."""
    return [tuple(getattr(fact, name) for name in names) for fact in found(text)]


COUNTS = {
    "granter carried, two numbers for one award": (
        "Có 13 tập thể được LĐLĐ tỉnh Sơn La tặng Cờ thi đua, 41 tập thể và 57 cá nhân được tặng Bằng khen.",
        [
            ("Cờ thi đua", 13, "group", "LĐLĐ tỉnh Sơn La"),
            ("Bằng khen", 41, "group", "LĐLĐ tỉnh Sơn La"),
            ("Bằng khen", 57, "individual", "LĐLĐ tỉnh Sơn La"),
        ],
    ),
    "granter of one award is not carried": (
        "Có 4 đơn vị được tặng Cờ thi đua của Chính phủ; 6 tập thể được tặng Bằng khen của Bộ Y tế.",
        [("Cờ thi đua", 4, "group", "Chính phủ"), ("Bằng khen", 6, "group", "Bộ Y tế")],
    ),
    "number before the award, kind of recipients after it": (
        "Sở Tư pháp tặng 14 Giấy khen cho tập thể và 29 Giấy khen cho cá nhân.",
        [("Giấy khen", 14, "group", "Sở Tư pháp"), ("Giấy khen", 29, "individual", "Sở Tư pháp")],
    ),
    "as many recipients as awards are one fact": (
        "Chủ tịch nước tặng ba Huân chương Lao động hạng Nhì cho ba cá nhân.",
        [("Huân chương Lao động", 3, "individual", "Chủ tịch nước")],
    ),
    "mixed recipients and their split": (
        "UBND tỉnh tặng Bằng khen cho 24 tập thể, cá nhân (9 tập thể và 15 cá nhân).",
        [
            ("Bằng khen", 24, None, "UBND tỉnh"),
            ("Bằng khen", 9, "group", "UBND tỉnh"),
            ("Bằng khen", 15, "individual", "UBND tỉnh"),
        ],
    ),
    "handed over in another's name": (
        "Thừa ủy quyền của Chủ tịch nước, Bí thư Tỉnh ủy trao Huân chương Lao động cho 2 đơn vị.",
        [("Huân chương Lao động", 2, "group", "Chủ tịch nước")],
    ),
    "the organiser of a ceremony gives nothing": (
        "Công đoàn ngành tổ chức lễ trao tặng Bằng khen cho 5 đoàn viên.",
        [("Bằng khen", 5, "individual", None)],
    ),
    "lines that only count": (
        "Công đoàn Xây dựng tặng Giấy khen cho:\n- 7 tập thể\n- 18 cá nhân",
        [
            ("Giấy khen", 7, "group", "Công đoàn Xây dựng"),
            ("Giấy khen", 18, "individual", "Công đoàn Xây dựng"),
        ],
    ),
    "the emulation flag by its short name": (
        "Có 3 CĐCS được LĐLĐ huyện tặng cờ, 8 CĐCS được tặng giấy khen.",
        [("Cờ thi đua", 3, "group", "LĐLĐ huyện"), ("Giấy khen", 8, "group", "LĐLĐ huyện")],
    ),
    "who honours is said after those honoured": (
        "Có 21 “Cán bộ tận tâm” được Công đoàn Cao su tuyên dương, phong trào thi đua.",
        [("Danh hiệu khác", 21, "individual", "Công đoàn Cao su")],
    ),
    "the subject does something else first": (
        "LĐLĐ thị xã thăm công trường, biểu dương 19 tài xế trong phong trào thi đua.",
        [("Khen thưởng", 19, "individual", "LĐLĐ thị xã")],
    ),
    "a leader who speaks gives nothing": (
        "Bí thư Trần Văn An chúc Tết, động viên và biểu dương 19 tài xế, phong trào thi đua công đoàn.",
        [("Khen thưởng", 19, "individual", None)],
    ),
    "the ministry by its short name": (
        "Bộ Xây dựng khen thưởng 3 tổ; 9 kỹ sư nhận Bằng khen của Bộ, phong trào thi đua công đoàn.",
        [("Khen thưởng", 3, "group", "Bộ Xây dựng"), ("Bằng khen", 9, "individual", "Bộ Xây dựng")],
    ),
    "the trades of a union are one name": (
        "Công đoàn Nông nghiệp và Phát triển nông thôn Việt Nam tặng Bằng khen cho 4 tập thể.",
        [("Bằng khen", 4, "group", "Công đoàn Nông nghiệp và Phát triển nông thôn Việt Nam")],
    ),
    "a post and its holder": (
        "Chủ tịch LĐLĐ tỉnh Trần Văn Sơn tặng Giấy khen cho 6 thí sinh.",
        [("Giấy khen", 6, "individual", "Chủ tịch LĐLĐ tỉnh")],
    ),
    "who gave something else before": (
        "Chị được UBND tỉnh tặng 2 Bằng khen, 4 lần nhận Giấy khen, 3 năm liền là Lao động tiên tiến.",
        [
            ("Bằng khen", 2, "individual", "UBND tỉnh"),
            ("Giấy khen", 4, "individual", None),
            ("Lao động tiên tiến", 3, "individual", None),
        ],
    ),
    "a part of a whole": (
        "Có 9/11 tập thể đạt danh hiệu Tập thể lao động xuất sắc.",
        [("Tập thể lao động xuất sắc", 9, "group", None)],
    ),
}


@pytest.mark.parametrize(("text", "expected"), COUNTS.values(), ids=COUNTS)
def test_counts_recipients_and_granters(text: str, expected: list[tuple[object, ...]]) -> None:
    assert told(text, "award", "count", "unit", "granter") == expected


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("Công đoàn có 5 tập thể đăng ký LĐLĐ tỉnh tặng Cờ thi đua.", "registered"),
        ("Đăng ký thi đua năm 2022: Bằng khen: 5 tập thể.", "registered"),
        ("Công đoàn trường đề nghị Bộ Y tế tặng Bằng khen cho 5 tập thể.", "proposed"),
        ("Có 5 tập thể được đề nghị tặng Bằng khen.", "proposed"),
        ("Năm tới phấn đấu có 5 tập thể được tặng Cờ thi đua.", "proposed"),
        ("Chỉ tiêu năm 2023: 5 tập thể được tặng Cờ thi đua.", "proposed"),
        ("Công đoàn đang hoàn thiện hồ sơ trình Thủ tướng tặng Bằng khen cho 5 tập thể.", "proposed"),
        ("Danh sách đề nghị tặng Bằng khen có 5 tập thể.", "proposed"),
        ("Công đoàn có công văn đề nghị Bộ Y tế tặng Bằng khen cho 5 tập thể.", "proposed"),
        ("Sau khi xét các hồ sơ đề nghị, LĐLĐ tỉnh tặng Bằng khen cho 5 tập thể.", "awarded"),
        ("Trên cơ sở tờ trình đề nghị của các CĐCS, LĐLĐ tỉnh tặng Bằng khen cho 5 tập thể.", "awarded"),
        ("Năm tới, công đoàn đặt mục tiêu gì?\n- Có 5 tập thể được tặng Cờ thi đua.", "proposed"),
        ("Có 5 tập thể đăng ký phấn đấu đạt Cờ thi đua.", "registered"),
        ("Theo đề nghị của Ban Tổ chức, UBND tỉnh tặng Bằng khen cho 5 tập thể.", "awarded"),
    ],
)
def test_asked_for_or_given(text: str, status: str) -> None:
    assert told(text, "count", "status") == [(5, status)]


@pytest.mark.parametrize(
    ("text", "level"),
    [
        ("Có 30 cá nhân đạt Chiến sĩ thi đua cấp cơ sở.", "cấp cơ sở"),
        ("Có 30 đoàn viên đạt danh hiệu Chiến sĩ thi đua toàn quốc.", "toàn quốc"),
        ("Công đoàn tặng Bằng khen cấp Công đoàn ngành cho 30 đoàn viên.", "cấp Công đoàn ngành"),
        ("Có 30 đoàn viên được tặng Bằng khen của UBND tỉnh.", None),
    ],
)
def test_level_as_printed(text: str, level: str | None) -> None:
    assert told(text, "count", "level") == [(30, level)]


def test_a_heading_dates_and_governs_its_list() -> None:
    text = "Kết quả giai đoạn 2016-2020:\n- Bằng khen của UBND tỉnh: 14 tập thể\n- Cờ thi đua: 3"
    assert told(text, "count", "granter", "year_start", "year_end") == [
        (14, "UBND tỉnh", 2016, 2020),
        (3, None, 2016, 2020),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Công ty vinh dự đón nhận Huân chương Lao động hạng Ba.",  # no number, no award
        "Hội thi có 40 thí sinh tham gia phong trào Lao động giỏi của công đoàn.",
        "Đội tuyển đoạt 12 huy chương vàng, phá 3 kỷ lục tại SEA Games.",
        "Chị Lan đại diện 900 công nhân nhận Bằng khen của UBND tỉnh.",
        "Quyết định số 24 về việc tặng Bằng khen được ký năm 2019.",
        "Ngày 30/4, Công đoàn tổ chức 5 hoạt động biểu dương điển hình tiên tiến.",
        "Mỗi người được tặng bằng khen và 2 triệu đồng.",
        "Lễ trao Bằng khen của công đoàn có 300 người tham dự phong trào thi đua.",
        "Đã 30 lần hiến máu cứu người, 5 năm liền anh vẫn làm công đoàn, được tặng Bằng khen.",
        "Hội thao công đoàn, thi đua: chủ nhân 2 huy chương vàng là em út.",
        "Cơ cấu giải của hội thi công đoàn, thi đua: 1 giải Nhất, 2 giải Nhì.",
    ],
)
def test_what_is_no_award(text: str) -> None:
    assert found(text) == []


def test_the_same_number_told_again_is_one_fact() -> None:
    text = "Trao Bằng khen cho 33 đoàn viên. Dịp này, UBND huyện tặng Bằng khen cho 33 đoàn viên."
    assert told(text, "count", "granter") == [(33, "UBND huyện")]


def test_two_ranks_in_one_sentence_are_two_facts() -> None:
    text = "1 xã được tặng Huân chương Lao động hạng Nhất, 1 xã được tặng Huân chương Lao động hạng Ba."
    assert told(text, "count", "unit") == [(1, "group"), (1, "group")]


@pytest.mark.parametrize(
    "text",
    [
        "Bằng khen " * 3000,
        "5 tập thể, " * 3000 + "được tặng Bằng khen",
        "được LĐLĐ tỉnh đề nghị tặng " * 2000 + "5 Bằng khen",
        "danh hiệu “" * 3000 + "”",
        "Bằng khen cho:\n" + "- 5 tập thể\n" * 2000,
        "cấp các cấp gia đình " * 2000 + "3 cờ, 4 giải",
        "0 tập thể được tặng Bằng khen; 99999999999999999999 cá nhân được tặng Giấy khen",
    ],
)
def test_hostile_text_is_read_in_linear_time_with_right_offsets(text: str) -> None:
    reading = read(text)
    assert all(reading.text[fact.start : fact.end] == fact.text for fact in awards.find(reading))


GRANTED = {
    "a rank goes on from the order named before": (
        "Chủ tịch nước tặng Huân chương Lao động hạng Nhì cho 2 tập thể, hạng Ba cho 5 cá nhân.",
        [("Huân chương Lao động", 2, "group"), ("Huân chương Lao động", 5, "individual")],
    ),
    "recipients after the award close its name": (
        "LĐLĐ tỉnh: 14 Bằng khen tập thể, 36 Bằng khen cá nhân.",
        [("Bằng khen", 14, "group"), ("Bằng khen", 36, "individual")],
    ),
    "a number after the award in a list": (
        "Năm 2020 công đoàn được:\n- Cờ thi đua 03; Bằng khen 12;",
        [("Cờ thi đua", 3, None), ("Bằng khen", 12, None)],
    ),
    "who has a title": (
        "Nhà máy công nhận 74 thợ là Chiến sĩ thi đua cơ sở, 1.215 người là Lao động tiên tiến.",
        [("Chiến sĩ thi đua", 74, "individual"), ("Lao động tiên tiến", 1215, "individual")],
    ),
    "times, told of whom the sentence is about": (
        "Anh Lò Văn Nhọt, thợ lò Công ty Than Bắc, một mình chăm mẹ già, vẫn 3 lần được tặng Giấy khen.",
        [("Giấy khen", 3, "individual")],
    ),
    "years in a row, in every order": (
        "Hai năm liền chị Tám là Lao động tiên tiến; bà Sáu đạt Chiến sĩ thi đua suốt 4 năm liên tục.",
        [("Lao động tiên tiến", 2, "individual"), ("Chiến sĩ thi đua", 4, "individual")],
    ),
    "times, told of what a person heads": (
        "Tổ sản xuất do ông Hai phụ trách 3 lần được Công ty tặng Giấy khen.",
        [("Giấy khen", 3, "group")],
    ),
    "those who did something for others": (
        "Có 9 thợ đóng góp nhiều cho xưởng được Công ty tặng Giấy khen.",
        [("Giấy khen", 9, "individual")],
    ),
    "a movement's title, by level alone": (
        "Phong trào “Người thợ giỏi” của công đoàn có 80 lượt người đạt danh hiệu cấp cơ sở, thi đua.",
        [("Công nhân giỏi", 80, "person_times")],
    ),
    "some of so many": (
        "Trong đợt này, 4 trong số 30 công nhân của xưởng được tặng Giấy khen.",
        [("Giấy khen", 4, "individual")],
    ),
    "what the group of a person was given": (
        "Tổ của anh Mười được Công ty tặng 2 Bằng khen.",
        [("Bằng khen", 2, "group")],
    ),
    "what some have": (
        "Xưởng có 12 thợ có Bằng Lao động sáng tạo, 3 thợ có Bằng khen của Bộ Công Thương.",
        [("Bằng Lao động sáng tạo", 12, "individual"), ("Bằng khen", 3, "individual")],
    ),
    "what one has": (
        "Anh sở hữu 4 Bằng Lao động sáng tạo.",
        [("Bằng Lao động sáng tạo", 4, "individual")],
    ),
    "medals as a result, their metals alone": (
        "Hội thao công đoàn, thi đua: dẫn đầu với 5 HCV; Công ty Dệt 9 huy chương (2 vàng, 7 đồng).",
        [("Huy chương", 5, None), ("Huy chương", 9, None), ("Huy chương", 2, None), ("Huy chương", 7, None)],
    ),
    "ranked prizes as a result": (
        "Kết quả hội thi của công đoàn, phong trào thi đua: 2 giải Nhất, 3 giải Nhì.",
        [("Giải", 2, None), ("Giải", 3, None)],
    ),
    "numbers below heads that are awards": (
        "Khen thưởng của công đoàn\nĐơn vị | Bằng khen | Số LĐTT\nTập thể | 2 | -\nXưởng 2 | 2 | 40",
        [("Bằng khen", 2, "group"), ("Bằng khen", 2, None), ("Lao động tiên tiến", 40, "individual")],
    ),
    "titled people given something else": (
        "Có 16 thợ giỏi được Công ty tặng Bằng khen.",
        [("Bằng khen", 16, "individual")],
    ),
    "a quoted title with its count": (
        "Phong trào thi đua của công đoàn có 15 “Người con ưu tú” được vinh danh.",
        [("Danh hiệu khác", 15, "individual")],
    ),
    "giving prizes of a contest": (
        "Công đoàn trao giải Nhì Hội thi thợ giỏi cho hai đơn vị trong phong trào thi đua.",
        [("Giải", 2, "group")],
    ),
    "initiatives registered before are no recipients": (
        "Ngành đăng ký 640 sáng kiến; 31 tập thể đăng ký Tập thể lao động xuất sắc.",
        [("Tập thể lao động xuất sắc", 31, "group")],
    ),
    "neither are new members": (
        "Kết nạp mới 420 đoàn viên, 8 cá nhân được đề nghị tặng Bằng khen.",
        [("Bằng khen", 8, "individual")],
    ),
    "a share says how many of each, not in all": (
        "100% tổ công đoàn có trên 6 đoàn viên đăng ký Lao động tiên tiến.",
        [],
    ),
    "a number of a rank goes on": (
        "Có 3 tập thể được tặng Huân chương Lao động hạng Nhì, 18 hạng Ba.",
        [("Huân chương Lao động", 3, "group"), ("Huân chương Lao động", 18, "group")],
    ),
    "who gives next is no recipient": (
        "Công ty tặng Giấy khen cho 6 cá nhân, LĐLĐ tỉnh tặng Cờ thi đua cho 2 CĐCS.",
        [("Giấy khen", 6, "individual"), ("Cờ thi đua", 2, "group")],
    ),
    "levels alone, times alone": (
        "Có 8.100 lượt người đạt “Lao động giỏi” cấp cơ sở của công đoàn, 700 lượt đạt cấp tỉnh, thi đua.",
        [("Công nhân giỏi", 8100, "person_times"), ("Công nhân giỏi", 700, "person_times")],
    ),
    "a level for each number": (
        "Có 480 chị được công nhận “Giỏi việc nước, đảm việc nhà” cấp cơ sở, 51 chị cấp tỉnh.",
        [
            ("Giỏi việc nước, đảm việc nhà", 480, "individual"),
            ("Giỏi việc nước, đảm việc nhà", 51, "individual"),
        ],
    ),
    "the award of one, given": (
        "Lãnh đạo trao Bằng khen của LĐLĐ tỉnh tặng 9 tập thể, 14 cá nhân.",
        [("Bằng khen", 9, "group"), ("Bằng khen", 14, "individual")],
    ),
    "of which some have another title": (
        "Có 210 người được công nhận Lao động tiên tiến, trong đó 19 người đạt Chiến sĩ thi đua cơ sở.",
        [("Lao động tiên tiến", 210, "individual"), ("Chiến sĩ thi đua", 19, "individual")],
    ),
    "decided to commend": (
        "Công bố quyết định khen thưởng của LĐLĐ tỉnh cho 4 tập thể công đoàn trong phong trào thi đua.",
        [("Khen thưởng", 4, "group")],
    ),
    "awards spoken of again": ("Công đoàn: 14 bằng khen này xã lấy từ huyện.", []),
    "recognised with regard to": (
        "Công nhận danh hiệu chiến sĩ thi đua cơ sở đối với 4 cá nhân.",
        [("Chiến sĩ thi đua", 4, "individual")],
    ),
    "one cell a line": (
        "Khen thưởng của công đoàn\nTập thể\nCá nhân\nBằng khen của UBND tỉnh\n4\n9\nCờ thi đua\n1\n-\nHết.",
        [("Bằng khen", 4, "group"), ("Bằng khen", 9, "individual"), ("Cờ thi đua", 1, "group")],
    ),
    "one cell a line, below heads that are awards": (
        "Kết quả thi đua của công đoàn\nĐoàn\nHCV\nHCB\nXưởng 1\n4\n9\nXưởng 2\n1\n-\nHết.",
        [("Huy chương", 4, None), ("Huy chương", 9, None), ("Huy chương", 1, None)],
    ),
    "the second column of a table says who gives": (
        "Hình thức | Cấp khen | Số lượng\nGiấy khen | CĐĐLVN | 12 tập thể, 40 cá nhân",
        [("Giấy khen", 12, "group"), ("Giấy khen", 40, "individual")],
    ),
    "money in a table is no count": (
        "Hình thức | Tiền thưởng | Tập thể\nGiấy khen | 300.000 | 3",
        [("Giấy khen", 3, "group")],
    ),
}


@pytest.mark.parametrize(("text", "expected"), GRANTED.values(), ids=GRANTED)
def test_forms_of_giving(text: str, expected: list[tuple[object, ...]]) -> None:
    assert told(text, "award", "count", "unit") == expected


@pytest.mark.parametrize(
    ("text", "granter"),
    [
        ("Công ty tặng Giấy khen cho 6 cá nhân, LĐLĐ tỉnh tặng Cờ thi đua cho 2 CĐCS.", "Công ty"),
        ("Công bố quyết định khen thưởng của LĐLĐ tỉnh cho 4 tập thể, phong trào thi đua.", "LĐLĐ tỉnh"),
        (
            "Tập đoàn Cao su - Hóa chất Phương Nam (CHP) tặng Giấy khen 4 tập thể.",
            "Tập đoàn Cao su - Hóa chất Phương Nam",
        ),
        ("Các LĐLĐ huyện, thị xã, thành phố tặng Giấy khen cho 310 người.", "LĐLĐ huyện, thị xã, thành phố"),
        (
            "Kỷ niệm ngày thành lập Công đoàn Việt Nam, LĐLĐ tỉnh tặng Bằng khen cho 9 cá nhân.",
            "LĐLĐ tỉnh",
        ),
        ("Trao Giấy khen của LĐLĐ cấp huyện cho 16 tập thể.", "LĐLĐ cấp huyện"),
        ("Giấy khen | CĐĐLVN | 2\nGiấy khen | CĐĐLVN | 2", None),
    ],
)
def test_names_of_granters(text: str, granter: str | None) -> None:
    assert [fact.granter for fact in found(text)][:1] == ([granter] if granter else [])


def test_goals_that_are_set_are_proposed() -> None:
    text = "Ban Nữ công đặt mục tiêu có 90 chị đạt danh hiệu “Giỏi việc nước, đảm việc nhà”."
    assert told(text, "count", "status") == [(90, "proposed")]


def test_a_year_in_brackets_is_that_awards_alone() -> None:
    text = "Công ty được Chính phủ tặng 1 Cờ thi đua (năm 2019); Bộ Xây dựng tặng 3 Bằng khen."
    assert told(text, "count", "unit", "year_start") == [(1, "group", 2019), (3, "group", None)]


def test_years_beside_a_number_of_times_are_its_own() -> None:
    text = "Bà đạt Lao động tiên tiến 3 năm liền (2015-2017), hai lần nhận Giấy khen của Công đoàn ngành."
    assert told(text, "count", "year_start", "year_end") == [(3, 2015, 2017), (2, None, None)]
