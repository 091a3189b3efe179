"""Whom “họ”, “hai anh”, “cả ba” take up: the group named last, or all the paragraph names."""

from __future__ import annotations

import re

from extract.facts.initiatives.makers import groups, named
from extract.facts.initiatives.makers.cast import People
from extract.facts.initiatives.nouns import one_of
from extract.reading import Reading

_NUMBERS = {"hai": 2, "ba": 3, "bốn": 4, "năm": 5}
_ONE = rf"(?:{one_of('honorifics', 'trades')}|người|vợ chồng|bạn)"
_WHO = rf"(?>{_ONE}(?:\s{_ONE})*)"
_GROUP = (
    r"nhóm(?:\s+(?:tác giả|thợ|kỹ sư|cộng sự|bạn))?\s+(?:này|ấy|trên|đó)"
    r"|nhóm(?=\s+(?:vừa|đã|cũng|còn|lại|tiếp))"
)
_THEY = rf"(?:(?P<they>họ|cả nhóm|{_GROUP})|(?:cả\s+)?(?P<number>hai|ba|bốn|năm)\s+{_WHO})(?!\w)"
_SUBJECT = re.compile(rf"(?<!\w){_THEY}(?!\s*(?-i:[A-ZĐ]))", re.IGNORECASE)
_BEHIND = re.compile(
    rf"[”\"’'»\s]*(?:do|của|mà|được)\s+(?:chính\s+)?{_THEY}(?!\s*(?-i:[A-ZĐ]))", re.IGNORECASE
)


def before(reading: Reading, people: People, start: int, end: int) -> list[str]:
    """The people that a plural pronoun between two offsets takes up."""
    they = _SUBJECT.search(reading.text, start, end)
    return _taken_up(reading, people, they, start) if they else []


def behind(reading: Reading, people: People, start: int, end: int) -> list[str]:
    """The people that a plural pronoun right behind a title takes up: ``“…” của hai anh``."""
    they = _BEHIND.match(reading.text, end, min(len(reading.text), end + 60))
    return _taken_up(reading, people, they, start) if they else []


def _taken_up(reading: Reading, people: People, they: re.Match[str], offset: int) -> list[str]:
    """The last group named before an offset, or everyone its paragraph names, if they are as many as told."""
    floor = reading.paragraph_at(offset).start
    known = people.between(floor, max(offset, they.start()))
    if not known:
        return []
    number = _NUMBERS.get((they["number"] or "").lower())
    last = groups.last(reading.text, known)[0]
    group = named.run(people, reading.text, last[0], max(offset, they.start()), near=1)
    everyone = groups.names(known)
    for names in (group, everyone):
        if len(names) > 1 and number in (None, len(names)):
            return names
    return []
