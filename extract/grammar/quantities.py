"""Numerals of every Vietnamese form, with qualifier, scale and range: what numbers and money are made of.

``12.681`` and ``12 681`` are one number; ``55,294 tỷ`` has a decimal comma; ``2 tỷ 350 triệu``, ``1 tỉ 2``,
``một tỷ rưỡi`` and ``hai trăm triệu`` are single quantities; ``200 - 300 triệu`` is one with two ends.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from fractions import Fraction
from functools import lru_cache

import data
from extract.reading import Span
from schemas.facts import Qualifier

_WORDS: dict[str, tuple[int, str]] = {
    word: (value, role)
    for role, words in data.toml("grammar/number_words.toml").items()
    for word, value in words.items()
}
_QUALIFIERS: dict[str, Qualifier] = {
    phrase: qualifier  # type: ignore[misc]
    for qualifier, phrases in data.toml("grammar/qualifiers.toml").items()
    for phrase in phrases
}


def alternatives(words: Iterable[str]) -> str:
    """The words as a regular expression's alternatives, longest first, any blanks between their syllables."""
    ordered = sorted(words, key=len, reverse=True)
    return "|".join(re.escape(word).replace(r"\ ", r"[ \t]+") for word in ordered)


def whole_words(words: Iterable[str]) -> str:
    """The same as a pattern of whole words or phrases."""
    return rf"(?<!\w)(?:{alternatives(words)})(?!\w)"


def _of(*roles: str) -> str:
    return alternatives(word for word, (_, role) in _WORDS.items() if role in roles)


_DIGITS = r"\d{1,3}(?:\.\d{3})+(?:,\d+)?(?!\d)|\d{1,3}(?:[  ]\d{3})+(?![\d,.]?\d)|\d+(?:[.,]\d+)?"
_SCALE = rf"(?:{_of('scale', 'hundreds')}|chục)(?![\w])"
_LARGE = _of("tens", "hundreds", "scale")
_SPELLED = (
    rf"(?:nửa(?=[ \t](?:triệu|tỷ|tỉ)\b)|(?!không)(?:{_of('digit')})[ \t](?:{_LARGE})|mười)(?!\w)"
    rf"(?:[ \t](?:{_of('digit', 'tens', 'ten', 'hundreds', 'scale', 'filler', 'half')})(?!\w))*"
)
_COUNTED = alternatives(data.lines("grammar/counted.txt"))
_SINGLE = rf"(?:một|hai|ba|bốn|năm|sáu|bảy|bẩy|tám|chín)(?=[ \t](?:{_COUNTED})(?!\w))"
_TAIL = r"[ \t](?:rưỡi|rưởi)(?!\w)"
_ONE = (
    rf"(?:{_DIGITS})(?:[ \t]?{_SCALE})*(?:[ \t](?:{_DIGITS})[ \t]?{_SCALE}(?:[ \t]?{_SCALE})*)*(?:{_TAIL})?"
)
_QUALIFIER = re.compile(rf"(?<!\w)({alternatives(_QUALIFIERS)})[ \t]*$")
_CURRENCY_INSIDE = r"(?:[ \t]?(?:đồng|đ|vnđ|vnd)(?!\w))?"

_START = re.compile(rf"(?P<digits>{_ONE})|(?P<spelled>{_SPELLED}|{_SINGLE})")
# Where a numeral may begin. Its first letters form a set, for which the engine has a fast search.
_FIRST = re.compile(r"[\dmhbnstc](?:(?<=\d)|(?:ột|ai|a|ốn|ăm|áu|ảy|ẩy|ám|hín|ười|ửa)(?=[ \t]))")
_RANGE = re.compile(rf"{_CURRENCY_INSIDE}[ \t]?(?:[-–—]|đến|tới)[ \t]?(?P<upper>{_ONE})")
# "1 tỉ 2", "3 triệu 500": the rest of the scale without its name, if nothing it could count follows.
_SHORT = re.compile(r"[ \t](\d{1,3})(?=[ \t]?(?:đồng|đ|vnđ)(?!\w)|\s*(?:[,;:)/]|\.(?!\d)|$))")
_LONGEST = 100  # characters; what is longer is no number of anything
_FIVE_AFTER = re.compile(
    rf"(?:(?<!\w)(?:{alternatives(data.lines('grammar/before_five.txt'))})[ \t]|,[ \t]"
    r"|(?:^|\n|[.:;!?…][ \t])[ \t]*)$"
)
_LEXEME = re.compile(rf"{_DIGITS}|[^\W\d]+")


@dataclass(frozen=True, slots=True)
class Quantity(Span):
    """A numeral in its text: ``start:end`` holds qualifier and scale, ``digits`` is where the numeral begins.

    ``value`` is exact; for a range it is the upper end and ``lower`` the other. ``scale`` is the last scale
    that is named (10⁶ in ``2 triệu``), 1 where none is.
    """

    value: Fraction
    qualifier: Qualifier
    digits: int
    scale: int = 1
    lower: Fraction | None = None
    spelled: bool = False


@lru_cache(maxsize=2)
def scan(lower: str) -> tuple[Quantity, ...]:
    """All quantities of a text in lower case, in order, none overlapping. Cached: both layers ask."""
    return tuple(_scan(lower))


def _scan(lower: str) -> Iterator[Quantity]:
    position = 0
    for first in _FIRST.finditer(lower):
        start = first.start()
        if start < position or not _begins_word(lower, start) or not (match := _START.match(lower, start)):
            continue
        position = match.end()
        if position - start > _LONGEST or (match["spelled"] == "năm" and not _is_five(lower, start)):
            continue
        quantity = _quantity(lower, match)
        position = quantity.end
        yield quantity


def _begins_word(lower: str, start: int) -> bool:
    return start == 0 or not (lower[start - 1].isalnum() or lower[start - 1] == "_")


def _is_five(lower: str, start: int) -> bool:
    """``năm`` alone is "year" more often than "five"; first in a sentence, before what it counts, "five"."""
    return bool(_FIVE_AFTER.search(lower, max(0, start - 16), start))


def _quantity(lower: str, match: re.Match[str]) -> Quantity:
    start, end = match.span()
    value, scale = evaluate(match[0])
    if scale >= 1_000_000 and (short := _SHORT.match(lower, end)):
        value, end = value + Fraction(int(short[1]) * scale, 10 ** len(short[1])), short.end()
    begin, qualifier = _qualified(lower, start)
    spelled = bool(match["spelled"])
    if not spelled and (upper := _RANGE.match(lower, end, end + _LONGEST)) and _is_range(lower, start, upper):
        top, top_scale = evaluate(upper["upper"])
        if scale == 1 and value * top_scale < top:  # "2 - 5 triệu": the scale is said once, for both ends
            value *= top_scale
        if value < top:
            return Quantity(begin, upper.end(), top, "up_to", start, top_scale, value)
    return Quantity(begin, end, value, qualifier, start, scale, None, spelled)


def _is_range(lower: str, start: int, upper: re.Match[str]) -> bool:
    """A dash is enough; ``đến`` needs ``từ`` before the lower end, or ``đạt 5 đến`` would be one."""
    if "đến" in upper[0] or "tới" in upper[0]:
        return lower[max(0, start - 8) : start].rstrip().endswith("từ")
    return True


def _qualified(lower: str, start: int) -> tuple[int, Qualifier]:
    window = max(0, start - 24)
    found = _QUALIFIER.search(lower[window:start])
    if not found:
        return start, "exact"
    return window + found.start(1), _QUALIFIERS[" ".join(found[1].split())]


def evaluate(numeral: str) -> tuple[Fraction, int]:
    """Value of a numeral in lower case and the last scale it names: ``2 tỷ 5 triệu`` → 2005000000, 10⁶."""
    total, pending, scale = Fraction(0), Fraction(0), 1
    lexemes = _LEXEME.findall(numeral)
    scaled = len(lexemes) > 1
    for lexeme in lexemes:
        if lexeme[0].isdigit():
            pending += _digits(lexeme, scaled)
        elif lexeme == "nửa":
            pending = Fraction(1, 2)
        elif lexeme in ("rưỡi", "rưởi"):
            total += Fraction(scale, 2)
        else:
            total, pending, scale = _spelled(lexeme, total, pending, scale)
    return total + pending, scale


def _spelled(word: str, total: Fraction, pending: Fraction, scale: int) -> tuple[Fraction, Fraction, int]:
    value, role = _WORDS[word]
    if role == "digit":
        pending += value
    elif role == "ten":
        pending += 10
    elif role in ("tens", "hundreds"):
        low = pending % value
        pending += low * (value - 1)
        scale = value
    elif role == "scale":
        low = total % value + pending
        total, pending, scale = total - total % value + low * value, Fraction(0), value
    return total, pending, scale


def _digits(numeral: str, scaled: bool) -> Fraction:
    """One numeral in digits. A comma before three digits is decimal where a scale follows, else it groups."""
    whole, _, decimals = numeral.replace(" ", "").replace(" ", "").partition(",")
    if decimals and not scaled and len(decimals) == 3 and "." not in whole and whole != "0":
        return Fraction(int(whole + decimals))
    head, *groups = whole.split(".")
    if any(len(group) != 3 for group in groups):
        head, decimals, groups = head, "".join(groups), []
    value = Fraction(int(head + "".join(groups)))
    return value + Fraction(int(decimals), 10 ** len(decimals)) if decimals else value
