"""Whether what looks like an award with a number is said to be given, received or asked for."""

from __future__ import annotations

import re

from extract.facts.awards.elements import Row
from extract.facts.awards.grammar import Match
from extract.facts.awards.lexicon import context
from extract.facts.awards.mentions import Mention

_VERBS = frozenset("GVCDQPO")
_NEAR = 60
"""How many elements away a verb can stand that gives an award its meaning."""
_POINTS_BACK = re.compile(r"\s(?:này|nói trên|kể trên|trên đây)(?!\w)")
_OTHERS_GOT_IT = re.compile(r"[RrN][_BA]{0,2}[PVDQG]{1,3}\Z")
"""Before an award and the years in a row it was got: a number of others, ``8 dòng họ đạt …``."""
_METAL = re.compile(r"(?<!\w)(?:vàng|bạc|đồng|hcv|hcb|hcđ)(?!\w)")
_RANKED = re.compile(
    r"giải (?:nhất|nhì|ba|tư|khuyến khích|kk|đặc biệt|xuất sắc|vàng|bạc|đồng|i{1,3}|[abc])(?!\w)"
)
_RESULT = re.compile(rf"(?<!\w)(?:{context('result')})(?!\w)")
_NOT_WON = re.compile(rf"(?<!\w)(?:{context('not_won')})\s$")
"""Before a number of medals: nobody is said to have won them."""


def is_said(row: Row, match: Match, mention: Mention, key: str, *, listed: bool) -> bool:
    """Whether an award whose name is also a common noun is said to be given, received or asked for."""
    head = row.elements[match.counts[0]]
    if match.rule == "titled" and head.unit is None:
        return False
    if match.rule == "times" and _OTHERS_GOT_IT.search(row.codes, 0, match.first):
        return False
    if match.rule == "count-first" and _POINTS_BACK.match(key, row.elements[match.last].end):
        return False
    if head.code == "r" and match.rule == "recipients-first" and not _was_given(row, match):
        return False
    if mention.entry.award == "Huy chương" and match.rule == "count-first":
        return _is_won(row, match, key)
    if mention.entry.award == "Giải" and match.rule == "count-first" and _is_result(row, match, key):
        return True
    near = row.codes[max(0, match.first - _NEAR) : match.last + _NEAR]
    return listed or mention.entry.sure or bool(_VERBS & set(near))


def _was_given(row: Row, match: Match) -> bool:
    """Whether it is said that recipients of unknown kind were given it: they might be glasses of beer."""
    return bool({"P", "D", "Q"} & set(row.codes[match.counts[-1] : match.award]))


def _is_result(row: Row, match: Match, key: str) -> bool:
    """Whether ranked prizes stand in a sentence of results: ``Kết quả: 2 giải Nhất, 4 giải Nhì``."""
    start, end = row.elements[0].start, row.elements[-1].end
    ranked = _RANKED.search(key, row.elements[match.first].start, row.elements[match.last].end)
    return bool(ranked and _RESULT.search(key, max(start, end - 600), end))


def _is_won(row: Row, match: Match, key: str) -> bool:
    """Whether medals are a result: ``dẫn đầu với 5 huy chương vàng``, ``xếp thứ hai (4 HCV)``."""
    start, last = row.elements[match.first].start, row.elements[match.last]
    if _NOT_WON.search(key, max(0, start - 20), start):
        return False
    near = row.codes[max(0, match.first - _NEAR) : match.last + _NEAR]
    divided = row.codes.startswith("(NA", match.last + 1)  # "9 huy chương (2 vàng, 7 đồng)"
    return divided or bool(_METAL.search(key, start, last.end) or _VERBS & set(near))
