"""Who gives, whether it was given or only asked for, at which level, and to what kind of recipient.

Read from the elements around a match, for a pattern says only which number belongs to which award.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from extract.facts.awards.elements import Row
from extract.facts.awards.grammar import Match
from extract.facts.awards.lexicon import Unit
from schemas.facts import Status

_LONGEST_LINK = 75
_ORGANISES = re.compile(
    r"(?<!\w)(?:lễ|hội nghị|chương trình|gặp mặt|phối hợp|thừa uỷ quyền|thừa ủy quyền|thay mặt|đại hội|phát biểu|cho biết|"
    r"chỉ đạo|hội thi|cuộc thi|được|đã có|xuất hiện|thuộc|trực thuộc)(?!\w)"
)
_IN_THE_NAME = re.compile(r"thừa (?:uỷ|ủy) quyền (?:của )?$")
_ASKS: dict[str, Status] = {"D": "registered", "Q": "proposed", "O": "proposed"}
_ASKED_BEFORE = re.compile(r"([DQO])[B_]{0,3}[GC]+$")
_LOOSE_GOAL = re.compile(r"(?:chỉ tiêu|mục tiêu)[^:]{0,60}:|phấn đấu|dự kiến")
_INDIVIDUAL = re.compile(
    r"(?<!\w)(?:ông|bà|anh|chị|đồng chí|đ/c|em|thầy|cô|bản thân|cá nhân|nghệ sĩ|bác sĩ|kỹ sư)(?!\w)"
)
_GROUP = re.compile(
    r"(?<!\w)(?:công ty|tập đoàn|trường|nhà trường|đơn vị|công đoàn|cđcs|ngân hàng|bệnh viện|group|tổng cục|cục|sở|nhà máy|"
    r"lđlđ|liên đoàn|tập thể|xí nghiệp|doanh nghiệp|hội|viện|trung tâm|phòng|ban|xã|huyện|tỉnh|bank|corp)(?!\w)"
)


@dataclass(frozen=True, slots=True)
class Carried:
    """What a list's head or the sentence before says for what follows."""

    granter: str | None = None
    status: Status | None = None


def acting(row: Row, text: str, key: str, before: int) -> str | None:
    """The nearest organisation before an index that acts: ``UBND tỉnh tặng``, ``được UBND tỉnh tặng``.

    Who proposes or registers gives nothing: after ``LĐLĐ tỉnh đề nghị tặng`` it is not said who gives.
    """
    for verb in range(min(before, len(row.codes)) - 1, -1, -1):
        if row.codes[verb] in "GC":
            subject = _subject_of(row, key, verb)
            if subject is not None and row.codes[subject] in "QDO":
                return None
            if subject is not None and (found := _giver(row, text, key, subject, verb)):
                return found
        if row.codes[verb : verb + 2] == "B:":
            return _name(row, text, verb)
    return None


def _subject_of(row: Row, key: str, verb: int) -> int | None:
    """Index of what stands before a verb as its subject; None where other words part them."""
    index = verb - 1
    while index >= 0 and row.codes[index] in "_KUC,G" and row.codes[index:verb].count("_") < 2:
        if row.codes[index] == "," and row.codes[index - 1 : index] not in {"G", "C"}:
            return None
        index -= 1
    if index < 0:
        return None
    between = key[row.elements[index].end : row.elements[verb].start]
    return None if len(between) > _LONGEST_LINK or _ORGANISES.search(between) else index


def _giver(row: Row, text: str, key: str, subject: int, verb: int) -> str | None:
    if row.codes[subject] == "P":
        return _unknown_agent(row, text, subject, verb)
    if row.codes[subject] != "B" or key.endswith(("của ", "cùng "), 0, row.elements[subject].start):
        return None
    return _name(row, text, subject)


def _authorised(row: Row, text: str, key: str) -> str | None:
    """In whose name it is handed over: ``thừa ủy quyền của Chủ tịch nước, ông … trao``."""
    for index in [i for i, code in enumerate(row.codes) if code == "B"]:
        if _IN_THE_NAME.search(key, max(0, row.elements[index].start - 24), row.elements[index].start):
            return text[row.elements[index].start : row.elements[index].end]
    return None


def _name(row: Row, text: str, index: int) -> str:
    """The organisation at an index with those joined to it: ``Chính phủ và UBND thành phố``."""
    first = index
    while first >= 2 and row.codes[first - 2 : first] == "B,":
        first -= 2
    return text[row.elements[first].start : row.elements[index].end]


def _unknown_agent(row: Row, text: str, passive: int, verb: int) -> str | None:
    """What stands between ``được`` and the verb, if it looks like a name."""
    start, end = row.elements[passive].end, row.elements[verb].start
    words = text[start:end].strip()
    return words if verb == passive + 2 and words[:1].isupper() and 3 < len(words) < _LONGEST_LINK else None


def granter(row: Row, match: Match, text: str, key: str, carried: Carried) -> str | None:
    """Who gives the award of a match, as printed."""
    mention = row.elements[match.award].mention if match.award is not None else None
    if mention and mention.owner:
        return mention.owner
    last = max(match.last, match.award or 0) + 1
    predicate = (
        row.codes[match.counts[-1] + 1 : match.award]
        if match.award
        else row.codes[match.counts[-1] + 1 : last]
    )
    alone = "V" in predicate and not set("GC") & set(predicate)
    if alone and (match.first == 0 or row.codes[match.first - 1] in ";:-_"):
        return None
    return _authorised(row, text, key) or acting(row, text, key, last) or carried.granter


def status(row: Row, match: Match, key: str, previous: Status | None, carried: Carried) -> Status:
    """Whether the award was given, registered for or asked for."""
    if match.award is not None and match.award > match.counts[-1] or match.rule == "commended-passive":
        predicate = row.codes[match.counts[-1] + 1 : match.award or match.last + 1]
        asked = next((_ASKS[c] for c in predicate if c in _ASKS), None)
        own = asked or ("awarded" if set(predicate) & set("PVG") else None)
    else:
        own = None
    if own and own != "awarded":
        return own
    base = _base(row, match, key) or carried.status
    if own:
        lead = _ASKED_BEFORE.search(row.codes, 0, match.first)
        return base or (_ASKS[lead[1]] if lead else own)
    return _governed(row, match.first, previous) or base or previous or "awarded"


def _governed(row: Row, first: int, previous: Status | None) -> Status | None:
    """The status that the nearest verb before a match gives it: ``đề nghị Tổng Liên đoàn tặng``."""
    start = row.codes.rfind(";", 0, first) + 1
    codes = row.codes[start : first + 1]
    for index in range(len(codes) - 1, -1, -1):
        if codes[index] in _ASKS:
            return _ASKS[codes[index]]
        if codes[index] in "GCV":
            lead = re.search(r"([DQO])[B_,]{0,3}P?[B_]{0,2}[GCV]*$", codes[:index])
            if lead is None and index and codes[index - 1] == ",":  # the same subject goes on
                return previous or "awarded"
            return _ASKS[lead[1]] if lead else "awarded"
    return None


def _base(row: Row, match: Match, key: str) -> Status | None:
    """The status that the sentence's beginning gives all its items: ``Phấn đấu năm 2024:``, ``Đăng ký:``."""
    for index in range(match.first):
        element = row.elements[index]
        if row.codes[index] == "O" and _LOOSE_GOAL.match(key, element.start):
            if " đã " not in key[element.end : row.elements[match.first].start]:
                return "proposed"
        if row.codes[index] in "DQ" and re.match(r"[_BA,]{0,4}:", row.codes[index + 1 :]):
            return _ASKS[row.codes[index]]
    return None


def level(row: Row, match: Match, text: str) -> str | None:
    """The level printed with the award, or right after it."""
    mention = row.elements[match.award].mention if match.award is not None else None
    if mention and mention.level:
        return mention.level
    index = match.level
    if index is None:
        after = re.match(r"(?:_?P?[GC])?(K)", row.codes[match.last + 1 :])
        index = match.last + 1 + after.start(1) if after else None
    return None if index is None else text[row.elements[index].start : row.elements[index].end]


def unit(row: Row, match: Match, count: int, key: str, start: int) -> Unit | None:
    """What receives the award: as counted, as named after ``cho``, by the award's nature, or the subject."""
    element = row.elements[count]
    if row.codes[count] in "Rr":
        return element.unit
    mention = row.elements[match.award].mention if match.award is not None else None
    if mention and mention.entry.unit:
        return mention.entry.unit
    if match.unit is not None:
        units = {row.elements[i].unit for i in range(match.unit, match.last + 1) if row.codes[i] == "U"}
        return units.pop() if len(units) == 1 else None
    return _subject(row, count, key, start)


def _subject(row: Row, count: int, key: str, start: int) -> Unit | None:
    """Kind of what is said to be given the award: ``Anh Tài được … tặng 2 Bằng khen``."""
    times = row.codes[count] == "M"
    verbs = [
        i for i in range(min(count + 3 * times, len(row.codes))) if row.codes[i] in ("PV" if times else "P")
    ]
    passive = verbs[-1] if verbs else -1
    if passive < 0 or ";" in row.codes[min(passive, count) : count]:
        return None
    before = key[max(start, row.elements[passive].start - 80) : row.elements[passive].start]
    people, bodies = ([m.start() for m in p.finditer(before)] for p in (_INDIVIDUAL, _GROUP))
    if not people and not bodies:
        return None
    return "individual" if max(people, default=-1) > max(bodies, default=-1) else "group"
