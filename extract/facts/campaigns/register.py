"""The register of well-known campaigns: linking printed names to it, and finding names without marks."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Literal

from ahocorasick_rs import AhoCorasick, MatchKind
from rapidfuzz import fuzz, process

import data
from extract.language.normal import tone_key

Kind = Literal["movement", "drive", "programme"]

LIKENESS = 93
"""Least likeness, of 100, by which a long name that differs in a letter or a word is taken for an entry's."""

AFTER_UNCLE_HO = "Học tập và làm theo tư tưởng, đạo đức, phong cách Hồ Chí Minh"
_AFTER_UNCLE_HO = re.compile(
    r"học tập(?:\s*,|\s+và)?\s+(?:và\s+)?làm theo\s+(?:tư tưởng|tấm gương)[^.;:“”\"\n]{0,60}?"
    r"(?:chủ tịch\s+)?hồ chí minh(?!\w)"
)
_EDITION = re.compile(r"\s+(?:năm\s+)?(?:19|20)\d\d\s*$|\s+[-–—]\s+|:\s")
_LONG_ENOUGH = 24
_NOT_A_WORD = re.compile(r"[\W_]+")
_SAME = (
    (re.compile(r"\b(?:đảm bảo|bảo đảm)\b"), "bảo đảm"),
    (re.compile(r"\b0(?=\d\b)"), ""),
    (re.compile(r"\bmột (?=triệu|nghìn|ngàn)"), "1 "),
    (re.compile(r"\bngàn\b"), "nghìn"),
    (re.compile(r"\batvslđ\b"), "an toàn vệ sinh lao động"),
    (re.compile(r"\bcbccvc\b"), "cán bộ công chức viên chức"),
    (re.compile(r"\bcnvclđ\b"), "công nhân viên chức lao động"),
    (re.compile(r"\b(?:covid|covid 19)\b"), "covid 19"),
)
_SEPARATOR = r"[\s,;:–—“”\"-]+"
_OPENING_WORDS = 2
_NOT_PART_OF_IT = "đẩy mạnh"
"""Words that some wordings begin with, but that outside quotation marks stand before the name."""


@dataclass(frozen=True, slots=True)
class Entry:
    """A campaign of the register. ``unquoted``: its name is known for one without quotation marks."""

    id: str
    name: str
    kind: Kind
    unquoted: bool


@dataclass(frozen=True, slots=True)
class _Wording:
    """One way of writing an entry's name."""

    entry: Entry
    pattern: re.Pattern[str]


def fold(name: str) -> str:
    """The key by which two printings are one name: no case, marks, tone placement or number style."""
    key = " ".join(_NOT_A_WORD.sub(" ", tone_key(name)).split())
    for pattern, one in _SAME:
        key = pattern.sub(one, key)
    return key


@cache
def entries() -> dict[str, Entry]:
    """Entries of the register by folded name and alias."""
    found: dict[str, Entry] = {}
    for row in data.toml("campaigns/register.toml")["campaign"]:
        entry = Entry(row["id"], row["name"], row["kind"], row["unquoted"])
        for wording in (row["name"], *row["aliases"]):
            found.setdefault(fold(wording), entry)
    return found


def link(name: str) -> Entry | None:
    """The entry a printed name belongs to: by its key, else by near likeness if long; None if unknown."""
    key = fold(name)
    if _AFTER_UNCLE_HO.search(key):
        return entries()[fold(AFTER_UNCLE_HO)]
    if (entry := entries().get(key) or _edition_of(name)) or len(key) < _LONG_ENOUGH:
        return entry
    near = process.extractOne(key, _long_keys(), scorer=fuzz.ratio, score_cutoff=LIKENESS)
    if near is None or re.findall(r"\d+", key) != re.findall(r"\d+", near[0]):
        return None
    return entries()[near[0]]


def _edition_of(name: str) -> Entry | None:
    """The entry whose name, of three syllables or more, stands before a year or a dash: Tết Sum vầy 2019."""
    edition = _EDITION.search(name)
    head = fold(name[: edition.start()]) if edition else ""
    return entries().get(head) if head.count(" ") >= 2 else None


@cache
def _long_keys() -> tuple[str, ...]:
    return tuple(key for key in entries() if len(key) >= _LONG_ENOUGH)


@cache
def _wordings() -> tuple[AhoCorasick, tuple[tuple[_Wording, ...], ...]]:
    """An automaton of the first words of all names, and for each of those the names that begin so."""
    by_opening: dict[str, list[_Wording]] = {}
    for row in data.toml("campaigns/register.toml")["campaign"]:
        entry = Entry(row["id"], row["name"], row["kind"], row["unquoted"])
        for wording in (row["name"], *row["aliases"]):
            words = _NOT_A_WORD.sub(" ", tone_key(wording)).split()
            if (
                len(words) < _OPENING_WORDS
                or " ".join(words[:2]) == _NOT_PART_OF_IT
                or row["name"] == AFTER_UNCLE_HO
            ):
                continue
            pattern = re.compile(_SEPARATOR.join(map(_loose, words)) + r"(?!\w)")
            by_opening.setdefault(_opening(wording), []).append(_Wording(entry, pattern))
    groups = (
        tuple(sorted(group, key=lambda wording: -len(wording.pattern.pattern)))
        for group in by_opening.values()
    )
    return AhoCorasick(list(by_opening), matchkind=MatchKind.LeftmostLongest), tuple(groups)


def _opening(wording: str) -> str:
    """The first words of a name, up to its first comma or dash."""
    chunk = re.split(r"[,;:–—-]", tone_key(wording), maxsplit=1)[0]
    return " ".join(chunk.split()[:_OPENING_WORDS])


def _loose(word: str) -> str:
    """A word as printed: giỏi, sĩ / sỹ."""
    return re.escape(word).replace("sĩ", "s[ĩỹ]")


def unquoted(key: str) -> Iterator[tuple[int, int, Entry]]:
    """Places where a registered name stands in a text, marks and case aside; ``key`` is its ``tone_key``."""
    for match in _AFTER_UNCLE_HO.finditer(key):
        yield match.start(), match.end(), entries()[fold(AFTER_UNCLE_HO)]
    automaton, groups = _wordings()
    position = 0
    for group, start, end in automaton.find_matches_as_indexes(key):
        if start < position or (start and key[start - 1].isalnum()) or key[end : end + 1].isalnum():
            continue
        for wording in groups[group]:
            if named := wording.pattern.match(key, start):
                yield named.start(), named.end(), wording.entry
                position = named.end()
                break
