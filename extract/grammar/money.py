"""Sums of money in đồng: a quantity with a currency, or a bare ``10 tỷ`` that counts nothing else."""

from __future__ import annotations

import re
from typing import Literal

import data
from extract.grammar.numbers import MONEY_AFTER, is_bare_money
from extract.grammar.quantities import Quantity, alternatives, scan
from extract.reading import Amount, Reading

Per = Literal["year", "month", "unit"] | None

_MILLION = 1_000_000
_VAGUE = re.compile(r"(?<!\w)(?:(?<!mua )(?<!tiền )hàng|hằng|vài|mấy|dăm|nhiều|một vài)\s*(?:chục|trăm)?\s*$")
_IN_MILLIONS = re.compile(r"\s?trđ?(?!\w)")
_PER_AFTER = re.compile(r"\s?/\s?(?:\d+\s)?(?:(năm)|(tháng)|(?!đợt|lần\s)[^\W\d])")
_UNITS = alternatives(data.lines("grammar/units_of_gifts.txt"))
_PER_WORD_AFTER = re.compile(
    rf"(?:\stiền(?:\s[^\W\d]+){{1,4}}?)?\s(?:cho\s)?(?:mỗi|một|1)\s(?:(năm)|(tháng)|(?:{_UNITS}))(?!\w)"
)
_PER_BEFORE = re.compile(
    rf"(?<!\w)(?:mỗi\s(?:(năm)|(tháng)|[^\W\d]+)|một\s(?:{_UNITS}))(?:\s[^\W\d]+){{0,5}}\s*[(,:]?\s*(?:từ\s*)?$"
)
_AND_MORE = re.compile(r"(?:\s(?:đồng|đ))?\s?(?:trở lên)")
_PREFIXED = re.compile(r"(?:/|\w[-–.])$")


def find(reading: Reading) -> list[Amount]:
    """All of the layer, in order of place."""
    lower = reading.lower
    return [amount for q in scan(lower) if (amount := _amount(lower, q))]


def _amount(lower: str, quantity: Quantity) -> Amount | None:
    currency = MONEY_AFTER.match(lower, quantity.end)
    if not currency and not is_bare_money(lower, quantity):
        return None
    before = lower[max(0, quantity.start - 60) : quantity.start]
    vnd = quantity.value * (_MILLION if _IN_MILLIONS.match(lower, quantity.end) else 1)
    if _VAGUE.search(before) or _PREFIXED.search(before) or vnd.denominator != 1 or not 0 < vnd < 2**63:
        return None
    end = currency.end() if currency else quantity.end
    start, qualifier = quantity.start, quantity.qualifier
    if _AND_MORE.match(lower, end) and qualifier == "exact":
        qualifier = "over"
    rule = "money.range" if quantity.lower is not None else "money.currency" if currency else "money.bare"
    return Amount(start, end, int(vnd), qualifier, _per(lower, before, end), rule)


def _per(lower: str, before: str, end: int) -> Per:
    after = _PER_AFTER.match(lower, end) or _PER_WORD_AFTER.match(lower, end)
    found = after or _PER_BEFORE.search(before)
    if not found:
        return None
    return "year" if found[1] else "month" if found[2] else "unit"
