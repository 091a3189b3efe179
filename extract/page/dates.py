"""The date of publication as pages print it, as opposed to every other date on a page."""

from __future__ import annotations

import datetime as dt
import re
from functools import lru_cache
from zoneinfo import ZoneInfo

import data
from extract.language.normal import lower

VIETNAM = ZoneInfo("Asia/Ho_Chi_Minh")
_WORDS = data.toml("page/dates.toml")
_MONTHS: dict[str, int] = _WORDS["months"]
_MONTH = "|".join(sorted(map(re.escape, _MONTHS), key=len, reverse=True))
_FORMATS = (
    re.compile(r"(?<!\d)(?P<y>(?:19|20)\d{2})[-/.](?P<m>\d{1,2})[-/.](?P<d>\d{1,2})(?!\d)"),
    re.compile(r"(?<!\d)(?P<d>\d{1,2})\s?[-/.]\s?(?P<m>\d{1,2})\s?[-/.]\s?(?P<y>(?:19|20)\d{2})(?!\d)"),
    re.compile(
        r"(?<!\d)(?P<d>\d{1,2})\s*(?:tháng|th|thg)\.?\s*(?P<m>\d{1,2})(?:\s*năm|,|\s|/|-)\s*(?P<y>(?:19|20)\d{2})(?!\d)"
    ),
    re.compile(
        rf"(?<!\d)(?P<d>\d{{1,2}})[\s,-]*(?P<n>{_MONTH})\.?(?:\s*năm|,)?\s*(?P<y>(?:19|20)\d{{2}})(?!\d)"
    ),
    re.compile(
        rf"(?<!\w)(?P<n>{_MONTH})\.?\s*(?P<d>\d{{1,2}})(?:st|nd|rd|th)?,?\s*(?P<y>(?:19|20)\d{{2}})(?!\d)"
    ),
    re.compile(r"(?<!\d)(?:tháng|th)\s*(?P<m>\d{1,2})\s+(?P<d>\d{1,2}),\s*(?P<y>(?:19|20)\d{2})(?!\d)"),
)
_TIME = re.compile(r"(?<!\d)(?:[01]?\d|2[0-3])\s?(?:[:hg]|giờ)\s?[0-5]\d(?!\d)")
_WEEKDAY = re.compile(r"\b(?:thứ\s+(?:hai|ba|tư|năm|sáu|bảy|[2-7])|chủ nhật|cn|t[2-7])\b")
_CUE = re.compile("|".join(sorted(map(re.escape, _WORDS["cues"]), key=len, reverse=True)))
_LEFT = re.compile(r"[^\W_]+")
_FILLERS = frozenset(_WORDS["fillers"])
_LONGEST = 160


def find(text: str) -> dt.date | None:
    """The first whole date a short line prints, day, month and year; None where there is none."""
    match = _match(lower(text[:_LONGEST]))
    return _date(match) if match else None


def has_time(text: str) -> bool:
    """Whether a line prints a time of day."""
    return _TIME.search(lower(text[:_LONGEST])) is not None


def has_cue(text: str) -> bool:
    """Whether a line says that its date is one of publication: ``Cập nhật lúc``, ``Ngày đăng``."""
    return _CUE.search(lower(text[:_LONGEST])) is not None


@lru_cache(maxsize=1 << 16)
def is_stamp(text: str) -> bool:
    """Whether a line is a date of publication and little else: time, weekday, a name, a count of views."""
    if len(text) > _LONGEST:
        return False
    lowered = lower(text)
    match = _match(lowered)
    if match is None:
        return False
    cue = _CUE.search(lowered)
    dressed = cue or _TIME.search(lowered) or _WEEKDAY.search(lowered)
    if (cue is not None and cue.start() <= 3) or (dressed and len(_rest(lowered, match)) <= 6):
        return True
    rest = remainder(text).split()
    return len(rest) <= 3 or (len(rest) <= 10 and not any(word.islower() for word in rest))  # names


def remainder(text: str) -> str:
    """What a stamp prints besides date, time, weekday and the words around them; a name, often."""
    lowered = lower(text[:_LONGEST])
    spans = [m.span() for p in (*_FORMATS, _TIME, _WEEKDAY, _CUE) for m in p.finditer(lowered)]
    kept = [m for m in _LEFT.finditer(text[:_LONGEST]) if not any(a <= m.start() < b for a, b in spans)]
    words = [m for m in kept if m[0].lower() not in _FILLERS and not m[0].isdigit()]
    return text[words[0].start() : words[-1].end()] if words else ""


def instant(value: str) -> dt.date | None:
    """The day in Việt Nam of a machine-readable time (``2022-05-18T20:15:22+00:00``) or of a printed date."""
    try:
        time = dt.datetime.fromisoformat(value.strip())
    except ValueError:
        return find(value)
    return (time.astimezone(VIETNAM) if time.tzinfo else time).date() if 1900 < time.year < 2101 else None


def _match(lowered: str) -> re.Match[str] | None:
    found = [m for pattern in _FORMATS if (m := pattern.search(lowered)) and _date(m)]
    return min(found, key=lambda m: m.start(), default=None)


def _date(match: re.Match[str]) -> dt.date | None:
    parts = match.groupdict()
    month = _MONTHS[parts["n"]] if parts.get("n") else int(parts["m"])
    try:
        return dt.date(int(parts["y"]), month, int(parts["d"]))
    except ValueError:
        return None


def _rest(lowered: str, match: re.Match[str]) -> list[str]:
    text = _CUE.sub(
        " ", _WEEKDAY.sub(" ", _TIME.sub(" ", lowered[: match.start()] + " " + lowered[match.end() :]))
    )
    return [word for word in _LEFT.findall(text) if word not in _FILLERS and not word.isdigit()]
