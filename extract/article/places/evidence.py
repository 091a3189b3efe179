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
from extract.article.places import weights
from extract.article.places.contexts import anywhere, of_the_country
from extract.article.places.dating import day_of
from extract.article.places.mentions import find
from extract.article.places.passage import Passage
from extract.article.places.units import MERGER, Unit, fold

_IN_HEADLINE, _OPENS_HEADLINE, _IN_LEAD = 4.0, 6.0, 2.0
_IN_BRACKETS, _REPEATED, _AS_VENUE = 0.5, 0.3, 0.5
_CAPITAL = "01"
_REPEATS = 6
"""Mentions of one place that count in full; further ones add little."""
_DIGEST = 3
"""Lines that open with a different province each from which a text is a digest of news."""
_OPENING = re.compile(r"\s*(?:[:-]|tổ chức|\()")

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
    headline, text = Passage(title, fold(title), None, on), Passage(body, folded, found, on)
    scope = _scope(headline, text)
    in_headline = list(_of_headline(headline))
    regional = not in_headline and bool(anywhere("regional").search(headline.folded))
    clues = [*in_headline, *_of_body(text, scope != "local")]
    return Evidence(clues, scope, regional, _unnamed(text), on, _is_digest(text))


def _scope(headline: Passage, text: Passage) -> Scope:
    if _is_national(headline.folded):
        return "national headline"
    return "national lead" if _is_national(text.folded[: text.lead]) else "local"


def _is_national(folded: str) -> bool:
    return bool(anywhere("national").search(folded) or of_the_country().search(folded))


def _is_digest(text: Passage) -> bool:
    opening = (m for m in text.found if text.text[m.start - 1 : m.start] in ("", "\n"))
    heads = {m.provinces for m in opening if text.text[m.end : m.end + 1] == ":"}
    return len(heads) >= _DIGEST


def _unnamed(text: Passage) -> int:
    """How many times ``LĐLĐ tỉnh``, ``toàn tỉnh`` and the like stand without a name after them."""
    ends = (end for _, _, end in _unnamed_words().find_matches_as_indexes(text.folded))
    return sum(
        not (text.text[end : end + 1].isalnum() or text.text[end + 1 : end + 2].isupper()) for end in ends
    )


@cache
def _unnamed_words() -> AhoCorasick:
    words = data.toml("provinces/contexts.toml")["unnamed"]
    return AhoCorasick(words, matchkind=MatchKind.LeftmostLongest)


def _of_headline(headline: Passage) -> Iterator[Clue]:
    for index, mention in enumerate(headline.found):
        clue = _clue(headline, index)
        if clue.weight:
            opens = mention.start < 12 and _OPENING.match(headline.folded, mention.end)
            weight = max(clue.weight, weights.ITEM if mention.start in headline.listed else weights.BARE)
            times = _OPENS_HEADLINE if opens else _IN_HEADLINE
            yield Clue(clue.provinces, weight * times, "headline")


def _of_body(text: Passage, national: bool) -> Iterator[Clue]:
    seen: Counter[frozenset[str]] = Counter()
    for index, mention in enumerate(text.found):
        clue = _clue(text, index)
        if not clue.weight:
            continue
        seen[clue.provinces] += 1
        weight = clue.weight * (_REPEATED if seen[clue.provinces] > _REPEATS else 1)
        fore = mention.start < text.lead
        if fore and national and weights.is_venue(text, index):
            weight, fore = weight * _of_venue(clue), False
        elif fore:
            weight *= _IN_LEAD
        yield replace(clue, weight=weight, fore=fore)


def _of_venue(clue: Clue) -> float:
    """Where the whole country's bodies meet says little, and nothing if it is the capital."""
    return 0 if _CAPITAL in clue.provinces else _AS_VENUE


def _clue(text: Passage, index: int) -> Clue:
    mention = text.found[index]
    weight, reason = weights.of(text, index)
    if weights.in_brackets(text.folded, mention.start):
        weight *= _IN_BRACKETS
    units = _in_force(mention.units, text.on)
    provinces = frozenset(code for unit in units for code in unit.provinces)
    return Clue(provinces, weight, reason, (mention.start, mention.end))


def _in_force(units: Sequence[Unit], on: dt.date) -> Sequence[Unit]:
    """The units in force on a day; else those of that day's map; else all: old names outlive their units."""
    in_force = [unit for unit in units if unit.in_force(on)]
    return in_force or [u for u in units if (u.valid_from == MERGER) == (on >= MERGER)] or units
