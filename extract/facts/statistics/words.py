"""The words of data/facts/statistic_words.toml, by what they tell."""

from __future__ import annotations

import re
from collections.abc import Iterable

import data
from extract.grammar.quantities import alternatives

WORDS = data.toml("facts/statistic_words.toml")


def any_of(words: Iterable[str]) -> str:
    """Whole words or phrases, as a pattern."""
    return rf"(?<!\w)(?:{alternatives(words)})(?!\w)"


def compiled(words: Iterable[str]) -> re.Pattern[str]:
    """The same, compiled."""
    return re.compile(any_of(words))
