"""What an article says around a person's name: pairs of neighbouring words that few articles have.

Most Vietnamese words have two syllables, so a pair is about a word. Two mentions of one name that share such
pairs (a company, a case, a sport) are mostly one person; common pairs (cho biết, thành phố) say nothing.
"""

from __future__ import annotations

import re
from functools import cache
from itertools import pairwise

import data
from extract.language.normal import tone_key

REACH = 600
"""Characters read on either side of the name."""

_RUN = re.compile(r"[^\W\d_]+(?:[ -][^\W\d_]+)+")


@cache
def _common() -> frozenset[str]:
    return frozenset(tone_key(pair) for pair in data.lines("linking/common_pairs.txt"))


def rare_pairs(text: str, key: str) -> frozenset[str]:
    """Pairs of words of a text, none across a mark or a number, that are not common and no part of the name.

    Args:
        text: the words around a mention.
        key: the name's key; pairs with its last syllable, by which people are called, are left out.
    """
    found: set[str] = set()
    for run in _RUN.findall(tone_key(text)):
        found.update(map(" ".join, pairwise(run.replace("-", " ").split(" "))))
    found -= _common()
    syllables = key.split()
    own, called = set(map(" ".join, pairwise(syllables))), syllables[-1:]
    return frozenset(pair for pair in found - own if not any(name in pair.split() for name in called))


def around(body: str, start: int, end: int, title: str | None = None) -> str:
    """The words around a place of a text, with the headline."""
    return f"{title or ''}\n{body[max(0, start - REACH) : end + REACH]}"
