"""Campaigns: in any quotation marks, through enumerations, by the register; shows and titles left out."""

from __future__ import annotations

from functools import partial

import pytest

import data
from extract.facts import campaigns
from extract.facts.campaigns import register
from extract.grammar import quotes
from extract.language import normal, sentences
from extract.reading import Reading
from schemas import Campaign
from tests.work import calls


def read(text: str) -> list[Campaign]:
    text = normal.normalise(text)
    reading = Reading(text, normal.lower(text), paragraphs=sentences.paragraphs(text))
    reading.quotes = quotes.find(reading)
    found = campaigns.find(reading)
    assert all(text[fact.start : fact.end] == fact.text == fact.name for fact in found)
    return found


def kinds(text: str) -> dict[str, str | None]:
    return {fact.name: fact.kind for fact in read(text)}


NAMED = [
    ("Phong trào ”Ca ba không lỗi“, công đoàn xưởng vải.", {"Ca ba không lỗi": "movement"}),
    ("PTTĐ ‘‘Ca ba không lỗi” nở rộ.", {"Ca ba không lỗi": "movement"}),
    (
        'Các phong trào “Tàu đúng giờ”, “Ga sạch; cuộc vận động “Nói lời hay" và chương trình '
        "“Toa xe nghĩa tình” cho công nhân.",
        {
            "Tàu đúng giờ": "movement",
            "Ga sạch": "movement",
            "Nói lời hay": "drive",
            "Toa xe nghĩa tình": "programme",
        },
    ),
    (
        "Phong trào “Nụ cười quầy vé” ở các bến xe, “Chuyến xe không rác” trong lái xe.",
        {"Nụ cười quầy vé": "movement", "Chuyến xe không rác": "movement"},
    ),
    (
        "Phong trào “Bốn tốt”, xây dựng người thợ mỏ “Kỷ luật và đồng tâm”.",
        {"Bốn tốt": "movement", "Kỷ luật và đồng tâm": None},
    ),
    ("Các phong trào, cuộc vận động “Kho gọn, máy sạch” lan rộng.", {"Kho gọn, máy sạch": None}),
    ("Đợt thi đua cao điểm “Nước rút quý IV” của công nhân.", {"Nước rút quý IV": None}),
    (
        "Cuộc vận động xây dựng người cán bộ, công chức, viên chức “Tận tâm, chuẩn mực”.",
        {"Tận tâm, chuẩn mực": "drive"},
    ),
    (
        "Công đoàn phát động phong trào thi đua Giỏi việc nước, đảm việc nhà; Dạy tốt - học tốt.",
        {"Giỏi việc nước, đảm việc nhà": "movement", "Dạy tốt - học tốt": "movement"},
    ),
    (
        "Chi bộ học tập và làm theo tấm gương đạo đức Hồ Chí Minh.",
        {"học tập và làm theo tấm gương đạo đức Hồ Chí Minh": "drive"},
    ),
    ("Họ dự cuộc vận động “Phong trào thi đua Ruộng sâu trâu nái”.", {"Ruộng sâu trâu nái": "drive"}),
]


@pytest.mark.parametrize(("text", "expected"), NAMED)
def test_named(text: str, expected: dict[str, str | None]) -> None:
    assert kinds(text) == expected


NOT_NAMED = [
    "Phong trào thi đua yêu nước, phong trào phát huy sáng kiến được duy trì trong công nhân.",
    "Chị đạt danh hiệu “Giỏi việc nước, đảm việc nhà”, “Phụ nữ tiêu biểu”.",
    "Năm nay có chủ đề “Vì đoàn viên”, khẩu hiệu “An toàn là trên hết”, phương châm “Nói là làm”.",
    "Hội thi “Bàn tay vàng”, cuộc thi “Ảnh đẹp”, Quỹ “Tấm lòng thợ mỏ” và Đề án “Xanh hóa”.",
    "Tổ công tác gắn biển “Công trình chào mừng Đại hội công đoàn ngành”.",
    "Phong trào thi đua năm ấy có chủ đề “Trên công trường xanh”.",
    "Tối nay khán giả đón xem chương trình “Giọng ca phố núi” trên VTV.",
    "Cửa hàng mở chương trình khuyến mãi “Mua một tặng hai” cho công nhân.",
    "Phong trào nuôi cá cảnh lại đang “nóng” ở khu trọ công nhân.",
    "Công đoàn bàn giao hai căn nhà “Mái ấm Công đoàn”.",
    "Chương trình “Tháng Công nhân” của công đoàn.",
    "Đường phố xanh, sạch, đẹp nhờ công nhân vệ sinh hưởng ứng.",
    "“Thi đua thì phải thật”, ông Bảy nói về phong trào.",
]


@pytest.mark.parametrize("text", NOT_NAMED)
def test_not_named(text: str) -> None:
    assert kinds(text) == {}


@pytest.mark.parametrize(
    ("text", "years"),
    [
        ("phong trào “Ba nhất” giai đoạn 2021-2025 của công nhân", (2021, 2025)),
        ("phong trào “Ba nhất” (giai đoạn 2021 – 2025)", (2021, 2025)),
        ("phong trào “Ba nhất” (2021-2025)", (2021, 2025)),
        ("phong trào “Ba nhất giai đoạn 2021-2025”", (2021, 2025)),
        ('phong trào “Ba nhất" năm 2022 đã', (2022, 2022)),
        ("phong trào “Ba nhất năm 2022” đã", (None, None)),
        ("phong trào “Ba nhất” giai đoạn 2025-2021 của công nhân", (None, None)),
    ],
)
def test_period_after_the_name(text: str, years: tuple[int | None, int | None]) -> None:
    (fact,) = read(text)
    assert (fact.year_start, fact.year_end) == years


def test_once_per_name_with_what_later_mentions_add() -> None:
    (fact,) = read("Hưởng ứng “Ca Ba, Không Lỗi” trong công nhân. Phong trào “Ca ba - không lỗi” năm 2021.")
    assert (fact.start, fact.kind, fact.year_start) == (11, "movement", 2021)


@pytest.mark.parametrize(
    ("name", "campaign_id"),
    [
        ("LAO ĐỘNG GIỎI - LAO ĐỘNG SÁNG TẠO", "lao-dong-gioi"),
        (
            "01 triệu sáng kiến - Nỗ lực vượt khó, sáng tạo, quyết tâm chiếm thắng đại dịch Covid-19",
            "1-trieu-sang-kien",
        ),
        ("Xanh - sạch - đẹp, đảm bảo an toàn vệ sinh lao động", "xanh-sach-dep"),
        ("CBCCVC nói không với tiêu cực", "noi-khong-voi-tieu-cuc"),
        ("Toàn dân đoàn kết xây dựng đời sống văn hoá", "doi-song-van-hoa"),
        ("Mỗi chuyền may một bông hoa", None),
        ("500 ngày đêm thi đua hoàn thành 4.000 km đường bộ cao tốc", None),
    ],
)
def test_linked_to_the_register(name: str, campaign_id: str | None) -> None:
    entry = register.link(name)
    assert (entry.id if entry else None) == campaign_id


def test_register_is_whole() -> None:
    rows = data.toml("campaigns/register.toml")["campaign"]
    assert len(rows) >= 60
    assert len({row["id"] for row in rows}) == len(rows)
    assert all(row["source"] and row["launched_by"] and row["kind"] for row in rows)
    names = [register.fold(wording) for row in rows for wording in (row["name"], *row["aliases"])]
    owners = {register.fold(w): row["id"] for row in rows for w in (row["name"], *row["aliases"])}
    assert all(register.entries()[name].id == owners[name] for name in names), "an alias names two campaigns"


@pytest.mark.parametrize(
    "unit",
    [
        "phong trào “",
        "phong trào ",
        "“a b”, ",
        "học tập và làm theo tư tưởng ",
        "lao động giỏi, ",
        "cán bộ, ",
    ],
)
def test_hostile_text_costs_linear_work(unit: str) -> None:
    once, twice = (calls(partial(read, "phong trào thi đua: " + unit * times)) for times in (300, 600))
    assert twice <= 2.1 * once + 300


def test_an_edition_is_linked_to_its_campaign() -> None:
    for name in ("Tết Sum vầy 2019", "Tết Sum vầy năm 2026", "Vinh quang Việt Nam - Bản hùng ca người thợ"):
        assert register.link(name) is not None
    assert register.link("Ba nhất - Phân xưởng lò") is None


def test_campaigns_inside_speech_and_names_inside_names() -> None:
    assert kinds("Chị Hoa nói: “Tôi yêu phong trào “Tay nghề vững”, nó nuôi tôi lớn”.") == {
        "Tay nghề vững": "movement"
    }
    assert kinds("Cuộc vận động “Giữ nếp “Chợ phiên sạch” quê mình” của công đoàn chợ.") == {
        "Giữ nếp “Chợ phiên sạch” quê mình": "drive"
    }


def test_thi_dua_belongs_to_a_name_only_with_its_capital() -> None:
    assert list(kinds("Đơn vị dẫn đầu phong trào Thi đua Quyết thắng.")) == ["Thi đua Quyết thắng"]
    assert list(kinds("Đơn vị dẫn đầu phong trào thi đua Quyết thắng.")) == ["Quyết thắng"]
