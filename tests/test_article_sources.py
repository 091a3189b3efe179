"""Who published an article, by what its page states, by its address, by the marks it prints."""

from __future__ import annotations

import pytest

from extract.article.sources import source
from extract.page.content import Content


@pytest.mark.parametrize(
    ("content", "name"),
    [
        (Content("x", source="Báo điện tử Dân Trí"), "Dân trí"),
        (Content("x", url="https://xahoi.laodongthudo.vn/a.html"), "Lao động Thủ đô"),
        (Content("x", url="https://www.bao-vung-cao.example/a"), "bao-vung-cao.example"),
        (Content("x", source="Trang thông tin điện tử Công đoàn Cảng"), "Công đoàn Cảng"),
        (Content("x", marks=("Menu", "LCĐT - Chợ phiên cuối năm đông vui.")), "Báo Lào Cai"),
        (
            Content("x", marks=("Trang thông tin điện tử Liên đoàn lao động tỉnh Bến Tre",)),
            "Liên đoàn Lao động tỉnh Bến Tre",
        ),
        (
            Content("x", marks=("LIÊN ĐOÀN LAO ĐỘNG", "TỈNH HÀ GIANG", "Menu")),
            "Liên đoàn Lao động tỉnh Hà Giang",
        ),
        (Content("x", marks=("Liên đoàn Lao động tỉnh Hà Giang trao 20 suất quà cho đoàn viên",)), None),
        (Content("x"), None),
    ],
)
def test_source(content: Content, name: str | None) -> None:
    assert source(content) == name
