"""Benefits in money: what was saved, given as a reward or in support, and what works are worth.

A sum of money is a benefit only where a word governs it that says so: nearest before it in its sentence, or
right after it. Wages, prices, debts and the like are governed by words of their own, and are left out.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

import data
from extract.facts.benefits.governors import Basis, decide, goes_on, word_after, words_before
from extract.grammar.context import governing_period
from extract.grammar.quantities import alternatives
from extract.reading import Amount, Reading, Span
from extract.rules import rule
from schemas import Benefit
from schemas.facts import Qualifier

_BEFORE = 240


def _context(name: str) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{alternatives(data.lines(name))})")


_EMULATION = _context("facts/emulation_context.txt")
_PRIZES = _context("facts/prize_context.txt")
_ESTIMATED = re.compile(r"(?:ước|ước tính|dự kiến|dự tính)\s(?:[^\W\d]+\s){1,5}$")


def find(reading: Reading) -> list[Benefit]:
    """All facts of the type, in order of place."""
    return list(_find(reading))


def _find(reading: Reading) -> Iterator[Benefit]:
    others: frozenset[Basis] | None = None
    last = Span(0, 0)
    carried: Basis | None = None
    for amount in reading.amounts:
        sentence = reading.sentence_at(amount.start)
        words = words_before(
            reading.lower, max(last.end, sentence.start, amount.start - _BEFORE), amount.start
        )
        basis, name = decide(words, word_after(reading.lower, sentence, amount))
        if basis is None and carried and goes_on(reading.lower, words, sentence, last, amount):
            basis, name = carried, "benefit.list"
        last, carried = amount, basis
        if basis in ("reward", "value") and others is None:
            others = _of_other_news(reading.lower)
        if basis is not None and basis not in (others or ()):
            yield _benefit(reading, amount, basis, name)


def _of_other_news(lower: str) -> frozenset[Basis]:
    """Bases that an article without a word of unions or emulation does not tell: prizes, public works."""
    if _EMULATION.search(lower):
        return frozenset()
    return frozenset({"reward", "value"} if _PRIZES.search(lower) else {"value"})


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
