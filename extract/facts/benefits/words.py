"""Words by a sum of money that say what it is for: their roles, and how far from it they stand."""

from __future__ import annotations

import re
from dataclasses import dataclass

import data
from extract.grammar.quantities import whole_words
from extract.reading import Amount, Span

_ROLE = {word: role for role, words in data.toml("facts/benefit_words.toml").items() for word in words}
_GOVERNOR = re.compile(whole_words(_ROLE))
# A fund with a name in quotes is a charity's; "cho 20 chị vay" lends without interest.
_QUOTED_FUND = re.compile(r"(?<!\w)quỹ\s[“\"'‘”][^“”\"\n]{2,60}[”\"’“]")
_LENDS = re.compile(r"(?<!\w)cho\s(?:[^\W_]+\s|\d+\.\d+\s){1,7}vay(?!\w)")
# What comes with a certificate is a reward: "tặng Giấy khen kèm 2 triệu đồng".
_WITH_PRAISE = re.compile(
    r"(?<!\w)(?:bằng khen|giấy khen|huy chương|huy hiệu|kỷ niệm chương|danh hiệu)(?!\w)[^.;,\n]{0,60},?\s"
    r"(?:kèm|cùng|và)(?!\w)(?=(?:\s(?:theo|số|tiền|phần|quà|mỗi|người|được|nhận|là|với|tặng)){0,6}\s$)"
)
_PRAISE_WITH_IT = re.compile(
    r"\s(?:cùng|kèm|kèm theo|và)\s(?:[^\W_]+\s){0,2}?"
    r"(?:bằng khen|giấy khen|huy hiệu|kỷ niệm chương|cúp)(?!\w)"
)
# "bớt được 80 triệu đồng" is a benefit where something was improved nearby.
_IMPROVED = re.compile(
    r"(?<!\w)(?:sáng kiến|sáng chế|cải tiến|giải pháp|đề tài|chế tạo|tự chế|thiết bị|cách làm|lắp đặt)(?!\w)"
)
_BESIDES_PRAISE = re.compile(
    r"(?<!\w)(?:ngoài|bên cạnh|cùng với|kèm theo)\s(?:[^\W_]+\s){0,2}?"
    r"(?:bằng khen|giấy khen|huy hiệu|kỷ niệm chương|cúp)(?!\w)[^.;\n]{0,50}\s"
    r"(?:nhận|được|có|thêm)(?:\sthêm)?(?=\s$)"
)
# "giảm 30% sơn thải, tương đương 240 triệu đồng".
_IN_MONEY = re.compile(
    r"(?<!\w)(?:giảm|bớt|hạ|tiết kiệm|tiết giảm)(?!\w)[^.;\n]{0,60}?\s"
    r"(?:tương đương|tương ứng|tức|quy ra)(?:\s(?:với|là))?(?=\s$)"
)
_FORMS = (
    (_QUOTED_FUND, "support"),
    (_LENDS, "weak_support"),
    (_WITH_PRAISE, "reward"),
    (_BESIDES_PRAISE, "reward"),
    (_IN_MONEY, "thrift"),
)
HELD_UP = re.compile(r"(?<!\w)(?:gắn biển|(?:công trình|phần việc)\s(?:thi đua|chào mừng|thanh niên))(?!\w)")
"""Words of works that are held up in emulation."""
SUMS = ("worth", "sum")
"""Roles of words that say how much, not what for."""

# Distances in characters.
_AFTER = 90
_BESIDE = 10
_IMPROVED_BEFORE = 400
_IMPROVED_AFTER = 120
CLOSE = 4
"""Within it a word behind the money belongs to it."""
_CUT = re.compile(r"[;.\n](?!\d)|,\s")


@dataclass(frozen=True, slots=True)
class Word:
    """A governing word, with its distance in characters from the money."""

    role: str
    distance: int


def words_before(lower: str, start: int, end: int) -> list[Word]:
    """Governing words before the money, the nearest first."""
    found = [(m.end(), _ROLE[_key(m[0])]) for m in _GOVERNOR.finditer(lower, start, end)]
    found += [(m.end(), role) for form, role in _FORMS for m in form.finditer(lower, start, end)]
    sense = {"thrift": "skip", "invested": "other"}
    roles = {role for _, role in found}
    if "thrift" in roles and is_improved(lower, end):
        sense["thrift"] = "benefit"
    if "invested" in roles and HELD_UP.search(lower, start, end + _AFTER):
        sense["invested"] = "sum"
    told = ((place, sense.get(role, role)) for place, role in sorted(found, reverse=True))
    return [Word(role, end - place) for place, role in told if role != "skip"]


def is_improved(lower: str, place: int) -> bool:
    """Whether something was improved near a place: an initiative, a device, a way of working."""
    return bool(_IMPROVED.search(lower, max(0, place - _IMPROVED_BEFORE), place + _IMPROVED_AFTER))


def word_after(lower: str, sentence: Span, amount: Amount) -> Word | None:
    """The first word after the money, in its clause, that says what money is for."""
    if _PRAISE_WITH_IT.match(lower, amount.end):
        return Word("reward", CLOSE + 1)
    limit = min(sentence.end, amount.end + _AFTER)
    if cut := _CUT.search(lower, amount.end, limit):
        limit = cut.start()
    for found in _GOVERNOR.finditer(lower, amount.end, limit):
        if (role := _ROLE[_key(found[0])]) not in (*SUMS, "give", "skip", "spent", "thrift", "invested"):
            return Word(role, found.start() - amount.end)
    return None


def is_held_up_later(lower: str, sentence: Span, amount: Amount, words: list[Word]) -> bool:
    """Whether a sum that is named before is the worth of a work: ``trị giá 5 tỷ đồng, được gắn biển``."""
    if not words or words[0].distance > _BESIDE or words[0].role not in SUMS:
        return False
    return bool(HELD_UP.search(lower, amount.end, min(sentence.end, amount.end + _AFTER)))


def names_other_money(words: str) -> bool:
    """Whether some words name money that is no benefit: ``tiền lương``, ``học phí``."""
    return any(_ROLE[_key(found[0])] in ("other", "invested") for found in _GOVERNOR.finditer(words))


def _key(phrase: str) -> str:
    return " ".join(phrase.split())
