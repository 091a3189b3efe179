"""Names of bodies: where one stands, where it ends, and whether it is more than a workshop."""

from __future__ import annotations

import re

from extract.facts.initiatives.bodies import parts
from extract.facts.initiatives.makers import proper
from extract.facts.initiatives.nouns import one_of
from extract.facts.people import lexicon, organisations
from extract.facts.people.passage import Passage
from extract.language.normal import tone_key

_CAPITAL = re.compile(r"(?<!\w)[A-ZĐ]\w*")
HEADS = one_of("workplaces")
_NOT_ONE = "".join(
    f"(?<!{word} )"
    for word in ("cơ", "trụ", "hội", "môi", "thị", "công", "hiện", "chiến", "ngư", "lập", "quảng", "thư")
)
"""Words whose second syllable is a class noun: cơ sở, môi trường, thư viện."""
NOUN = re.compile(rf"(?<!\w){_NOT_ONE}({HEADS})")
_PART = re.compile(r"[,(–-]\s*")
_THEN_DOES = re.compile(
    rf"\s(?:{one_of('does')})|\s[–-]\s(?!\w+\b(?:\s\w+)?\s*$|[A-ZĐ]\w*(?:\s\w+){{0,2}}\s(?:và|[–-])\s[A-ZĐ])"
    r"|\s*\((?=[^)]*(?:tỉnh|thành phố|tp|huyện|quận|xã|phường)(?!\w))"
)
_HOST = re.compile(r"(?:lđlđ|liên đoàn lao động|tổng liên đoàn|tổng lđlđ)")
_CLASS = re.compile(rf"(?:(?:{HEADS}|đơn vị|công đoàn|nhà)(?:\s+|$))+", re.IGNORECASE)
_UNRANKED = re.compile(r"(?:[Cc]ảng|[Mm]ỏ)\s+(?:\w+\s+)?[A-ZĐ]")
_BELONGS = re.compile(rf"\s(?:trực thuộc|thuộc|của)\s+(?={one_of('enterprises')})", re.IGNORECASE)
_HIGHER = re.compile(r"(?:,|\s[-–])\s+(?=(?:Tổng )?[Cc]ông ty|Tập đoàn|Bệnh viện|Trường|Đại học|Học viện)")
_CLASS_WORDS = "Sở|Công|Tổng|Viện|Trường|Ban|Cục|Chi|Đại|Hội|Phòng|Khoa|Trung|Ngân|Bệnh|Nhà|Xí|Bộ|Vụ|Đội"
_RUNS_ON = re.compile(
    rf"(.+\s(?!(?:{_CLASS_WORDS})\s){proper.CAPITALISED}\s{proper.CAPITALISED})(?:\s(?!{one_of('areas')}){proper.SMALL}){{3,}}$"
)
"""A proper name and the clause behind it: Công ty Tuyển than Đèo Voi | treo bảng tin."""
_AREA_BEHIND = re.compile(r"(?<=\w),\s+(?:xã|phường|quận|huyện|thị xã|thị trấn|thành phố|TP|tỉnh)\.?\s.*$")
_COMMITTEE = re.compile(r"(?<=\s)(?:ubnd|ủy ban nhân dân|uỷ ban nhân dân|hđnd|hội đồng nhân dân)(?!\w)")
_WORKSHOP_RANK = 3


def is_name(body: str) -> bool:
    """Whether an organisation is named, not just called ``công ty``."""
    if " " not in body and lexicon.ORGANISATION.fullmatch(tone_key(body)):
        return False  # CĐCS
    called = _CLASS.match(body)
    start = called.end() if called else 0
    return bool(_CAPITAL.search(body, start)) or (body[:1].isupper() and body[start : start + 1].isdigit())


def is_host(body: str) -> bool:
    """Whether it is a federation of unions, which hosts and honours rather than makes."""
    return bool(_HOST.match(body.lower()))


def body_at(passage: Passage, start: int, stop: int) -> str | None:
    """The organisation whose name starts at an offset, if one does."""
    if not passage.rank_at(start) and not _UNRANKED.match(passage.text, start):
        return None
    span = organisations.read(passage, start, stop)
    body = _THEN_DOES.split(passage.text[span.start : span.end], maxsplit=1)[0].strip(" ,")
    if runs_on := _RUNS_ON.match(body):
        body = runs_on[1]
    return body if is_name(body) else None


def workplace(body: str) -> tuple[str, bool]:
    """A person's organisation without the workshop before it, and whether it is more than a workshop.

    ``tổ 3, Công ty X`` is Công ty X; ``phân xưởng Cơ điện`` alone stays, for want of better.
    """
    body = _AREA_BEHIND.sub("", body)
    while (comma := body.find(", ")) > 0 and parts.is_part(body[:comma]):
        body = body[comma + 2 :]
    if higher := _HIGHER.search(body):
        body = body[higher.end() :]
    if belongs := _BELONGS.search(body):
        body = body[belongs.end() :]
    passage = Passage.of(body)
    rank = passage.rank_at(0)
    if not 0 < rank <= _WORKSHOP_RANK:
        return body, is_name(body)
    nouns_inside = {noun.start() for noun in NOUN.finditer(body.lower())}
    nouns_inside |= {committee.start() for committee in _COMMITTEE.finditer(body.lower())}
    for start in sorted(nouns_inside | {part.end() for part in _PART.finditer(body)}):
        if passage.rank_at(start) > _WORKSHOP_RANK and (own := body_at(passage, start, len(body))):
            return own, True
    return body, False
