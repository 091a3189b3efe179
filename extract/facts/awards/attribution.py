"""Whether an award was given or only asked for, and at which level.

Read from the elements around a match, for a pattern says only which number belongs to which award.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from extract.facts.awards.elements import Row
from extract.facts.awards.grammar import Match
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
    if previous and previous != "awarded" and _goes_on_with_reached(row, match, verbs):
        return previous
    if {"P", "V", "G"} & set(verbs):
        lead = _ASKED_BEFORE.search(row.codes, max(0, match.first - 8), match.first)
        return base or (ASKS[lead[1]] if lead else "awarded")
    return _governed(row, match.first, previous) or base or previous or "awarded"


def _goes_on_with_reached(row: Row, match: Match, verbs: str) -> bool:
    """Whether a match goes on the list of what is asked: ``đăng ký 8 Bằng khen, 45 cá nhân đạt …``."""
    return row.codes[match.first - 1 : match.first] == "," and "V" in verbs and not {"P", "G"} & set(verbs)


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
