"""The field of work inside a director's post: ``Giám đốc Kinh doanh Khu vực miền Trung`` | ``Công ty X``."""

from __future__ import annotations

import re

from extract.facts.people import clauses, lexicon
from extract.facts.people.passage import Passage

_DIRECTOR = re.compile(r"(?:giám đốc|hiệu trưởng|hiệu phó|trưởng đại diện)\Z")
_JOIN = re.compile(r"(?:,| và| [-–&])? ")
_OF = re.compile(r" (?:của|tại|thuộc|ở) ")
_WORD = re.compile(r" [^\W_]+")
_WIDE = frozenset(("khu vực", "vùng"))
_MOST_FIELDS = 4
_LONGEST_REGION = 30


def end_of(passage: Passage, start: int, end: int, stop: int) -> int:
    """Where a post that ends at ``end`` ends with its fields: ``Giám đốc`` + ``Kỹ thuật và Chất lượng``."""
    if not _DIRECTOR.search(passage.key, start, end):
        return end
    for _ in range(_MOST_FIELDS):
        join = _JOIN.match(passage.key, end, stop)
        field = lexicon.FIELD.match(passage.key, join.end(), stop) if join else None
        if not field:
            break
        reached = _region(passage, field.end(), stop) if field[0] in _WIDE else field.end()
        if not _may_end(passage, reached, stop):
            break
        end = reached
    return end


def _region(passage: Passage, end: int, stop: int) -> int:
    """``Khu vực`` + ``miền Trung``: the words up to a body, a clause or a mark."""
    limit = min(stop, end + _LONGEST_REGION)
    while word := _WORD.match(passage.text, end, limit):
        at = word.start() + 1
        if passage.rank_at(at) or clauses.ends(passage, at) or _OF.match(passage.key, end):
            break
        end = word.end()
    return end


def _may_end(passage: Passage, end: int, stop: int) -> bool:
    """Whether no word in lower case goes on after a field: ``Giám đốc Kỹ thuật`` | ``công trình``."""
    if end >= stop or passage.text[end] != " " or passage.starts_upper(end + 1):
        return True
    if passage.rank_at(end + 1) or passage.area_at(end + 1) or _OF.match(passage.key, end):
        return True
    return not passage.text[end + 1].isalpha() or clauses.ends(passage, end + 1) or _joins(passage, end)


def _joins(passage: Passage, end: int) -> bool:
    """Whether another field follows: ``Kinh doanh`` ``và Tiếp thị``, ``Kinh doanh`` ``khu vực``."""
    join = _JOIN.match(passage.key, end)
    return join is not None and lexicon.FIELD.match(passage.key, join.end()) is not None
