"""The body an initiative comes from: its list's, its maker's, or the one named around it."""

from __future__ import annotations

import re

from extract.facts.initiatives import home
from extract.facts.initiatives.cast import People
from extract.facts.initiatives.nouns import one_of
from extract.facts.initiatives.titles import Title
from extract.reading import Reading, Span

FAR = 60
"""How far, in characters, behind ``của`` an organisation's name may begin."""

_FROM = re.compile(rf"[”\"’'»“\s]*[,–-]?\s*(?:của|do|tại|ở|thuộc)\s+(?:{one_of('groups')}\s+)*")
_IN_BRACKET = re.compile(rf"[”\"’'»“\s]*\(\s*(?={one_of('workplaces')})")
_REGISTERED_BY = re.compile(r"[”\"’'»“\s]*được\s+")
_HAD = re.compile(
    r"(?:^|[,:;.]\s|như\s|là\s)(?P<body>(?:công đoàn cơ sở|công đoàn|cđcs)?\s*[^,;:.]{4,90}?)\s+"
    r"(?:(?:trong\s+)?năm\s+\d{4}\s+)?(?:đã\s+)?có\s+\d+\s+[^.:;]{0,60}$"
)
_WORD = re.compile(r"\w+")
_CLAUSE_END = re.compile(rf"[.;:”\"]|,(?!\s*{one_of('groups')})")
_CAPITAL = re.compile(r"(?<!\w)[A-ZĐ]\w*")
_REGISTERS = re.compile(rf"[^,;.]{{0,30}}?(?<!\w){one_of('registers')}")
_LINK = re.compile(r"\s*(?:[-–,(]|ở|của|thuộc)\s*(?:đơn vị(?: công tác)?\s*:\s*)?", re.IGNORECASE)
_SERVES = re.compile(
    r"(?<!\w)(?:giúp|làm lợi cho|tiết kiệm cho|(?:làm việc|công tác)\s+(?:tại|ở))\s+"
    rf"(?={one_of('workplaces')})"
)
_PLACED = re.compile(rf"(?<!\w)(?:tại|ở|của|thuộc)\s+(?={one_of('workplaces')})")
_UNION_OF = re.compile(r"(?:công đoàn cơ sở|công đoàn|cđcs)\s+", re.IGNORECASE)


def of(reading: Reading, people: People, title: Title, stretch: Span, authors: list[str]) -> str | None:
    """The body an initiative is told to come from: its list's, its maker's, or the one named behind it."""
    if title.kind != "work" and (listed := _list_body(reading, people, title)):
        return listed
    if authors:
        return _of_authors(reading, people, title, stretch, authors)
    return _named_behind(reading, people, title, stretch)


def carried(people: People, title: Title, told: str | None) -> str | None:
    """What ``of`` found, unless that is a workshop, or nothing: then the body the article is about here."""
    place, is_full = home.workplace(told) if told else (None, False)
    if is_full:
        return place
    return people.home.at(title.start) or told


def _of_authors(
    reading: Reading, people: People, title: Title, stretch: Span, authors: list[str]
) -> str | None:
    """The place of work of the first author who has one; else one behind the last; else a workshop."""
    persons = [people.facts[name] for name in authors if name in people.facts]
    places = [home.workplace(person.organisation) for person in persons if person.organisation]
    full = [body for body, is_full in places if is_full]
    if full:
        return full[0]
    behind = _behind_last_author(reading, people, authors, title, stretch)
    workshops = [body for body, _ in places if home.is_name(body)]
    around = _served(reading, people, title, stretch) or _between(reading, people, title, stretch, authors)
    return behind or around or next(iter(workshops), None)


def _between(reading: Reading, people: People, title: Title, stretch: Span, authors: list[str]) -> str | None:
    """``X cùng nhóm cộng sự tại Công ty Y có sáng kiến “…”``: a body between the author and the title."""
    author = reading.text.rfind(authors[-1], stretch.start, title.head)
    placed = _PLACED.search(reading.lower, author, title.head) if author >= 0 else None
    return home.body_at(people.passage, placed.end(), title.head) if placed else None


def _served(reading: Reading, people: People, title: Title, stretch: Span) -> str | None:
    """``… đã giúp Công ty X tiết kiệm``, ``… đang làm việc tại Nhà máy Y``: the body behind a title."""
    serves = _SERVES.search(reading.lower, title.until, stretch.end)
    return home.body_at(people.passage, serves.end(), stretch.end) if serves else None


def _list_body(reading: Reading, people: People, title: Title) -> str | None:
    """``Công đoàn cơ sở X năm 2021 đã có 3 sáng kiến gồm: …``: the body at the head of the list."""
    head = title.list_head(reading)
    had = _HAD.search(reading.lower, head.start, head.end) if head else None
    if had is None:
        return None
    start, end = had.span("body")
    if union := _UNION_OF.match(reading.text, start, end):
        start = union.end()
    while start < end and reading.text[start].isspace():
        start += 1
    if not people.passage.rank_at(start):
        return None
    body = reading.text[start:end].strip()
    return body if _CAPITAL.match(body) and not home.is_host(body) else None


def _behind_last_author(
    reading: Reading, people: People, authors: list[str], title: Title, stretch: Span
) -> str | None:
    """``X, Y - Trung tâm Z``: a body behind the last of several names."""
    place = reading.text.find(authors[-1], title.end, stretch.end)
    if place < 0:
        place = reading.text.rfind(authors[-1], stretch.start, title.start)
    link = _LINK.match(reading.text, place + len(authors[-1]), stretch.end) if place >= 0 else None
    return home.body_at(people.passage, link.end(), stretch.end) if link else None


def _named_behind(reading: Reading, people: People, title: Title, stretch: Span) -> str | None:
    if bracket := _IN_BRACKET.match(reading.lower, title.end, stretch.end):
        return home.body_at(people.passage, bracket.end(), stretch.end)
    if behind := _FROM.match(reading.lower, title.end, stretch.end):
        return _first_body(reading, people, behind.end(), stretch.end)
    by = _REGISTERED_BY.match(reading.lower, title.end, stretch.end)
    body = home.body_at(people.passage, by.end(), stretch.end) if by else None
    if body and not home.is_host(body):
        return body
    own = _that_registers(reading, people, Span(stretch.start, title.head))
    head = title.list_head(reading) if title.rule == "initiative.listed" else None
    return own or (_that_registers(reading, people, head) if head else None)


def _first_body(reading: Reading, people: People, start: int, end: int) -> str | None:
    """The first organisation near behind an offset, in its own clause."""
    clause = _CLAUSE_END.search(reading.text, start, end)
    for word in _WORD.finditer(reading.text, start, min(clause.start() if clause else end, start + FAR)):
        if body := home.body_at(people.passage, word.start(), end):
            return body
    return None


def _that_registers(reading: Reading, people: People, lead: Span) -> str | None:
    """``Công đoàn X đăng ký công trình “…”``: the body that the words before a title begin with."""
    for word in _CAPITAL.finditer(reading.text, lead.start, lead.end):
        if body := home.body_at(people.passage, word.start(), lead.end):
            then = reading.lower[word.start() + len(body) : lead.end]
            is_plaque = "gắn biển" in then and body.startswith("Công đoàn")  # which it puts on others' works
            return body if _REGISTERS.match(then) and not is_plaque and not home.is_host(body) else None
    return None
