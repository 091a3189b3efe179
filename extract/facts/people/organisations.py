"""How far an organisation's name runs, from its first word."""

from __future__ import annotations

import re
from dataclasses import dataclass

from extract.facts.people import lexicon
from extract.reading import Span

_LONGEST = 160
_STEP = re.compile(
    r"(?P<word>[^\W_]+(?:[&/'’+-][^\W_]+)*)|(?P<dash> *[-–—] *)|(?P<mark>[^\s\w]|\n)|(?P<blank>[^\S\n]+)|_"
)
_TITLE_DOT = frozenset(("tp", "tx", "tt", "q", "p", "h", "st", "co", "ltd"))
_AREA = r"(?:tỉnh|thành phố|tp\.?|quận|huyện|thị xã|thị trấn|xã|phường|tx\.?|khu|kcn|khu công nghiệp)"
_AREA_WORD = re.compile(rf"{_AREA}{lexicon.END}")
_PROPER_ENDINGS = frozenset(
    ("tỉnh", "phố", "huyện", "quận", "xã", "phường", "nước", "ngành", "ương", "nam")
)
_OF = re.compile(r"(?:của|thuộc|tại|ở) ")
_CEREMONY = re.compile(
    r"(?:hội nghị|đại hội|lễ|buổi|cuộc|chương trình|hội thảo|kỳ họp|phiên|diễn đàn|việt nam)\b"
)
_AREA_CLOSES = re.compile(r"(?<!\w)(?:tỉnh|huyện|quận|\d+) \Z")
_AREA_BODY = re.compile(r"(?:ủy|đoàn|đội|lỵ)\b")
_CLASS_NOUN = re.compile(r"sở|cục|vụ|ban|phòng|đoàn|tổ|hội|trung|tâm|viện|khoa|cụm")
_LAST_WORD = re.compile(r"(?<!\w)\w+\Z")
_ABBREVIATED = re.compile(r"(?<!\w)((?=[^a-z]+ )[A-ZĐƯ][A-ZĐƯ&.-]+) \Z")
_ABBREVIATION = re.compile(r"\([A-ZĐ][\w&. -]{1,12}\)")


@dataclass(frozen=True, slots=True)
class Page:
    """A text under its three aspects: as printed, as a key for matching, and where the next person's name starts."""

    text: str
    key: str

    def starts_upper(self, offset: int) -> bool:
        """Whether a capital stands at an offset."""
        return self.text[offset : offset + 1].isupper()


def rank_at(page: Page, start: int) -> int:
    """Rank of the body whose name starts at an offset; 0 where none does."""
    head = lexicon.ORGANISATION.match(page.key, start)
    return lexicon.ORGANISATIONS[re.sub(r"\s+", " ", head[0])] if head else 0


def is_area(page: Page, start: int) -> bool:
    """Whether a word for an administrative area stands at an offset."""
    return bool(_AREA_WORD.match(page.key, start))


def ends_name(page: Page, start: int) -> bool:
    """Whether the words at an offset end a post or an organisation."""
    return _clause(page, start, False) is None


def is_phrase(page: Page, start: int) -> bool:
    """Whether the body at an offset begins with a word of two syllables, surer than one in lower case."""
    head = lexicon.ORGANISATION.match(page.key, start)
    return bool(head) and " " in head[0]  # type: ignore[index]


def read(page: Page, start: int, stop: int) -> Span:
    """The organisation that starts at ``start``, no further than ``stop``."""
    stop = min(stop, start + _LONGEST)
    end = position = start
    rank, proper = rank_at(page, start), False
    while position < stop:
        step = _STEP.match(page.text, position, stop)
        if not step:
            break
        if step["word"]:
            ends = _clause(page, step.start(), proper)
            if ends is None:
                break
            position = end = min(max(step.end(), ends), stop)
            word = page.key[step.start() : position]
            proper = word in _PROPER_ENDINGS or (
                page.starts_upper(step.start()) and not _CLASS_NOUN.fullmatch(word)
            )
        elif step["blank"]:
            position = step.end()
        else:
            position, rank = _over_mark(page, step, stop, rank)
            if position < 0:
                break
            if page.text[position - 1] == ")":
                end = position
                if not _continues(page, position):
                    break
    return Span(start, end)


def _clause(page: Page, start: int, proper: bool) -> int | None:
    """End of the words at ``start`` if they belong to the name, else None."""
    if page.starts_upper(start):
        return start
    key = page.key
    if connector := _OF.match(key, start):
        return start if _place_or_body(page, connector.end()) else None
    if key.startswith("và ", start):
        return start if _joins_names(page, start + 3, proper) else None
    if _AREA_CLOSES.search(key, max(0, start - 12), start) and not (
        rank_at(page, start) or is_area(page, start) or _AREA_BODY.match(key, start)
    ):
        return None
    if _after_proper_abbreviation(page, start) and not (rank_at(page, start) or is_area(page, start)):
        return None
    if shield := _shielded(page, start):
        return shield
    if not (clause := lexicon.CLAUSE_WORD.match(key, start)):
        return start
    kind = lexicon.CLAUSE[clause[0].replace("\u00a0", " ")] if clause[0] in lexicon.CLAUSE else ""
    return clause.end() if kind == "+" or (kind == "*" and not proper) else None


def _shielded(page: Page, start: int) -> int | None:
    """End of a compound that began with a capital right before: ``Nghiên cứu``, ``Thư ký``, ``Thiết bị``."""
    before = page.text.rfind(" ", 0, start - 1) + 1
    if before <= 0 or not page.starts_upper(before):
        return None
    compound = lexicon.CLAUSE_WORD.match(page.key, before)
    return compound.end() if compound and compound.end() > start else None


def _after_proper_abbreviation(page: Page, start: int) -> bool:
    """Whether the word before is an abbreviation that closes a name, ``TPHCM``, not one that opens it, ``TNHH``."""
    last = _ABBREVIATED.search(page.text, max(0, start - 12), start)
    return bool(last) and last[1].lower() not in lexicon.PREFIXES  # type: ignore[index]


def _place_or_body(page: Page, start: int) -> bool:
    if _CEREMONY.match(page.key, start):
        return False
    return bool(_AREA_WORD.match(page.key, start) or rank_at(page, start) or page.starts_upper(start))


def _joins_names(page: Page, start: int, proper: bool) -> bool:
    """``và`` inside a name (Khoa học và công nghệ), not before another person or body of people."""
    people = lexicon.POST.match(page.key, start) or _COMPANY.match(page.key, start)
    return (
        not people and not page.text[start : start + 1].isdigit() and (page.starts_upper(start) or not proper)
    )


_COMPANY = re.compile(
    r"(?:ông|bà|anh|chị|đồng chí|các|đại diện|lãnh đạo|nhiều|toàn|hơn|gần|một|hai|ban giám|tập thể|những)\b"
)


def _over_mark(page: Page, step: re.Match[str], stop: int, rank: int) -> tuple[int, int]:
    """Where reading goes on after a mark, with the rank reached; -1 where the name ends before it."""
    after = step.end()
    if step["dash"]:
        return (after, rank) if _over_dash(page, step) else (-1, rank)
    mark = step["mark"]
    if mark == ".":
        word = _LAST_WORD.search(page.key, max(0, step.start() - 6), step.start())
        return (after, rank) if word and word[0] in _TITLE_DOT else (-1, rank)
    if mark == "," and page.text[after : after + 1] == " ":
        return _over_comma(page, after + 1, rank)
    if mark == "(":
        return _over_bracket(page, step.start(), stop, rank)
    return (after, rank) if mark in "&+'’" else (-1, rank)


def _over_dash(page: Page, step: re.Match[str]) -> bool:
    """A dash inside a name: ``Điện - Điện tử``, ``Viện A - Viện B``; not before a post, a person or a clause."""
    if _SECOND_PART.match(page.key, step.end()):
        return True
    if not page.starts_upper(step.end()) or lexicon.POST.match(page.key, step.end()):
        return False
    return not _COMPANY.match(page.key, step.end())


def _over_comma(page: Page, start: int, rank: int) -> tuple[int, int]:
    if lexicon.POST.match(page.key, start):
        return -1, rank
    if _AREA_WORD.match(page.key, start):
        return start, 9
    if (higher := rank_at(page, start)) > rank and rank < 8 and not _COMPANY.match(page.key, start):
        return start, higher
    if _ENUMERATED.match(page.text, start) and not organisation_or_person(page, start):
        return start, rank
    return (start, 9) if _known_place(page, start) else (-1, rank)


_SECOND_PART = re.compile(
    r"(?:khen thưởng|thương binh|chế xuất|đoàn thể|nữ công|dân vận|xã hội|kỹ thuật|đào tạo|công nghệ|tài chính|kế hoạch"
    r"|thể thao|du lịch|gia đình|hành chính|nhân sự|tiền lương|kinh doanh|dịch vụ|nhiếp ảnh|chính sách|môi trường"
    r"|truyền thông|giáo dục|kế toán|pháp luật|thương mại|xây dựng|cơ điện|khoáng sản|thông tin|điện tử)\b"
)
"""What follows a dash inside one name in lower case: ``Hội đồng thi đua - khen thưởng``."""
_ENUMERATED = re.compile(
    r"chống |đoàn thể|(?=[^\W\d_])(?!.{0,40}? và (?:ông|bà|các|đại|lãnh|nhiều|hơn|gần|\d))"
    r"(?:[^\W\d_]+ ){1,4}và [^\W\d_]+"
)
"""What follows a comma inside one name: ``Văn hóa, Thể thao và Du lịch``; ``phòng, chống``."""


def organisation_or_person(page: Page, start: int) -> bool:
    """Whether another body, person or clause begins at an offset."""
    first = page.key[start : start + 12].split(" ")[0]
    known = rank_at(page, start) or _COMPANY.match(page.key, start) or ends_name(page, start)
    return bool(known) or (first in lexicon.COMMON_FAMILY and page.starts_upper(start))


_PLACE_CHAIN = re.compile(r"((?:[^\W\d_]+ ?){1,4})(?:, ((?:[^\W\d_]+ ?){1,4}))?")


def _known_place(page: Page, start: int) -> bool:
    """A bare place, or two with the greater one last: ``Tuy An, Phú Yên``."""
    words = page.key[start : start + 40].split()
    if not page.starts_upper(start) or len(words) < 2:
        return False
    chain = _PLACE_CHAIN.match(page.key, start, start + 60)
    if not chain:
        return False
    return any(
        " ".join(part.split()[:n]) in lexicon.PLACES for part in chain.groups("") for n in (2, 3) if part
    )


def _over_bracket(page: Page, start: int, stop: int, rank: int) -> tuple[int, int]:
    close = page.text.find(")", start, stop)
    if close < 0:
        return -1, rank
    if (short := _ABBREVIATION.match(page.text, start)) and _continues(page, short.end()):
        return short.end(), rank
    inner = rank_at(page, start + 1)
    return (close + 1, inner) if inner > rank else (-1, rank)


def _continues(page: Page, offset: int) -> bool:
    """Whether a name goes on after a bracket, as ``Liên đoàn Lao động (LĐLĐ) quận X`` does."""
    return bool(_AREA_WORD.match(page.key, offset + 1)) or (
        page.text[offset : offset + 1] == " " and page.starts_upper(offset + 1)
    )
