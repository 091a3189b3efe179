"""What a line of a page is by its wording: a heading of related news, a button, a counter, a footer."""

from __future__ import annotations

import re
from enum import Enum
from functools import cache, lru_cache

import data
from extract.language.normal import tone_key

_BULLET = re.compile(r"^[\s•◦▪■●○♦*+»›>→←|·–—-]+")
_TRAILING = re.compile(r"[\s:.…»›>|*+-]+$")
_LONGEST = 320
"""Lines longer than this are text whatever they begin with."""
_SHORT = 200


class Marker(Enum):
    """A kind of line that is not article text; the values name the tables of data/page/markers.toml."""

    AFTER = "after"
    BOX = "box"
    TEASER = "teaser"
    END = "end"
    BUTTON = "button"
    FURNITURE = "furniture"


class _Table:
    """The wordings of one kind, ready to be compared with."""

    def __init__(self, entries: dict[str, list[str]]) -> None:
        self.whole = frozenset(key(entry) for entry in entries.get("is", ()))
        self.begins = tuple(tone_key(entry) for entry in entries.get("begins", ()))
        self.holds = tuple(tone_key(entry) for entry in entries.get("holds", ()))
        self.like = re.compile("|".join(f"(?:{p})" for p in entries.get("like", ())) or r"(?!)")

    def fits(self, raw: str, bare: str) -> bool:
        return (
            bare in self.whole
            or raw.startswith(self.begins)
            or bare.startswith(self.begins)
            or any(words in raw for words in self.holds)
            or self.like.search(raw) is not None
            or self.like.search(bare) is not None
        )


@cache
def _tables() -> dict[Marker, _Table]:
    entries = data.toml("page/markers.toml")
    return {marker: _Table(entries[marker.value]) for marker in Marker}


def key(text: str) -> str:
    """A line for comparing: lower case, one way of placing tones, without bullet and closing punctuation."""
    return " ".join(_TRAILING.sub("", _BULLET.sub("", tone_key(text))).split())


@cache
def _any_table() -> _Table:
    """All wordings of all kinds: most lines have none, and are asked once instead of once a kind."""
    entries = data.toml("page/markers.toml")
    merged: dict[str, list[str]] = {}
    for marker in Marker:
        for name, wordings in entries[marker.value].items():
            merged.setdefault(name, []).extend(wordings)
    return _Table(merged)


@lru_cache(maxsize=1 << 16)
def markers(text: str) -> frozenset[Marker]:
    """Every kind whose wording a line has; empty for article text and anything unknown."""
    if len(text) > _LONGEST:
        return frozenset()
    raw, bare = " ".join(tone_key(text).split()), key(text)
    if not _any_table().fits(raw, bare):
        return frozenset()
    found = {marker for marker, table in _tables().items() if table.fits(raw, bare)}
    if len(text) > _SHORT:  # a long line is a footer at most
        found &= {Marker.FURNITURE, Marker.TEASER}
    return frozenset(found)
