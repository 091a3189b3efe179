"""Patterns over the codes of a row: who stands where in a report of awards.

The patterns are tried in order of preference; each is a rule of data/rules/award.toml. A pattern says which
numbers belong to which award; who gives, and whether it was given or only asked for, is read afterwards from
the elements around it. Every repetition is bounded: rows can be as long as a hostile text makes them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from extract.facts.awards.elements import Row

PREDICATE = r"(?:[PDQOV](?:[B_K,]{0,5}[GVDQPCO]){0,6})"
"""What ties recipients to an award named after them: được … tặng, đạt, đăng ký … tặng, được đề nghị tặng."""

_LIST = rf"[Rr](?:_?,(?:T|F)?[Rr](?!_?{PREDICATE}A)|;R(?=;?$)){{0,15}}"
"""Recipients after an award. The list ends before recipients who have an award of their own."""

_SUBJECT = r"[Rr](?:(?:_?,|;),?[Rr]){0,15}"
"""Recipients before what they were given. Those to whom something else was just given (F) are none."""

_FOR = r"(?:F[_UBK]{1,3})?"
"""Whom recipients did it for, before what they got: ``9 thợ có đóng góp cho xưởng được tuyên dương``."""

_SPLIT = rf"(?:_?,?[T:(]{{1,2}}_?(?P<split>(?![Rr]_?{PREDICATE}A){_LIST}))?"
_TO = rf"[_GPVBK]{{0,4}}F_?(?:(?P<unit>U(?:,U){{0,5}})|(?P<split>{_LIST}))"
_IN_BRACKETS = rf"\((?:(?P<bracket_split>{_LIST})|(?P<bracket_unit>U(?:,U){{0,5}}))"

PATTERNS = {
    "times": (
        rf"(?P<n>M)_?(?:{PREDICATE}|[GV])?A|(?P<row>Y),?[_B]{{0,2}}(?:{PREDICATE}|[GV])?A(?!_?F_?[Rr])"
        rf"|A(?P<after>[MY])"
    ),
    "recipients-first": (
        rf"(?P<n>(?<!F){_SUBJECT}|(?<=F)R)[_BK]{{0,3}}{_FOR}(?:,B){{0,5}}[MY]?(?:,(?=[PV]))?"
        rf"{PREDICATE}A(?!_?F_?[Rr]){_SPLIT}|(?P<after>N)[VD]{{1,2}}A(?!_?F_?[Rr])"
        rf"|(?P<title>N)A[_K]{{0,2}}P_?(?:B(?:,B){{0,3}})?[GV]{{1,2}}(?P<award>A)(?!_?F_?[Rr])"
    ),
    "family-title": rf"(?P<n>R)[_BK]{{0,2}}{PREDICATE}EK?",
    "count-first": rf"(?P<n>N)A(?:U?{_TO}|{_IN_BRACKETS}|(?P<beside>U))?",
    "award-first": (
        rf"A(?:[_GPVKU-]|,?B){{0,6}}(?:F|(?<=G)(?=R))(?:[U_]?,_?|U)?[:T]{{0,2}}(?P<n>{_LIST}){_SPLIT}"
    ),
    "give-recipients": rf"(?:G|C(?=F?[Rr]_?A))F?(?P<n>{_LIST})_?A(?!_?F)",
    "titled": r"(?P<n>R)A(?!_?F)",
    "noun-first": (
        rf"(?<=[:;,-])A(?P<bare>N)(?=[;,:]|$)|A(?P<before>U)?(?:_?[:(-]{{1,2}}|,?T:?)?(?:(?P<n>R(?:_?,R(?!_?{PREDICATE}A)){{0,15}})"
        rf"|(?<=[:(-])(?P<after>N)(?:[(:](?P<split>{_LIST}))?)"
    ),
    "ellipsis": r"(?P<n>[RN])V?K(?![PA])|(?<=[;,])K[:_]?(?P<after>[RN])",
    "commended-passive": (
        rf"(?P<n>{_SUBJECT})[_BK]{{0,3}}{_FOR}(?:,B){{0,5}}(?:,(?=P))?[PVDQ](?:[BK_,]{{0,4}}|G,)"
        r"C(?:,[CG]){0,3}(?!,?[GA]|F?[RrN])K?"
    ),
    "commended": (
        rf"C(?:,[CG]){{0,3}}(?:_?BF|F)?(?:U(?:,U){{0,5}}[,:T]{{1,3}})?(?P<n>{_LIST}){_SPLIT}(?!_?{PREDICATE}A)"
    ),
}
"""Rule id without its prefix → pattern. ``n`` or ``after`` are the counts."""

_COMPILED = {name: re.compile(pattern) for name, pattern in PATTERNS.items()}
_STARTS = re.compile(r"[RrNMYAGCK]")
_AMONG_COMMENDED = re.compile(r"CF?(?:NA_?,){1,9}(?:R_?,){0,9}$")
"""Before others in a list of those commended that a title begins: ``biểu dương 9 thợ giỏi, 20 đội``."""


@dataclass(frozen=True, slots=True)
class Match:
    """Where one pattern matched, and what it ties together. Indices are into the row's elements."""

    rule: str
    first: int
    last: int
    counts: tuple[int, ...]
    split: tuple[int, ...] = ()
    """Counts that only divide up the one before them."""
    award: int | None = None
    level: int | None = None
    unit: int | None = None
    """First of the recipients without a number: ``cho tập thể``."""


def matches(row: Row) -> Iterator[Match]:
    """Matches from left to right, not overlapping in their counts."""
    position = 0
    while start := _STARTS.search(row.codes, position):
        position = start.start()
        if found := _match_at(row, position):
            yield found
            # An award before its recipients may go on to others; one after them is used up.
            used = found.award if found.award is not None and found.award > found.counts[0] else 0
            position = max(used, *found.counts, *found.split)
        position += 1


def _match_at(row: Row, position: int) -> Match | None:
    for name, pattern in _COMPILED.items():
        if found := pattern.match(row.codes, position):
            return _made(row, name, found)
    if row.codes[position] == "R" and _AMONG_COMMENDED.search(row.codes, max(0, position - 60), position):
        return Match("commended", position, position, (position,))
    return None


def _made(row: Row, name: str, found: re.Match[str]) -> Match:
    inside = range(*found.span())
    groups = {group: found.start(group) for group, value in found.groupdict().items() if value}
    unit = next((groups[g] for g in ("unit", "bracket_unit", "beside", "before") if g in groups), None)
    return Match(
        name,
        found.start(),
        found.end() - 1,
        counts=_numbers(row, found, "n", "row", "after", "bare", "title"),
        split=_numbers(row, found, "split", "bracket_split"),
        award=groups.get("award", next((i for i in inside if row.codes[i] == "A"), None)),
        level=next((i for i in (inside[-1], inside[0]) if row.codes[i] == "K"), None),
        unit=unit,
    )


def _numbers(row: Row, found: re.Match[str], *groups: str) -> tuple[int, ...]:
    """Indices of the counts in the first of some groups that matched."""
    for group in groups:
        if found.groupdict().get(group):
            return tuple(i for i in range(*found.span(group)) if row.codes[i] in "RrNMY")
    return ()
