"""What the words that govern a sum of money say it is for, and how a list goes on."""

from __future__ import annotations

import re
from typing import Literal

from extract.facts.benefits.words import CLOSE, SUMS, Word
from extract.reading import Amount, Span

Basis = Literal["benefit", "reward", "value", "support"]

_BASES: dict[str, Basis] = {"benefit": "benefit", "reward": "reward", "support": "support"}
# Words of other money: a far one governs no more, unless a sum is named that it can belong to.
_OTHER = ("other", "spent")
_GOES_ON = re.compile(r"(?:đó là|trong đó|trong số đó|cụ thể|gồm|bao gồm)(?!\w)")

# Distances in characters.
_FAR = 60
_NEAR = 30
_LIST_GAP = 130
_SENTENCE_GAP = 240


def decide(words: list[Word], after: Word | None) -> tuple[Basis | None, str]:
    """What the money is for and the rule that reads it so; None where no word says that it is a benefit."""
    basis = _before(words)
    if words and words[0].role == "other" and words[0].distance <= 1:  # "gói 7.000 tỷ đồng hỗ trợ …"
        return None, ""
    if after and after.distance <= CLOSE:
        if after.role == "other" and basis != "benefit":  # what is saved may be wages or fuel
            return None, ""
        if after.role in ("reward", "support"):
            return _BASES[after.role], "benefit.governed-after"
    if basis is None and after and _opens_to_what_follows(words):
        basis = _BASES.get(after.role.removeprefix("weak_"))
        return basis, "benefit.governed-after"
    return basis, "benefit.governed-before"


def _opens_to_what_follows(words: list[Word]) -> bool:
    """Whether nothing before says what the money is for: no word, or a verb of giving, or a mere sum."""
    return not words or words[0].role in (*SUMS, "give", "weak_support")


def _before(words: list[Word]) -> Basis | None:
    """What the words before the money say, the nearest first."""
    named, made, weak = "", "", False
    for word in words:
        if word.role in _OTHER and (word.distance <= _FAR or not named):
            break
        if basis := _says(word):
            return basis
        weak = weak or _helps(word, named)
        if weak and named != "worth":  # works have a worth, whoever helps with them
            break
        named = named or (word.role if word.role in SUMS else "")
        made = made or (word.role if word.role in ("work", "idea") else "")
        if named and made:
            return "value" if made == "work" else "benefit"
    return "support" if weak else None


def _says(word: Word) -> Basis | None:
    """What one word before the money says by itself."""
    if word.role == "praise":
        return "reward" if word.distance <= _FAR else None
    return _BASES.get(word.role)


def _helps(word: Word, named: str) -> bool:
    """Whether a weak word of help counts: it stands near the money, or a sum is named."""
    return word.role == "weak_support" and (bool(named) or word.distance <= _NEAR)


def goes_on(lower: str, words: list[Word], sentence: Span, last: Span, amount: Amount) -> bool:
    """Whether a sum goes on a list: near the sum before it, and no word of other money in between.

    A sentence may go on the one before it where it says so: ``Đó là nhà ăn ca, trị giá 2 tỷ đồng``.
    """
    if any(word.role in _OTHER for word in words):
        return False
    if sentence.start < last.end:
        return amount.start - last.end <= _LIST_GAP
    told = any(word.role in SUMS for word in words) or amount.start - sentence.start <= _NEAR
    return told and bool(_GOES_ON.match(lower, sentence.start)) and sentence.start - last.end <= _SENTENCE_GAP
