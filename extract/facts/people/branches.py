"""What stands between a post and its organisation: a branch (``Trưởng ban Tổ chức``) or the kind of work."""

from __future__ import annotations

import re
from dataclasses import dataclass

from extract.facts.people import clauses, lexicon, organisations
from extract.facts.people.passage import Passage
from extract.reading import Span

_WORD = re.compile(r" ?(?P<dash>[-–] )?(?:& )?([^\W_]+(?:[./&'’-][^\W_]+)*)")
_SHORT = re.compile(r"[A-ZĐ]{3,}(?![\w/&-])")
_DASHED = re.compile(r"[-–] ?\Z")
_OF = re.compile(r" (?:của|tại|thuộc|ở) ")
_TWO_CAPITALS = re.compile(rf" [{lexicon.UPPER}]\w* [{lexicon.UPPER}]")
_UNIT = re.compile(
    r"(?:(?<!môi )(?<!thị )(?<!hiện )(?<!hội )(?<!ngư )(?<!chiến )trường|khoa|phân xưởng|xưởng|tổ|chuyền"
    r"|phòng|đội|trạm|ga|cảng|chốt|mỏ|tàu(?: cá)?|bến xe|cung đường|nông trường|lâm trường|đồn) (?=\w)"
)
_NOUN = re.compile(r"(?:ban|phòng|khoa|bộ môn|bộ phận|chi nhánh|văn phòng|trung tâm|tiểu ban)\Z")
_AREA = re.compile(r"\b(?:tỉnh|thành phố|tp|huyện|quận|xã|phường|trung ương|tw|t\.ư|nhà nước)\b")
_QUALITY = re.compile(
    r"(?:khó khăn|nghèo|tiêu biểu|xuất sắc|ưu tú|trẻ|lâu năm|duy nhất|đầu tiên|ở trọ|nữ(?! công)|nam"
    r"|thân thiết)\b"
)
_COMMITTEE = re.compile(r" (?:quản lý|quản trị|chỉ huy|chỉ đạo|trị sự|đại diện|liên lạc|vận động)\b")
_OFFICIAL = re.compile(
    r"(?:nguyên |cựu )?(?:cán bộ|công chức|hòa giải viên|thanh tra|kiểm lâm|khuyến nông viên|dân quân"
    r"|công an viên|cộng tác viên|tuyên truyền viên|chấp hành viên|kiểm sát viên|thẩm phán|y tế)\b"
)
_MOST_WORDS = 13
_SURE_RANK = 5


@dataclass(frozen=True, slots=True)
class Branch:
    """Where a post ends with its branch or kind of work, and the organisation found on the way."""

    end: int
    organisation: Span | None = None
    reached: int = 0
    """Where what belongs to it ends, if further: ``nông dân`` | ``xã X``."""


def has_body(passage: Passage, start: int, end: int) -> bool:
    """Whether the branch is itself the body: ``Đội trưởng Đội cơ giới``, ``Quản đốc Phân xưởng 2``."""
    nouns = passage.key[start:end].split()
    after = passage.key[end + 1 : end + 14].split()
    if after and after[0] in nouns:
        return True
    return passage.rank_at(end + 1) > 0 and (nouns[-1] == "trưởng" or passage.starts_upper(end + 1))


def read(passage: Passage, start: int, end: int, stop: int, *, role: bool) -> Branch:
    """The words of the branch or work after a post, up to an organisation, a clause or a mark."""
    reached, words = end, 0
    if role and _TWO_CAPITALS.match(passage.text, end, stop) and not passage.rank_at(end + 1):
        return Branch(end)  # a name follows, not the kind of work
    if body := _standing_committee(passage, start, end, stop):
        return Branch(end, body)
    while words < _MOST_WORDS and (word := _WORD.match(passage.text, reached, stop)):
        at = word.start(2)
        if word["dash"] and _closes(passage, start, at):
            break
        if ((words or role) and _names_body(passage, at)) or (role and _is_employer(passage, at, stop)):
            return Branch(reached, organisations.read(passage, at, stop))
        if role and passage.area_at(at):
            return _in_area(passage, start, reached, organisations.read(passage, at, stop))
        if role and (quality := _QUALITY.match(passage.key, at)):
            return Branch(reached, _after_quality(passage, quality.end(), stop))
        if _OF.match(passage.key, reached):
            return Branch(reached)
        if clauses.ends(passage, at):
            break
        reached, words = word.end(), words + 1
    return Branch(reached) if role or reached == end else _as_body(passage, start, end, reached, stop)


def _in_area(passage: Passage, start: int, end: int, area: Span) -> Branch:
    """``cán bộ tư pháp`` | ``xã X``: officials serve an area, others only live there."""
    return Branch(end, area if _OFFICIAL.match(passage.key, start) else None, area.end)


def _after_quality(passage: Passage, end: int, stop: int) -> Span | None:
    """``công nhân tiêu biểu của`` | ``Công ty X``: the body after words of praise."""
    while more := _QUALITY.match(passage.key, end + 1, stop):
        end = more.end()
    connector = _OF.match(passage.key, end, stop)
    start = connector.end() if connector else end + 1
    return organisations.read(passage, start, stop) if start < stop and _names_body(passage, start) else None


def _standing_committee(passage: Passage, start: int, end: int, stop: int) -> Span | None:
    """``Trưởng ban`` | ``ban quản lý các KCN``: the noun of the post opens the body's name as well."""
    if not passage.key.startswith("ban", end - 3) or not _COMMITTEE.match(passage.key, end):
        return None
    return Span(end - 3, organisations.read(passage, end + 1, stop).end)


def _is_employer(passage: Passage, at: int, stop: int) -> bool:
    """Whether an abbreviation after an occupation names the employer: ``thủ môn`` | ``SLNA``."""
    short = _SHORT.match(passage.text, at, stop)
    return short is not None and short[0].lower() not in lexicon.WORK_ABBREVIATIONS


def _closes(passage: Passage, start: int, at: int) -> bool:
    """Whether a dash closes what a dash opened: ``X - nhân viên cứu hộ - lao ra``."""
    opened = _DASHED.search(passage.text, max(0, start - 2), start)
    return opened is not None and not (passage.starts_upper(at) or lexicon.SECOND_PART.match(passage.key, at))


def _names_body(passage: Passage, at: int) -> bool:
    """Whether a body begins here; in lower case one of two syllables, or a unit with a name or number."""
    if passage.starts_upper(at):
        return passage.rank_at(at) > 0 and not passage.key.endswith("công tác ", 0, at)
    if passage.rank_at(at) >= _SURE_RANK and " " in passage.body_at(at):
        return True
    unit = _UNIT.match(passage.key, at)
    return unit is not None and (passage.starts_upper(unit.end()) or passage.text[unit.end()].isdigit())


def _as_body(passage: Passage, start: int, end: int, reached: int, stop: int) -> Branch:
    """``Phó Trưởng phòng`` | ``phòng Thống kê, Cục X``: a body after a comma, or an area, closes it."""
    span = organisations.read(passage, end + 1, stop)
    if span.end <= reached and not _AREA.search(passage.key, end, span.end):
        return Branch(reached)
    noun = _NOUN.search(passage.key, start, end)
    return Branch(end, Span(noun.start() if noun else span.start, span.end))
