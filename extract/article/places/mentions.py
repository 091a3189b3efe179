"""Where a text names provinces, districts and communes."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from ahocorasick_rs import AhoCorasick, Implementation, MatchKind

import data
from extract.article.places.gazetteer import KINDS, Level, Unit, by_name, fold, lookup, name_key

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
_BEFORE_COLON = re.compile(r"\s*([^\W\d_][\w’' -]{1,24}?)\s*:")
_INITIAL = re.compile(r"(?<![^\W\d_])[^\W\d_]")
_WORD = re.compile(r"[^\W_]")
_NEXT_WORD = re.compile(r"[ -]{0,3}([^\W\d_][^\W\d_]*(?:['’][^\W\d_]+)*)")
_DIGITS = re.compile(r" ?0?([1-9]\d?)\b(?![./,]\d)")
_JOINT = re.compile(r"(?:, | và |; )(?=[^\W\d_])")
_PLURAL = re.compile(r"(?:các|những|hai|ba|bốn|năm|\d) $")
_PROVINCE_KIND = re.compile(r"\b(tỉnh|thành phố|tp\.?) ?$")
_NEXT_INITIAL = re.compile(r" (?:của )?(.)")
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


def mentions(text: str) -> list[PlaceMention]:
    """Places named in a normalised text, in order, none inside another.

    Provinces and well-known towns count with or without a word for their kind; other districts and communes
    only with one (``quận Đống Đa``, ``các huyện A, B``), after LĐLĐ, or opening a text (``Long Biên: …``), as
    their bare names are too often those of people, streets and other places.
    """
    return find(text, fold(text))


def find(text: str, folded: str) -> list[PlaceMention]:
    """The same, for a text whose folded form is at hand."""
    found = _opening(folded)
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
        yield from _after_kind(text, folded, kind, start, end)
    elif pattern in _UNIONS:
        yield from _after_union(text, folded, end)
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


def _after_kind(text: str, folded: str, kind: str, start: int, end: int) -> Iterator[PlaceMention]:
    """The name that follows a kind; after a plural all names of the enumeration: ``các huyện A, B và C``."""
    found = _named(text, folded, kind, start, end)
    plural = kind in KINDS and _PLURAL.search(folded[max(0, start - 8) : start])
    while found:
        yield found
        joint = plural and _JOINT.match(folded, found.end)
        found = _named(text, folded, kind, joint.end(), joint.end()) if joint else None
        if found and name_key(folded[found.start : found.end]) in by_name("province"):
            return  # ``các huyện A, B, Thanh Hóa``: where they lie, not a third


def _after_union(text: str, folded: str, end: int) -> Iterator[PlaceMention]:
    """A district whose union is named without its kind: ``LĐLĐ Long Biên``."""
    for stop in reversed(_name_ends(text, folded, end)):
        key = name_key(folded[end:stop])
        if key in by_name("province"):
            return
        if units := by_name("district").get(key):
            start = end + len(folded[end:stop]) - len(folded[end:stop].lstrip())
            yield PlaceMention(start, stop, "district", None, units)
            return


def _opening(folded: str) -> list[PlaceMention]:
    """A district that opens a text, or headline, before a colon."""
    opening = _BEFORE_COLON.match(folded)
    units = by_name("district").get(name_key(opening[1])) if opening else None
    if not opening or not units or name_key(opening[1]) in by_name("province"):
        return []
    return [PlaceMention(opening.start(1), opening.end(1), "district", None, units)]


@cache
def _towns() -> frozenset[str]:
    return frozenset(fold(name) for name in data.lines("provinces/towns.txt"))


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
