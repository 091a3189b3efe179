"""The words of data/facts/statistic_words.toml, by what they tell."""

from __future__ import annotations

import re
from collections.abc import Iterable

import data
from extract.grammar.quantities import whole_words

WORDS = data.toml("facts/statistic_words.toml")


def compiled(words: Iterable[str]) -> re.Pattern[str]:
    """A pattern of whole words or phrases."""
    return re.compile(whole_words(words))
