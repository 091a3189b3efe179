"""Turn-outs of a movement: so many times someone took part, or so many people whom it drew."""

from __future__ import annotations

import re

from extract.facts.statistics.words import WORDS, compiled
from extract.grammar.quantities import alternatives
from extract.reading import Number, Reading

_T = WORDS["turnout"]
_BRACKET = r"(?:\s?\([^()\n]{1,24}\))?"
_PEOPLE = rf"(?:nữ\s|nam\s)?(?:{alternatives(_T['people'])})(?!\w){_BRACKET}"
_MEMBERS = alternatives(set(_T["people"]) - set(_T["others"]))
_AND = rf"(?:(?:,|\svà|\s?-)?\s{_PEOPLE}){{0,3}}"
_ROW = rf"\s{_PEOPLE}{_AND}"
_LUOT = re.compile(
    rf"\slượt(?:\s[^\W\d]+|,\s[^\W\d]+|\s?-\s?[^\W\d]+|\s?\([^()\n]{{1,24}}\)){{0,14}}?"
    rf"\s(?:{alternatives(_T['verbs'])})(?!\w)"
)
# "300 lượt đoàn viên đăng ký": of these verbs only right after the people.
_LUOT_OF = re.compile(
    rf"\slượt{_ROW}(?:\s(?:đã|cùng|trực tiếp))?\s(?:{alternatives(_T['acts'])})(?!\w)"
    rf"|\slượt\s(?:{alternatives(_T['acts_alone'])})(?!\w)"
)
# Without "lượt", people are a turn-out only where the movement is said to draw them …
_DRAWN = re.compile(
    rf"\s(?:{alternatives(_T['people'])}){_BRACKET}(?:,?\s[^\W\d]+){{0,10}}?"
    rf"\s(?:{alternatives([*_T['verbs'], *_T['acts']])})(?!\w)"
)
# … or where they are said to take part in it by name.
_JOIN = re.compile(
    rf"\s(?:{_MEMBERS})(?!\w){_BRACKET}{_AND}(?:\s(?:đã|cùng|đăng ký|tích cực))?\s"
    rf"(?:hưởng ứng|tham gia(?=\s(?:{alternatives(_T['joined'])})(?!\w)))(?!\w)"
)
_DRAWS = re.compile(
    r"(?<!\w)(?:thu hút|huy động|vận động)(?:\sđược)?(?:\s(?:sự tham gia của|sự hưởng ứng của|đến|tới))?\s$"
)
# "với sự tham gia của gần 2.000 công nhân"
_PART_OF = re.compile(r"(?<!\w)sự\s(?:tham gia|hưởng ứng|góp mặt|tham dự)(?:\stích cực)?\scủa\s$")
_TAKING_PART = re.compile(rf"(?:\slượt)?\s(?:{_MEMBERS})(?!\w){_BRACKET}{_AND}")
_MEETING = compiled(_T["meetings"])
_DRAWN_TIMES = re.compile(rf"\slượt\s{_PEOPLE}")
_BEFORE = 44
_REACH = 200


def turnout_end(reading: Reading, number: Number) -> int | None:
    """Where the evidence of a turn-out ends that a number counts; None where it counts none."""
    lower, end = reading.lower, number.end
    found = _LUOT.match(lower, end) or _LUOT_OF.match(lower, end)
    draws = _DRAWS.search(lower, max(0, number.start - _BEFORE), number.start)
    if found is None and draws:
        found = _DRAWN.match(lower, end) or _DRAWN_TIMES.match(lower, end)
    found = found or _JOIN.match(lower, end) or _taking_part(reading, number)
    return found.end() if found else None


def _taking_part(reading: Reading, number: Number) -> re.Match[str] | None:
    """Members whose part is told first, in what is no meeting: ``sự tham gia của 900 đoàn viên``."""
    lower, sentence = reading.lower, reading.sentence_at(number.start)
    start = max(sentence.start, number.start - _REACH)
    if not _PART_OF.search(lower, start, number.start) or _MEETING.search(lower, start, number.start):
        return None
    return _TAKING_PART.match(lower, number.end)
