"""How often one recipient got an award: ``3 lần``, ``6 năm liền``, ``liên tục 5 năm (2016-2020)``."""

from __future__ import annotations

import re
from collections.abc import Iterator

from extract.facts.awards.elements import Element
from extract.facts.awards.lexicon import context
from extract.grammar.quantities import evaluate
from extract.reading import Number

_NUMERAL = r"\d{1,2}|hai|ba|bốn|năm|sáu|bảy|tám|chín|mười(?:\s(?:một|hai|ba|bốn|lăm|sáu|bảy|tám|chín))?"
_YEAR = r"(?:19|20)\d\d"
_YEARS = (
    rf"(?:(?:từ|các|năm học|năm|trong|giai đoạn)\s){{0,3}}{_YEAR}"
    rf"(?:(?:\s?[-–,]\s?|,?\s(?:đến|và|tới)\s)(?:năm\s)?{_YEAR}(?!\d)){{0,9}}"
)
_WHEN = rf"(?P<when>\s?\({_YEARS}\)|,?\s{_YEARS})?"
_SPELL = context("spell_of_time")
_IN_A_ROW = context("in_a_row")
_ROW = re.compile(
    rf"(?:(?<=\s)|^|(?<=\W))(?:(?:trong|suốt|đã)\s)*(?:"
    rf"(?P<n>{_NUMERAL})\s(?:{_SPELL})(?:\s\([^()\n]{{2,40}}\))?\s(?:{_IN_A_ROW})"
    rf"|(?:{_IN_A_ROW})\s(?:(?:trong|suốt)\s)?(?P<m>{_NUMERAL})\s(?:{_SPELL})"
    rf")(?!\w)(?:\s(?:{_IN_A_ROW})(?!\w))?{_WHEN}"
)
_TIMES = re.compile(rf"\slần(?:\s(?:{_IN_A_ROW}))?(?!\w){_WHEN}")
MAY_BE_ROW = re.compile(rf"(?<!\w)(?:{_IN_A_ROW})(?!\w)")
"""Words without which no years in a row are told."""
_OWN = re.compile(_YEAR)


def in_a_row(key: str, start: int, limit: int) -> Iterator[Element]:
    """Years in a row, one element each: ``6 năm liền``, ``4 năm liên tiếp (2011-2014)``.

    Args:
        key: the text, tone-folded.
        start: where the sentence begins.
        limit: where it ends.
    """
    if not MAY_BE_ROW.search(key, start, limit):
        return
    for match in _ROW.finditer(key, start, limit):
        group = "n" if match["n"] else "m"
        value = int(evaluate(match[group])[0])
        number = Number(match.start(group), match.end(group), value, digits=match.start(group))
        yield Element(match.start(), match.end(), "Y", number)


def how_often(key: str, number: Number, limit: int) -> Element | None:
    """A number of times: ``3 lần``, ``hai lần liên tiếp``, ``2 lần (2015, 2019)``."""
    match = _TIMES.match(key, number.end, limit)
    return Element(number.start, match.end(), "M", number) if match else None


def years_of(key: str, element: Element) -> tuple[int, int] | None:
    """First and last of the years named with a number of times; None where none are."""
    years = [int(year) for year in _OWN.findall(key, element.start, element.end)]
    return (min(years), max(years)) if years else None
