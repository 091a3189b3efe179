"""What each place named says about whom an article is about: a weight by where it stands and what is by it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

import data
from extract.article.places.gazetteer import MERGER, Unit, fold
from extract.article.places.mentions import PlaceMention, find

LEAD = 400
"""Characters of the body that count as its lead, where the first paragraphs are shorter than that."""

_BODY, _KIND, _DISTRICT, _COMMUNE, _BARE, _EVENT, _ITEM, _ORIGIN = 3.0, 2.0, 2.0, 1.5, 1.0, 0.6, 0.3, 0.2
_IN_HEADLINE, _OPENS_HEADLINE, _IN_LEAD = 4.0, 6.0, 2.0
_REPEATS = 6
"""Mentions of one province that count in full; further ones add little."""

_COMMA = re.compile(r"\s*(?:,|;|và|-|/)\s*(?:các )?(?:tỉnh |thành phố |tp\.? ?)?")
_OPENING = re.compile(r"\s*(?:[:-]|tổ chức|\()")


@dataclass(frozen=True, slots=True)
class Clue:
    """One piece of evidence: the provinces among the 63 that it can mean, and how much it weighs."""

    provinces: frozenset[str]
    weight: float
    reason: str
    span: tuple[int, int] | None
    """Place in the body; None for headline and source."""
    name: str = ""
    """Code among the 63 of the province that bears the printed name, if any."""


@dataclass(frozen=True, slots=True)
class Clues:
    """All evidence of an article."""

    clues: list[Clue]
    national: bool
    """Whether headline or lead name bodies of the whole country."""
    unnamed: int
    """How often the text speaks of a province without its name: ``toàn tỉnh``."""


@cache
def _before(*lists: str, tail: str = "") -> re.Pattern[str]:
    """Matches text that ends in one of the words of some lists, and then ``tail``."""
    table = data.toml("provinces/contexts.toml")
    words = sorted((word for name in lists for word in table[name]), key=len, reverse=True)
    return re.compile(rf"(?<!\w)({'|'.join(map(re.escape, words))}){tail} ?$")


@cache
def _anywhere(name: str) -> re.Pattern[str]:
    words = sorted(data.toml("provinces/contexts.toml")[name], key=len, reverse=True)
    return re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, words))})(?!\w)")


def read(title: str, body: str, new_map: bool) -> Clues:
    """All evidence in headline and body."""
    folded_title, folded = fold(title), fold(body)
    lead = _lead_end(body)
    national = bool(
        _anywhere("national").search(folded_title) or _anywhere("national").search(folded, 0, lead)
    )
    clues = list(_of_headline(title, folded_title, new_map))
    clues += _of_body(folded, find(body, folded), lead, national, new_map)
    return Clues(clues, national, len(_anywhere("unnamed").findall(folded)))


def _lead_end(body: str) -> int:
    end = body.find("\n", LEAD // 2, LEAD)
    return end if end > 0 else min(LEAD, len(body))


def _of_headline(title: str, folded: str, new_map: bool) -> Iterator[Clue]:
    for clue, mention in _weighed(folded, find(title, folded), new_map):
        opens = mention.start < 12 and _OPENING.match(folded, mention.end)
        yield Clue(
            clue.provinces,
            clue.weight * (_OPENS_HEADLINE if opens else _IN_HEADLINE),
            "headline",
            None,
            clue.name,
        )


def _of_body(
    folded: str, found: Sequence[PlaceMention], lead: int, national: bool, new_map: bool
) -> Iterator[Clue]:
    seen: dict[frozenset[str], int] = {}
    for clue, mention in _weighed(folded, found, new_map):
        weight = clue.weight
        if mention.start < lead:
            weight *= 0.0 if national and weight <= _EVENT else _IN_LEAD
        seen[clue.provinces] = seen.get(clue.provinces, 0) + 1
        if seen[clue.provinces] > _REPEATS:
            weight *= 0.3
        yield Clue(clue.provinces, weight, clue.reason, clue.span, clue.name)


def _weighed(
    folded: str, found: Sequence[PlaceMention], new_map: bool
) -> Iterator[tuple[Clue, PlaceMention]]:
    listed = _listed(folded, found)
    for mention in found:
        weight, reason = _weight(folded, mention, mention.start in listed)
        units = _on_map(mention.units, new_map)
        provinces = frozenset(code for unit in units for code in unit.provinces)
        if weight and provinces:
            span = (mention.start, mention.end)
            name = next((u.code for u in mention.units if u.level == "province" and u.valid_to), "")
            yield Clue(provinces, weight, reason, span, name), mention


def _on_map(units: Sequence[Unit], new_map: bool) -> Sequence[Unit]:
    """The units of one of the two maps; those of the other where it has none of the name."""
    return [unit for unit in units if (unit.valid_from == MERGER) == new_map] or units


def _listed(folded: str, found: Sequence[PlaceMention]) -> frozenset[int]:
    """Starts of the mentions that stand in an enumeration of three provinces or more."""
    listed: set[int] = set()
    run: list[PlaceMention] = []
    for mention in [*found, None]:
        joined = run and mention and _COMMA.fullmatch(folded, run[-1].end, mention.start)
        if not joined or mention is None or mention.level != "province":
            if len({m.provinces for m in run}) > 2:
                listed.update(m.start for m in run)
            run = []
        if mention is not None and mention.level == "province":
            run.append(mention)
    return frozenset(listed)


def _weight(folded: str, mention: PlaceMention, listed: bool) -> tuple[float, str]:
    printed = folded[mention.start : mention.end]
    before = folded[max(0, mention.start - 48) : mention.start]
    if mention.level != "province":
        weight = _DISTRICT if mention.level == "district" else _COMMUNE
        return weight, f"{mention.level}: {printed}"
    if not mention.kind and _before("person", "street", "press").search(before):
        return 0.0, ""
    if listed:
        return _ITEM, "named"
    return _weight_of_province(before, printed, mention)


def _weight_of_province(before: str, printed: str, mention: PlaceMention) -> tuple[float, str]:
    if body := _before("body", tail=r"[^.,;:()\n“”\"]{0,24}?").search(before):
        return _BODY, f"body named: {before[body.start() :].strip()} {printed}"
    if _before("origin").search(before):
        return _ORIGIN, "named"
    if mention.kind:
        return (_EVENT if _before("place").search(before) else _KIND), "named"
    return (_EVENT if _before("place").search(before) or before.endswith("(") else _BARE), "named"
