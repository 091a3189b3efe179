"""The province an article is about: what its places say, weighed, then what its source says."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from extract.article.places import evidence
from extract.article.places.evidence import Clue, Evidence, Scope
from extract.article.places.gazetteer import names_34, names_63, successor
from extract.article.places.sources import province_of
from extract.article.places.units import MERGER

_LEAST: Mapping[Scope, float] = {"local": 2.5, "national lead": 6.0, "national headline": 10.0}
"""Weight below which a province is only touched upon; a body of the province named in the lead weighs 6."""
_LEAST_IN_HEADLINE = 5.0
"""The same where the headline names the province, whatever else it names."""
_LEAST_WITHOUT_LEAD = 4.0
"""What must come on top where neither headline nor lead nor source names the province."""
_SHARE = 0.45
"""Share of all weight that a province needs, unless the headline names it: else the article roams."""
_RIVAL = 0.6
"""Share of the first province's weight from which a second makes the article one about several."""
_SMALL_PART = 0.3
"""Share of a merged province's weight that one of its parts needs for the article to be about that part."""
_SHARE_WITH_RIVAL = 0.75
"""The same where another province weighs as much in the lead."""
_FROM_SOURCE = 4.0
_MOST_UNNAMED = 4
"""How many words such as ``toàn tỉnh`` count: each makes one province likelier."""


@dataclass(frozen=True, slots=True)
class Place:
    """The province an article is about, on both maps, and why; None where it is national or about several."""

    province: str | None = None
    """Name among the 63 before 1 July 2025."""
    province_2025: str | None = None
    """Name among the 34 since."""
    province_code: str | None = None
    province_2025_code: str | None = None
    reason: str = "none"
    """What decided: ``headline``, ``body named: …``, ``district: …``, ``commune: …``, ``named``, ``source``;
    or why nothing did: ``several``, ``none``."""
    evidence: tuple[int, int] | None = None
    """Place in the body of its name that weighs most; None where the body never names it."""


def locate(title: str | None, body: str, source: str | None, published: dt.date | None = None) -> Place:
    """The province an article is about.

    Args:
        title: headline, if known. Normalised, as is the body.
        body: the article's own text.
        source: name or host of who published it.
        published: decides whether ``tỉnh Lào Cai`` is the province before or since 1 July 2025; without it,
            the latest full date printed in the text does, or else the places named.
    """
    reading = evidence.read(title or "", body, published)
    new_map = reading.on >= MERGER
    if home := _home(source, new_map, reading):
        reading.clues.append(home)
    return _decide(reading, new_map)


def _home(source: str | None, new_map: bool, reading: Evidence) -> Clue | None:
    """What the source says: its own province, unless the text speaks of the whole country only."""
    code = province_of(source)
    if code is None or (reading.scope != "local" and not reading.unnamed):
        return None
    codes = {code}
    if new_map and names_34()[successor()[code]] == names_63()[code]:
        codes = {old for old, new in successor().items() if new == successor()[code]}
    return Clue(frozenset(codes), _FROM_SOURCE + min(reading.unnamed, _MOST_UNNAMED), "source")


def _decide(reading: Evidence, new_map: bool) -> Place:
    clues = reading.clues
    by_new = _sums(clues, lambda code: successor()[code])
    by_old = _sums(clues, lambda code: code)
    ranking = by_new if new_map else by_old
    best, rivals = _first(ranking)
    if best is None or ranking[best] < _least(reading, _fitting(clues, best, new_map)):
        return Place()
    if reading.regional or reading.digest:
        return Place(reason="several")
    if rivals or _roams(clues, best, ranking, new_map):
        return _about_several(by_new)
    new = best if new_map else successor()[best]
    old = _part(new, by_old, by_new[new]) if new_map else best
    return _place(old, new, clues)


def _fitting(clues: Sequence[Clue], code: str, new_map: bool) -> list[Clue]:
    """The clues that can mean a province of one of the maps."""
    if new_map:
        return [clue for clue in clues if any(successor()[old] == code for old in clue.provinces)]
    return [clue for clue in clues if code in clue.provinces]


def _least(reading: Evidence, fitting: Sequence[Clue]) -> float:
    if any(clue.reason == "headline" for clue in fitting):
        return min(_LEAST[reading.scope], _LEAST_IN_HEADLINE)
    fore = any(clue.fore and clue.weight for clue in fitting)
    return _LEAST[reading.scope] + (0 if fore else _LEAST_WITHOUT_LEAD) - min(reading.unnamed, _MOST_UNNAMED)


def _roams(clues: Sequence[Clue], best: str, ranking: Mapping[str, float], new_map: bool) -> bool:
    """Whether the article goes from province to province, the best one only first among others."""
    if any(clue.reason == "headline" for clue in _fitting(clues, best, new_map)):
        return False
    share = ranking[best] / sum(ranking.values())
    fore = _sums([clue for clue in clues if clue.fore], lambda code: successor()[code] if new_map else code)
    return share < _SHARE or (share < _SHARE_WITH_RIVAL and _first(fore)[1] != [])


def _about_several(by_new: Mapping[str, float]) -> Place:
    """Two provinces alike: nothing, or the one province of the 34 that both went to."""
    best, rivals = _first(by_new)
    if best is None or rivals:
        return Place(reason="several")
    return Place(province_2025=names_34()[best], province_2025_code=best, reason="several")


def _sums(clues: Sequence[Clue], unit: Callable[[str], str]) -> dict[str, float]:
    """Weight by province. A clue with several candidates counts where exactly one has clear evidence."""
    sums: dict[str, float] = defaultdict(float)
    unclear: list[tuple[set[str], float]] = []
    for clue in clues:
        codes = {unit(code) for code in clue.provinces}
        if len(codes) == 1:
            sums[codes.pop()] += clue.weight
        else:
            unclear.append((codes, clue.weight))
    clear = set(sums)
    for codes, weight in unclear:
        if len(fitting := codes & clear) == 1:
            sums[fitting.pop()] += weight
    return sums


def _first(sums: Mapping[str, float]) -> tuple[str | None, list[str]]:
    """The code that weighs most, and those that come near it."""
    if not sums:
        return None, []
    best = max(sums, key=lambda code: sums[code])
    return best, [code for code in sums if code != best and sums[code] >= _RIVAL * sums[best]]


def _part(new: str, by_old: Mapping[str, float], whole: float) -> str | None:
    """The part of a merged province that communes, districts or old names tell; else the one of its name."""
    parts = {code: by_old[code] for code in by_old if successor()[code] == new}
    best, rivals = _first(parts)
    if best and not rivals and parts[best] >= _SMALL_PART * whole:
        return best
    return next((code for code, name in names_63().items() if _keeps_name(code, name, new)), None)


def _keeps_name(code: str, name: str, new: str) -> bool:
    return successor()[code] == new and names_34()[new] in (name, name.removeprefix("Thừa Thiên "))


def _place(old: str | None, new: str, clues: Sequence[Clue]) -> Place:
    fitting = [clue for clue in clues if old in clue.provinces or (old is None and _within(clue, new))]
    decisive = max(fitting, key=lambda clue: clue.weight)
    printed = max((c for c in fitting if c.span), key=lambda clue: clue.weight, default=None)
    return Place(
        names_63()[old] if old else None,
        names_34()[new],
        old,
        new,
        decisive.reason,
        printed.span if printed else None,
    )


def _within(clue: Clue, new: str) -> bool:
    return {successor()[code] for code in clue.provinces} == {new}
