"""Where the name of a body or a post ends among words in lower case: at a predicate, at a new clause."""

from __future__ import annotations

import re

from extract.facts.people import lexicon
from extract.facts.people.passage import Passage

_OF = re.compile(r"(?:của|thuộc|tại|ở) ")
_CEREMONY = re.compile(
    r"(?:hội nghị|đại hội|lễ|buổi|cuộc|chương trình|hội thảo|kỳ họp|phiên|diễn đàn|việt nam)\b"
)
_AREA_CLOSES = re.compile(r"(?<!\w)(?:tỉnh|huyện|quận|\d+) \Z")
_AREA_BODY = re.compile(r"(?:ủy|đoàn|đội|lỵ)\b")
_ABBREVIATION = re.compile(r"(?<!\w)((?=[^a-z]+ )[A-ZĐƯ][A-ZĐƯ&.-]+) \Z")
_LAST_TWO = re.compile(rf"(?<!\w)([{lexicon.UPPER}]\w* [{lexicon.UPPER}]\w*) \Z")
_LONGEST_WORD = 20


def belongs_to(passage: Passage, start: int, *, proper: bool = False) -> int | None:
    """End of the words at ``start`` that belong to a name begun before them; None where the name ends.

    Args:
        proper: whether the word before is a proper noun; a predicate is likelier after one.
    """
    if passage.starts_upper(start):
        return start
    if connector := _OF.match(passage.key, start):
        return start if _place_or_body(passage, connector.end()) else None
    if passage.key.startswith("và ", start):
        return start if _joins(passage, start + 3, proper) else None
    if _is_closed(passage, start) and not (passage.rank_at(start) or passage.area_at(start)):
        return None
    return _shielded(passage, start) or _no_clause(passage, start, proper)


def ends(passage: Passage, start: int) -> bool:
    """Whether a post or the name of a body ends before the words at an offset."""
    return belongs_to(passage, start) is None


def _place_or_body(passage: Passage, start: int) -> bool:
    if _CEREMONY.match(passage.key, start):
        return False
    return bool(passage.area_at(start) or passage.rank_at(start) or passage.starts_upper(start))


def _joins(passage: Passage, start: int, proper: bool) -> bool:
    """``và`` inside a name (Khoa học và công nghệ), not before another person or some people."""
    if passage.post_at(start) or passage.people_at(start) or passage.text[start : start + 1].isdigit():
        return False
    return passage.starts_upper(start) or not proper


def _is_closed(passage: Passage, start: int) -> bool:
    """Whether a name is closed: ``LĐLĐ tỉnh``, ``tổ 3``, ``Sở Nội vụ TPHCM``, ``Điện lực Bình Thuận``."""
    floor = max(0, start - _LONGEST_WORD)
    if _AREA_CLOSES.search(passage.key, floor, start):
        return not (_AREA_BODY.match(passage.key, start) or passage.text[start].isdigit())
    last = _ABBREVIATION.search(passage.text, floor, start)
    if last:
        return last[1].lower() not in lexicon.PREFIXES
    named = _LAST_TWO.search(passage.text, floor, start)
    return named is not None and named[1].lower() in lexicon.PLACES and not passage.text[start].isdigit()


def _shielded(passage: Passage, start: int) -> int | None:
    """End of a compound that began with a capital right before: ``Nghiên cứu``, ``Thư ký``, ``Thiết bị``."""
    before = passage.text.rfind(" ", max(0, start - _LONGEST_WORD), start - 1) + 1
    if before <= 0 or not passage.starts_upper(before):
        return None
    compound = lexicon.CLAUSE_WORD.match(passage.key, before)
    return compound.end() if compound and compound.end() > start else None


def _no_clause(passage: Passage, start: int, proper: bool) -> int | None:
    clause = lexicon.CLAUSE_WORD.match(passage.key, start)
    if not clause:
        return start
    kind = lexicon.CLAUSE[clause[0]]
    return clause.end() if kind == "+" or (kind == "*" and not proper) else None
