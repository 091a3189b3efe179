"""What is searched for, as patterns that DuckDB and Python read alike."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

import data
from extract.language import normal

_WORDS = re.compile(r"\S+")


def folded(text: str) -> str:
    """Text in lower case without tones, accents and the bar of đ; the same length as ``text``."""
    return "".join(map(_letter, normal.lower(text)))


@cache
def _letter(char: str) -> str:
    return "d" if char == "đ" else unicodedata.normalize("NFD", char)[0]


@dataclass(frozen=True, slots=True)
class Phrase:
    """Words that stand together. Typed with any tone or accent, it means those; typed without, it means all.

    Case, the tone's place (``hoà``, ``hòa``) and blanks between the words make no difference. Words are
    whole: ``an`` does not find ``ban``.
    """

    text: str

    @property
    def toned(self) -> bool:
        """Whether tones, accents and đ count."""
        lowered = normal.lower(normal.normalise(self.text))
        return folded(lowered) != lowered

    @property
    def words(self) -> list[str]:
        """Its words as they are compared."""
        key = normal.tone_key(normal.normalise(self.text))
        return _WORDS.findall(key if self.toned else folded(key))

    @property
    def sql_pattern(self) -> str:
        """For RE2 on text as it stands, which is eight times as quick as to strip the text of its accents.

        RE2 knows no look-around, and no letters but English ones in ``\\w``.
        """
        ways = _two_ways if self.toned else _all_accents
        body = r"\s+".join(map(ways, self.words))
        return rf"(?i)(?:^|[^\pL\pN_]){body}(?:$|[^\pL\pN_])"

    def spans(self, text: str) -> Iterator[tuple[int, int]]:
        """Where it stands in a text, start and end, in order."""
        searched = normal.lower(text) if self.toned else folded(text)
        body = r"\s+".join(_two_ways(word) if self.toned else re.escape(word) for word in self.words)
        for match in re.finditer(rf"(?<!\w){body}(?!\w)", searched):
            yield match.span()


@cache
def _old_to_new() -> dict[str, str]:
    return {row["old"]: row["new"] for row in data.table("language/tone_placement.csv")}


@cache
def _old_forms() -> re.Pattern[str]:
    forms = "|".join(map(re.escape, _old_to_new()))
    return re.compile(rf"({forms})(?![^\W\d_])")


def _two_ways(word: str) -> str:
    """A pattern for a word with its tone in the old or the new place."""
    parts = _old_forms().split(word)
    return "".join(f"(?:{p}|{_old_to_new()[p]})" if i % 2 else re.escape(p) for i, p in enumerate(parts))


@cache
def _accented() -> dict[str, str]:
    """Letter → all letters of Latin script that are it with tones and accents."""
    letters: dict[str, str] = {"d": "đ"}
    for char in map(chr, range(0x80, 0x1F00)):
        base = unicodedata.normalize("NFD", char)[0]
        if base != char and "a" <= base <= "z":
            letters[base] = letters.get(base, "") + char
    return letters


def _all_accents(word: str) -> str:
    """A pattern for a word in any accents."""
    return "".join(f"[{c}{_accented()[c]}]" if c in _accented() else re.escape(c) for c in word)
