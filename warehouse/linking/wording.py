"""How alike two names of campaigns are worded.

Names of campaigns are built from few words: a name with another word is another campaign (Thợ điện an toàn,
Thợ lò an toàn), however long the rest that they share. So words are compared, not letters: small words, years
and marks don't count, numbers do, and one word may be misprinted.
"""

from __future__ import annotations

import re
import unicodedata
from functools import cache, lru_cache

from rapidfuzz.distance import Levenshtein

import data
from extract.facts.campaigns.register import fold
from extract.language.normal import tone_key

_PERIOD = re.compile(r"\b(?:năm |giai đoạn |nhiệm kỳ )?(?:19|20)\d\d\b(?: (?:19|20)\d\d\b)?")
_EDITION = re.compile(r"\blần thứ (?:\d+|[ivx]+|nhất|hai|ba|tư|năm)\b")
_NUMBER = re.compile(r"\b(?:hai|ba|bốn|sáu|bảy|tám|chín|mười)\b")
_DIGITS = {"hai": "2", "ba": "3", "bốn": "4", "sáu": "6", "bảy": "7", "tám": "8", "chín": "9", "mười": "10"}
_LONG_ENOUGH = 4
"""Words a name must have for one of them to pass as misprinted."""
_WORDS_PER_SLIP = 8
"""Words of a name for each further slip."""
_LONG_WORD = 5


@cache
def _soft_words() -> frozenset[str]:
    return frozenset(tone_key(word) for word in data.lines("linking/soft_words.txt"))


@cache
def _openings() -> tuple[str, ...]:
    return tuple(sorted(map(tone_key, data.lines("linking/soft_openings.txt")), key=len, reverse=True))


@cache
def _short_forms() -> dict[str, str]:
    return {tone_key(row["short"]): tone_key(row["long"]) for row in data.table("linking/short_forms.csv")}


@lru_cache(maxsize=100_000)
def words(name: str) -> tuple[str, ...]:
    """The words of a name that tell it from others, short forms spelt out and numbers in digits."""
    spelt = " ".join(_short_forms().get(word, word) for word in fold(name).split())
    key = _EDITION.sub(" ", _PERIOD.sub(" ", spelt.replace("công chức viên chức", "công chức")))
    opening = next((words for words in _openings() if key.strip().startswith(words + " ")), "")
    key = _NUMBER.sub(lambda number: _DIGITS[number[0]], key.strip().removeprefix(opening))
    told = tuple(word for word in key.split() if word not in _soft_words())
    return told or tuple(key.split())


def similarity(left: str, right: str) -> float:
    """How alike two names are, between 0 and 1. Names that differ in a number are never alike."""
    a, b = words(left), words(right)
    if a == b or "".join(a) == "".join(b):
        return 1.0
    if sorted(w for w in a if w.isdigit()) != sorted(w for w in b if w.isdigit()):
        return 0.0
    slips = _slips(a, b) if len(a) == len(b) else None
    if slips is not None and slips <= _allowed(len(a)):
        return 1 - 0.1 * slips / _allowed(len(a))
    return 0.8 * 2 * len(set(a) & set(b)) / (len(set(a)) + len(set(b)))


def keys(name: str) -> tuple[tuple[int, str], ...]:
    """Keys of which two names that are alike share one: either half of their words, marks left out."""
    plain = [bare(word) for word in words(name)]
    half = (len(plain) + 1) // 2
    return (len(plain), " ".join(plain[:half])), (-len(plain), " ".join(plain[half:])), (0, "".join(plain))


def _allowed(count: int) -> int:
    return (count >= _LONG_ENOUGH) + count // _WORDS_PER_SLIP


def _slips(left: tuple[str, ...], right: tuple[str, ...]) -> int | None:
    """How many words are misprints of their counterparts; None if a word is another."""
    differing = [pair for pair in zip(left, right, strict=True) if pair[0] != pair[1]]
    return len(differing) if all(_is_misprint(*pair) for pair in differing) else None


def _is_misprint(left: str, right: str) -> bool:
    """Whether two words differ in marks only, or, if long, in one letter."""
    a, b = bare(left), bare(right)
    return a == b or (min(len(a), len(b)) >= _LONG_WORD and Levenshtein.distance(a, b) == 1)


def bare(word: str) -> str:
    """A word without its marks: sáng is sang, đ is d."""
    decomposed = unicodedata.normalize("NFD", word.replace("đ", "d"))
    return "".join(letter for letter in decomposed if not unicodedata.combining(letter))
