"""People: who is one, how names are cut, and where a post ends and an organisation begins."""

from __future__ import annotations

import pytest

from extract.facts import people
from extract.grammar import quotes
from extract.language import normal, sentences
from extract.reading import Reading
from schemas import Person


def read(text: str) -> list[Person]:
    text = normal.normalise(text)
    reading = Reading(text, normal.lower(text))
    reading.paragraphs, reading.sentences = sentences.paragraphs(text), sentences.sentences(text)
    reading.quotes = list(quotes.find(reading))
    found = people.find(reading)
    assert all(text[p.start : p.end] == p.text for p in found)
    return found


def told(text: str) -> list[tuple[str, str | None, str | None]]:
    return [(p.name, p.position, p.organisation) for p in read(text)]


def names(text: str) -> list[str]:
    return [p.name for p in read(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Đồng chí Phan Thị Bưởi, Chủ tịch CĐVC tỉnh cho biết phong trào đã bén rễ.",
            ("Phan Thị Bưởi", "Chủ tịch", "CĐVC tỉnh"),
        ),
        (
            "Theo Chủ tịch Liên đoàn Lao động (LĐLĐ) quận Hoàng Mai Ngô Thị Lựu, quý I đã đạt chỉ tiêu.",
            ("Ngô Thị Lựu", "Chủ tịch", "Liên đoàn Lao động (LĐLĐ) quận Hoàng Mai"),
        ),
        (
            "Theo ông Đàm Văn Quế, Phó Giám đốc Nhà máy Xi măng Sao Mai, dây chuyền chạy êm.",
            ("Đàm Văn Quế", "Phó Giám đốc", "Nhà máy Xi măng Sao Mai"),
        ),
        (
            "Bà Kiều Thị Ngần - Tỉnh ủy viên, Chủ tịch LĐLĐ tỉnh Phú Yên - chủ trì buổi lễ.",
            ("Kiều Thị Ngần", "Tỉnh ủy viên, Chủ tịch", "LĐLĐ tỉnh Phú Yên"),
        ),
        (
            "Ông Tạ Quang Sang, Phó Bí thư Tỉnh ủy, Chủ tịch UBND tỉnh đã trao cờ.",
            ("Tạ Quang Sang", "Phó Bí thư Tỉnh ủy, Chủ tịch", "UBND tỉnh"),
        ),
        (
            "Bí thư Huyện ủy Lục Văn Toàn đến dự.",
            ("Lục Văn Toàn", "Bí thư", "Huyện ủy"),
        ),
        (
            "Phó Chủ tịch nước Hoàng Thị Diễm trao quà.",
            ("Hoàng Thị Diễm", "Phó Chủ tịch nước", None),
        ),
        (
            "Phó Chủ tịch LĐLĐ TP. Cần Thơ Lâm Thị Mỹ Hạnh nhấn mạnh vai trò của tổ tự quản.",
            ("Lâm Thị Mỹ Hạnh", "Phó Chủ tịch", "LĐLĐ TP. Cần Thơ"),
        ),
        (
            "Đồng chí Mạc Văn Khải, Phó Giám đốc, Chủ tịch công đoàn Sở Giao thông vận tải có đề tài hay.",
            ("Mạc Văn Khải", "Phó Giám đốc, Chủ tịch công đoàn", "Sở Giao thông vận tải"),
        ),
        (
            "Cô giáo Vi Thị Sen, giáo viên khoa Điện, Trường Cao đẳng nghề Lạng Sơn đã có 3 sáng kiến.",
            ("Vi Thị Sen", "giáo viên", "khoa Điện, Trường Cao đẳng nghề Lạng Sơn"),
        ),
        (
            "Kỹ sư Đoàn Văn Lực (Công ty CP Than Vàng Danh) là người thiết kế máy.",
            ("Đoàn Văn Lực", "Kỹ sư", "Công ty CP Than Vàng Danh"),
        ),
        (
            "Anh Trịnh Văn Bảy, công nhân vận hành máy xúc Xí nghiệp Đá Hòn Gai, năm nay 40 tuổi.",
            ("Trịnh Văn Bảy", "công nhân vận hành máy xúc", "Xí nghiệp Đá Hòn Gai"),
        ),
        (
            "Bà Hà Thị Nhạn (thứ ba từ trái sang), Trưởng ban Nữ công LĐLĐ thành phố trao quà.",
            ("Hà Thị Nhạn", "Trưởng ban Nữ công", "LĐLĐ thành phố"),
        ),
        (
            "Tổng Giám đốc HSC – bà Lưu Thị Cúc nhận hoa.",
            ("Lưu Thị Cúc", "Tổng Giám đốc", "HSC"),
        ),
        (
            "Đoàn viên Tô Văn Hạnh thuộc CĐ Trường Mầm non Hoa Ban được hỗ trợ.",
            ("Tô Văn Hạnh", "Đoàn viên", "CĐ Trường Mầm non Hoa Ban"),
        ),
        (
            "Ông Cao Văn Tín, Giám đốc Sở Văn hóa, Thể thao và Du lịch phát biểu.",
            ("Cao Văn Tín", "Giám đốc", "Sở Văn hóa, Thể thao và Du lịch"),
        ),
        (
            "Chị Quách Thị Hiền, 35 tuổi, công nhân tổ may 4, Công ty TNHH May Hưng Thịnh kể lại.",
            ("Quách Thị Hiền", "công nhân", "tổ may 4, Công ty TNHH May Hưng Thịnh"),
        ),
        (
            "Đó là ý kiến của bà Khổng Thị Nhài, Trưởng ban Quản lý các KCN tỉnh Vĩnh Phúc.",
            ("Khổng Thị Nhài", "Trưởng ban", "ban Quản lý các KCN tỉnh Vĩnh Phúc"),
        ),
        (
            "Ngày 5/6,ông Vũ Quang – Giám đốc Trung tâm Dịch vụ việc làm tỉnh khai mạc.",
            ("Vũ Quang", "Giám đốc", "Trung tâm Dịch vụ việc làm tỉnh"),
        ),
        (
            "Thủ tướng Ninh Văn Phát - Chủ tịch Hội đồng Thi đua - Khen thưởng Trung ương gửi thư.",
            ("Ninh Văn Phát", "Thủ tướng, Chủ tịch", "Hội đồng Thi đua - Khen thưởng Trung ương"),
        ),
        (
            "Bà Mai Thị Chinh, Giám đốc Viện Nghiên cứu Thiết bị mỏ cho biết đề tài đã xong.",
            ("Mai Thị Chinh", "Giám đốc", "Viện Nghiên cứu Thiết bị mỏ"),
        ),
        (
            "Sáng kiến của tác giả Lê Huân được áp dụng ngay.",
            ("Lê Huân", None, None),
        ),
        (
            "ÔNG BÙI VĂN TÁM, Phó Chủ tịch Hội Nông dân tỉnh: Chúng tôi sẽ làm ngay.",
            ("BÙI VĂN TÁM", "Phó Chủ tịch", "Hội Nông dân tỉnh"),
        ),
    ],
)
def test_post_and_organisation_are_split(text: str, expected: tuple[str, str | None, str | None]) -> None:
    assert told(text) == [expected]


@pytest.mark.parametrize(
    "name",
    [
        "Giàng A Lử",
        "Y Thom Niê",
        "H'Rin Mlô",
        "Thạch Sa Rương",
        "Kpuih H'Lan",
        "Lò Văn Xôm",
        "Vừ A Chống",
        "Ríah Bhrơi",
        "Siu Blơi",
        "Chamaléa Thị Khưm",
        "Hồ Văn Ối",
        "K'Brôi",
    ],
)
def test_minority_names_are_whole(name: str) -> None:
    assert names(f"Đến dự có anh {name}, công nhân Nông trường Cao su Ia Blang.") == [name]
    assert names(f"Bằng khen được trao cho đồng chí {name}.") == [name]


def test_names_of_a_list_share_the_post_before_it() -> None:
    expected = [
        (name, "đoàn viên", "Công ty CP Lạc Hồng") for name in ("Đinh Văn Cầu", "Lý Thị Mận", "Võ Văn Rê")
    ]
    text = "Ban tổ chức khen các đoàn viên Đinh Văn Cầu, Lý Thị Mận và Võ Văn Rê (Công ty CP Lạc Hồng)."
    assert told(text) == expected


def test_names_of_a_list_share_the_post_after_it() -> None:
    text = "Giải nhất thuộc về Đinh Văn Cầu và Lý Thị Mận - công nhân tổ 3."
    assert told(text) == [("Đinh Văn Cầu", "công nhân", "tổ 3"), ("Lý Thị Mận", "công nhân", "tổ 3")]


def test_each_name_of_a_list_keeps_its_own_post() -> None:
    text = (
        "Dự lễ có các đồng chí: Đinh Văn Cầu, Phó Chủ tịch LĐLĐ tỉnh; Lý Thị Mận, Giám đốc Sở Nội vụ và "
        "đại diện các ban."
    )
    assert told(text) == [
        ("Đinh Văn Cầu", "Phó Chủ tịch", "LĐLĐ tỉnh"),
        ("Lý Thị Mận", "Giám đốc", "Sở Nội vụ"),
    ]


def test_head_with_colon_gives_its_post_to_every_item() -> None:
    text = (
        "LĐLĐ huyện tặng 2 đoàn viên gồm: Đồng chí Võ Văn Rê với mô hình A, đồng chí Lý Thị Mận có mô hình B."
    )
    assert told(text) == [("Võ Văn Rê", "đoàn viên", None), ("Lý Thị Mận", "đoàn viên", None)]


def test_once_per_person_with_the_fullest_post() -> None:
    text = (
        "Bà Tăng Thị Hoà nói vậy.\nBà Tăng Thị Hòa, Trưởng phòng Tổ chức Công ty Nước sạch Bến Tre, "
        "có mặt từ sớm. Chị Hòa cười. Đồng chí Hoà cảm ơn."
    )
    assert told(text) == [("Tăng Thị Hòa", "Trưởng phòng Tổ chức", "Công ty Nước sạch Bến Tre")]


def test_tones_are_never_folded() -> None:
    assert names("Ông Lê Văn Thuỷ và ông Lê Văn Thúy cùng về đích.") == ["Lê Văn Thuỷ", "Lê Văn Thúy"]


def test_post_before_the_next_name_is_the_next_persons() -> None:
    text = "Bí thư Đặng Văn Lũy, Phó Chủ tịch LĐLĐ tỉnh Mai Thị Thơm cùng cắt băng."
    assert told(text) == [("Đặng Văn Lũy", "Bí thư", None), ("Mai Thị Thơm", "Phó Chủ tịch", "LĐLĐ tỉnh")]


@pytest.mark.parametrize(
    ("text", "person"),
    [
        ("Thăm chị H’Liên Niê, công nhân tổ 2.", ("H’Liên Niê", "công nhân", "tổ 2")),
        ("Tới dự có bà Chắng Mai Lý, Phó Chủ tịch LĐLĐ tỉnh.", ("Chắng Mai Lý", "Phó Chủ tịch", "LĐLĐ tỉnh")),
        ("Có thượng tọa Thích Tâm Hòa phát biểu.", ("Thích Tâm Hòa", "thượng tọa", None)),
        ("Đồng chí Sơn Văn Phol, Bí thư Huyện ủy dự.", ("Sơn Văn Phol", "Bí thư", "Huyện ủy")),
        ("Nhà hát mừng NSƯT Thanh Mận trở lại.", ("Thanh Mận", "NSƯT", None)),
        ("Tác phẩm của Lê Thị Nụ thực hiện trong một tháng.", ("Lê Thị Nụ", None, None)),
    ],
)
def test_rare_names(text: str, person: tuple[str, str | None, str | None]) -> None:
    assert told(text) == [person]


@pytest.mark.parametrize(
    ("text", "person"),
    [
        (
            "Về phía Sở Công Thương có ông Mai Văn Tiễn, Phó Giám đốc.",
            ("Mai Văn Tiễn", "Phó Giám đốc", "Sở Công Thương"),
        ),
        (
            "Người đứng đầu Bộ Thủy sản, Bộ trưởng Tạ Quang Nghị, hứa làm rõ.",
            ("Tạ Quang Nghị", "Bộ trưởng", "Bộ Thủy sản"),
        ),
        ("Ở phân xưởng Đúc 2, quản đốc Lê Bá Sâm kể.", ("Lê Bá Sâm", "quản đốc", "phân xưởng Đúc 2")),
        ("Đại diện Công ty Nhựa Nam, bà Hồ Thị Bé nói.", ("Hồ Thị Bé", "Đại diện", "Công ty Nhựa Nam")),
        (
            "Ông Vũ Đình Kha, người từng là Giám đốc Nhà máy Sứ, kể.",
            ("Vũ Đình Kha", "Giám đốc", "Nhà máy Sứ"),
        ),
        (
            "Thôi giữ chức Phó Chủ tịch UBND tỉnh đối với ông Cao Đức Lạng.",
            ("Cao Đức Lạng", "Phó Chủ tịch", "UBND tỉnh"),
        ),
        (
            "Ông Phan Bá Lộc, Trưởng Ban Dân tộc tỉnh, dự.",
            ("Phan Bá Lộc", "Trưởng Ban", "Ban Dân tộc tỉnh"),
        ),
        (
            "Có Phó Thủ tướng Chính phủ Lại Văn Đoàn.",
            ("Lại Văn Đoàn", "Phó Thủ tướng", "Chính phủ"),
        ),
        (
            "Bằng khen do Chủ tịch UBND tỉnh lúc bấy giờ là ông Tô Bá Dậu ký.",
            ("Tô Bá Dậu", "Chủ tịch", "UBND tỉnh"),
        ),
        (
            "Có Phó Chủ tịch Hội Dệt Việt Nam (VDA), Phó Chủ tịch LĐLĐ tỉnh Bùi Huy Tập.",
            ("Bùi Huy Tập", "Phó Chủ tịch Hội Dệt Việt Nam (VDA), Phó Chủ tịch", "LĐLĐ tỉnh"),
        ),
        (
            "Chị Vi Thị Xoan (quê Nghệ An, đang làm tại Công ty Giày Bắc) kể.",
            ("Vi Thị Xoan", None, "Công ty Giày Bắc"),
        ),
        (
            "Chị Y Nhơm (SN 1991, dân tộc Xơ Đăng), tổ phó tổ 6, cười.",
            ("Y Nhơm", "tổ phó", "tổ 6"),
        ),
        ("Hội đồng do Thủ tướng Đoàn Bá Sang làm chủ tịch.", ("Đoàn Bá Sang", "Thủ tướng", None)),
        (
            "Chị Hà Thị Ninh, cán bộ văn hóa xã Nà Phặc, múa.",
            ("Hà Thị Ninh", "cán bộ văn hóa", "xã Nà Phặc"),
        ),
    ],
)
def test_bodies_told_elsewhere(text: str, person: tuple[str, str | None, str | None]) -> None:
    assert told(text) == [person]


def test_appointed_together_to_one_body() -> None:
    text = "LĐLĐ tỉnh chỉ định ông Tạ Vũ Sinh làm Chủ tịch, bà Ka Nhẫn giữ chức Phó Chủ tịch Công đoàn xã."
    assert told(text) == [
        ("Tạ Vũ Sinh", "Chủ tịch", "Công đoàn xã"),
        ("Ka Nhẫn", "Phó Chủ tịch", "Công đoàn xã"),
    ]


def test_a_body_before_and_another_person() -> None:
    text = "Có Đỗ Thùy Linh – Giám đốc Agribank Sơn La và Cao Xuân Kiền – Giám đốc Agribank Mai Sơn."
    assert told(text) == [
        ("Đỗ Thùy Linh", "Giám đốc", "Agribank Sơn La"),
        ("Cao Xuân Kiền", "Giám đốc", "Agribank Mai Sơn"),
    ]


def test_a_former_post_is_shared() -> None:
    text = "Thăm nguyên Giám đốc Sở Giáo dục - thầy Hà Vĩnh Quý và thầy Lưu Thiện Bảo."
    assert [position for _, position, _ in told(text)] == ["nguyên Giám đốc", "nguyên Giám đốc"]


def test_a_deputys_post_is_shared_by_a_list() -> None:
    text = "Phó Chủ tịch LĐLĐ tỉnh Ngô Văn Rạng, Đỗ Thị Thu Cúc cùng các đại biểu dự lễ."
    assert [(n, p) for n, p, _ in told(text)] == [
        ("Ngô Văn Rạng", "Phó Chủ tịch"),
        ("Đỗ Thị Thu Cúc", "Phó Chủ tịch"),
    ]


def test_a_list_within_a_list_has_its_own_head() -> None:
    text = "Tới dự có Chủ tịch nước Cao Văn Sáng; các nguyên Bí thư Tỉnh ủy: Lê Mậu, Ngô Thị Thắm."
    assert [(n, p) for n, p, _ in told(text)] == [
        ("Cao Văn Sáng", "Chủ tịch nước"),
        ("Lê Mậu", "nguyên Bí thư"),
        ("Ngô Thị Thắm", "nguyên Bí thư"),
    ]


def test_posts_of_others_are_not_taken() -> None:
    text = "Phó Thủ tướng Đào Duy Khiết, bộ trưởng các bộ Y tế, Tài chính dự; toàn thể CBNV Văn Sơn vui mừng."
    assert told(text) == [("Đào Duy Khiết", "Phó Thủ tướng", None)]


def test_the_whole_name_of_a_body_is_kept() -> None:
    text = "Phó Chủ tịch Hội Đào Thị Lựu nói.\nPhó Chủ tịch Hội Làm vườn tỉnh Đào Thị Lựu trao cờ."
    assert told(text) == [("Đào Thị Lựu", "Phó Chủ tịch", "Hội Làm vườn tỉnh")]


@pytest.mark.parametrize(
    "text",
    [
        "Học tập và làm theo tư tưởng, đạo đức, phong cách Hồ Chí Minh.",
        "Đoàn xe đi dọc đường Lê Lợi rồi rẽ vào phố Nguyễn Thị Định.",
        "Giải thưởng Nguyễn Đức Cảnh được trao lần thứ tư.",
        "Trường THPT Nguyễn Bỉnh Khiêm và Trường Tiểu học Kim Đồng đều đạt.",
        "LĐLĐ quận Hoàng Mai và LĐLĐ huyện Thanh Trì ký giao ước.",
        "Công ty TNHH Hoàng Anh Phát ủng hộ 50 suất quà.",
        "Nhớ lời Bác Hồ dạy, công nhân mỏ thi đua.",
        "Ảnh: Trần Quốc Huy",
        "Kết thúc lễ phát động, mọi người ra về.\nNguyễn Thị Hoa",
        "Chủ tịch UBND tỉnh Hà Nam tặng Bằng khen; Bí thư Tỉnh ủy Lâm Đồng gửi thư.",
        "Bí thư Đoàn Thanh niên Công ty Hoàng Long nhận cờ.",
        "Địa chỉ: 12 Nguyễn Công Trứ, phường Lê Hồng Phong.",
        "Phụ trách công tác trẻ em. Anh em công nhân ở Bà Rịa - Vũng Tàu rất vui.",
        "TỔNG KẾT PHONG TRÀO LÝ LUẬN TRẺ NĂM HỌC",
        "Trụ sở ở ngã tư Lê Văn Sỹ, gần Huỳnh Văn Bánh (Q.3), do Tập đoàn Hoàng Xuân A&B quản lý.",
        "Lễ diễn ra ở Hà Nội Cuối tuần này.",
        "Bệnh viện Đa khoa Tuệ Anh Hà Nội, nói rằng đủ thuốc.",
        "Hồ Suối Hai rộng bốn cây số.",
        "Cô giáo Phú Quốc chèo thuyền tới lớp.",
        "Bà Ngô Thị Kh. (42 tuổi) và anh Lê Văn H. cùng ký.",
        "Mới có 40 căn ở Đồng Văn Ông Tự kể.",
        "Tập đoàn Liên Thái Bình Dương, Doanh nghiệp tư nhân Đỗ Thị Hai cùng ủng hộ.",
    ],
)
def test_no_people_in_places_awards_credits(text: str) -> None:
    assert names(text) == []


@pytest.mark.parametrize(
    ("text", "person"),
    [
        (
            "Ông Lê Bá Tòng, Giám đốc Kinh doanh Khu vực miền Trung Công ty Sơn Đại Bình, cười.",
            ("Lê Bá Tòng", "Giám đốc Kinh doanh Khu vực miền Trung", "Công ty Sơn Đại Bình"),
        ),
        (
            "Ông Bùi Bá Lượng - Phó Tổng Giám đốc phụ trách sản xuất Công ty Giày Sao Mới - trao thưởng.",
            ("Bùi Bá Lượng", "Phó Tổng Giám đốc phụ trách sản xuất", "Công ty Giày Sao Mới"),
        ),
        (
            "Phó Chủ tịch phụ trách CĐĐL Tô Bá Dậu dự.",
            ("Tô Bá Dậu", "Phó Chủ tịch phụ trách", "CĐĐL"),
        ),
        (
            "Chị Lê Thị Tường, nhân viên gác ghi ga Sông Mao, kéo cần.",
            ("Lê Thị Tường", "nhân viên gác ghi", "ga Sông Mao"),
        ),
        (
            "Anh Đàm Văn Quyết - nhân viên cứu hộ bãi biển - lao ra.",
            ("Đàm Văn Quyết", "nhân viên cứu hộ bãi biển", None),
        ),
        (
            "Bà Sơn Thị Sà Rết (56 tuổi, người Khmer, công nhân vệ sinh) cười.",
            ("Sơn Thị Sà Rết", "công nhân vệ sinh", None),
        ),
        (
            "Bà Lường Thị Mai, cán bộ văn hóa của xã Nà Ớt, hát.",
            ("Lường Thị Mai", "cán bộ văn hóa", "xã Nà Ớt"),
        ),
        ("Anh Mã Văn Hòa, đầu bếp tại Nga Tân, huyện Nga Sơn, kể.", ("Mã Văn Hòa", "đầu bếp", None)),
        (
            "Ông Lê Phước Sang, Giám đốc điều hành (CEO) Công ty Cá tra Vĩnh Hưng, nói.",
            ("Lê Phước Sang", "Giám đốc điều hành", "Công ty Cá tra Vĩnh Hưng"),
        ),
        ("Công nhân quét đường Cù Thị Lụa ra phố.", ("Cù Thị Lụa", "Công nhân quét đường", None)),
        ("HLV trưởng SLTN Đỗ Quý Bằng về quê.", ("Đỗ Quý Bằng", "HLV trưởng", "SLTN")),
        ("Tổ KCS có nhân viên KCS Đỗ Quý Bằng.", ("Đỗ Quý Bằng", "nhân viên KCS", None)),
        ("Trao đổi với PV Báo Sông Hồng, anh Đỗ Quý Bằng cười.", ("Đỗ Quý Bằng", None, None)),
        (
            "Đại diện Ban Giám đốc, bà Triệu Thị Oanh, Phó Giám đốc Công ty Chè Đen, nhận cờ.",
            ("Triệu Thị Oanh", "Phó Giám đốc", "Công ty Chè Đen"),
        ),
        ("Trưởng bản Hạ Văn Sử dẫn đường.", ("Hạ Văn Sử", "Trưởng bản", None)),
        (
            "Chị Hà Thị Nến, công nhân tiêu biểu của Nhà máy Sứ Sao Lam, cười.",
            ("Hà Thị Nến", "công nhân", "Nhà máy Sứ Sao Lam"),
        ),
        (
            "Anh Lưu Văn Kiểng, đại diện Nghiệp đoàn Xích lô, đạp xe.",
            ("Lưu Văn Kiểng", "đại diện", "Nghiệp đoàn Xích lô"),
        ),
        (
            "Có Cục trưởng Cục Thuế Lộc An Phạm Đức Tạo dự.",
            ("Phạm Đức Tạo", "Cục trưởng", "Cục Thuế Lộc An"),
        ),
        ("Bà Quan Thị Mận – đại diện LPBank – nhận cờ.", ("Quan Thị Mận", "đại diện", "LPBank")),
        ("Ông Cao Đức Thìn (Việt kiều, là một thợ đúc) về quê.", ("Cao Đức Thìn", "thợ đúc", None)),
        ("Cô Vi Thị Thiết, một giáo viên ở Sóc Sơn, kể.", ("Vi Thị Thiết", "giáo viên", None)),
        (
            "Bà Tô Thị Diệu tái đắc cử Chủ tịch LĐLĐ huyện Kỳ Sơn.",
            ("Tô Thị Diệu", "Chủ tịch", "LĐLĐ huyện Kỳ Sơn"),
        ),
        (
            "Hòa giải viên lao động quận Tân Lập, bà Ngô Thị Hiền, bức xúc.",
            ("Ngô Thị Hiền", "Hòa giải viên lao động", "quận Tân Lập"),
        ),
        ("Nông dân xã Tân Lập Lê Văn Ba trồng dưa.", ("Lê Văn Ba", "Nông dân", None)),
        ("Gặp anh hùng lao động Lã Văn Chiêu.", ("Lã Văn Chiêu", "anh hùng lao động", None)),
        ("Bí thư Chi bộ, Trưởng bản Hạ Văn Sử dẫn đường.", ("Hạ Văn Sử", "Bí thư", "Chi bộ")),
        (
            "Theo đại diện Công ty Điện Bình Minh, ông Chương Đức Tài, cây đã đổ.",
            ("Chương Đức Tài", "đại diện", "Công ty Điện Bình Minh"),
        ),
        (
            "Anh Tô Văn Được, 29 tuổi, ở khu phố 4, phường Trần Phú, làm thợ hồ, được vay vốn.",
            ("Tô Văn Được", "thợ hồ", None),
        ),
        ("1. Bà Lại Thị Lan: nhân viên tạp vụ.", ("Lại Thị Lan", "nhân viên tạp vụ", None)),
        (
            "Trưởng khoa Nội Bệnh viện Phổi Lạng Sơn Nông Thúy Hằng trực.",
            ("Nông Thúy Hằng", "Trưởng khoa Nội", "Bệnh viện Phổi Lạng Sơn"),
        ),
        (
            "Anh Lưu Văn Ghi, thợ điện Công ty Điện lực Bình Thuận hì hục trên cột.",
            ("Lưu Văn Ghi", "thợ điện", "Công ty Điện lực Bình Thuận"),
        ),
        ("Tiền chi cho “kỹ sư chân đất” Lê Văn Tỏ không nhiều.", ("Lê Văn Tỏ", "kỹ sư chân đất", None)),
        ("Trưởng khu phố 1 Lê Văn Mùi kể.", ("Lê Văn Mùi", "Trưởng khu phố 1", None)),
        ("Gặp HLV Park Min-seo trên sân.", ("Park Min-seo", "HLV", None)),
        ("Chị Hồ Thị Trưởng Nhi đến thăm.", ("Hồ Thị Trưởng Nhi", None, None)),
        ("Bà Kiều Thị Hạnh Hường Quản lý bộ phận May.", ("Kiều Thị Hạnh Hường", "Quản lý", "bộ phận May")),
        ("Cô dâu Phan Thị Thu Ngân đến thăm.", ("Phan Thị Thu Ngân", None, None)),
    ],
)
def test_trades_fields_and_charges(text: str, person: tuple[str, str | None, str | None]) -> None:
    assert told(text) == [person]


@pytest.mark.parametrize(
    ("text", "position"),
    [
        ("Các Phó Chủ tịch gồm: ông Mạc Văn Sáng, Tô Bá Lực và bà Mai Thị Thu.", "Phó Chủ tịch"),
        ("Khen 2 tài xế gồm anh Lê Văn Tấn và anh Võ Sĩ Luân.", "tài xế"),
        ("Quà đến với hai nữ công nhân là chị Lê Thị Nhài và chị Tống Thị Lê.", "nữ công nhân"),
        ("Thăm 7 chủ tàu cá, trong đó có bà Kha Thị Mão (phường Tam Quan) mới đóng tàu.", "chủ tàu cá"),
    ],
)
def test_a_head_without_a_colon_gives_its_post(text: str, position: str) -> None:
    assert {found for _, found, _ in told(text)} == {position}


def test_people_counted_before_are_what_was_counted() -> None:
    text = (
        "Hai nữ thợ điện lao vào cứu bé. Tỉnh khen 2 thợ điện.\n"
        "Chị Lò Thị Pọm (35 tuổi) và chị Vi Thị Sáo (32 tuổi) nhận thưởng."
    )
    assert told(text) == [("Lò Thị Pọm", "nữ thợ điện", None), ("Vi Thị Sáo", "nữ thợ điện", None)]
    assert told("Hai thợ điện về nhất. Chị Lò Thị Pọm ghé chơi.") == [("Lò Thị Pọm", None, None)]


def test_trades_before_rare_names_are_the_next_ones() -> None:
    text = "Có nhà thơ Vi Thùy Mây, nghệ sĩ Bế Kim Hoan và cựu thủ môn Đặng Anh Tứ."
    assert [(n, p) for n, p, _ in told(text)] == [
        ("Vi Thùy Mây", "nhà thơ"),
        ("Bế Kim Hoan", "nghệ sĩ"),
        ("Đặng Anh Tứ", "cựu thủ môn"),
    ]


def test_what_all_are_is_shared() -> None:
    text = "Vợ chồng anh Cao Đình Cứ và chị Lê Thị Vân, đều là công nhân Công ty Giày Sao, gửi con về quê."
    assert told(text) == [
        ("Cao Đình Cứ", "công nhân", "Công ty Giày Sao"),
        ("Lê Thị Vân", "công nhân", "Công ty Giày Sao"),
    ]


def test_only_what_many_can_be_is_shared_after_a_list() -> None:
    text = "Có ông Lê Văn Nghị và bà Vũ Thị Hương - Trưởng ban Nữ công LĐLĐ tỉnh."
    assert [position for _, position, _ in told(text)] == [None, "Trưởng ban Nữ công"]


def test_hostile_text_is_survived() -> None:
    for text in (
        "",
        "Ông",
        "Ông Nguyễn",
        "A " * 5000,
        "Chủ tịch, " * 3000,
        "Nguyễn Văn " * 3000,
        "(" * 5000 + "Ông Lê Văn A (",
    ):
        read(text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Có anh Kha Sỹ Lâm, thợ tiện Công ty CP Đá vôi Hoàng Sơn Tây, tác giả giải pháp hay.",
            [("Kha Sỹ Lâm", "thợ tiện", "Công ty CP Đá vôi Hoàng Sơn Tây")],
        ),
        (
            "Dự có ông Kha Sỹ Lâm, Giám đốc Công ty May Hoàng Thị Én, và đoàn viên.",
            [("Kha Sỹ Lâm", None, None), ("Hoàng Thị Én", "Giám đốc", "Công ty May")],
        ),
    ],
)
def test_the_end_of_a_companys_name_is_nobody(
    text: str, expected: list[tuple[str, str | None, str | None]]
) -> None:
    assert told(text) == expected
