"""Counts: every numeral of the text that could say how many of something there are.

Dates, ranks, decision numbers, codes, shares, durations, years, ranges and sums of money are numerals too,
but no counts. Vague counts (``một số``, ``hàng trăm``) hold no number.
"""

from __future__ import annotations

import re

import data
from extract.grammar.quantities import Quantity, alternatives, scan
from extract.reading import Number, Reading

_NOT_DONG = alternatives(data.lines("grammar/not_dong.txt"))
MONEY_AFTER = re.compile(
    rf"\s?(?:(?:việt nam đồng|đồng(?!\s(?:{_NOT_DONG})(?!\w))|đ(?!/c(?!\w))|vnđ|vnd|tr|trđ)(?!\w))"
)
"""What makes the quantity before it a sum of money."""

_NOT_COUNTS = alternatives(data.lines("grammar/not_counts_before.txt"))
_BEFORE = re.compile(rf"(?<!\w)(?<!thành )(?<!huân )(?:{_NOT_COUNTS})\s?[:.]?\s*$")
_SHARES = alternatives(data.lines("grammar/not_counts_after.txt"))
_AFTER = re.compile(rf"\s?(?:{_SHARES})(?!\w)")
# Part of a date, a code, a range or a decision's number: 28/7, 45/QĐ, 05-NQ, Covid-19, 5-7.
_JOINED_BEFORE = re.compile(r"(?:\w[/\-–]|\d[.,]|(?<!\w)\w{1,2}\.|\d\s?[-–/]\s?|[#№])\Z")
_JOINED_AFTER = re.compile(r"[/\-–]\w|\s?[-–/]\s?\d|\.\d|,\d|[:h]\d|\w")
# "187 CĐCS/61.320 đoàn viên": two counts side by side, each before its noun.
_SIDE_BY_SIDE = re.compile(r"\d\s[^\W\d_]+(?:\s[^\W\d_]+){0,3}/\Z")
_COUNTED_BESIDE = re.compile(rf"\s(?:{alternatives(data.lines('grammar/counted_beside.txt'))})(?!\w)")
# "1.500/1.200 đoàn viên": so many, out of or against a target of so many.
_OUT_OF = re.compile(
    rf"/\d{{1,3}}(?:\.\d{{3}})*\s(?:{alternatives(data.lines('grammar/counted_out_of.txt'))})(?!\w)"
)
_VAGUE = re.compile(r"(?<!\w)(?:hàng|hằng|vài|mấy|dăm|nhiều|các|những|bao nhiêu|một vài)\s*$")
_RANK = re.compile(r"(?<!\w)(?:hạng|giải|thứ|lớp|khối|tháng|số|loại|bậc|tầng|khóa|khoá)\s$")
_VERSION = re.compile(r"\d+[.,]\d{1,2}")
_PHONE = re.compile(r"(?<!\d)0\d{2,4}[ .](?:\d+[ .])*$")
_LIST_MARK = re.compile(r"[.)]\s")
_YEARS_BEFORE = re.compile(r"(?:(?:19|20)\d\d\s?(?:,|và|-|–|/)|năm|\d{1,2}/)\s*$")


def find(reading: Reading) -> list[Number]:
    """All of the layer, in order of place."""
    lower = reading.lower
    counts = (q for q in scan(lower) if q.lower is None and _is_count(lower, q))
    return [_number(q) for q in counts if not (q.spelled and _is_name(reading.text, q))]


def _number(quantity: Quantity) -> Number:
    rule = "number.words" if quantity.spelled else "number.digits"
    return Number(
        quantity.start, quantity.end, int(quantity.value), quantity.qualifier, quantity.digits, rule
    )


def _is_count(lower: str, quantity: Quantity) -> bool:
    if quantity.value.denominator != 1 or quantity.value >= 10**15:
        return False
    before = lower[max(0, quantity.start - 24) : quantity.start]
    if _VAGUE.search(before) or MONEY_AFTER.match(lower, quantity.end) or _AFTER.match(lower, quantity.end):
        return False
    if is_bare_money(lower, quantity):
        return False
    if quantity.spelled:
        return not _RANK.search(before)
    return not _is_label(lower, quantity, before)


def _is_name(text: str, quantity: Quantity) -> bool:
    """Whether a number word is a given name: ``bà Trần Thị Ba``. It has a capital inside a sentence."""
    word = text[quantity.digits : quantity.end]
    if " " in word or not word.istitle():
        return False
    before = text[max(0, quantity.digits - 3) : quantity.digits].rstrip(" ")
    return before[-1:].isalpha()


def _is_label(lower: str, quantity: Quantity, before: str) -> bool:
    """Whether the digits name, order or date something."""
    close = lower[max(0, quantity.digits - 5) : quantity.digits]
    joined = _JOINED_AFTER.match(lower, quantity.end) and not _OUT_OF.match(lower, quantity.end)
    beside = _SIDE_BY_SIDE.search(before) and _COUNTED_BESIDE.match(lower, quantity.end)
    if joined or (_JOINED_BEFORE.search(close) and not beside):
        return True
    numeral = lower[quantity.digits : quantity.end]
    if _VERSION.fullmatch(numeral) or _PHONE.search(before):
        return True
    if (numeral[0] == "0" and len(numeral) > 3) or _is_year(lower, quantity, numeral, before):
        return True
    if _LIST_MARK.match(lower, quantity.end) and (not before or before.rstrip(" ")[-1:] in ("", "\n")):
        return True
    return quantity.start == quantity.digits and bool(_BEFORE.search(before))


def _is_year(lower: str, quantity: Quantity, numeral: str, before: str) -> bool:
    if len(numeral) != 4 or not 1900 <= quantity.value <= 2100 or not numeral.isdigit():
        return False
    after = lower[quantity.end : quantity.end + 2]
    return bool(_YEARS_BEFORE.search(before)) or not (after[:1] == " " and after[1:].isalpha())


_GIFTS = alternatives(data.lines("grammar/units_of_gifts.txt"))
# A million or more without "đồng" is money where nothing that it could count comes next.
_BARE_MONEY_AFTER = re.compile(
    r"\s?(?:[.,;:)/…”\"]|$|\n|[-–]\s|(?:"
    + alternatives(data.lines("grammar/after_bare_money.txt"))
    + rf")(?!\w)|(?:một|1)\s(?:{_GIFTS})(?!\w))"
)
# "300 ngàn/suất": thousands too are money where so many go to each.
_EACH_AFTER = re.compile(rf"\s?/\s?(?:1\s)?(?:{_GIFTS})(?!\w)")


_LEAST_IN_K = 50_000
"""Below it ``4K`` is a screen's and ``10K`` or ``42K`` a runner's."""


def is_bare_money(lower: str, quantity: Quantity) -> bool:
    """Whether ``10 tỷ`` or ``5 triệu`` stands without a currency and without a noun that it counts."""
    if lower[quantity.end - 1] == "k" and quantity.scale > 1:
        return quantity.value >= _LEAST_IN_K
    if quantity.scale == 1000 and quantity.value >= _LEAST_IN_K:
        return bool(_EACH_AFTER.match(lower, quantity.end))
    return quantity.scale >= 1_000_000 and bool(_BARE_MONEY_AFTER.match(lower, quantity.end))
