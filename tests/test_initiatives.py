"""Initiatives: titles in any marks or none, tied to authors, body, benefit and year across a passage."""

from __future__ import annotations

from functools import partial

import pytest

from extract.facts import benefits, campaigns, initiatives, people
from extract.grammar import money, numbers, periods, quotes
from extract.language import normal, sentences
from extract.reading import Reading
from schemas import Initiative
from tests.work import calls


def read(text: str) -> list[Initiative]:
    """Initiatives of a text, with only the layers and facts they rest on."""
    text = normal.normalise(text)
    reading = Reading(text, normal.lower(text))
    reading.paragraphs, reading.sentences = sentences.paragraphs(text), sentences.sentences(text)
    reading.quotes = quotes.find(reading)
    reading.numbers = list(numbers.find(reading))
    reading.amounts = list(money.find(reading))
    reading.periods = list(periods.find(reading))
    for kind in (campaigns, people, benefits):
        reading.facts += kind.find(reading)
    found = initiatives.find(reading)
    assert all(text[fact.start : fact.end] == fact.text == fact.title for fact in found)
    return found


def told(text: str) -> list[tuple[str, str | None, tuple[str, ...]]]:
    return [(fact.title, fact.kind, fact.authors) for fact in read(text)]


TITLED = [
    (
        "Anh Lò Văn Chựa, thợ hàn Xưởng cơ khí Pom Hán, là tác giả sáng kiến ”Bàn kẹp ống tự định tâm“.",
        [("Bàn kẹp ống tự định tâm", "initiative", ("Lò Văn Chựa",))],
    ),
    (
        'Đề tài cấp tỉnh “Nhân giống khoai sọ núi bằng nuôi cấy mô" do ThS. Phùng Thị Hảo làm chủ nhiệm.',
        [("Nhân giống khoai sọ núi bằng nuôi cấy mô", "study", ("Phùng Thị Hảo",))],
    ),
    (
        'Chị Vũ Thị Mây với giải pháp ‘Móc treo chỉ ba tầng’; anh Đỗ Văn Sắc có sáng kiến “Khay rung bụi".',
        [
            ("Móc treo chỉ ba tầng", "initiative", ("Vũ Thị Mây",)),
            ("Khay rung bụi", "initiative", ("Đỗ Văn Sắc",)),
        ],
    ),
    (
        "Giải Nhất là giải pháp “Máy tời kẹp chì” của các tác giả Lý A Sình, Vàng Thị Dợ và Đỗ Quang Phú.",
        [("Máy tời kẹp chì", "initiative", ("Lý A Sình", "Vàng Thị Dợ", "Đỗ Quang Phú"))],
    ),
    (
        "Tổ điện có 2 sáng kiến gồm: Tủ sạc pin di động của anh Hà Văn Thủy; và công trình nghiên cứu, chế "
        "tạo xe nâng tay của anh Lê Bá Trung.",
        [
            ("Tủ sạc pin di động", "initiative", ("Hà Văn Thủy",)),
            ("nghiên cứu, chế tạo xe nâng tay", "study", ("Lê Bá Trung",)),
        ],
    ),
    (
        "Với sáng kiến: Lắp rơ le bảo vệ mất pha cho máy nghiền, anh Lò Văn Tướng giúp xí nghiệp giảm sự cố.",
        [("Lắp rơ le bảo vệ mất pha cho máy nghiền", "initiative", ("Lò Văn Tướng",))],
    ),
    (
        'Cô giáo Quàng Thị Inh có hai đề tài được áp dụng: “Chợ quê trong lớp học” và “Bé kể chuyện bản".',
        [
            ("Chợ quê trong lớp học", "study", ("Quàng Thị Inh",)),
            ("Bé kể chuyện bản", "study", ("Quàng Thị Inh",)),
        ],
    ),
    (
        "Sáng kiến: “Xe đẩy cuộn vải có phanh” (chị Lại Thị Ngoan); “Sổ ca điện tử” (anh Tạ Đình Quyền).",
        [
            ("Xe đẩy cuộn vải có phanh", "initiative", ("Lại Thị Ngoan",)),
            ("Sổ ca điện tử", "initiative", ("Tạ Đình Quyền",)),
        ],
    ),
    (
        "Công đoàn gắn biển công trình “Sân bóng chuyền công nhân” của Công ty Gạch Tân Xuyên.",
        [("Sân bóng chuyền công nhân", "work", ())],
    ),
]


@pytest.mark.parametrize(("text", "expected"), TITLED)
def test_titled(text: str, expected: list[tuple[str, str, tuple[str, ...]]]) -> None:
    assert told(text) == expected


UNTITLED = [
    "Công nhân có nhiều sáng kiến cải tiến kỹ thuật, làm lợi 3 tỷ đồng.",
    "Công đoàn góp 57 sáng kiến và 9 đề tài, đều đã qua hội đồng chấm.",
    "Công trình được gắn biển “Công trình chào mừng Đại hội công đoàn ngành”.",
    "Đại biểu đề xuất giải pháp nâng cấp tuyến đê, giữ nước ngọt.",
    "Các đoàn viên nêu giải pháp như: tăng cường tuyên truyền; đổi mới phương pháp.",
    "Tổng thống nhắc lại sáng kiến “Một con đường chung” với khối.",
    "Đồng nghiệp gọi anh là “cây sáng kiến” của xưởng.",
    "Công đoàn trao giải cho bức tranh “Mùa gặt trên đồi chè” và bài dự thi “Chuyện nghề của mẹ”.",
    "Hãng ra mắt dự án “Khu đô thị bên sông”.",
]


@pytest.mark.parametrize("text", UNTITLED)
def test_untitled(text: str) -> None:
    assert told(text) == []


def test_body_benefit_and_year_are_tied() -> None:
    (fact,) = read(
        "Năm 2021, chị Hoàng Thị Phấn, công nhân Công ty May Tiên Hưng, có sáng kiến “Cữ cuốn viền hai mép”. "
        "Sáng kiến giúp chuyền may tiết kiệm 65 triệu đồng mỗi năm."
    )
    assert fact.organisation == "Công ty May Tiên Hưng"
    assert (fact.benefit_vnd, fact.year_start, fact.year_end) == (65_000_000, 2021, 2021)


def test_pronouns_take_up_the_hero() -> None:
    found = read(
        "Anh Ngô Văn Bách, thợ điện Nhà máy Chè Hoàng Nông, yêu máy từ nhỏ. Năm 2017, anh hoàn thành "
        "sáng kiến “Buồng đốt hai ngăn”. Năm 2019, anh Bách cùng đồng nghiệp Dương Thị Thơm hoàn thành "
        "giải pháp “Máy vò chè tự đảo”. Mới nhất là sáng kiến “Cân đóng gói bán tự động” của anh."
    )
    assert [fact.authors for fact in found] == [
        ("Ngô Văn Bách",),
        ("Ngô Văn Bách", "Dương Thị Thơm"),
        ("Ngô Văn Bách",),
    ]
    assert [fact.year_start for fact in found][:2] == [2017, 2019]


def test_items_of_a_bulleted_list() -> None:
    found = read(
        "Danh sách công trình gắn biển:\n- Nhà để xe Trường THPT Cầu Ông Lãnh, trị giá 450 triệu đồng;\n"
        "- Tuyến đường hoa xã Mỹ Lâm do Công đoàn xã Mỹ Lâm trồng."
    )
    assert [(fact.title, fact.kind) for fact in found] == [
        ("Nhà để xe Trường THPT Cầu Ông Lãnh", "work"),
        ("Tuyến đường hoa xã Mỹ Lâm", "work"),
    ]
    (item,) = read(
        "1. Giải pháp “Tận thu nước rửa lọc”. Tác giả: Đào Thị Xuyến, Xí nghiệp Nước Đồng Tâm. "
        "Làm lợi 430 triệu đồng/năm."
    )
    assert item.authors == ("Đào Thị Xuyến",)
    assert (item.organisation, item.benefit_vnd) == ("Xí nghiệp Nước Đồng Tâm", 430_000_000)


def test_works_name_the_body_that_registers_them() -> None:
    (fact,) = read("Công đoàn Công ty Thủy điện Suối Trát đăng ký công trình “Sân cầu lông cho thợ”.")
    assert (fact.kind, fact.organisation) == ("work", "Công đoàn Công ty Thủy điện Suối Trát")


def test_a_title_told_again_is_one() -> None:
    text = "Anh Hà Văn Thủy có sáng kiến “Giàn phơi cáp”. Sáng kiến “Giàn phơi cáp” đã dùng ở ba tổ."
    assert len(read(text)) == 1


def test_sums_for_a_piece_are_no_benefit_and_those_for_a_season_are() -> None:
    (fence,) = read("Sáng kiến “Khuôn đổ cọc rào” của anh Lý Văn Tá giúp mỗi mét rào tiết kiệm 21.000 đồng.")
    (dryer,) = read(
        "Sáng kiến “Lò sấy hạt dẻ” của anh Lý Văn Tá giúp hợp tác xã mỗi vụ tiết kiệm 52 triệu đồng."
    )
    assert (fence.benefit_vnd, dryer.benefit_vnd) == (None, 52_000_000)


@pytest.mark.parametrize(
    "goes_on",
    [
        "Giải pháp này giúp xưởng tiết kiệm 45 triệu đồng mỗi tháng.",
        "Cuốn sổ tay mỏng này mỗi tháng tiết kiệm cho xưởng 45 triệu đồng.",
        "Trước kia thợ phải tra cả buổi. Hội đồng sáng kiến xác nhận làm lợi 45 triệu đồng.",
        "Riêng giải pháp của anh Chựa đã làm lợi 45 triệu đồng.",
    ],
)
def test_a_benefit_is_told_further_on(goes_on: str) -> None:
    (fact,) = read(f"Anh Lò Văn Chựa là tác giả sáng kiến “Sổ tay tra ren ống”. {goes_on}")
    assert fact.benefit_vnd == 45_000_000


def test_a_benefit_of_all_initiatives_is_not_that_of_one() -> None:
    (fact,) = read(
        "Anh Lò Văn Chựa là tác giả sáng kiến “Sổ tay tra ren ống”. Cả năm toàn công ty có 210 sáng kiến, "
        "làm lợi 7 tỷ đồng."
    )
    assert fact.benefit_vnd is None


GAINS = [
    (
        "Chị Vũ Thị Mây có hai sáng kiến. Cái thứ nhất là “Đèn soi mép vải”. Cái thứ hai là “Cân túi chỉ”. "
        "Chiếc đèn giúp xưởng tiết kiệm 31 triệu đồng; còn cân túi chỉ làm lợi 12 triệu đồng.",
        [31_000_000, 12_000_000],
    ),
    (
        "Chị Vũ Thị Mây có hai sáng kiến “Đèn soi mép vải” và “Cân túi chỉ”, tổng giá trị "
        "làm lợi 43 triệu đồng.",
        [None, None],
    ),
    (
        "Chị Vũ Thị Mây có sáng kiến “Đèn soi mép vải”. Xưởng sáng hẳn, tiền điện tiết kiệm "
        "được 7 triệu đồng.",
        [7_000_000],
    ),
]


@pytest.mark.parametrize(("text", "sums"), GAINS)
def test_whose_sum_it_is(text: str, sums: list[int | None]) -> None:
    assert [fact.benefit_vnd for fact in read(text)] == sums


AUTHORS = [
    (
        "Cô Hoàng Thị Nhình - Tổ trưởng tổ Toán cùng cô Lục Thị Sao nghiên cứu đề tài “Hình học gấp giấy”.",
        ("Hoàng Thị Nhình", "Lục Thị Sao"),
    ),
    (
        "Anh Ma Văn Khoét nhận việc khó. Ba năm sau, cùng kỹ sư Nông Thị Hến - Trưởng phòng Kỹ thuật, anh "
        "hoàn thiện giải pháp “Bẫy hơi tự xả”.",
        ("Ma Văn Khoét", "Nông Thị Hến"),
    ),
    (
        "Tác giả Ma Văn Khoét với giải pháp “Bẫy hơi tự xả”, tác giả Nông Thị Hến với giải pháp “Rây kép”.",
        ("Ma Văn Khoét",),
    ),
    ("Sáng kiến “Bẫy hơi tự xả” và “Lưới rây kép” của anh Ma Văn Khoét.", ("Ma Văn Khoét",)),
]


AUTHORS += [
    (
        "Sáng kiến “Bẫy hơi tự xả” của anh Ma Văn Khoét (cùng kỹ sư Nông Thị Hến).",
        ("Ma Văn Khoét", "Nông Thị Hến"),
    ),
    (
        "Anh Ma Văn Khoét và kỹ sư Nông Thị Hến làm cùng tổ. Năm ngoái, hai anh chị Khoét, Hến hoàn thành "
        "sáng kiến “Bẫy hơi tự xả”.",
        ("Ma Văn Khoét", "Nông Thị Hến"),
    ),
    (
        "Đề tài “Bẫy hơi tự xả” do nhóm tác giả gồm Ma Văn Khoét, Nông Thị Hến (Tổ Lò) thực hiện.",
        ("Ma Văn Khoét", "Nông Thị Hến"),
    ),
    (
        "Sáng kiến “Bẫy hơi tự xả” vừa được công nhận. Người làm ra nó là thợ lò Ma Văn Khoét.",
        ("Ma Văn Khoét",),
    ),
    (
        "Chị H’Luyn Êban mê máy móc. Sáng kiến “Bẫy hơi tự xả” của chị bắt đầu từ một lần bỏng tay.",
        ("H’Luyn Êban",),
    ),
]


@pytest.mark.parametrize(("text", "authors"), AUTHORS)
def test_authors_of_the_first_title(text: str, authors: tuple[str, ...]) -> None:
    assert read(text)[0].authors == authors


BODIES = [
    (
        "Chị Vũ Thị Mây, tổ cắt, Công ty May Nà Hang là tác giả sáng kiến “Dưỡng vạch túi”.",
        "Công ty May Nà Hang",
    ),
    (
        "Ở Trường THCS Thượng Giáp, thầy Ma Văn Khoét có sáng kiến “Trạm thời tiết lớp em”.",
        "Trường THCS Thượng Giáp",
    ),
    (
        "Công ty Thiếc Bản Ái có 300 thợ. Năm qua công ty có nhiều đơn hàng.\nAnh Ma Văn Khoét (phân xưởng "
        "Tuyển) có sáng kiến “Máng rửa bậc thang”, được công ty thưởng.",
        "Công ty Thiếc Bản Ái",
    ),
    (
        "Với sáng kiến “Máng rửa bậc thang”, anh Ma Văn Khoét giúp Công ty Thiếc Bản Ái tiết kiệm điện.",
        "Công ty Thiếc Bản Ái",
    ),
    (
        "Các sáng kiến tiêu biểu gồm: “Máng rửa bậc thang” (Công ty Thiếc Bản Ái), làm lợi 30 triệu đồng.",
        "Công ty Thiếc Bản Ái",
    ),
]


BODIES += [
    (
        "Bệnh viện Đa khoa Phố Lu có 200 giường. Bệnh viện khen bác sĩ Ma Văn Khoét, Trung tâm Tim mạch, với "
        "đề tài “Máng rửa bậc thang”; bệnh viện đã áp dụng.",
        "Bệnh viện Đa khoa Phố Lu",
    ),
    (
        "Anh Ma Văn Khoét, thợ Nông trường 4, Công ty Chè Nghĩa Lộ, có sáng kiến “Máng rửa bậc thang”.",
        "Công ty Chè Nghĩa Lộ",
    ),
    (
        "Chị Vũ Thị Mây là Quản đốc Nhà máy Giấy Sông Lục.\nỞ tổ máy xén của nhà máy, anh Ma Văn Khoét có "
        "sáng kiến “Máng rửa bậc thang”.",
        "Nhà máy Giấy Sông Lục",
    ),
    (
        "Công đoàn Khu chế xuất Sông Lục đặt chỉ tiêu kết nạp 1.000 đoàn viên, hoàn thành 2 công trình chào "
        "mừng đại hội là “Sân chơi trẻ em phía đông” và “Nhà xe công nhân phía tây”.",
        "Công đoàn Khu chế xuất Sông Lục",
    ),
]


@pytest.mark.parametrize(("text", "body"), BODIES)
def test_the_body_is_the_place_of_work_not_the_workshop(text: str, body: str) -> None:
    assert read(text)[0].organisation == body


SAID = [
    "Anh Ma Văn Khoét có sáng kiến mới, cùng lời hứa với tổ: “Ca nào cũng sạch sàn”.",
    "Ca sĩ Ma Văn Khoét với “Chiều bên bến nước” được công nhân vỗ tay.",
    "Công nhân vui vì tiết kiệm được tiền trọ:\n- Anh Ma Văn Khoét: “Thu nhập ổn định là mong ước của tôi”.",
]


SAID += [
    "Công ty có 9 sáng kiến, tiết kiệm 80 triệu đồng. Anh Ma Văn Khoét hay đọc “Sổ tay vận hành lò”.",
    "Công ty có 9 sáng kiến, tiết kiệm 80 triệu đồng. Anh Ma Văn Khoét góp ý: “Hệ thống quạt cần sửa”.",
    "Công ty có 9 sáng kiến, tiết kiệm 80 triệu đồng. Chị Vũ Thị Mây múa điệu múa “Khung cửi quê tôi”.",
    "Lãnh đạo tỉnh yêu cầu các ngành và công nhân tập trung giải pháp “Bốn sẵn sàng”.",
]


@pytest.mark.parametrize("text", SAID)
def test_what_is_said_or_sung_is_no_title(text: str) -> None:
    assert told(text) == []


@pytest.mark.parametrize(
    "unit",
    [
        "sáng kiến “A b c” của anh Lê Văn An; ",
        "sáng kiến ",
        "có sáng kiến Lắp máy mới, ",
        "3 sáng kiến gồm: ",
        "đề tài “",
        "gắn biển công trình “A b c”, ",
        "sáng kiến; ”Máy b c” của anh Tý, ",
    ],
)
def test_hostile_text_costs_linear_work(unit: str) -> None:
    def reading(times: int) -> Reading:
        text = unit * times
        reading = Reading(text, text.lower())
        reading.paragraphs = reading.sentences = sentences.paragraphs(text)
        reading.quotes = quotes.find(reading)
        return reading

    once, twice = (calls(partial(initiatives.find, reading(times))) for times in (300, 600))
    assert twice <= 2.1 * once + 300
