"""Years and spans of years that the text names, and the dates among them, told apart by kind.

Relative periods (``5 năm qua``, ``năm nay``) are read only where the article's date is known.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Literal

from extract.reading import Period, Reading

Kind = Literal["range", "year", "school_year", "since", "date", "relative"]

_Y = r"(?:19|20)\d\d(?!\d|\.\d|/\d)"
_MONTH = (
    r"(?:tháng\s(?:\d{1,2}|[a-zà-ỹ]+)(?:\s?[/.\-–]\s?|\snăm\s)|quý\s(?:[ivx]+|\d)(?:\s?[/.\-–]\s?|\snăm\s))"
)
_DAY = r"\d{1,2}\s?[/.\-]\s?\d{1,2}\s?[/.\-]\s?"
_DASH = r"\s?[-–—]\s?"
_FORMS: tuple[tuple[Kind, str], ...] = (
    ("year", rf"tính đến(?:\shết)?(?:\s\d+\s?(?:giờ|h))?\s(?:ngày\s)?{_DAY}(?P<y0>{_Y})"),
    (
        "range",
        rf"từ\s(?:ngày\s)?\d{{1,2}}\s?[/.\-]\s?(?P<m1>\d{{1,2}})(?:\s?[/.\-]\s?(?P<t1>{_Y}))?"
        rf"\s(?:đến|tới)\s(?:hết\s)?(?:ngày\s)?\d{{1,2}}\s?[/.\-]\s?(?P<m2>\d{{1,2}})\s?[/.\-]\s?(?P<t2>{_Y})",
    ),
    ("date", rf"{_DAY}(?P<d1>{_Y})"),
    ("date", rf"ngày\s\d{{1,2}}\stháng\s\d{{1,2}}\snăm\s(?P<d2>{_Y})"),
    (
        "school_year",
        rf"(?:năm học|niên khóa|niên khoá|năm học:)\s(?P<s1>{_Y})(?:{_DASH}|/|\sđến\s)(?P<s2>{_Y})",
    ),
    (
        "since",
        rf"(?:kể\s)?từ\s(?:(?:đầu|giữa|cuối)\s)?(?:{_MONTH}|năm\s)?(?P<e1>{_Y})\s(?:cho\s)?(?:đến|tới)\s(?:hết\s)?nay",
    ),
    (
        "range",
        rf"(?:giai đoạn|nhiệm k[ỳì]|thời kỳ|(?:từ\s(?:(?:đầu|cuối)\s)?)?(?:các\s)?năm|từ|trong)?\s?"
        rf"(?:{_MONTH})?(?P<r1>{_Y})"
        rf"(?:{_DASH}|\s(?:đến|tới)\s(?:(?:đầu|hết|cuối)\s)?(?:năm\s)?(?:{_MONTH})?)(?P<r2>{_Y})",
    ),
    (
        "range",
        r"(?:(?:\d{1,2}|hai|ba|các|trong)\s){0,3}năm\s"
        rf"(?P<l1>{_Y})(?:\s?,\s(?:năm\s)?{_Y}){{0,5}}(?:\s?,\s|\svà\s)(?:năm\s)?(?P<l2>{_Y})",
    ),
    ("year", rf"(?:trong\s|suốt\s)?(?:năm\s|{_MONTH})(?P<y1>{_Y})"),
    ("year", rf"(?:tết(?:\s[^\W\d]+){{0,4}}|tháng công nhân|xuân(?:\s[^\W\d]+){{0,2}})\s(?P<y2>{_Y})"),
)
_PERIOD = re.compile("|".join(rf"(?<!\w)(?P<f{i}>{form})" for i, (_, form) in enumerate(_FORMS)))
_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")
_BEFORE, _AFTER = 48, 64  # characters
_LONGEST = 60  # years
_RELATIVE = re.compile(
    r"(?<!\w)(?:(?:trong\s)?(?P<years>\d{1,2}|hai|ba|bốn|năm|mười)\snăm\s"
    r"(?:qua|gần đây|trở lại đây|vừa qua)|năm nay)(?!\w)"
)
# "Từ đầu năm 2020 đến nay" is said within that year.
_SAME_YEAR = re.compile(r"(?:kể\s)?từ\s(?:đầu|giữa|tháng)\s")
_COUNT = {"hai": 2, "ba": 3, "bốn": 4, "năm": 5, "mười": 10}
_RULES: dict[Kind, str] = {
    "date": "period.date",
    "school_year": "period.school-year",
    "since": "period.since",
    "range": "period.range",
    "year": "period.year",
    "relative": "period.relative",
}


def find(reading: Reading) -> list[Period]:
    """All of the layer, in order of place."""
    found = [*_named(reading), *_relative(reading)]
    return sorted(found, key=lambda period: period.start)


def _named(reading: Reading) -> Iterator[Period]:
    """Every year is looked at once, with the few words around it that a period can have."""
    lower, position = reading.lower, 0
    for year in _YEAR.finditer(lower):
        if year.start() < position:
            continue
        match = _PERIOD.search(lower, max(position, year.start() - _BEFORE), year.start() + _AFTER)
        if match is None or match.start() > year.start():
            continue
        position = match.end()
        if period := _period(reading, match):
            yield period


def _period(reading: Reading, match: re.Match[str]) -> Period | None:
    kind = next(kind for i, (kind, _) in enumerate(_FORMS) if match[f"f{i}"])
    years = sorted(int(y) for name, y in match.groupdict().items() if y and name[0] not in "fm")
    first, last = years[0], years[-1]
    if last > first + _LONGEST:
        return None
    if first == last and match["m1"] and int(match["m1"]) == int(match["m2"]):
        kind = "date"  # an event of some days
    if kind != "since":
        return Period(match.start(), match.end(), first, last, kind, _RULES[kind])
    now = reading.published.year if reading.published else None
    if now is None and _SAME_YEAR.match(match[0]):
        now = first
    last_year = now if now is None or now >= first else first
    return Period(match.start(), match.end(), first, last_year, kind, _RULES[kind])


def _relative(reading: Reading) -> Iterator[Period]:
    if reading.published is None:
        return
    now = reading.published.year
    for match in _RELATIVE.finditer(reading.lower):
        word = match["years"]
        back = 0 if not word else int(word) if word.isdigit() else _COUNT[word]
        yield Period(match.start(), match.end(), now - back, now, "relative", _RULES["relative"])
