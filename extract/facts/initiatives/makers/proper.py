"""Names of people by their shape, for those whom no rule for people was sure of."""

from __future__ import annotations

import re
from functools import cache

import data
from extract.facts.initiatives.nouns import one_of
from extract.facts.people import lexicon
from extract.language.normal import tone_key

_UPPER = "".join(filter(str.isupper, map(chr, range(0x1EFA))))
_LOWER = "".join(filter(str.islower, map(chr, range(0x1EFA))))
CAPITALISED, SMALL = rf"[{_UPPER}][{_LOWER}]+", rf"[{_LOWER}]+"
"""One word with a capital, and one without."""
PROPER = rf"(?:[{_UPPER}][{_LOWER}]+|Y|[HK][’'][{_UPPER}][{_LOWER}]+)(?:\s[{_UPPER}][{_LOWER}]*){{1,4}}"
"""Two to five words, each with a capital."""

_TRADES = (
    rf"(?:(?i:{one_of('honorifics', 'trades', 'doers', 'mates')})\.?\s+)*"
    rf"(?:(?!{one_of('areas')})[{_LOWER}]+\s+){{0,3}}?"
)

BEHIND = re.compile(
    rf"\s*(?:[{_LOWER}]+\s+){{0,6}}(?:(?:GS|PGS|TS|T\.S|ThS|Th\.S|Ths|BS|KS|DS|CN|CK|II|I|NGƯT|TTƯT|TTND)[.,\s-]*)*"
    rf"({PROPER})"
)
"""A name behind ``của`` and words of a trade."""
MAKER = re.compile(
    rf"\s*(?:(?i:{one_of('honorifics', 'trades', 'doers')}|tác giả|nhóm tác giả)\s*:?\s+)*({PROPER})(?!\w)"
)
"""A name that an item of a list begins with."""


FIRST = re.compile(rf"[\s:(]*(?:(?:nhóm|tác giả|nhóm tác giả|gồm|là|:)\s+)*{_TRADES}({PROPER})(?!\w)")
FURTHER = re.compile(rf"\s*(?:,\s*và|,|và|cùng với|cùng|với|&|;|[-–])\s+{_TRADES}({PROPER})(?!\w)")
ALONG = re.compile(rf"(?<!\w)cùng(?:\s+với)?\s+{_TRADES}(?:[{_LOWER}]+\s+){{0,5}}?({PROPER})(?!\w)")
"""A name that opens a list of makers, and one that goes it on; one behind ``cùng``."""


_HIGHLAND = re.compile(r"Y (?!Tế|Khoa|Dược|Học|Bác|Sĩ|Sỹ|Tá)|[HK][’']\w")


def is_person(name: str) -> bool:
    """Whether a name of three syllables, in the highlands two, begins as people's do and is no place's."""
    syllables = name.split()
    fewest = 2 if _HIGHLAND.match(name) else 3
    if len(syllables) < fewest or not all(syllable[0].isupper() for syllable in syllables):
        return False
    return is_family_name(syllables[0]) and tone_key(name) not in lexicon.PLACES


def is_family_name(syllable: str) -> bool:
    """Whether a word is a family name, or opens a name as one does in the highlands: Y, H’Nhi."""
    return tone_key(syllable) in _family_names() or syllable == "Y" or syllable[1:2] in "’'"


@cache
def _family_names() -> frozenset[str]:
    return frozenset(tone_key(name) for name in data.lines("names/family.txt"))


def behind(text: str, start: int, end: int) -> list[str]:
    """A name at an offset, or behind a few words of a trade, if its first word is a family name."""
    name = BEHIND.match(text, start, end)
    return [name[1]] if name and is_family_name(name[1].split()[0]) else []


_CALLED = re.compile(one_of("honorifics", "trades"))
_WORD_BEFORE = re.compile(r"(?:^|[\s“\"(/])(?:[^\W_]+)$")
_WORD_BEHIND = re.compile(
    rf"\s*[{_UPPER}][{_LOWER}\w]*(?:\s[{_UPPER}][{_LOWER}\w]*)?(?=\s+[{_LOWER}]|\s[-–—]\s|\s*$|[.,;”\"])"
)


def joins(text: str, start: int, before: int, behind: int, limit: int) -> bool:
    """Whether a dash joins two words of one name: ``Cơ - Nhiệt``; not a title and its maker, or a clause.

    ``before`` and ``behind`` are where the dash with its blanks begins and ends.
    """
    first = _WORD_BEFORE.search(text, max(start - 1, before - 12), before)
    if first is None or not first[0].strip(' \t“"(/')[:1].isupper():
        return False
    key = tone_key(text[behind : behind + 40]).lstrip()
    is_maker = lexicon.ORGANISATION.match(key) or lexicon.POST.match(key) or _CALLED.match(key)
    joined = _WORD_BEHIND.match(text, behind, limit)
    if is_maker or joined is None:
        return False
    words = joined[0].split()
    return len(words) < 2 or not is_family_name(words[0])
