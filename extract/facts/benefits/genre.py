"""Whether money told in an article belongs to its genre: unions, emulation and charity, not sales or shows.

Where unions act, or emulation is spoken of in more than one word, all is told. Elsewhere support needs a word
of need near it, a benefit something improved, the worth of a work a word of emulation; prizes of contests are
none.
"""

from __future__ import annotations

import re
from functools import lru_cache

import data
from extract.facts.benefits.governors import Basis
from extract.facts.benefits.words import is_improved
from extract.grammar.quantities import whole_words


def _context(name: str) -> re.Pattern[str]:
    return re.compile(whole_words(data.lines(name)))


_UNIONS = data.lines("facts/union_context.txt")
_EMULATION = _context("facts/emulation_context.txt")
_PRIZES = _context("facts/prize_context.txt")
_VALUES = _context("facts/value_context.txt")
_CARE = _context("facts/care_context.txt")

# Different words of emulation that make an article one of its genre, and though prizes are won in it.
_SOME = 2
_MANY = 3
# Characters: a text that is shorter does not show its genre.
_SHORTEST = 400
_CARE_BEFORE = 250
_CARE_AFTER = 200


@lru_cache(maxsize=2)
def is_union_article(lower: str) -> bool:
    """Whether unions act in an article at all."""
    return any(word in lower for word in _UNIONS)


@lru_cache(maxsize=2)
def _words_of_emulation(lower: str) -> int:
    """How many different words of emulation an article has: one alone stands in any news."""
    return len({found[0] for found in _EMULATION.finditer(lower)})


def tells(lower: str, basis: Basis, start: int, end: int) -> bool:
    """Whether an article of its genre tells money of a basis that stands at ``start:end``."""
    if is_union_article(lower):
        return True
    if basis == "reward":
        return not _PRIZES.search(lower) or _words_of_emulation(lower) >= _MANY
    if _words_of_emulation(lower) >= _SOME:
        return True
    if basis == "value":
        return bool(_VALUES.search(lower))
    if len(lower) < _SHORTEST:
        return True
    if basis == "benefit":
        return is_improved(lower, start)
    return bool(_CARE.search(lower, max(0, start - _CARE_BEFORE), end + _CARE_AFTER))
