"""Short forms and what they stand for: defined by the text itself, else by a table of common ones.

A text defines a short form in brackets after the long one, ``công đoàn cơ sở (CĐCS)``, or the other way
round. Its letters must be the first letters of the syllables before it, read backwards from the bracket;
little words (``và``, ``người``, ``của``) may lack a letter.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from functools import cache

import data
from extract.reading import Abbreviation, Reading

_SHORT = r"(?=[^()\s]*[A-ZĐƯƠÔÂĂÊ][^()\s]*[A-ZĐƯƠÔÂĂÊ])[A-ZĐƯƠÔÂĂÊa-zđư][A-ZĐƯƠÔÂĂÊ&.\-–0-9a-z ]{1,18}"
_IN_BRACKETS = re.compile(rf"\(\s*(?:gọi tắt là|viết tắt là|sau đây gọi là)?\s*[“\"]?({_SHORT})[”\"]?\s*\)")
_LONG_IN_BRACKETS = re.compile(r"([A-ZĐƯ&-]{2,12})\s*\(\s*([^()\n]{6,90}?)\s*\)")
_SYLLABLE = re.compile(r"[^\W_]+")
_LETTER = re.compile(r"[^\W\d_]")
_SKIPPABLE = frozenset(("và", "người", "của", "các", "về", "cho", "trong", "nhân", "những"))
_WINDOW = 140
_MAX_SKIPS = 3


def find(reading: Reading) -> list[Abbreviation]:
    """Short forms that the text defines, in order of place; the first definition of each."""
    if "(" not in reading.text:
        return []
    first: dict[str, Abbreviation] = {}
    for found in sorted(_defined(reading.text), key=lambda abbreviation: abbreviation.start):
        first.setdefault(found.short, found)
    return list(first.values())


def expand(reading: Reading, short: str) -> str | None:
    """What a short form stands for, by the text itself, else by the table; None if neither has it."""
    for abbreviation in reading.abbreviations:
        if abbreviation.short == short:
            return abbreviation.long
    return _common().get(short)


@cache
def _common() -> dict[str, str]:
    return {row["short"]: row["long"] for row in data.table("language/abbreviations.csv")}


def _defined(text: str) -> Iterator[Abbreviation]:
    for match in _IN_BRACKETS.finditer(text):
        start = max(text.rfind("\n", 0, match.start()) + 1, match.start() - _WINDOW)
        if (long := _long_form(text, start, match.start(), match[1])) is not None:
            yield Abbreviation(match.start(1), match.end(1), short=match[1].strip(), long=long)
    for match in _LONG_IN_BRACKETS.finditer(text):
        if _long_form(text, match.start(2), match.end(2), match[1]) == match[2]:
            yield Abbreviation(match.start(1), match.end(1), short=match[1], long=match[2])


def _long_form(text: str, start: int, end: int, short: str) -> str | None:
    """The words at the end of ``text[start:end]`` whose first letters spell the short form."""
    wanted = [_base(letter) for letter in _LETTER.findall(short)]
    syllables = list(_SYLLABLE.finditer(text, start, end))
    skipped = 0
    first = end
    while wanted and syllables:
        syllable = syllables.pop()
        if _base(syllable[0][0]) == wanted[-1]:
            wanted.pop()
            first = syllable.start()
        elif syllable[0].lower() in _SKIPPABLE and skipped < _MAX_SKIPS and first < end:
            skipped += 1
        else:
            return None
    return None if wanted or first == end else text[first:end].rstrip(" ,;:")


def _base(letter: str) -> str:
    """The letter without its marks, lower case; đ counts as d, for papers write both."""
    return unicodedata.normalize("NFD", letter.lower())[0].replace("đ", "d")
