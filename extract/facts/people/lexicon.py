"""What is known of names, honorifics, posts and organisations, compiled for matching.

All match on ``normal.tone_key(text)``: lower case, one tone placement, the offsets of the text itself.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from typing import Any

from ahocorasick_rs import AhoCorasick, MatchKind

import data
from extract.language.normal import tone_key

END = r"(?!\w)"
_LETTERS = (chr(code) for code in (*range(0x41, 0x250), *range(0x1E00, 0x1F00)))
UPPER = "".join(letter for letter in _LETTERS if unicodedata.category(letter) == "Lu")
"""Every capital letter, for use inside the brackets of a pattern."""


def _alternatives(entries: Iterable[str]) -> str:
    """A pattern for any of the entries, the longest first, as a tree: one look at each character."""
    tree: dict[str, Any] = {}
    for entry in entries:
        node = tree
        for letter in tone_key(entry):
            node = node.setdefault(letter, {})
        node[""] = {}
    return _branches(tree)


def _branches(tree: dict[str, Any]) -> str:
    ways = [re.escape(letter) + _branches(node) for letter, node in sorted(tree.items()) if letter]
    if not ways:
        return ""
    joined = ways[0] if len(ways) == 1 and "" not in tree else f"(?:{'|'.join(ways)})"
    return f"{joined}?" if "" in tree else joined


def _keyed(name: str) -> frozenset[str]:
    return frozenset(tone_key(line) for line in data.lines(name))


def _valued(name: str) -> dict[str, str]:
    pairs = (line.partition(" = ") for line in data.lines(name))
    return {tone_key(entry): value.strip() for entry, _, value in pairs}


def _places() -> frozenset[str]:
    """Provinces and districts of two or more syllables, old and new."""
    rows = (
        *data.table("provinces/provinces.csv"),
        *data.table("provinces/districts.csv"),
        *data.table("provinces/districts_former.csv"),
    )
    return frozenset(tone_key(row["name"]).replace(" - ", " ") for row in rows if " " in row["name"])


def _namesakes() -> frozenset[str]:
    """Communes and wards named after somebody, old and new."""
    rows = (*data.table("provinces/communes_old.csv"), *data.table("provinces/communes_2025.csv"))
    return frozenset(tone_key(row["name"]) for row in rows if row["name"].count(" ") > 1)


FAMILY = _keyed("names/family.txt") | _keyed("names/family_common.txt")
COMMON_FAMILY = _keyed("names/family_common.txt")
MIDDLE = _keyed("names/middle.txt")
MINORITY_FAMILY = _keyed("names/family_minority.txt")
HISTORICAL = _keyed("names/historical.txt")
PLACES = _places()
PROVINCES = frozenset(
    tone_key(row["name"]) for row in data.table("provinces/provinces.csv") if " " in row["name"]
)
COMMUNES = _namesakes()
NOT_NAMES = _keyed("names/not_names.txt")

_AFTER = data.lines("names/not_names_after.txt")
NAMESAKE = frozenset(tone_key(entry.rstrip("*")) for entry in _AFTER)
"""Words before a capitalised sequence that make it a thing named after somebody, or a credit."""
MAY_CLOSE = frozenset(tone_key(entry[:-1]) for entry in _AFTER if entry.endswith("*"))
"""Those of them that may as well close an organisation before a name: ``LĐLĐ tỉnh``."""
HONORIFICS = _keyed("names/honorifics.txt")
_TITLES = data.lines("names/titles.txt")
TITLES = frozenset(tone_key(entry.rstrip("*")) for entry in _TITLES)
NO_POSITION = frozenset(tone_key(entry[:-1]) for entry in _TITLES if entry.endswith("*"))
"""Titles that show a person and never say what the person is: ``tác giả``, ``đồng nghiệp``."""
NOT_HONORIFICS = _keyed("names/not_honorifics.txt")
PREFIXES = _keyed("names/organisation_prefixes.txt")

POSTS = _valued("names/posts.txt")
_BEFORE_POST = [line[2:] for line in data.lines("names/post_modifiers.txt") if line.startswith("<")]
_AFTER_POST = [line[2:] for line in data.lines("names/post_modifiers.txt") if line.startswith(">")]
POST = re.compile(
    rf"(?P<before>(?:(?:{_alternatives(_BEFORE_POST)}) )*)(?P<head>{_alternatives(POSTS)})"
    rf"(?P<after>(?: (?:{_alternatives(_AFTER_POST)}))*){END}"
)
POST_HEADS = AhoCorasick(list(POSTS), matchkind=MatchKind.LeftmostLongest)
BEFORE_POST = re.compile(rf"(?<!\w)(?:(?:{_alternatives(_BEFORE_POST)}) )+\Z")

WORK_ABBREVIATIONS = _keyed("names/work_abbreviations.txt")
"""Abbreviations that name no employer: ``nhân viên KCS``."""
FIELD = re.compile(rf"(?:{_alternatives(data.lines('names/post_fields.txt'))}){END}")
"""The field of a director's work: ``nhân sự``, ``kinh doanh``, ``khu vực``."""

ORGANISATIONS = {entry: int(rank) for entry, rank in _valued("names/organisations.txt").items()}
SECOND_PART = re.compile(rf"(?:{_alternatives(data.lines('names/second_parts.txt'))}){END}")
"""What follows a dash inside one name in lower case: ``Hội đồng thi đua - khen thưởng``."""
ORGANISATION = re.compile(rf"(?:{_alternatives(ORGANISATIONS)}){END}")

_CLAUSE = (*data.lines("names/clause_words.txt"), *data.lines("names/clause_verbs.txt"))
CLAUSE = {tone_key(entry.rstrip("*+")): entry[-1] if entry[-1] in "*+" else "" for entry in _CLAUSE}
"""Phrase that ends a post or organisation → ``*`` only after a proper noun, ``+`` never, else always."""
CLAUSE_WORD = re.compile(rf"(?:{_alternatives(CLAUSE)}){END}")
