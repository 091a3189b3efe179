"""The clause of a sum of money: the words around it, up to the sums beside it; and the words of giving."""

from __future__ import annotations

import re
from dataclasses import dataclass

import data
from extract.facts.benefits.words import CLOSE, word_after
from extract.grammar.quantities import alternatives
from extract.reading import Amount, Reading, Span

WORDS: dict[str, list[str]] = data.toml("facts/giving_words.toml")
"""Words of deeds of giving, by what they do in one."""

_OF_WHICH = re.compile(r",\strong\s(?:đó|số đó)(?!\w)")

# Distances in characters.
_FRONT = 160
_BACK = 110
_GOES_ON = 240
_SCENE = 120


def any_of(*roles: str) -> str:
    """A pattern of all words of some roles."""
    return rf"(?:{alternatives(word for role in roles for word in WORDS[role])})(?!\w)"


def word_of(*roles: str) -> re.Pattern[str]:
    """A pattern that finds a word of some roles."""
    return re.compile(rf"(?<!\w){any_of(*roles)}")


@dataclass(frozen=True, slots=True)
class Clause:
    """The words around a sum of money, in lower case.

    ``front`` stands before it and ``back`` behind it in its sentence, ``on`` behind it into the next one, and
    ``scene`` before it from the sentence before. ``goes_on`` says that the last sum was support, and
    ``other_next`` that the next word names money of another kind.
    """

    front: str
    back: str
    on: str
    scene: str
    goes_on: bool
    other_next: bool


def clause(reading: Reading, amount: Amount, after: Amount | None, last: Span, supported: bool) -> Clause:
    """The clause of a sum between the ``last`` one, told as support or not, and the one ``after`` it."""
    lower, sentence = reading.lower, reading.sentence_at(amount.start)
    until = after.start if after else len(lower)
    behind = word_after(lower, sentence, amount)
    paragraph = reading.paragraph_at(amount.start)
    return Clause(
        lower[max(last.end, sentence.start, amount.start - _FRONT) : amount.start],
        _OF_WHICH.split(lower[amount.end : min(sentence.end, until, amount.end + _BACK)])[0],
        lower[amount.end : min(until, amount.end + 2 * _BACK)],
        lower[max(paragraph.start, sentence.start - _SCENE) : amount.start],
        supported and amount.start - last.end <= _GOES_ON,
        behind is not None and behind.role == "other" and behind.distance <= CLOSE,
    )
