"""Benefits in money: what was saved, given as a reward or in support, and what works are worth.

A sum of money is a benefit only where a word governs it that says so: nearest before it in its sentence, or
right after it. Wages, prices, debts and the like are governed by words of their own, and are left out.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

import data
from extract.grammar.context import governing_period
from extract.grammar.quantities import alternatives
from extract.reading import Amount, Reading, Span
from extract.rules import rule
from schemas import Benefit
from schemas.facts import Qualifier

Basis = Literal["benefit", "reward", "value", "support"]

_WORDS = data.toml("facts/benefit_words.toml")
_ROLE = {word: role for role, words in _WORDS.items() for word in words}
_GOVERNOR = re.compile(rf"(?<!\w)(?:{alternatives(_ROLE)})(?!\w)")
_BASES: dict[str, Basis] = {"benefit": "benefit", "reward": "reward", "support": "support"}

_BEFORE = 240
_AFTER = 90
_FAR_OTHER = 60
_NEAR = 30
_CLOSE = 4
_GAP = 130
_GOES_ON = re.compile(r"(?:đó là|trong đó|trong số đó|cụ thể|gồm|bao gồm)(?!\w)")
_CUT = re.compile(r"[;.\n](?!\d)|,\s")
_RECIPIENT = re.compile(r"\s?(?:cho|đến|tới|để)(?!\w)")
_ESTIMATED = re.compile(r"(?:ước|ước tính|dự kiến|dự tính)\s(?:[^\W\d]+\s){1,5}$")


@dataclass(frozen=True, slots=True)
class _Word:
    """A governing word, with its distance in characters from the money."""

    role: str
    distance: int


def find(reading: Reading) -> list[Benefit]:
    """All facts of the type, in order of place."""
    return list(_find(reading))


def _find(reading: Reading) -> Iterator[Benefit]:
    last = Span(0, 0)
    carried: Basis | None = None
    for amount in reading.amounts:
        sentence = reading.sentence_at(amount.start)
        start = max(last.end, sentence.start, amount.start - _BEFORE)
        words = _words_before(reading.lower, start, amount.start)
        basis, name = _decide(words, _word_after(reading.lower, sentence, amount))
        if basis is None and carried and _goes_on(reading.lower, words, sentence, last, amount):
            basis, name = carried, "benefit.list"
        last, carried = amount, basis
        if basis is not None:
            yield _benefit(reading, amount, basis, name)


def _benefit(reading: Reading, amount: Amount, basis: Basis, name: str) -> Benefit:
    period = governing_period(reading, amount.start, amount.end)
    return Benefit(
        **rule(name).evidence(reading.text, amount.start, amount.end),
        amount_vnd=amount.vnd,
        qualifier=_qualifier(reading, amount),
        basis=basis,
        per=amount.per,
        year_start=period.year_start if period else None,
        year_end=period.year_end if period else None,
    )


def _qualifier(reading: Reading, amount: Amount) -> Qualifier:
    """``ước làm lợi 2 tỷ``: an estimate said before the verb."""
    before = reading.lower[max(0, amount.start - 30) : amount.start]
    return "about" if amount.qualifier == "exact" and _ESTIMATED.search(before) else amount.qualifier


def _words_before(lower: str, start: int, end: int) -> list[_Word]:
    """Governing words before the money, the nearest first."""
    found = [_Word(_ROLE[_key(m[0])], end - m.end()) for m in _GOVERNOR.finditer(lower, start, end)]
    return [word for word in reversed(found) if word.role != "skip"]


def _word_after(lower: str, sentence: Span, amount: Amount) -> _Word | None:
    """The first word after the money, in its clause, that says what money is for."""
    limit = min(sentence.end, amount.end + _AFTER)
    if cut := _CUT.search(lower, amount.end, limit):
        limit = cut.start()
    for found in _GOVERNOR.finditer(lower, amount.end, limit):
        if (role := _ROLE[_key(found[0])]) not in ("worth", "give", "skip"):
            return _Word(role, found.start() - amount.end)
    return None


def _key(phrase: str) -> str:
    return " ".join(phrase.split())


def _decide(words: list[_Word], after: _Word | None) -> tuple[Basis | None, str]:
    basis = _before(words)
    if after and after.distance <= _CLOSE:
        if after.role == "other" and basis != "benefit":  # what is saved may be wages or fuel
            return None, ""
        if after.role in ("reward", "support"):
            return _BASES[after.role], "benefit.governed-after"
    if basis is None and after and _opens_to_what_follows(words):
        basis = _BASES.get(after.role.removeprefix("weak_"))
        return basis, "benefit.governed-after"
    return basis, "benefit.governed-before"


def _opens_to_what_follows(words: list[_Word]) -> bool:
    """Whether nothing before says what the money is for: no word, or a verb of giving, or a mere sum."""
    return not words or words[0].role in ("give", "worth", "weak_support")


def _before(words: list[_Word]) -> Basis | None:
    worth = False
    for word in words:
        if word.role == "other" and (word.distance <= _FAR_OTHER or not worth):
            return None
        if word.role in _BASES:
            return _BASES[word.role]
        if word.role == "weak_support" and (worth or word.distance <= _NEAR):
            return "support"
        if word.role == "praise" and word.distance <= _FAR_OTHER:
            return "reward"
        if worth and word.role in ("work", "idea"):
            return "value" if word.role == "work" else "benefit"
        worth = worth or word.role == "worth"
    return None


def _goes_on(lower: str, words: list[_Word], sentence: Span, last: Span, amount: Amount) -> bool:
    """Whether a sum goes on a list: near the sum before it, and no word of other money in between.

    A sentence may go on the one before it where it says so: ``Đó là nhà ăn ca, trị giá 2 tỷ đồng``.
    """
    if any(word.role == "other" for word in words):
        return False
    if sentence.start < last.end:
        return amount.start - last.end <= _GAP
    told = any(word.role == "worth" for word in words) or amount.start - sentence.start <= _NEAR
    return told and bool(_GOES_ON.match(lower, sentence.start)) and sentence.start - last.end <= _BEFORE
