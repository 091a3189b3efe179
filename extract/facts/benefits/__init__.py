"""Benefits in money: what was saved, given as a reward or in support, and what works are worth.

A sum of money is a benefit only where a word governs it that says so: nearest before it in its sentence, or
right after it. Wages, prices, debts and the like are governed by words of their own, and are left out.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import zip_longest

from extract.facts.benefits.clauses import Clause, clause
from extract.facts.benefits.genre import is_union_article, tells
from extract.facts.benefits.giving import is_given
from extract.facts.benefits.governors import Basis, decide, goes_on
from extract.facts.benefits.lists import words_of_list
from extract.facts.benefits.passives import passes_on_prize
from extract.facts.benefits.words import is_held_up_later, word_after, words_before
from extract.grammar.context import governing_period
from extract.reading import Amount, Reading, Span
from extract.rules import rule
from schemas import Benefit, Campaign
from schemas.facts import Qualifier

_BEFORE = 240
_ESTIMATED = re.compile(r"(?:ước|ước tính|dự kiến|dự tính)\s(?:[^\W\d]+\s){1,5}$")


def find(reading: Reading) -> list[Benefit]:
    """All facts of the type, in order of place."""
    return list(_find(reading)) if reading.amounts else []


def _find(reading: Reading) -> Iterator[Benefit]:
    unions = is_union_article(reading.lower)
    last: Span = Span(0, 0)
    carried: Basis | None = None
    amounts = [amount for amount in reading.amounts if not _in_name(reading, amount)]
    for amount, after in zip_longest(amounts, amounts[1:]):
        basis, name = _governed(reading, amount, last, carried)
        open_still = unions and basis in (None, "reward")
        if open_still and _is_gift(basis, clause(reading, amount, after, last, carried == "support")):
            basis, name = "support", "benefit.given"
        last, carried = amount, basis
        if basis is not None and tells(reading.lower, basis, amount.start, amount.end):
            yield _benefit(reading, amount, basis, name)


def _is_gift(basis: Basis | None, words: Clause) -> bool:
    """Whether a deed of giving takes money that no word governs, or money won."""
    return is_given(words) if basis is None else basis == "reward" and passes_on_prize(words)


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
    if basis is None and is_held_up_later(reading.lower, sentence, amount, words):
        return "value", "benefit.governed-after"
    if basis is None and (listed := words_of_list(reading, sentence, amount, words)) != words:
        return decide(listed, after)[0], "benefit.list"
    return basis, name


def _in_name(reading: Reading, amount: Amount) -> bool:
    """Whether a sum belongs to the name of a campaign: phong trào “Góp hai nghìn đồng giúp bạn nghèo”."""
    return any(name.start <= amount.start < name.end for name in reading.facts_of(Campaign))


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
