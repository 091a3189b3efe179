"""An award as mentioned: its rank, title, level and the granter that its name carries.

``Huân chương Lao động hạng Ba``, ``danh hiệu “Đoàn viên xuất sắc” cấp tỉnh``, ``Cờ thi đua của Chính phủ``.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from extract.facts.awards.bodies import body_at
from extract.facts.awards.lexicon import ENTRIES, MEANINGS, AwardEntry, Hit

LEVEL = re.compile(
    r"(?:các\scấp|cấp\s(?:(?:các|trên\strực\stiếp|trên|công đoàn|liên đoàn|cơ|trung|toàn|thành|thị|quốc|nhà|đại|"
    r"tổng|tập|công|khu|quân)\s)?(?!(?:bằng|giấy|cờ|huy|huân|kỷ|danh|cho|phát|thẻ|sổ|bách)(?!\w))(?:bộ,?\sngành|ban,?\sngành|[^\W\d]+)"
    r"(?:\s(?:lao động|đoàn|ngành|công ty|việt nam|phố|sở|ương|quốc|gia|nước|xã)(?!\w))*"
    r"(?:,\s(?:bộ|ngành|tỉnh|huyện|quận|thành phố|tp|cơ sở|toàn quốc)(?!\w))*"
    r"(?:\strở lên|\svà\s(?:cấp\s)?(?:tỉnh|cơ sở|huyện|thành phố|toàn quốc|trung ương)(?!\w))?)(?!\w)"
)
_RANK_WORD = r"(?:nhất|nhì|hai|ba|tư|đặc biệt|khuyến khích|kk|i{1,3}|[123abc])(?!\w)"
_EXTENSIONS = re.compile(
    rf"\s?(?:(?:hạng|loại)\s{_RANK_WORD}(?:(?:,|\s(?:và|hoặc)|,\shạng|\svà\shạng)\s(?:nhất|nhì|ba|i{{1,3}})(?=\s?(?:[,;.:()]|và\s|$)))*"
    r"|(?:,\s|\svà\s)(?:nhất|nhì|ba|tư|đặc biệt|khuyến khích|kk|i{2,3}|[bc])(?=\s?(?:[,;.:()]|và\s|$))"
    r"|(?:các|nhiều)\s(?:loại|hạng)|lần\sthứ\s\w+"
    r"|(?:xuất\ssắc|toàn\sdiện|chuyên\sđề|đột\sxuất|dẫn\sđầu|tiên\stiến|vững\smạnh|tiêu\sbiểu|đơn\svị)(?!\w)"
    r"|(?:vàng|bạc|đồng)(?!\s(?:chí|bào|nghiệp|đội|thời))(?:(?:,|\svà)\s(?:bạc|đồng))*(?!\w)"
    r"|(?:độc\slập|chiến\scông|quân\scông|hữu\snghị)(?!\w)"
    r"|(?:trong\s)?(?:năm|năm\shọc|giai\sđoạn|nhiệm\skỳ)\s(?:19|20)\d\d(?:\s?[-–]\s?(?:19|20)\d\d)?)"
)
_QUOTE = re.compile(r"\s?[:]?\s?(?:[“\"‘'”«]{1,2})(?P<inner>[^“”\"«»\n]{2,90}?)(?:[”\"’'»“]{1,2}|(?=[,;.]))")
_FREE_TITLE = re.compile(r"\s(?P<inner>(?!(?:này|trên|đó|cao quý|cáo quý|cao|là|do|được|đã|danh giá|các|và|cho|của|thi đua|vinh dự|gì)(?!\w))[^,;.:()“”\"\d\n]{3,70}?)"
                         r"(?=\s?(?:[,;.:()“”\"\d\n]|$)|\s(?:cho|của|năm|cấp|giai đoạn|vì|trong|từ|do|và|tại|lần|là|nhân dịp|đã|được)(?!\w))")  # fmt: skip
_OWNER = re.compile(r"\s?(?:của|do|từ)\s?")
_NOUN_OWNER = re.compile(
    r"(?:[^,;.:()\n\d])*?(?=\s?(?:[,;.:()\n\d]|$)|\s(?:cho|vì|về|năm|do|và|trong|nhân|đã|với|để|gồm|tặng|trao|khen|tại|dành)(?!\w))"
)
_LOCAL_OWNER = re.compile(r"(?:thành phố|tỉnh|huyện|quận|thị xã|bộ|ngành)(?!\w)")
_ANOTHER = re.compile(r"(?:,|,?\svà)\s")
_ACTS = re.compile(
    r"\s(?:đã |cũng |sẽ |vừa )?(?:tặng|trao|khen|công nhận|biểu dương|tuyên dương|tôn vinh|suy tôn|được|nhận|đạt)(?!\w)"
)
_GIVES = re.compile(r"\s(?:trao tặng|tặng thưởng|phong tặng|trao|tặng|cấp|khen tặng)(?!\w)")
_NOT_AN_AWARD_AFTER = re.compile(
    r"(?:phong trào|cuộc vận động|chương trình|hội thi|cuộc thi|hội nghị|đại hội|chuyên mục|tiêu chuẩn|tiêu chí|"
    r"thi đua|kỷ niệm|liên hoan|hội đồng|quỹ|lễ đón nhận|mùa|quy chế|phát động|đề tài|dự thảo|bộ phim|ban tổ chức|"
    r"câu lạc bộ|mô hình|thể lệ|cơ cấu|lễ)(?: thi đua| thi)?\s?[:]?\s?[“\"‘'”«]{0,2}$"
)
_PRIZE_VERB = re.compile(r"(?:đạt|đoạt|giành|trao|nhận|được|có|lĩnh|\d|một|hai|ba|bốn|năm|các)\s$")
_NOT_A_PRIZE = re.compile(
    r"\s(?:pháp|quyết|phóng|trí|thích|đáp|ngân|tỏa|toả|cứu|thể|bóng|vô địch|đấu|trình|mã|nghĩa|tán|chạy|việt dã|đua|"
    r"cầu|tennis|golf|quần|u\d|v\W?league|ngoại hạng|hạng|giao|lao|nhiệt|độc|phẫu|phân|thoát|mật|bài|đua|thi đấu|"
    r"thành|chuyên nghiệp|futsal|quốc gia|trẻ|châu|thế giới|bia|chơi|khát|nén|ảo|mật|quán)(?!\w)"
)
OTHER_TITLE = ENTRIES["Danh hiệu khác"]
_FLAG_BEFORE = re.compile(r"(?:\d|tặng|nhận|trao)\s$")
_FLAG_AFTER = re.compile(r"\s?(?:cho|của\s(?:tổng|ubnd|lđlđ|chính phủ|bộ|công đoàn|liên đoàn)|[,;.]|và\sbằng\skhen)")
_JUST_A_FAMILY = re.compile(
    r"gia đình(?:(?!\s(?:được|đạt|có|đã|đăng ký|nhận|và)\b)\s[^\W\d][\w-]*){0,6}?\stiêu biểu(?!\w)"
)


@dataclass(frozen=True, slots=True)
class Mention:
    """An award at one place of the text."""

    entry: AwardEntry
    level: str | None = None
    owner: str | None = None
    """Granter that the mention names for itself: ``Bằng khen của Thủ tướng Chính phủ``."""
    bare: bool = False
    """Only the word ``giải``, without rank or name."""


def family_award(key: str, start: int) -> int | None:
    """End of ``gia đình … tiêu biểu`` at a place: words may stand inside the award's name."""
    match = _JUST_A_FAMILY.match(key, start)
    return match.end() if match else None


def mention_at(text: str, key: str, hit: Hit, limit: int) -> tuple[Mention, int] | None:
    """The award that begins with a phrase, and where it ends; None where the words are no award there."""
    entry = hit.meaning.award
    phrase = key[hit.start : hit.end]
    if entry is None or _NOT_AN_AWARD_AFTER.search(key, max(0, hit.start - 40), hit.start):
        return None
    end = hit.end
    if phrase == "giải" and not (
        _PRIZE_VERB.search(key, max(0, hit.start - 8), hit.start) and not _NOT_A_PRIZE.match(key, end)
    ):
        return None
    if phrase == "cờ" and not _is_award_flag(key, hit):
        return None
    if phrase == "danh hiệu":
        titled = _title(key, end, limit)
        if titled is None:
            return None
        entry, end = titled
    end = _extended(key, end, limit)
    return _finished(text, key, entry, end, limit, phrase == "giải" and end == hit.end)


def quoted_title(text: str, key: str, start: int, limit: int) -> tuple[Mention, int] | None:
    """A title in quotation marks that begins at a place, as an award; its first noun tells who receives it."""
    match = _QUOTE.match(key, start, limit)
    if match is None:
        return None
    inner = match.start("inner")
    units = (MEANINGS[key[inner:end]].unit for end in range(inner + 24, inner + 1, -1) if key[inner:end] in MEANINGS)
    unit = next((u for u in units if u), None)
    entry = AwardEntry(OTHER_TITLE.award, None if unit == "none" else unit, True)  # type: ignore[arg-type]
    return _finished(text, key, entry, _extended(key, match.end(), limit), limit, False)


def _is_award_flag(key: str, hit: Hit) -> bool:
    """Whether the bare word ``cờ`` means the emulation flag: given, and named in full or with other awards nearby."""
    near = key[max(0, hit.start - 400) : hit.end + 80]
    given = _FLAG_BEFORE.search(key, max(0, hit.start - 8), hit.start) and _FLAG_AFTER.match(key, hit.end)
    return bool(given) and ("cờ thi đua" in near or "bằng khen" in near)


def _title(key: str, end: int, limit: int) -> tuple[AwardEntry, int] | None:
    match = _QUOTE.match(key, end, limit) or _FREE_TITLE.match(key, end, limit)
    return (OTHER_TITLE, match.end()) if match else None


def _extended(key: str, end: int, limit: int) -> int:
    if closing := re.compile(r"[”\"’'»“]{1,2}").match(key, end, limit):
        end = closing.end()
    while match := _EXTENSIONS.match(key, end, limit) or _QUOTE.match(key, end, limit):
        end = match.end()
    return end


def _finished(
    text: str, key: str, entry: AwardEntry, end: int, limit: int, bare: bool
) -> tuple[Mention, int]:
    level, owner = None, None
    for _ in range(3):
        if not level and (match := LEVEL.match(key, _ink(key, end), limit)):
            level, end = text[match.start() : match.end()], match.end()
        elif not owner and (found := _owner(text, key, entry, end, limit)):
            owner, end = found
        elif match := _EXTENSIONS.match(key, end, limit):
            end = match.end()
    if not level and (match := re.compile(r"\s(cơ sở|toàn quốc)(?!\w)").match(key, end, limit)):
        level, end = text[match.start(1) : match.end()], match.end()
    return Mention(entry, level, owner, bare), end


def _ink(key: str, position: int) -> int:
    return position + 1 if key[position : position + 1] == " " else position


def _owner(text: str, key: str, entry: AwardEntry, end: int, limit: int) -> tuple[str, int] | None:
    """The granter that follows an award's name: with ``của``, with ``do … tặng``, or straight after it."""
    match = _OWNER.match(key, end, limit)
    start = match.end() if match else _ink(key, end)
    if not match and entry.award in {"Giải", "Huy chương", "Danh hiệu khác"}:
        return None
    stop = body_at(text, key, start, limit)
    if match and match[0].strip() == "do":
        gives = _GIVES.match(key, stop, limit) if stop else None
        return (text[start:stop], gives.end()) if gives else None
    if stop is None and match and match[0].strip() == "của":
        words = _NOUN_OWNER.match(key, start, min(limit, start + 80))
        stop = words.end() if words and text[start : start + 1].isupper() and words.end() > start else None
    if stop is None or (
        not match and not (text[start].isupper() or (entry.sure and _LOCAL_OWNER.match(key, start)))
    ):
        return None
    while more := _ANOTHER.match(key, stop, limit):
        another = body_at(text, key, more.end(), limit)
        if another is None or _ACTS.match(key, another, limit):
            break
        stop = another
    if not match and _GIVES.match(key, stop, limit):
        return None
    return text[start:stop], stop
