"""Deeds of giving: money that a verb of giving takes, with a giver, a receiver or an aim by it.

``LĐLĐ huyện chuyển ngay 150 triệu đồng ra vùng lũ`` has no word of support: that it is one shows in who acts,
what is done, and for whom. Such deeds are read in articles in which unions act, where no word of other money
(wages, debts, prices) stands between the verb and its sum.
"""

from __future__ import annotations

import re

from extract.facts.benefits.clauses import WORDS, Clause, any_of, word_of
from extract.facts.benefits.passives import (
    COSTS,
    FROM_GIVER,
    SPENT_ON,
    TIED,
    helps_someone,
    is_given_whole,
    is_settled,
)
from extract.facts.benefits.words import names_other_money

_DEEDS = ("gift", "hand", "spend", "raise", "earn", "get", "not_deeds")
_ROLE = {word: role for role in _DEEDS for word in WORDS[role]}
_DEED = word_of(*_DEEDS)
_GIVER = word_of("giver")
_ANY_GIVER = word_of("giver", "firm")
_NEED = word_of("needy", "aim")
_NEEDY = word_of("needy")
_BUSINESS = word_of("business")
_EACH = re.compile(r"(?<!\w)(?:mỗi|từng|ai|riêng)(?!\w)[^.;\n]{0,40}$")
_BY_GIVER = re.compile(rf"(?<!\w)(?:của|từ|do)\s(?:các\s)?{any_of('giver')}")
# "mỗi công nhân được phát phiếu 300.000 đồng".
_HANDED_TO_EACH = re.compile(
    rf"(?<!\w)(?:mỗi|từng)\s{any_of('people')}[^.;,\n]{{0,30}}\s(?:được|đều được)\s$"
)
# "85 gia đình sẽ nhận mỗi nhà 500.000 đồng".
_EACH_OF_THEM = re.compile(r"\s(?:mỗi|từng)\s(?:nhà|người|hộ|gia đình|em|cháu|anh|chị|trường hợp)\s")
_CUT = re.compile(r"[,;:(–]")

# Distances in characters.
_REACH = 90
_NEAR = 70
_BESIDE = 30


def is_given(words: Clause) -> bool:
    """Whether money is given: by a deed, or in a passive way."""
    return is_given_whole(words) or (not words.other_next and (is_settled(words) or _done(words)))


def _done(words: Clause) -> bool:
    """Whether a verb before the money, the nearest first, does a deed of giving."""
    for verb in reversed(list(_DEED.finditer(words.front))):
        role, between = _ROLE[" ".join(verb[0].split())], words.front[verb.end() :]
        if len(between) > _REACH or names_other_money(between) or COSTS.search(between):
            return False
        before = words.front[: verb.start()]
        if names_other_money(_CUT.split(before)[-1]):
            return False
        if role != "not_deeds" and _gives(role, words, before, between):
            return True
    return False


def _gives(role: str, words: Clause, before: str, between: str) -> bool:
    """Whether one verb and the parties around it make a gift."""
    if role == "gift":
        return not _BUSINESS.search(f"{before[-_NEAR:]} {words.back[:_NEAR]}")
    if role == "get":
        return _received(words, before, between)
    if role == "earn":
        return bool(_NEEDY.search(between) or _NEEDY.search(words.back) or FROM_GIVER.match(words.back))
    if helps_someone(between) or _NEED.search(words.back) or TIED.match(words.back.lstrip()):
        return True
    if role == "spend":
        return bool(FROM_GIVER.match(words.back)) or _spent_on_need(words, before)
    if SPENT_ON.match(words.back):
        return False
    if role == "hand" and _HANDED_TO_EACH.search(before):
        return True
    return bool((_ANY_GIVER if role == "hand" else _GIVER).search(before[-_NEAR:]))


def _spent_on_need(words: Clause, before: str) -> bool:
    """``64 nhà tốc mái. LĐLĐ xuất quỹ 320 triệu đồng``: a giver spends where need was told just before."""
    told = _GIVER.search(before[-_NEAR:]) and _NEEDY.search(words.scene)
    return bool(told) and not SPENT_ON.search(words.back)


def _received(words: Clause, before: str, between: str) -> bool:
    """``Thân nhân hai thợ lò nhận …``, ``nhận … từ các nhà hảo tâm``."""
    if FROM_GIVER.match(words.back) or _BY_GIVER.search(between) or _GIVER.search(before[-_BESIDE:]):
        return True
    if _EACH_OF_THEM.match(between):
        return True
    return bool(_NEEDY.search(before[-_NEAR:])) or (words.goes_on and bool(_EACH.search(before)))
