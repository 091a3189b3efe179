"""Whether an award was given or only asked for, at which level, and to what kind of recipient.

Read from the elements around a match, for a pattern says only which number belongs to which award.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from extract.facts.awards.elements import Row
from extract.facts.awards.grammar import Match
from extract.facts.awards.lexicon import Unit, context
from schemas.facts import Status

ASKS: dict[str, Status] = {"D": "registered", "Q": "proposed", "O": "proposed"}
"""What a verb's code says of the award's status; any other verb says it was given."""

_HORIZON = 150
"""How many elements back a word still governs."""
_ASKED_BEFORE = re.compile(r"([DQO])[B_]{0,3}[GC]+$")
_GOVERNS_A_VERB = re.compile(r"([DQO])[B_,KU]{0,3}P?[B_]{0,2}[GCV]*$")
_HEADS_A_LIST = re.compile(r"[_BA,]{0,4}:")
_GOAL = re.compile(
    r"(?:chỉ tiêu|mục tiêu)[^:]{0,60}:|(?:(?<=đặt )|(?<=đề ra )|(?<=đặt ra ))(?:chỉ tiêu|mục tiêu)"
    r"|phấn đấu|dự kiến"
)
_PERSON = re.compile(rf"(?<!\w)(?:{context('person_subject')})(?!\w)")
_GROUP = re.compile(rf"(?<!\w)(?:{context('group_subject')})(?!\w)")
_SHORT_NAME = re.compile(r"(?<!\w)[A-ZĐ&]{2,}\s(?:đã |cũng |vinh dự |từng )*$")
"""An organisation by its initials, as the subject."""
_CLAUSE_OF_ITS_OWN = re.compile(r";(?![BM])|;.{0,30}[RrFU]")
"""After a semicolon the recipient may go on: ``Công ty được A tặng 2 Cờ; B tặng 3 Bằng khen``."""
_WON_IN_CONTESTS = frozenset({"Giải", "Huy chương"})
_CONTEST = re.compile(r"(?:hội thi|cuộc thi|hội thao|hội giảng|liên hoan)(?!\w)")
_LEVEL_AFTER = re.compile(r"(?:_?P?[GC])?(K)")


@dataclass(frozen=True, slots=True)
class Carried:
    """What a list's head or the sentence before says for what follows."""

    granter: str | None = None
    status: Status | None = None


def status(row: Row, match: Match, key: str, previous: Status | None, carried: Status | None) -> Status:
    """Whether the award was given, registered for or asked for.

    Args:
        row: the sentence's elements.
        match: what ties the numbers to the award.
        key: the text, tone-folded.
        previous: status of the match before in the sentence.
        carried: status that the head of the list gives its items.
    """
    base = _base(row, match, key) or carried
    verbs = _predicate(row, match)
    if asked := next((ASKS[code] for code in verbs if code in ASKS), None):
        return asked
    if {"P", "V", "G"} & set(verbs):
        lead = _ASKED_BEFORE.search(row.codes, max(0, match.first - 8), match.first)
        return base or (ASKS[lead[1]] if lead else "awarded")
    return _governed(row, match.first, previous) or base or previous or "awarded"


def _predicate(row: Row, match: Match) -> str:
    """Codes between recipients and the award after them; empty where the award stands first."""
    if match.rule == "commended-passive":
        return row.codes[match.counts[-1] + 1 : match.last + 1]
    if match.award is not None and match.award > match.counts[-1]:
        return row.codes[match.counts[-1] + 1 : match.award]
    return ""


def _governed(row: Row, first: int, previous: Status | None) -> Status | None:
    """The status that the nearest verb before a match gives it: ``đề nghị Tổng Liên đoàn tặng``.

    What is asked of one granter is asked of the next in the clause: ``đề nghị A tặng …, B tặng …``.
    """
    start = row.codes.rfind(";", max(0, first - _HORIZON), first) + 1
    codes = row.codes[max(start, first - _HORIZON) : first + 1]
    for index in range(len(codes) - 1, -1, -1):
        if codes[index] in ASKS:
            return ASKS[codes[index]]
        if codes[index] in "GCV":
            if lead := _GOVERNS_A_VERB.search(codes, max(0, index - 12), index):
                return ASKS[lead[1]]
            goes_on = codes[index - 1 : index] == "," or set(ASKS) & set(codes[:index])
            return (previous if goes_on else None) or "awarded"
    return None


def _base(row: Row, match: Match, key: str) -> Status | None:
    """The status that the sentence's beginning gives all its items: ``Phấn đấu năm 2024:``, ``Đăng ký:``."""
    for index in range(max(0, match.first - _HORIZON), match.first):
        code, element = row.codes[index], row.elements[index]
        if code in "DQ" and _HEADS_A_LIST.match(row.codes, index + 1):
            return ASKS[code]
        if code == "O" and _GOAL.match(key, element.start):
            reached = " đã " in key[element.end : row.elements[match.first].start]
            return None if reached else "proposed"
    return None


def level(row: Row, match: Match, text: str) -> str | None:
    """The level printed with the award, or right after it."""
    mention = row.elements[match.award].mention if match.award is not None else None
    if mention and mention.level:
        return mention.level
    index = match.level
    if index is None and (after := _LEVEL_AFTER.match(row.codes, match.last + 1)):
        index = after.start(1)
    if index is None and mention and mention.entry.award in _WON_IN_CONTESTS:
        index = _level_of_contest(row, match, text)
    return None if index is None else text[row.elements[index].start : row.elements[index].end]


def _level_of_contest(row: Row, match: Match, text: str) -> int | None:
    """The level of the contest that prizes were won in: ``2 Huy chương Bạc tại Hội thi … cấp ngành``."""
    end = row.codes.find(";", match.last + 1)
    index = row.codes.find("K", match.last + 1, end if end >= 0 else len(row.codes))
    if index < 0:
        return None
    between = text[row.elements[match.last].end : row.elements[index].start].lower()
    return index if _CONTEST.search(between) else None


def unit(row: Row, match: Match, count: int, text: str, key: str) -> Unit | None:
    """What receives the award: as counted, by the award's nature, as named after ``cho``, or the subject."""
    if row.codes[count] in "Rr":
        return row.elements[count].unit
    mention = row.elements[match.award].mention if match.award is not None else None
    if mention and mention.entry.unit:
        return mention.entry.unit
    if match.unit is not None:
        units = {row.elements[i].unit for i in range(match.unit, match.last + 1) if row.codes[i] == "U"}
        return units.pop() if len(units) == 1 else None
    return _subject(row, count, text, key)


def _subject(row: Row, count: int, text: str, key: str) -> Unit | None:
    """Kind of what is said to be given the award: ``Anh Tài được … tặng 2 Bằng khen``."""
    times = row.codes[count] == "M"
    reach = range(max(0, count - _HORIZON), min(count + 3 * times, len(row.codes)))
    verb = max((i for i in reach if row.codes[i] in ("PV" if times else "P")), default=None)
    if verb is None or _CLAUSE_OF_ITS_OWN.search(row.codes, min(verb, count), count):
        return None
    if times and _PERSON.match(key, row.elements[0].start):
        return "individual"
    end = row.elements[min(verb, count)].start
    start = max(row.elements[0].start, end - 80)
    if _SHORT_NAME.search(text, start, end):
        return "group"
    before = key[start:end]
    people, bodies = ([m.start() for m in kind.finditer(before)] for kind in (_PERSON, _GROUP))
    if not people and not bodies:
        return None
    return "individual" if max(people, default=-1) > max(bodies, default=-1) else "group"
