"""Where a text names provinces, districts and communes."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from ahocorasick_rs import AhoCorasick, Implementation, MatchKind

import data
from extract.article.places.naming import PlaceMention, after_kind, after_union, opening
from extract.article.places.resolving import by_name
from extract.article.places.units import fold, name_key

_PRINTED_KINDS = {
    "quận": "quận",
    "q.": "quận",
    "huyện": "huyện",
    "thị xã": "thị xã",
    "tx.": "thị xã",
    "tx": "thị xã",
    "xã": "xã",
    "phường": "phường",
    "p.": "phường",
    "thị trấn": "thị trấn",
    "tt.": "thị trấn",
    "đặc khu": "đặc khu",
    "thành phố": "thành phố",
    "tp.": "thành phố",
    "tp": "thành phố",
}
_UNIONS = frozenset({"lđlđ", "liên đoàn lao động"})
_INITIAL = re.compile(r"(?<![^\W\d_])[^\W\d_]")
_WORD = re.compile(r"[^\W_]")
_PROVINCE_KIND = re.compile(r"\b(tỉnh|thành phố|tp\.?) ?$")
_NEXT_INITIAL = re.compile(r" (?:của )?(.)")


def mentions(text: str) -> list[PlaceMention]:
    """Places named in a normalised text, in order, none inside another.

    Provinces and well-known towns count with or without a word for their kind; other districts and communes
    only with one (``quận Đống Đa``, ``các huyện A, B``), after LĐLĐ, or opening a text (``Long Biên: …``), as
    their bare names are too often those of people, streets and other places.
    """
    return find(text, fold(text))


def find(text: str, folded: str) -> list[PlaceMention]:
    """The same, for a text whose folded form is at hand."""
    found = opening(folded)
    position = found[0].end if found else 0
    for index, start, end in _automaton().find_matches_as_indexes(folded):
        if start < position or not _whole(folded, start, end):
            continue
        for mention in _read(text, folded, _patterns()[index], start, end):
            found.append(mention)
            position = mention.end
    return found


@cache
def _patterns() -> tuple[str, ...]:
    names = {fold(unit_name) for unit_name in _printed_names()}
    longer = data.toml("provinces/contexts.toml")["longer"]
    towns = [fold(name) for name in data.lines("provinces/towns.txt")]
    return tuple(dict.fromkeys([*longer, *names, *_PRINTED_KINDS, *_UNIONS, *towns]))


@cache
def _printed_names() -> dict[str, str]:
    """Folded name or alias of a province → as it is written in the tables."""
    names = [row["name"] for row in data.table("provinces/provinces.csv")]
    names += [row["alias"] for row in data.table("provinces/aliases.csv")]
    return {fold(name): name for name in names}


@cache
def _automaton() -> AhoCorasick:
    return AhoCorasick(
        list(_patterns()), matchkind=MatchKind.LeftmostLongest, implementation=Implementation.ContiguousNFA
    )


def _whole(text: str, start: int, end: int) -> bool:
    """Whether a match ends where words end; after ``tp`` and ``tp.`` the name may follow at once."""
    if start and _WORD.match(text[start - 1]):
        return False
    return (
        end == len(text) or not _WORD.match(text[end]) or text[start:end] in ("tp", "tp.", "tx.", "q.", "p.")
    )


def _read(text: str, folded: str, pattern: str, start: int, end: int) -> Iterator[PlaceMention]:
    if kind := _PRINTED_KINDS.get(pattern):
        yield from after_kind(text, folded, kind, start, end)
    elif pattern in _UNIONS:
        yield from after_union(text, folded, end)
    elif pattern in _towns() and text[start].isupper():
        yield PlaceMention(start, end, "district", None, by_name("district")[name_key(pattern)])
    elif (printed := _printed_names().get(pattern)) and _written_as_name(text[start:end], printed):
        yield from _province(text, folded, pattern, start, end)


def _written_as_name(text: str, printed: str) -> bool:
    """Whether every word that has a capital in the table has one here."""
    return all(text[m.start()].isupper() or not m[0].isupper() for m in _INITIAL.finditer(printed))


def _province(text: str, folded: str, pattern: str, start: int, end: int) -> Iterator[PlaceMention]:
    before = _PROVINCE_KIND.search(folded, max(0, start - 12), start)
    kind = None
    if before:
        kind, start = ("tỉnh" if before[1] == "tỉnh" else "thành phố"), before.start()
    elif _names_no_province(text, pattern, end):
        return
    units = by_name("province").get(name_key(pattern), ())
    yield PlaceMention(start, end, "province", kind, units)


def _names_no_province(text: str, pattern: str, end: int) -> bool:
    """Whether a name without its kind is the man or a movement, or the capital is another country's."""
    following = _NEXT_INITIAL.match(text, end) if pattern == "thủ đô" else None
    return pattern == "hồ chí minh" or bool(following and following[1].isupper())


@cache
def _towns() -> frozenset[str]:
    return frozenset(fold(name) for name in data.lines("provinces/towns.txt"))
