"""Counts of members and unions that say how strong a union is, told from those of who got something."""

from __future__ import annotations

import re

from extract.facts.statistics.words import WORDS, compiled
from extract.grammar.quantities import alternatives, whole_words
from extract.reading import Number, Reading

_WORDS = WORDS["strength"]
_HAS = re.compile(
    rf"(?:{whole_words(_WORDS['before'])}[^;.\d]{{0,25}}"
    r"|(?:cđcs|công đoàn cơ sở)(?:\strực thuộc)?,\s"
    # "Công đoàn cảng (1.850 đoàn viên)", "cả công ty 1.850 đoàn viên"
    rf"|{whole_words(_WORDS['unions'])}[^.;()\d]{{0,50}}\((?:hơn |gần |trên )?"
    rf"|(?<!\w)(?:cả|toàn)\s(?:{alternatives(_WORDS['houses'])})\s)$"
)
# … or one of things counted in a row: "có 5 nghiệp đoàn, 41 CĐCS", "gồm 30 CĐCS trường học và 9 CĐCS y tế".
_HAS_ROW = re.compile(
    rf"(?<!\w)(?:{alternatives(_WORDS['row'])})\s(?:[^\W\d]+\s){{0,4}}"
    r"(?:(?:\d{1,3}(?:\.\d{3})*|\d+)(?:\s[^\W\d]+){1,9}(?:,|\svà)\s(?:và\s|hơn\s|trên\s|gần\s)?){1,3}$"
)
_RECEIVES = re.compile(rf"(?<!\w)(?:{alternatives(_WORDS['not_before'])})\s(?:[^\W\d]+\s){{0,2}}$")
# Of those that stand behind it, the union speaks of all: "chỗ dựa của hơn 5.000 đoàn viên".
_OF_ALL = re.compile(rf"{whole_words(_WORDS['of_all'])}[^.;,]{{0,30}}\scủa\s$")
_AMONG_THEM = re.compile(
    r"(?:đoàn viên|cnvclđ|cnlđ|cbccvclđ|lao động|công nhân|cnvclđ\))[^.;]{0,40}?,?\s\(?trong đó(?: có)?\s$"
)
# "2.150 đoàn viên ở 19 CĐCS": the unions that the members belong to.
_OF_MEMBERS = re.compile(
    r"đoàn viên(?:\scông đoàn)?(?:,?\s(?:hiện |đang )?sinh hoạt)?\s(?:ở|tại|trong|thuộc|của)\s$"
)
# "một trong 318 đoàn viên của công đoàn": all whom it has.
_OUT_OF = re.compile(r"(?:\d|\smột) trong(?: số)?\s$")
_OF_A_UNION = re.compile(rf"\s(?:của|ở|tại|thuộc|trong)\s(?:{alternatives(_WORDS['houses'])})(?!\w)")
# "120 đoàn viên mới được kết nạp", "5 CĐCS ra đời": founded or admitted, said after the noun.
_ADMITTED = re.compile(
    r"(?:\smới)?(?:\s(?:vừa|đã|mới|được))*\s(?:kết nạp(?!\s(?:vào\s)?đảng)|thành lập|ra đời)(?!\w)"
)
_WITH_MEMBERS = re.compile(
    r"(?:\strực thuộc)?,?\s(?:với|gồm)\s(?:hơn\s|trên\s|gần\s)?[\d.]+\s(?:nữ\s)?đoàn viên"
)
_ATTENDS = re.compile(r"(?<!\w)(?:tham dự|tới dự|đến dự|về dự|dự)(?!\w)[^.;]{0,60}$")
_REPRESENTED = re.compile(r"(?:đại diện|thay mặt)(?: cho)?\s$")
_ACTS = re.compile(
    rf"(?:\snữ|\snam)?(?:(?:,|\svà|\s?-)\s(?:{alternatives(WORDS['turnout']['people'])})(?!\w)){{0,3}}"
    rf"(?:\s(?:{alternatives(_WORDS['not_after'])})|\s?[,\-–]\sthanh niên)(?!\w)"
)
_YOUTH = compiled(_WORDS["youth"])
_TRADE_UNION = compiled(_WORDS["trade_union"])
# "187 CĐCS/61.320 đoàn viên": what stands behind the slash is the union's too.
_BESIDE_UNIONS = re.compile(r"\d\s(?:cđcs|công đoàn cơ sở|nghiệp đoàn)/$")
_BEFORE = 60
_ROW = 160
_AROUND = 600


def is_strength(reading: Reading, number: Number, metric: str, end: int) -> bool:
    """Whether a count of members or unions is what a union has, founds or admits.

    Args:
        reading: the text.
        number: the count.
        metric: ``members`` or ``grassroots_unions``.
        end: where the counted noun ends.
    """
    sentence = reading.sentence_at(number.start)
    before = reading.lower[max(sentence.start, number.start - _BEFORE) : number.start]
    if _OUT_OF.search(before):
        return bool(_OF_A_UNION.match(reading.lower, end)) and not _is_youth(reading, number)
    if any(p.search(before) for p in (_REPRESENTED, _OF_ALL, _OF_MEMBERS, _BESIDE_UNIONS)):
        return True
    if _RECEIVES.search(before) or _ATTENDS.search(before) or _ACTS.match(reading.lower, end):
        return False
    if metric == "members" and _is_youth(reading, number):
        return False
    if metric == "grassroots_unions" and _WITH_MEMBERS.match(reading.lower, end):
        return True
    row = reading.lower[max(sentence.start, number.start - _ROW) : number.start]
    if _HAS.search(before) or _AMONG_THEM.search(before) or _HAS_ROW.search(row):
        return True
    if _ADMITTED.match(reading.lower, end):
        return True
    return number.start == sentence.start


def _is_youth(reading: Reading, number: Number) -> bool:
    """Whether đoàn viên are the Youth Union's: the text around names the youth, and no trade union."""
    where = (max(0, number.start - _AROUND), number.end + _AROUND)
    return bool(_YOUTH.search(reading.lower, *where)) and not _TRADE_UNION.search(reading.lower, *where)
