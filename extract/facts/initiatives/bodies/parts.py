"""Whether a body is only a part of another: Nhà máy Sợi 1, Trung tâm Sản - Nhi, Chi nhánh 2."""

from __future__ import annotations

import re
from functools import cache

import data
from extract.facts.initiatives.nouns import one_of
from extract.language.normal import tone_key

_PART = re.compile(rf"{one_of('parts')}\s+", re.IGNORECASE)
_MOST_WORDS = 4
_WORD = re.compile(r"[^\W_]+")


def is_part(body: str) -> bool:
    """Whether a body's name tells only what is done there, or its number."""
    opens = _PART.match(body)
    if opens is None:
        return False
    words = [tone_key(word) for word in _WORD.findall(body[opens.end() :])]
    return len(words) > 0 and _is_function(words)


def _is_function(words: list[str]) -> bool:
    """Whether words are functions and numbers, one after another: ``cơ khí 2``."""
    while words:
        for length in range(min(_MOST_WORDS, len(words)), 0, -1):
            if " ".join(words[:length]) in _functions():
                words = words[length:]
                break
        else:
            if len(words[0]) > 2 or not re.fullmatch(r"[0-9ivx]+|[a-d]", words[0]):
                return False
            words = words[1:]
    return True


@cache
def _functions() -> frozenset[str]:
    return frozenset(tone_key(word) for word in data.lines("facts/initiative_parts.txt"))
