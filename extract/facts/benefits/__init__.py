"""Benefits in money: what was saved, given as a reward or in support, and what works are worth.

A sum of money is a benefit only where a word governs it that says so: nearest before it in its sentence, or
right after it. Wages, prices, debts and the like are governed by words of their own, and are left out.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import zip_longest

import data
from extract.facts.benefits.giving import Clause, clause, is_given, is_union_article, passes_on_prize
from extract.facts.benefits.governors import CLOSE, Basis, decide, goes_on, word_after, words_before
from extract.facts.benefits.lists import words_of_list
from extract.grammar.context import governing_period
from extract.grammar.quantities import alternatives
from extract.reading import Amount, Reading, Span
from extract.rules import rule
from schemas import Benefit, Campaign
from schemas.facts import Qualifier

_BEFORE = 240
_NEAR = 240


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
    unions = is_union_article(reading.lower)
    told: tuple[Span, Basis | None] = Span(0, 0), None
    amounts = [amount for amount in reading.amounts if not _in_name(reading, amount)]
    for amount, after in zip_longest(amounts, amounts[1:]):
        basis, name = _governed(reading, amount, *told)
        if basis in (None, "reward") and unions and _given(reading, amount, after, *told, basis is not None):
            basis, name = "support", "benefit.given"
        told = amount, basis
        if basis in ("reward", "value") and others is None:
            others = _of_other_news(reading.lower)
        if basis is not None and basis not in (others or ()):
            yield _benefit(reading, amount, basis, name)


def _governed(
    reading: Reading, amount: Amount, last: Span, carried: Basis | None
) -> tuple[Basis | None, str]:
    """What a word by the money says that it is for, or the line that opens its list, or the sum before it."""
    sentence = reading.sentence_at(amount.start)
    words = words_before(reading.lower, max(last.end, sentence.start, amount.start - _BEFORE), amount.start)
    after = word_after(reading.lower, sentence, amount)
    basis, name = decide(words, after)
    if basis is None and carried and goes_on(reading.lower, words, sentence, last, amount):
        return carried, "benefit.list"
    if basis is None and (listed := words_of_list(reading, sentence, amount, words)) != words:
        return decide(listed, after)[0], "benefit.list"
    return basis, name


def _given(
    reading: Reading, amount: Amount, after: Amount | None, last: Span, carried: Basis | None, prize: bool
) -> bool:
    """Whether a deed of giving takes the money, be it money won."""
    lower, sentence = reading.lower, reading.sentence_at(amount.start)
    around = clause(lower, sentence, last.end, amount, after.start if after else len(lower))
    if prize:
        return passes_on_prize(*around[:2])
    behind = word_after(lower, sentence, amount)
    other_next = behind is not None and behind.role == "other" and behind.distance <= CLOSE
    near = carried == "support" and amount.start - last.end <= _NEAR
    return is_given(Clause(*around, near, other_next))


def _in_name(reading: Reading, amount: Amount) -> bool:
    """Whether a sum belongs to the name of a campaign: phong trào “Mỗi ca một nghìn đồng tiết kiệm”."""
    return any(name.start <= amount.start < name.end for name in reading.facts_of(Campaign))


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
