"""Shapes of what stands around an award's name: ranks, levels, quoted and unquoted titles, years."""

from __future__ import annotations

import re

from extract.facts.awards.lexicon import context

_PLACES = r"(?:bộ|ngành|tỉnh|huyện|quận|thành phố|tp|cơ sở|toàn quốc|trung ương)(?!\w)"
_RANK = r"(?:nhất|nhì|hai|ba|tư|đặc biệt|khuyến khích|kk|i{1,3}|[123abc])(?!\w)"
_CAPITAL = r"(?:[A-ZĐ]|(?=[^\W\d_a-zà-ỹđ])\w)"
_NEXT_RANK = r"(?:nhất|nhì|ba|tư|đặc biệt|khuyến khích|kk|i{1,3}|[bc])(?=\s?(?:[,;.:()]|và\s|$))"
_YEAR = r"(?:19|20)\d\d"
_DELIMITER = r"[,;.:()“”\"\d\n]"

LEVEL = re.compile(
    r"(?:các\scấp"
    r"|cấp\s(?!(?:bằng|giấy|cờ|huy|huân|kỷ|danh|cho|phát|thẻ|sổ)(?!\w))"
    r"(?:(?:các|trên trực tiếp|trên|công đoàn|liên đoàn|cơ|trung|toàn|thành|thị|quốc|nhà|đại|tổng|tập|công|"
    r"khu|quân)\s)?"
    r"(?:bộ,?\sngành|ban,?\sngành|[^\W\d]+)"
    r"(?:\s(?:lao động|đoàn|ngành|công ty|việt nam|phố|sở|ương|quốc|gia|nước|xã)(?!\w))*"
    rf"(?:,\s{_PLACES})*(?:\strở lên|\svà\s(?:cấp\s)?{_PLACES})?)(?!\w)"
)
"""``cấp tỉnh``, ``cấp trên cơ sở``, ``cấp Công đoàn ngành``, ``các cấp``."""

BARE_LEVEL = re.compile(r"\s(cơ sở|toàn quốc)(?!\w)")

EXTENSION = re.compile(
    rf"\s?(?:(?:hạng|loại)\s{_RANK}(?:(?:,|\s(?:và|hoặc)|,\shạng|\svà\shạng)\s{_NEXT_RANK})*"
    rf"|(?:,\s|\svà\s){_NEXT_RANK}"
    r"|(?:các|nhiều)\s(?:loại|hạng)|lần\sthứ\s\w+"
    r"|(?:xuất sắc|toàn diện|chuyên đề|đột xuất|dẫn đầu|tiên tiến|vững mạnh|tiêu biểu|đơn vị)(?!\w)"
    r"|(?:vàng|bạc|đồng)(?!\s(?:chí|bào|nghiệp|đội|thời))(?:(?:,|\svà)\s(?:bạc|đồng))*(?!\w)"
    r"|(?:độc lập|chiến công|quân công|hữu nghị)(?!\w)"
    rf"|(?:trong\s)?(?:năm|năm học|giai đoạn|nhiệm kỳ)\s{_YEAR}(?:\s?[-–]\s?{_YEAR})?)"
)
"""What can follow an award's name and still belongs to it: its rank, its kind, its year."""

QUOTE = re.compile(r"\s?:?\s?[“\"‘'”«]{1,2}(?P<inner>[^“”\"«»\n]{2,90}?)(?:[”\"’'»“]{1,2}|(?=[,;.]))")
"""A title in quotation marks, however they pair."""

REST_OF_QUOTE = re.compile(r"[^“”\"«»\n,;.:]{1,40}(?=[”\"»])")
"""What goes on of a title in quotation marks: ``“Công nhân giỏi Thủ đô”``."""

CLOSING = re.compile(r"[”\"’'»“]{1,2}")

PRIZE_NAME = re.compile(rf"\s(?:\d{{1,2}}[/-]\d{{1,2}}(?!\d)|{_CAPITAL}\w*(?:\s{_CAPITAL}\w*){{0,4}})")
"""What a prize is called after: ``Giải thưởng 28/7``, ``Giải thưởng Nguyễn Văn Linh``."""

FREE_TITLE = re.compile(
    rf"\s(?P<inner>(?!(?:{context('not_a_title')})(?!\w))[^,;.:()“”\"\d\n]{{3,70}}?)"
    rf"(?=\s?(?:{_DELIMITER}|$)|\s(?:{context('name_ends')})(?!\w))"
)
"""A title without quotation marks, up to what ends it."""

FREE_OWNER = re.compile(
    rf"[^,;.:()\n\d]{{1,80}}?(?=\s?(?:[,;.:()\n\d]|$)|\s(?:{context('name_ends')})(?!\w))"
)
"""A granter of unknown kind after ``của``, up to what ends its name."""

FAMILY_AWARD = re.compile(
    r"gia đình(?:(?!\s(?:được|đạt|có|đã|đăng ký|nhận|và)\b)\s[^\W\d][\w-]{0,12}){0,6}?\stiêu biểu(?!\w)"
)
"""``gia đình … tiêu biểu``: words may stand inside the award's name."""
