"""What is searched for, as patterns that DuckDB and Python read alike."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

import data
from extract.language import normal

FOLDED = "translate(strip_accents(lower(text)), 'đ', 'd')"
"""SQL for ``folded``: strip_accents alone leaves đ."""
LOWERED = "lower(text)"

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
    def anchor(self) -> str:
        """Its longest word that is written in one way only; empty if there is none. Quick to look for."""
        return max((word for word in self.words if _two_ways(word) == re.escape(word)), key=len, default="")

    @property
    def _body(self) -> str:
        return r"\s+".join(_two_ways(word) if self.toned else re.escape(word) for word in self.words)

    @property
    def sql_pattern(self) -> str:
        """For RE2, which knows no look-around and no letters but English ones in ``\\w``."""
        return rf"(?:^|[^\pL\pN_]){self._body}(?:$|[^\pL\pN_])"

    def spans(self, text: str) -> Iterator[tuple[int, int]]:
        """Where it stands in a text, start and end, in order."""
        searched = normal.lower(text) if self.toned else folded(text)
        for match in re.finditer(rf"(?<!\w){self._body}(?!\w)", searched):
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
