"""Names of places behind a word for their kind, behind a union, and at the head of a text."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from extract.article.places.resolving import KINDS, by_name, lookup
from extract.article.places.units import Level, Unit, name_key

_BEFORE_COLON = re.compile(r"\s*([^\W\d_][\w’' -]{1,24}?)\s*:")
_NEXT_WORD = re.compile(r"[ -]{0,3}([^\W\d_][^\W\d_]*(?:['’][^\W\d_]+)*)")
_DIGITS = re.compile(r" ?0?([1-9]\d?)\b(?![./,]\d)")
_JOINT = re.compile(r"(?:, | và |; )(?=[^\W\d_])")
_PLURAL = re.compile(r"(?:các|những|hai|ba|bốn|năm|\d) $")
_WORDS_IN_A_NAME = 5


@dataclass(frozen=True, slots=True)
class PlaceMention:
    """A place named in a text, ``text[start:end]``, with the word for its kind where one is printed."""

    start: int
    end: int
    level: Level
    kind: str | None
    units: tuple[Unit, ...]
    """All units it can mean, on both maps."""

    @property
    def provinces(self) -> frozenset[str]:
        """Codes among the 63 of the provinces it can lie in."""
        return frozenset(code for unit in self.units for code in unit.provinces)


def after_kind(text: str, folded: str, kind: str, start: int, end: int) -> Iterator[PlaceMention]:
    """The name that follows a kind; after a plural all names of the enumeration: ``các huyện A, B và C``."""
    found = _named(text, folded, kind, start, end)
    plural = kind in KINDS and _PLURAL.search(folded[max(0, start - 8) : start])
    while found:
        yield found
        joint = plural and _JOINT.match(folded, found.end)
        found = _named(text, folded, kind, joint.end(), joint.end()) if joint else None
        if found and name_key(folded[found.start : found.end]) in by_name("province"):
            return  # ``các huyện A, B, Thanh Hóa``: where they lie, not a third


def after_union(text: str, folded: str, end: int) -> Iterator[PlaceMention]:
    """A district whose union is named without its kind: ``LĐLĐ Long Biên``."""
    for stop in reversed(_name_ends(text, folded, end)):
        key = name_key(folded[end:stop])
        if key in by_name("province"):
            return
        if units := by_name("district").get(key):
            start = end + len(folded[end:stop]) - len(folded[end:stop].lstrip())
            yield PlaceMention(start, stop, "district", None, units)
            return


def opening(folded: str) -> list[PlaceMention]:
    """A district that opens a text, or headline, before a colon."""
    opening = _BEFORE_COLON.match(folded)
    units = by_name("district").get(name_key(opening[1])) if opening else None
    if not opening or not units or name_key(opening[1]) in by_name("province"):
        return []
    return [PlaceMention(opening.start(1), opening.end(1), "district", None, units)]


def _named(text: str, folded: str, kind: str, start: int, after: int) -> PlaceMention | None:
    number = _DIGITS.match(folded, after)
    if number and kind in ("quận", "phường"):
        return _mention(start, number.end(), kind, number[1])
    ends = _name_ends(text, folded, after)
    for end in reversed(ends):
        if mention := _mention(start, end, kind, name_key(folded[after:end])):
            return mention
    return None


def _name_ends(text: str, folded: str, position: int) -> list[int]:
    """Ends of the capitalised words that follow, each a possible end of the name."""
    ends: list[int] = []
    while len(ends) < _WORDS_IN_A_NAME and (word := _NEXT_WORD.match(folded, position)):
        if not text[word.start(1)].isupper():
            break
        position = word.end()
        ends.append(position)
    return ends


def _mention(start: int, end: int, kind: str, key: str) -> PlaceMention | None:
    units = tuple(lookup(kind, key))
    return PlaceMention(start, end, units[0].level, kind, units) if units else None
