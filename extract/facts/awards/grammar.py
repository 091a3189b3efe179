"""Patterns over the codes of a row: who stands where in a report of awards.

One expression, its alternatives in order of preference; every alternative is a rule of data/rules/award.toml.
A pattern says which numbers belong to which award; who gives, and whether it was given or only asked for, is read
afterwards from the elements around it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from extract.facts.awards.elements import Element, Row

PREDICATE = r"(?:[PDQOV](?:[B_K,]{0,5}[GVDQPC]|[GVDQPC])*)"
"""What ties recipients to an award named after them: được … tặng, đạt, đăng ký … tặng, được đề nghị tặng."""

_LIST = rf"[Rr](?:_?,(?:T|F)?[Rr](?!_?{PREDICATE}A)|;R(?=;?$))*"
"""Recipients after an award: a list ends before recipients who have an award of their own."""

_SUBJECT = r"[Rr](?:[_K]?[,;]{1,2}[Rr])*"
_SPLIT = r"(?:_?,?[T:(]{1,2}_?(?P<split>" + _LIST + r"))?"

PATTERNS = {
    "times": rf"(?P<n>M)_?(?:{PREDICATE}|[GV])?A|A(?P<n2>M)",
    "recipients-first": rf"(?P<n>(?<!F){_SUBJECT}|(?<=F)R)[_BK]{{0,3}}(?:,B)*(?:,(?=[PV]))?{PREDICATE}A(?!_?F_?[Rr])",
    "family-title": rf"(?P<n>R)[_BK]{{0,2}}{PREDICATE}EK?",
    "count-first": rf"(?P<n>N)A(?:[_GPVBK]{{0,4}}F_?(?:(?P<unit>U(?:,U)*)|(?P<split>{_LIST}))|\((?P<split2>{_LIST})|\((?P<unit2>U(?:,U)*))?",
    "award-first": rf"A(?:(?:[_GPVK\-]|,?B){{0,6}}F(?:U|_)?(?:,_?)?(?:[:T]{{0,2}}))(?P<n>{_LIST}){_SPLIT}",
    "give-recipients": rf"(?:G|C(?=F?[Rr]A))F?(?P<n>{_LIST})_?A(?!_?F)",
    "titled": r"(?P<n>R)A(?!_?F)",
    "noun-first": rf"A(?:_?[:(\-]{{1,2}})?(?:(?P<n>R(?:_?,R(?!_?{PREDICATE}A))*)|(?<=[:(\-])(?P<n2>N)(?:[(:](?P<split>{_LIST}))?)",
    "ellipsis": r"(?P<n>[RN])V?K(?![PA])|(?<=[;,])K[:_]?(?P<n2>[RN])",
    "commended-passive": rf"(?P<n>{_SUBJECT})[_BK]{{0,3}}(?:,B)*(?:,(?=P))?[PVDQ](?:[BK_,]{{0,4}}|G,)C(?:,[CG])*(?!,?[GA]|F?[RrN])K?",
    "commended": rf"C(?:,[CG])*F?(?:U(?:,U)*[,:T]+)?(?P<n>{_LIST}){_SPLIT}",
}  # fmt: skip
_COMPILED = {name: re.compile(pattern) for name, pattern in PATTERNS.items()}
_COMMENDED_LIST = re.compile(r"CF?(?:NA_?,)+(?:R_?,)*$")
"""Before recipients in a list of those commended that begins with a title: ``biểu dương 9 thợ giỏi, 20 đội``."""
_STARTS = re.compile(r"[RrNMAGCK]")


@dataclass(frozen=True, slots=True)
class Match:
    """Where one pattern matched, and what it ties together. Indices are into the row's elements."""

    rule: str
    first: int
    last: int
    """Index of the last element that belongs to it."""
    counts: tuple[int, ...]
    split: tuple[int, ...]
    """Counts that only divide up the one before them."""
    award: int | None
    level: int | None
    unit: int | None


def matches(row: Row) -> Iterator[Match]:
    """Matches from left to right, not overlapping in their counts."""
    position = 0
    while start := _STARTS.search(row.codes, position):
        position = start.start()
        found = _match_at(row, position)
        if found is None:
            position += 1
            continue
        yield found
        position = max(position, *found.counts, *found.split, _consumed(row, found)) + 1


def _consumed(row: Row, match: Match) -> int:
    """An award before its recipients can go on to others; one after them is used up."""
    if match.award is None or match.award < match.counts[0]:
        return match.counts[-1]
    return match.award


def _match_at(row: Row, position: int) -> Match | None:
    for name, pattern in _COMPILED.items():
        if found := pattern.match(row.codes, position):
            groups = found.groupdict()
            counts = _numbers(row, found, "n") or _numbers(row, found, "n2")
            award = next((i for i in range(*found.span()) if row.codes[i] == "A"), None)
            level = next((i for i in range(found.end() - 1, found.start() - 1, -1) if row.codes[i] == "K"), None)
            named = next((name for name in ("unit", "unit2") if groups.get(name)), None)
            unit = found.start(named) if named else None
            split = _numbers(row, found, "split") or _numbers(row, found, "split2")
            return Match(
                name,
                found.start(),
                found.end() - 1,
                counts,
                split,
                award,
                level,
                unit,
            )
    if row.codes[position] == "R" and _COMMENDED_LIST.search(row.codes, 0, position):
        return Match("commended", position, position, (position,), (), None, None, None)
    return None


def _numbers(row: Row, found: re.Match[str], group: str) -> tuple[int, ...]:
    if found.groupdict().get(group) is None:
        return ()
    return tuple(i for i in range(*found.span(group)) if row.codes[i] in "RrNM")


def elements_of(row: Row, indices: tuple[int, ...]) -> list[Element]:
    """The elements at some indices."""
    return [row.elements[i] for i in indices]
