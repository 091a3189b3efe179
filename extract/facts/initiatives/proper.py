"""Names of people by their shape, for those whom no rule for people was sure of."""

from __future__ import annotations

import re
from functools import cache

import data
from extract.facts.initiatives.nouns import one_of
from extract.language.normal import tone_key

_UPPER = "".join(filter(str.isupper, map(chr, range(0x1EFA))))
_LOWER = "".join(filter(str.islower, map(chr, range(0x1EFA))))
PROPER = rf"[{_UPPER}][{_LOWER}]+(?:\s[{_UPPER}][{_LOWER}]*){{1,4}}"
"""Two to five words, each with a capital."""

BEHIND = re.compile(
    rf"\s*(?:[{_LOWER}]+\s+){{0,6}}(?:(?:GS|PGS|TS|T\.S|ThS|Th\.S|Ths|BS|KS|DS|CN|CK|II|I|NGƯT|TTƯT|TTND)[.,\s-]*)*"
    rf"({PROPER})"
)
"""A name behind ``của`` and words of a trade."""
MAKER = re.compile(
    rf"\s*(?:(?i:{one_of('honorifics', 'trades', 'doers')}|tác giả|nhóm tác giả)\s*:?\s+)*({PROPER})(?!\w)"
)
"""A name that an item of a list begins with."""


def is_family_name(syllable: str) -> bool:
    """Whether a word is a family name."""
    return tone_key(syllable) in _family_names()


@cache
def _family_names() -> frozenset[str]:
    return frozenset(tone_key(name) for name in data.lines("names/family.txt"))


def behind(text: str, start: int, end: int) -> list[str]:
    """A name at an offset, or behind a few words of a trade, if its first word is a family name."""
    name = BEHIND.match(text, start, end)
    return [name[1]] if name and is_family_name(name[1].split()[0]) else []
