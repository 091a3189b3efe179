"""What a number counts: recipients of a kind, times, or an award that follows it."""

from __future__ import annotations

import re

from extract.facts.awards import mentions
from extract.facts.awards.elements import Element
from extract.facts.awards.lexicon import Hit, Unit, context
from extract.facts.awards.times import how_often
from extract.reading import Number

_PART = re.compile(
    r"(?<!ngày )(?<![\d/.,])(?P<part>\d{1,3})/\d{1,3}(?=\s(?:tập thể|cá nhân|đồng chí|đơn vị|cđcs)(?!\w))"
    r"|(?:trong|tổng)\ssố\s(?P<whole>\d{1,4})(?=\s[^\W\d])"
    r"|(?<=[\s(])(?P<metal>\d{1,3})(?=\sđồng\s?(?:[,;.)]|và\s|$))"
)
_PEOPLE_TIMES = re.compile(r"\slượt(?!\w)")
_TIMES_REACHED = re.compile(r"(\slượt)\s(?:đạt|được)(?!\w)")
_ONE_OF = re.compile(r"\s(?:trong|của|/)(?:\ssố|\stổng số)?\s(?:\d|hai|ba|những|các|số)")
_SOME_OF = re.compile(
    r"\strong\s(?:tổng\s)?(?:số\s)?(?:\d[\d.]*|hai|ba|bốn|năm|sáu|bảy|tám|chín|mười|các|những)(?=\s)"
)
_LABEL_BEFORE = re.compile(rf"(?<!\w)(?:{context('label_before')}|(?<!trong )(?<!tổng )số)\s$")
_ONE_BEFORE = re.compile(rf"(?<!\w)(?:{context('one_before')})\s$")
_ONE_OF_THESE = re.compile(rf"\s(?:{context('one_of_these')})(?!\w)")
_SPOKEN_FOR = re.compile(rf"(?<!\w)(?:{context('spoken_for')})\s(?:(?:toàn thể|tập thể|hơn|gần|trên)\s)?$")
_SHARE_WITH = re.compile(r"\d\s?%\s[^,;.:]{0,40}\scó\s$")
_JOIN = re.compile(r"(?:,\s|\svà\s(?:các\s)?|\s?[-–/]\s?|\shoặc\s|\s)")
_GIVES = re.compile(
    rf"(?:\s(?!(?:được|đạt|nhận|đón|đăng|đề|có|vì|trong|cho|là|với)\s)[\w&./()-]+){{0,9}}?"
    rf"\s(?:{context('acts')})(?!\w)"
)
_YEAR = re.compile(r"(?:19|20)\d\d")
_OTHER_NOUN = re.compile(r"\s[^\W\d_]\w*")
_NO_RECIPIENT = re.compile(rf"\s(?:{context('no_recipient')})(?!\w)")


def parts(key: str, start: int, limit: int) -> list[Number]:
    """Counts that look like labels or sums: ``7/12 tập thể``, ``trong số 4 xã``, ``9 vàng, 2 đồng``."""
    return [
        Number(m.start(m.lastgroup), m.end(), int(m[m.lastgroup]), digits=m.start(m.lastgroup))
        for m in _PART.finditer(key, start, limit)
        if m.lastgroup
    ]


def counted(key: str, number: Number, at: dict[int, Hit], limit: int) -> Element | None:
    """The element that a number begins; None where it counts nothing that could be given an award.

    Args:
        key: the text, tone-folded.
        number: the number.
        at: phrases of the sentence by where they start.
        limit: where the sentence ends.
    """
    if some := _some_of(key, number, at, limit):
        return some
    if _is_no_count(key, number):
        return None
    if times := how_often(key, number, limit):
        return times
    lots = _PEOPLE_TIMES.match(key, number.end, limit)
    if found := _recipients(key, lots.end() if lots else number.end, at, limit):
        unit, mixed, stop = found
        unit = "person_times" if lots and unit in ("individual", None) else unit
        return Element(number.start, stop, "R", number, unit, mixed)
    if lots and (bare := _TIMES_REACHED.match(key, number.end, limit)):
        return Element(number.start, bare.end(1), "N", number, "person_times")
    return _other(key, number, at, limit)


def _some_of(key: str, number: Number, at: dict[int, Hit], limit: int) -> Element | None:
    """Some of so many: ``6 trong số 40 công nhân`` are 6; of one of 40 it is told that the 40 got it."""
    whole = _SOME_OF.match(key, number.end, limit) if number.value > 1 else None
    found = _recipients(key, whole.end(), at, limit) if whole else None
    return Element(number.start, found[2], "R", number, found[0], found[1]) if found else None


def _is_no_count(key: str, number: Number) -> bool:
    start, end = number.digits or number.start, number.end
    before = max(0, start - 20)
    if _LABEL_BEFORE.search(key, before, start) or _ONE_OF.match(key, end):
        return True
    if _SHARE_WITH.search(key, max(0, number.start - 60), number.start):
        return True
    if _SPOKEN_FOR.search(key, max(0, number.start - 30), number.start):
        return True
    return key[start:end] == "một" and bool(
        _ONE_BEFORE.search(key, before, start) or not _ONE_OF_THESE.match(key, end)
    )


def _other(key: str, number: Number, at: dict[int, Hit], limit: int) -> Element | None:
    """A number before an award, or before a noun that is no known kind of recipient."""
    if _YEAR.fullmatch(key, number.digits or number.start, number.end):
        return None
    following, noun = at.get(number.end + 1), _OTHER_NOUN.match(key, number.end, limit)
    named = following is not None and (
        not following.meaning.unit or mentions.family_award(key, following.start) is not None
    )
    if noun is None or named or _NO_RECIPIENT.match(key, number.end):
        return Element(number.start, number.end, "N", number)
    return Element(number.start, noun.end(), "r", number)


def _noun(key: str, position: int, at: dict[int, Hit]) -> Hit | None:
    """A recipient noun at a place, unless it begins an award: ``tập thể lao động xuất sắc``."""
    hit = at.get(position)
    if hit is None or not hit.meaning.unit or hit.meaning.award:
        return None
    return None if hit.meaning.unit == "family" and mentions.family_award(key, position) else hit


def _recipients(key: str, end: int, at: dict[int, Hit], limit: int) -> tuple[Unit | None, bool, int] | None:
    """Kind of recipients named after a number, whether of several kinds, and where their nouns end."""
    first = _noun(key, end + 1, at)
    if first is None:
        return None
    unit, stop, mixed, modified = first.meaning.unit, first.end, False, False
    while (join := _JOIN.match(key, stop, limit)) and (noun := _noun(key, join.end(), at)):
        if join[0].startswith(",") and _GIVES.match(key, noun.end, limit):
            break  # "cho 8 cá nhân, LĐLĐ tỉnh tặng": another who gives
        if join[0] == " ":  # "chủ tịch công đoàn": the second noun only says more of the first
            unit, modified = noun.meaning.unit if unit == "none" else unit, True
        elif noun.meaning.unit != unit and not modified:
            mixed = True
        stop = noun.end
    known: Unit | None = None if mixed or unit == "none" else unit  # type: ignore[assignment]
    return known, mixed, stop
