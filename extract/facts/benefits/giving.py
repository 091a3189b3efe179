"""Deeds of giving: money that a verb of giving takes, with a giver, a receiver or an aim by it.

``LĐLĐ huyện chuyển ngay 150 triệu đồng ra vùng lũ`` has no word of support: that it is one shows in who acts,
what is done, and for whom. Such deeds are read in articles in which unions act, where no word of other money
(wages, debts, prices) stands between the verb and its sum.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

import data
from extract.facts.benefits.governors import names_other_money
from extract.grammar.quantities import alternatives
from extract.reading import Amount, Span

_WORDS: dict[str, list[str]] = data.toml("facts/giving_words.toml")


def _any(*names: str) -> str:
    return rf"(?:{alternatives(word for name in names for word in _WORDS[name])})(?!\w)"


def _word(*names: str) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w){_any(*names)}")


_DEEDS = ("gift", "hand", "spend", "raise", "earn", "get", "not_deeds")
_ROLE = {word: role for role in _DEEDS for word in _WORDS[role]}
_DEED = _word(*_DEEDS)
_UNION = _word("union")
_GIVER = _word("giver")
_ANY_GIVER = _word("giver", "firm")
_NEED = _word("needy", "aim")
_NEEDY = _word("needy")
_TIED = re.compile(rf"(?<!\w)(?:cho|tới|đến|giúp|tặng|mỗi|từng)\s(?:[^\W_]+\s){{0,4}}?{_any('people')}")
_EACH = re.compile(r"(?<!\w)(?:mỗi|từng|ai|riêng)(?!\w)[^.;\n]{0,40}$")
_FROM_GIVER = re.compile(
    r"(?:\s[^\W_]+){0,2}?\s(?:của|từ|trích từ|lấy từ)\s(?:nguồn\s|tiền\s|các\s|\d+\s)*"
    rf"(?:quỹ(?!\w)|đóng góp|{_any('giver')})"
)
_BY_GIVER = re.compile(rf"(?<!\w)(?:của|từ|do)\s(?:các\s)?{_any('giver')}")
# "tiền vé 600 triệu đồng do công đoàn lo".
_PAID_BY = re.compile(
    rf",?\s(?:đều\s|được\s)?do\s(?:[^\W_]+\s){{0,3}}?{_any('giver', 'firm')}[^.;\n]{{0,60}}?\s{_any('pay')}"
)
# "45 triệu đồng, toàn bộ số tiền được trao cho học sinh nghèo", also in the next sentence.
_WHOLE = r"(?:toàn bộ|tất cả|trọn|số tiền|khoản tiền|món tiền)(?!\w)"
_ALL_OF_IT = re.compile(rf"[,.;:–-]?\s(?:và\s)?{_WHOLE}(?P<rest>[^.;\n]{{0,110}})")
_ALL_BEFORE = re.compile(rf"(?<!\w){_WHOLE}\s(?:[^\W_]+\s){{0,2}}$")
_DONATES = _word("donate")
_PASSES_ON = _word("pass_on")
# "2,4 tỷ đồng cho 210 chị vay", "để 400 lượt chị em vay xoay vòng không lãi".
_LENT = re.compile(r",?\s(?:cho|để|giúp)\s(?:[^\W_]+\s|\d+\.\d+\s){1,7}vay(?!\w)(?! lãi)")
# "trích 7 triệu đồng tiền thưởng ủng hộ đồng bào": a prize that is passed on.
_KEPT_BACK = re.compile(r"(?<!\w)(?:trích|dành|góp|gửi|chuyển|rút|bớt)(?!\w)(?:\s[^\W_]+){0,3}\s$")
_COSTS = re.compile(r"(?<!\w)(?:hết|mất|tốn|giá|trả|bán|nợ|thuê)(?!\w)")
_CUT = re.compile(r"[,;:(–]")
_SPENT_ON = re.compile(r"\s(?:mua|đầu tư|xây|nhập|thuê|trả|vào|để|nâng cấp|mở)(?!\w)")

_FRONT = 160
_BACK = 110
_REACH = 90
_NEAR = 70
_BESIDE = 30


@dataclass(frozen=True, slots=True)
class Clause:
    """The words around a sum, up to the sums beside it, and whether the sum before was told as support."""

    front: str
    back: str
    on: str
    goes_on: bool
    other_next: bool


def is_union_article(lower: str) -> bool:
    """Whether unions act in an article."""
    return bool(_UNION.search(lower))


def clause(lower: str, sentence: Span, last: int, amount: Amount, until: int) -> tuple[str, str, str]:
    """The words before a sum in its clause, those behind it, and those that go on into the next sentence."""
    start = max(last, sentence.start, amount.start - _FRONT)
    back = lower[amount.end : min(sentence.end, until, amount.end + _BACK)]
    return lower[start : amount.start], back, lower[amount.end : min(until, amount.end + 2 * _BACK)]


def is_given(words: Clause) -> bool:
    """Whether a deed of giving takes the money of a clause."""
    if _given_whole(words):
        return True
    if words.other_next:
        return False
    return _settled(words) or _done(words)


def passes_on_prize(front: str, back: str) -> bool:
    """Whether money won is given away: ``trích 7 triệu đồng tiền thưởng ủng hộ đồng bào``."""
    return bool(_KEPT_BACK.search(front) and _DONATES.search(back))


def _settled(words: Clause) -> bool:
    """``tiền vé 600 triệu đồng do công đoàn lo``, ``3 tỷ đồng cho 80 hộ vay``."""
    told = _PAID_BY.match(words.back) or _LENT.match(words.back)
    return bool(told) and not names_other_money(words.front[-_BESIDE:])


def _given_whole(words: Clause) -> bool:
    """``toàn bộ số tiền được trao cho học sinh nghèo``: behind the sum, or around it."""
    told = _ALL_OF_IT.match(words.on)
    rest = told["rest"] if told else words.back if _ALL_BEFORE.search(words.front) else ""
    if _DONATES.search(rest):
        return True
    passed = _PASSES_ON.search(rest)
    return bool(passed and _NEED.search(rest, passed.end()))


def _done(words: Clause) -> bool:
    """Whether a verb before the money, the nearest first, does a deed of giving."""
    for verb in reversed(list(_DEED.finditer(words.front))):
        role, between = _ROLE[" ".join(verb[0].split())], words.front[verb.end() :]
        if len(between) > _REACH or names_other_money(between) or _COSTS.search(between):
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
        return True
    if role == "get":
        return _received(words, before, between)
    if _helps_someone(words.back, between):
        return True
    if role in ("spend", "earn"):
        return bool(_FROM_GIVER.match(words.back))
    if _SPENT_ON.match(words.back):
        return False
    return bool((_ANY_GIVER if role == "hand" else _GIVER).search(before[-_NEAR:]))


def _helps_someone(back: str, between: str) -> bool:
    """Whether the deed is for someone in need, for people it is tied to, or has an aim of giving."""
    if _NEED.search(between) or _NEED.search(back):
        return True
    return bool(_TIED.search(between) or _TIED.match(back.lstrip()))


def _received(words: Clause, before: str, between: str) -> bool:
    """``Thân nhân hai thợ lò nhận …``, ``nhận … từ các nhà hảo tâm``."""
    if _FROM_GIVER.match(words.back) or _BY_GIVER.search(between) or _GIVER.search(before[-_BESIDE:]):
        return True
    return bool(_NEEDY.search(before[-_NEAR:])) or (words.goes_on and bool(_EACH.search(before)))
