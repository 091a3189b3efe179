"""What a place named says about whom an article is about: a weight by where it stands and what is by it."""

from __future__ import annotations

import datetime as dt
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache
from typing import Literal

from ahocorasick_rs import AhoCorasick, MatchKind

import data
from extract.article.places.dating import day_of
from extract.article.places.gazetteer import MERGER, Unit, fold
from extract.article.places.mentions import PlaceMention, find

LEAD = 400
"""Characters of the body that count as its lead, where the first paragraphs are shorter than that."""

_BODY, _KIND, _DISTRICT, _COMMUNE, _BARE, _ADDRESS, _ITEM, _ORIGIN = 3.0, 2.0, 2.0, 1.5, 1.0, 0.6, 0.3, 0.2
_IN_HEADLINE, _OPENS_HEADLINE, _IN_LEAD = 4.0, 6.0, 2.0
_IN_BRACKETS, _REPEATED, _AS_VENUE = 0.5, 0.3, 0.5
_CAPITAL = "01"
_REPEATS = 6
"""Mentions of one place that count in full; further ones add little."""
_DIGEST = 3
"""Lines that open with a different province each from which a text is a digest of news."""
_WINDOW = 48
"""Characters before a name that are looked at."""

_JOINT = re.compile(r"\s*(?:,|;|và|-|/)\s*(?:các )?")
_PLURAL = re.compile(r"(?:các|hai|ba|bốn|nhiều|một số) (?:tỉnh|thành phố|địa phương)\W{0,2}(?:thành |phố )?$")
_OPENING = re.compile(r"\s*(?:[:-]|tổ chức|\()")
_CAPITALISED = re.compile(r"(?:^|\W)([^\W\d_]+) ?$")

Scope = Literal["local", "national lead", "national headline"]


@dataclass(frozen=True, slots=True)
class Clue:
    """One piece of evidence: the provinces among the 63 that it can mean, and how much it weighs."""

    provinces: frozenset[str]
    weight: float
    reason: str
    span: tuple[int, int] | None = None
    """Place in the body; None for headline and source."""
    fore: bool = True
    """Whether it stands in headline or lead, or is the source."""


@dataclass(frozen=True, slots=True)
class Evidence:
    """All evidence of an article."""

    clues: list[Clue]
    scope: Scope
    """Whether bodies of the whole country stand in the headline, or else in the lead."""
    regional: bool
    """Whether the headline speaks of several provinces without naming any."""
    unnamed: int
    """How often the text speaks of a province without its name: ``toàn tỉnh``."""
    on: dt.date
    """Day whose units the names mean first."""
    digest: bool = False
    """Whether it strings news of several provinces together, each under a line that opens with its own."""


def read(title: str, body: str, published: dt.date | None) -> Evidence:
    """All evidence in headline and body.

    Args:
        title: normalised headline, or nothing.
        body: normalised text.
        published: date of publication, if known.
    """
    folded = fold(body)
    found = find(body, folded)
    on = day_of(body, found, published)
    headline, text = _Text(title, fold(title), None, on), _Text(body, folded, found, on)
    scope = _scope(headline, text)
    in_headline = list(_of_headline(headline))
    regional = not in_headline and bool(_anywhere("regional").search(headline.folded))
    clues = [*in_headline, *_of_body(text, scope != "local")]
    return Evidence(clues, scope, regional, _unnamed(text), on, _is_digest(text))


class _Text:
    """A text with the places named in it."""

    def __init__(self, text: str, folded: str, found: list[PlaceMention] | None, on: dt.date) -> None:
        self.text, self.folded, self.on = text, folded, on
        self.found = find(text, folded) if found is None else found
        self.listed = _listed(folded, self.found)
        end = text.find("\n", LEAD // 2, LEAD)
        self.lead = end if end > 0 else min(LEAD, len(text))

    def before(self, mention: PlaceMention) -> str:
        """The folded words before a mention."""
        return self.folded[max(0, mention.start - _WINDOW) : mention.start]


def _scope(headline: _Text, text: _Text) -> Scope:
    if _is_national(headline.folded):
        return "national headline"
    return "national lead" if _is_national(text.folded[: text.lead]) else "local"


def _is_national(folded: str) -> bool:
    return bool(_anywhere("national").search(folded) or _of_the_country().search(folded))


def _is_digest(text: _Text) -> bool:
    opening = (m for m in text.found if text.text[m.start - 1 : m.start] in ("", "\n"))
    heads = {m.provinces for m in opening if text.text[m.end : m.end + 1] == ":"}
    return len(heads) >= _DIGEST


def _unnamed(text: _Text) -> int:
    """How many times ``LĐLĐ tỉnh``, ``toàn tỉnh`` and the like stand without a name after them."""
    ends = (end for _, _, end in _unnamed_words().find_matches_as_indexes(text.folded))
    return sum(
        not (text.text[end : end + 1].isalnum() or text.text[end + 1 : end + 2].isupper()) for end in ends
    )


@cache
def _unnamed_words() -> AhoCorasick:
    words = data.toml("provinces/contexts.toml")["unnamed"]
    return AhoCorasick(words, matchkind=MatchKind.LeftmostLongest)


def _of_headline(headline: _Text) -> Iterator[Clue]:
    for index, mention in enumerate(headline.found):
        clue = _clue(headline, index)
        if clue.weight:
            opens = mention.start < 12 and _OPENING.match(headline.folded, mention.end)
            weight = max(clue.weight, _ITEM if mention.start in headline.listed else _BARE)
            times = _OPENS_HEADLINE if opens else _IN_HEADLINE
            yield Clue(clue.provinces, weight * times, "headline")


def _of_body(text: _Text, national: bool) -> Iterator[Clue]:
    seen: Counter[frozenset[str]] = Counter()
    for index, mention in enumerate(text.found):
        clue = _clue(text, index)
        if not clue.weight:
            continue
        seen[clue.provinces] += 1
        weight = clue.weight * (_REPEATED if seen[clue.provinces] > _REPEATS else 1)
        fore = mention.start < text.lead
        if fore and national and _is_venue(text, index):
            weight, fore = weight * _of_venue(clue), False
        elif fore:
            weight *= _IN_LEAD
        yield replace(clue, weight=weight, fore=fore)


def _of_venue(clue: Clue) -> float:
    """Where the whole country's bodies meet says little, and nothing if it is the capital."""
    return 0 if _CAPITAL in clue.provinces else _AS_VENUE


def _clue(text: _Text, index: int) -> Clue:
    mention = text.found[index]
    weight, reason = _weight(text, index)
    if _in_brackets(text.folded, mention.start):
        weight *= _IN_BRACKETS
    units = _in_force(mention.units, text.on)
    provinces = frozenset(code for unit in units for code in unit.provinces)
    return Clue(provinces, weight, reason, (mention.start, mention.end))


def _in_force(units: Sequence[Unit], on: dt.date) -> Sequence[Unit]:
    """The units in force on a day; else those of that day's map; else all: old names outlive their units."""
    in_force = [unit for unit in units if unit.in_force(on)]
    return in_force or [u for u in units if (u.valid_from == MERGER) == (on >= MERGER)] or units


def _weight(text: _Text, index: int) -> tuple[float, str]:
    mention = text.found[index]
    before = text.before(mention)
    if not mention.kind and _names_no_place(text.text, before, mention.start):
        return 0.0, ""
    if mention.level != "province":
        return _weight_below(mention, before), f"{mention.level}: {text.text[mention.start : mention.end]}"
    if mention.start in text.listed:
        return _ITEM, "named"
    if _words("origin").search(before):
        return _ORIGIN, "named"
    body = _words("body", r"[^.,;:()\n“”\"]{0,24}?").search(before)
    if body and not _words("hall", r"[^.,;:()\n]{0,30}?").search(before):
        start = mention.start - len(before) + body.start()
        return _BODY, f"body named: {text.text[start : mention.end].strip()}"
    return _weight_of_bare(text, index, before), "named"


def _weight_below(mention: PlaceMention, before: str) -> float:
    """Weight of a district or commune."""
    if mention.level == "commune":
        return _COMMUNE
    return _DISTRICT if mention.kind or not before.strip() or _words("body").search(before) else _BARE


def _weight_of_bare(text: _Text, index: int, before: str) -> float:
    if _is_address(text, index) or _words("place").search(before):
        return _ADDRESS
    return _KIND if text.found[index].kind else _BARE


def _names_no_place(text: str, before: str, start: int) -> bool:
    """Whether the name is a person's, a street's, a paper's."""
    if _words("street", "press").search(before) or _words("honorific").search(before):
        return True
    word = _CAPITALISED.search(text[max(0, start - 12) : start])
    return bool(word and word[1][0].isupper() and fold(word[1]) in _surnames())


def _is_venue(text: _Text, index: int) -> bool:
    """Whether the place is only where something is held: ``tại Hà Nội``, ``tại khách sạn A, Huế``."""
    mention = text.found[index]
    if _is_address(text, index):
        return _is_venue(text, index - 1)
    before = text.before(mention)
    return bool(_words("place").search(before) or _words("venue", r"[^.,;:()\n]{0,30}?").search(before))


def _is_address(text: _Text, index: int) -> bool:
    """Whether a smaller unit stands right before it: ``quận Cầu Giấy, Hà Nội``."""
    if not index or text.found[index - 1].level == "province":
        return False
    between = text.folded[text.found[index - 1].end : text.found[index].start]
    return text.found[index].level != "commune" and between.strip() in ("", ",", "-", "(", "của", ", thuộc")


def _in_brackets(folded: str, start: int) -> bool:
    window = folded[max(0, start - _WINDOW) : start]
    return window.rfind("(") > window.rfind(")")


def _listed(folded: str, found: Sequence[PlaceMention]) -> frozenset[int]:
    """Starts of the mentions in an enumeration of three provinces or more, or after ``các tỉnh``."""
    listed: set[int] = set()
    run: list[PlaceMention] = []
    for mention in [*(m for m in found if m.level == "province"), None]:
        if mention and run and _JOINT.fullmatch(folded, run[-1].end, mention.start):
            run.append(mention)
            continue
        if _is_list(folded, run):
            listed.update(m.start for m in run)
        run = [mention] if mention else []
    return frozenset(listed)


def _is_list(folded: str, run: Sequence[PlaceMention]) -> bool:
    if len({mention.provinces for mention in run}) > 2:
        return True
    return bool(run) and bool(_PLURAL.search(folded[max(0, run[0].start - 30) : run[0].start]))


@cache
def _words(*lists: str) -> re.Pattern[str]:
    """Matches text that ends in one of the words of some lists; a last item that is a pattern may follow."""
    table = data.toml("provinces/contexts.toml")
    tail = "" if lists[-1] in table else lists[-1]
    words = sorted({word for name in lists for word in table.get(name, ())}, key=len, reverse=True)
    return re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, words))}){tail} ?$")


@cache
def _anywhere(name: str) -> re.Pattern[str]:
    words = sorted(data.toml("provinces/contexts.toml")[name], key=len, reverse=True)
    return re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, words))})(?!\w)")


@cache
def _of_the_country() -> re.Pattern[str]:
    words = data.toml("provinces/contexts.toml")["national_body"]
    return re.compile(
        rf"(?<!\w)(?:{'|'.join(map(re.escape, words))})(?!\w)[^.,;:\n]{{0,30}} ?(?:việt nam|vn)(?!\w)"
    )


@cache
def _surnames() -> frozenset[str]:
    return frozenset(data.toml("provinces/contexts.toml")["surname"])
