"""What kind of recipient gets an award: as counted, by the award's nature, or as the subject."""

from __future__ import annotations

import re

from extract.facts.awards.elements import Row
from extract.facts.awards.grammar import Match
from extract.facts.awards.lexicon import Unit, context

_HORIZON = 150
"""How many elements back a verb can stand."""
_LONGEST_SUBJECT = 80
_LONGEST_CLAUSE = 240
_OF_ITSELF: dict[Unit, re.Pattern[str]] = {
    "individual": re.compile(rf"(?<!\w)(?:{context('person_subject')})(?!\w)"),
    "group": re.compile(
        rf"(?<!\w)(?<!cơ )(?<!hội )(?:{context('group_subject')})(?!\w)"
        rf"(?!\s(?:{context('half_word_after')})(?!\w))"
    ),
}
"""Nouns of what is said to be given something; no halves of ``cơ sở`` and ``tổ trưởng``."""
_DEPENDS = re.compile(rf"(?<!\w)(?:{context('depends')})\s(?:các\s|những\s|một\s)?$")
_HAS = re.compile(rf"(?<!\w)(?:{context('has_won')})\s(?:tới |đến |hơn |trên |cả )?$|[,&]\s$|\svà\s$")
_OTHERS = re.compile("[GCRrU;]")
_SHORT_NAME = re.compile(r"(?<!\w)[A-ZĐ&]{2,}\s(?:đã |cũng |vinh dự |từng )*$")
"""An organisation by its initials, as the subject."""
_CLAUSE_OF_ITS_OWN = re.compile(r";(?![BMY])|;.{0,30}[RrFU]")
"""After a semicolon the recipient may go on: ``Công ty được A tặng 2 Cờ; B tặng 3 Bằng khen``."""


def unit(row: Row, match: Match, count: int, text: str, key: str) -> Unit | None:
    """What receives the award: as counted, by the award's nature, as named after ``cho``, or the subject.

    Args:
        row: the sentence's elements.
        match: what ties the numbers to the award.
        count: index of the number.
        text: the whole text.
        key: the same, tone-folded.
    """
    if row.codes[count] in "Rr":
        return row.elements[count].unit
    mention = row.elements[match.award].mention if match.award is not None else None
    title = row.elements[count + 1].mention if row.codes[count : count + 2] == "NA" else None
    if named := next((m.entry.unit for m in (mention, title) if m and m.entry.unit), None):
        return named
    if match.unit is not None:
        units = {row.elements[i].unit for i in range(match.unit, match.last + 1) if row.codes[i] == "U"}
        return units.pop() if len(units) == 1 else None
    return _subject(row, match, count, text, key)


def _subject(row: Row, match: Match, count: int, text: str, key: str) -> Unit | None:
    """Kind of what is said to be given the award: ``Anh Tài được … tặng 2 Bằng khen``."""
    if row.codes[count] in "MY":
        return _subject_of_times(row, match, count, text, key)
    mention = row.elements[match.award].mention if match.award is not None else None
    if mention and mention.entry.award == "Huy chương":
        return _who_won(row, count, key)
    before = range(max(0, count - _HORIZON), count)
    verb = max((i for i in before if row.codes[i] == "P"), default=None)
    if verb is None:
        return _owner_of_several(row, count, key)
    if _CLAUSE_OF_ITS_OWN.search(row.codes, verb, count):
        return None
    end = row.elements[verb].start
    start = max(row.elements[0].start, end - _LONGEST_SUBJECT)
    if _SHORT_NAME.search(text, start, end):
        return "group"
    nouns = _nouns(key, start, end)
    kinds = _free(key, start, nouns) or [kind for _, kind in nouns]
    return kinds[-1] if kinds else None


def _subject_of_times(row: Row, match: Match, count: int, text: str, key: str) -> Unit | None:
    """Who got it several times: the clause's first noun that depends on no other.

    ``Công ty do anh Tài sáng lập 3 lần được tặng …``: a group; ``5 năm liền, chị Mai được …``: a person.
    """
    if match.award is not None and match.award > count:
        verb = next((i for i in range(count + 1, match.award) if row.codes[i] in "PGV"), match.award)
        if within := _nouns(key, row.elements[count].end, row.elements[verb].start):
            return within[0][1]
    head = count if match.award is None else min(match.award, count)
    while head and row.codes[head - 1] in "PGVDQB":
        head -= 1
    clause = row.codes.rfind(";", max(0, head - _HORIZON), head) + 1
    start, end = row.elements[clause].start, row.elements[head].start
    if _SHORT_NAME.search(text, max(start, end - _LONGEST_SUBJECT), end):
        return "group"
    here = _nouns(key, max(start, end - _LONGEST_CLAUSE), end)
    before = () if here else _nouns(key, max(row.elements[0].start, end - _LONGEST_CLAUSE), end)
    nouns = [(place, kind) for place, kind in here or before if not _gives(row, count, place)]
    return next(iter(_free(key, start, nouns)), nouns[0][1] if nouns else None)


def _gives(row: Row, count: int, place: int) -> bool:
    """Whether a noun is part of an award's name, or of an agent's: ``được Công đoàn ngành tặng``."""
    return any(
        row.elements[i].start <= place < row.elements[i].end
        and (row.codes[i] == "A" or row.codes[max(0, i - 1) : i + 1] == "PB")
        for i in range(max(0, count - _HORIZON), count)
    )


def _who_won(row: Row, count: int, key: str) -> Unit | None:
    """A person that a clause is about wins for themselves: ``Tay vợt Lê Văn Nam giành 2 huy chương vàng``."""
    clause = row.codes.rfind(";", max(0, count - _HORIZON), count) + 1
    verb = row.codes.find("V", clause, count)
    if verb < 0:
        return None
    start = row.elements[clause].start
    free = _free(key, start, _nouns(key, start, row.elements[verb].start))
    return "individual" if free[:1] == ["individual"] else None


def _owner_of_several(row: Row, count: int, key: str) -> Unit | None:
    """A person who has them, where nobody gives: ``Chị sở hữu 3 Bằng khen``."""
    person = _OF_ITSELF["individual"].match(key, row.elements[0].start)
    has = _HAS.search(key, max(0, row.elements[count].start - 30), row.elements[count].start)
    return "individual" if person and has and not _OTHERS.search(row.codes, 0, count) else None


def _free(key: str, start: int, nouns: list[tuple[int, Unit]]) -> list[Unit]:
    """Kinds of the nouns that depend on no other: ``tổ`` of ``tổ của anh Lực``."""
    return [kind for place, kind in nouns if not _DEPENDS.search(key, max(start, place - 20), place)]


def _nouns(key: str, start: int, end: int) -> list[tuple[int, Unit]]:
    """Nouns of recipients in a stretch, in order of place."""
    return sorted(
        (found.start(), kind) for kind, noun in _OF_ITSELF.items() for found in noun.finditer(key, start, end)
    )
