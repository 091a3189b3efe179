"""Which articles report awards as this project counts them, and which are sport, lotteries or show business."""

from __future__ import annotations

import re

_MOVEMENT = re.compile(
    r"công đoàn|lđlđ|thi đua|khen thưởng|cnvclđ|đoàn viên|liên đoàn lao động|bằng khen|điển hình tiên tiến|người lao động|"
    r"phong trào|huân chương|lao động giỏi|chiến sĩ thi đua"
)
_UNION = re.compile(r"công đoàn|lđlđ|liên đoàn lao động|cnvclđ")
_SPORT = re.compile(
    r"sea games|asiad|olympic|world cup|vđv|vận động viên|hlv|huấn luyện viên|đội tuyển|trận đấu|cầu thủ|bàn thắng|vô địch|"
    r"bóng đá|kỷ lục|hoa hậu|ca sĩ|diễn viên|liên hoan phim|xổ số|khuyến mại|khuyến mãi|trúng thưởng|giải vô địch|danh hiệu vô địch"
)
CONTESTED = frozenset({"Giải", "Huy chương", "Khen thưởng", "Danh hiệu khác", "Công nhân giỏi"})
"""Awards that the press at large uses for prizes of every kind."""


def speaks_of_emulation(lower: str) -> bool:
    """Whether contested words mean awards here: the article is about emulation more than about sport or shows."""
    movement = len(_MOVEMENT.findall(lower)) + len(_UNION.findall(lower))
    return movement >= 2 and movement > len(_SPORT.findall(lower))
