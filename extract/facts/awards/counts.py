"""What a number counts: recipients of a kind, times, or an award that follows it."""

from __future__ import annotations

import re

from extract.facts.awards import mentions
from extract.facts.awards.elements import Element
from extract.facts.awards.lexicon import Hit, Unit
from extract.reading import Number

_TIMES = re.compile(r"\slần(?:\s(?:liên tiếp|liền|liên tục))?(?!\w)")
_PART = re.compile(r"(?<!ngày )(?<![\d/.,])(?P<n>\d{1,3})/\d{1,3}(?=\s(?:tập thể|cá nhân|đồng chí|đơn vị|cđcs))|(?:trong|tổng)\ssố\s(?P<m>\d{1,4})(?=\s[^\W\d])")
_PEOPLE_TIMES = re.compile(r"\slượt(?!\w)")
_ONE_OF = re.compile(r"\s(?:trong|của|/)(?:\ssố|\stổng số)?\s(?:\d|hai|ba|những|các|số)")
_LABEL_BEFORE = re.compile(
    r"(?:thứ|hạng|lần|khóa|khoá|quý|top|(?<!trong )(?<!tổng )số|kỳ|tuổi|năm|tháng|ngày|quận|phường|tổ|loại|giải|lớp|điều|khoản|nhóm)\s$"
)
_SURELY_ONE = re.compile(r"\s(?:tập thể|cá nhân|đơn vị|gia đình|lần)(?!\w)")
_SPOKEN_FOR = re.compile(
    r"(?:đại diện(?: cho)?|thay mặt(?: cho)?)\s(?:toàn thể\s|tập thể\s|hơn\s|gần\s|trên\s)?$"
)
"""Before a number of people for whom another receives: ``đại diện gần 900 công nhân nhận``."""
_ONE_BEFORE = re.compile(r"(?:là|như|của|mỗi|từng|với|cả)\s$")
_JOIN = re.compile(r"(?:,\s|\svà\s(?:các\s)?|\s?[-–/]\s?|\shoặc\s|\s)")
_YEAR = re.compile(r"(?:19|20)\d\d")
_OTHER_NOUN = re.compile(r"\s[^\W\d_]\w*")
_NO_RECIPIENT = re.compile(
    r"\s(?:lần|năm|tháng|ngày|giờ|phút|tuổi|suất|phần|điểm|triệu|tỷ|tỉ|nghìn|ngàn|đồng|usd|km|ha|m2|kg|tấn|"
    r"lượt|trong|và|của|cho|là|đến|tới|đã|được|đạt|nội dung|tiêu chí|tiêu chuẩn|nhiệm vụ|căn|nhà|ngôi|món|bộ|"
    r"trận|bàn|phiếu|cấp|hạng|khối thi đua|buổi|phong trào|chỉ tiêu|nhiệm kỳ|giải|quà|xe|máy|hồ sơ|quyết định|trường hợp|ý kiến|kỷ lục|thành tích|đóng góp|kết quả|lá đơn|danh hiệu|hình thức|chữ|câu)(?!\w)"
)


def parts(key: str, start: int, limit: int) -> list[Number]:
    """Counts that are parts of a whole, or a whole, and read as labels elsewhere: ``7/12 tập thể``, ``trong số 4 xã``."""
    found = ((m, m.lastgroup or "n") for m in _PART.finditer(key, start, limit))
    return [Number(m.start(g), m.end(), int(m[g]), digits=m.start(g)) for m, g in found]


def counted(key: str, number: Number, at: dict[int, Hit], limit: int) -> Element | None:
    """The element that a number begins."""
    start, end = number.digits or number.start, number.end
    if _LABEL_BEFORE.search(key, max(0, start - 8), start) or _ONE_OF.match(key, end):
        return None
    if _SPOKEN_FOR.search(key, max(0, number.start - 24), number.start):
        return None
    if number.value == 1 and key[start:end] == "một" and _ONE_BEFORE.search(key, max(0, start - 6), start):
        return None
    if key[start:end] == "một" and not _SURELY_ONE.match(key, end):
        return None
    if times := _TIMES.match(key, end, limit):
        return Element(number.start, times.end(), "M", number)
    lots = _PEOPLE_TIMES.match(key, end, limit)
    found = _recipients(key, lots.end() if lots else end, at, limit)
    if found:
        unit, mixed, stop = found
        if lots and unit in ("individual", None):
            unit = "person_times"
        return Element(number.start, stop, "R", number, unit, mixed)
    return _other(key, number, end, at, limit)


def _other(key: str, number: Number, end: int, at: dict[int, Hit], limit: int) -> Element | None:
    if _YEAR.fullmatch(key, number.digits or number.start, end):
        return None
    following = at.get(end + 1)
    noun = _OTHER_NOUN.match(key, end, limit)
    if noun is None or _NO_RECIPIENT.match(key, end) or (following and not following.meaning.unit):
        return Element(number.start, end, "N", number)
    return Element(number.start, noun.end(), "r", number)


def _noun(key: str, position: int, at: dict[int, Hit]) -> Hit | None:
    """A recipient noun at a place, unless it begins an award: ``tập thể lao động xuất sắc``."""
    hit = at.get(position)
    if hit is None or not hit.meaning.unit or hit.meaning.award:
        return None
    return None if hit.meaning.unit == "family" and mentions.family_award(key, position) else hit


def _recipients(key: str, end: int, at: dict[int, Hit], limit: int) -> tuple[Unit | None, bool, int] | None:
    """Kind of recipients named after a number, whether of several kinds, and where their nouns end."""
    first = _noun(key, end + 1, at)
    if first is None:
        return None
    unit, stop, mixed, modified = first.meaning.unit, first.end, False, False
    while (join := _JOIN.match(key, stop, limit)) and (noun := _noun(key, join.end(), at)):
        if join[0] == " ":
            unit, modified = noun.meaning.unit if unit == "none" else unit, True
        elif noun.meaning.unit != unit and not modified:
            mixed = True
        stop = noun.end
    known: Unit | None = None if mixed or unit == "none" else unit  # type: ignore[assignment]
    return known, mixed, stop
