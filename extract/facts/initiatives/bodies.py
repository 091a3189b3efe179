"""The body an initiative comes from: its list's, its maker's, or the one named around it."""

from __future__ import annotations

import re

from extract.facts.initiatives.cast import People
from extract.facts.initiatives.nouns import one_of
from extract.facts.initiatives.titles import Title
from extract.facts.people import organisations
from extract.facts.people.passage import Passage
from extract.reading import Reading, Span

FAR = 60
"""How far, in characters, behind ``của`` an organisation's name may begin."""

_FROM = re.compile(rf"[”\"’'»“\s]*[,–-]?\s*(?:của|do|tại|ở|thuộc)\s+(?:{one_of('groups')}\s+)*")
_REGISTERED_BY = re.compile(r"[”\"’'»“\s]*được\s+")
_HAD = re.compile(
    r"(?:^|[,:;.]\s|như\s|là\s)(?P<body>(?:công đoàn cơ sở|công đoàn|cđcs)?\s*[^,;:.]{4,90}?)\s+"
    r"(?:(?:trong\s+)?năm\s+\d{4}\s+)?(?:đã\s+)?có\s+\d+\s+[^.:;]{0,60}$"
)
_WORD = re.compile(r"\w+")
_CLAUSE_END = re.compile(r"[.;,:”\"]")
_CAPITAL = re.compile(r"(?<!\w)[A-ZĐ]\w*")
_REGISTERS = re.compile(rf"[^,;.]{{0,30}}?(?<!\w){one_of('registers')}")
_THEN_DOES = re.compile(
    r"\s(?:đăng ký|đảm nhận|đảm|đầu tư|làm chủ|thực hiện|thi công|tài trợ|chủ trì|đoạt|đạt)(?!\w)|\s[–-]\s"
)
_LINK = re.compile(r"\s*(?:[-–,(]|ở|của|thuộc)\s*(?:đơn vị(?: công tác)?\s*:\s*)?", re.IGNORECASE)
_NO_BODY = frozenset(("đơn vị", "công ty", "công đoàn", "nhà trường"))
_HOST = re.compile(r"(?:lđlđ|liên đoàn lao động|tổng liên đoàn|tổng lđlđ)")
_UNION_OF = re.compile(r"(?:công đoàn cơ sở|công đoàn|cđcs)\s+", re.IGNORECASE)


def of(reading: Reading, people: People, title: Title, stretch: Span, authors: list[str]) -> str | None:
    """The body an initiative comes from: its list's, its maker's, or the one named behind it."""
    if title.kind != "work" and (listed := _list_body(reading, title)):
        return listed
    for name in authors:
        person = people.facts.get(name)
        if person and person.organisation and _is_name(person.organisation):
            return person.organisation
    if authors:
        return _behind_last_author(reading, people, authors, title, stretch)
    return _named_behind(reading, people, title, stretch)


def _list_body(reading: Reading, title: Title) -> str | None:
    """``Công đoàn cơ sở X năm 2021 đã có 3 sáng kiến gồm: …``: the body at the head of the list."""
    head = title.list_head(reading)
    had = _HAD.search(reading.lower, head.start, head.end) if head else None
    if had is None:
        return None
    start, end = had.span("body")
    if union := _UNION_OF.match(reading.text, start, end):
        start = union.end()
    body = reading.text[start:end].strip()
    return body if _CAPITAL.match(body) and not _HOST.match(body.lower()) else None


def _behind_last_author(
    reading: Reading, people: People, authors: list[str], title: Title, stretch: Span
) -> str | None:
    """``X, Y - Trung tâm Z``: a body behind the last of several names."""
    place = reading.text.find(authors[-1], title.end, stretch.end)
    if place < 0:
        place = reading.text.rfind(authors[-1], stretch.start, title.start)
    link = _LINK.match(reading.text, place + len(authors[-1]), stretch.end) if place >= 0 else None
    return _body_at(people.passage, link.end(), stretch.end) if link else None


def _named_behind(reading: Reading, people: People, title: Title, stretch: Span) -> str | None:
    if behind := _FROM.match(reading.lower, title.end, stretch.end):
        return _first_body(reading, people, behind.end(), stretch.end)
    if title.kind != "work":
        return None
    by = _REGISTERED_BY.match(reading.lower, title.end, stretch.end)
    body = _body_at(people.passage, by.end(), stretch.end) if by else None
    if body and not _HOST.match(body.lower()):
        return body
    return _that_registers(reading, people, title, stretch)


def _first_body(reading: Reading, people: People, start: int, end: int) -> str | None:
    """The first organisation near behind an offset, in its own clause."""
    clause = _CLAUSE_END.search(reading.text, start, end)
    for word in _WORD.finditer(reading.text, start, min(clause.start() if clause else end, start + FAR)):
        if body := _body_at(people.passage, word.start(), end):
            return body
    return None


def _that_registers(reading: Reading, people: People, title: Title, stretch: Span) -> str | None:
    """``Công đoàn X đăng ký công trình “…”``: the body that a work's own clause begins with."""
    for word in _CAPITAL.finditer(reading.text, stretch.start, title.head):
        if body := _body_at(people.passage, word.start(), title.head):
            then = reading.lower[word.start() + len(body) : title.head]
            return body if _REGISTERS.match(then) and not _HOST.match(reading.lower, word.start()) else None
    return None


def _body_at(passage: Passage, start: int, stop: int) -> str | None:
    """The organisation whose name starts at an offset, if one does."""
    if not passage.rank_at(start):
        return None
    span = organisations.read(passage, start, stop)
    body = _THEN_DOES.split(passage.text[span.start : span.end], maxsplit=1)[0].strip(" ,")
    return body if _is_name(body) else None


def _is_name(body: str) -> bool:
    """Whether an organisation is named, not just called ``công ty``."""
    return bool(_CAPITAL.search(body)) and body.lower() not in _NO_BODY
