"""The body an initiative comes from: its list's, its maker's, or the one named around it."""

from __future__ import annotations

import re

from extract.facts.initiatives.bodies import names as body_names
from extract.facts.initiatives.bodies import parts
from extract.facts.initiatives.bodies import told as bodies_told
from extract.facts.initiatives.makers.cast import People
from extract.facts.initiatives.nouns import one_of
from extract.facts.initiatives.titles import Title
from extract.reading import Reading, Span

_HAD = re.compile(
    r"(?:^|[,:;.]\s|như\s|là\s)(?P<body>(?:công đoàn cơ sở|công đoàn|cđcs)?\s*[^,;:.]{4,90}?)\s+"
    r"(?:(?:trong\s+)?năm\s+\d{4}\s+)?(?:đã\s+)?có\s+\d+\s+[^.:;]{0,60}$"
)
_WORKSHOP = re.compile(one_of("workshops"), re.IGNORECASE)
_AREA = re.compile(r"\s(?:xã|phường|thị trấn|quận|huyện|thị xã|thành phố|tp|tỉnh|khu)(?!\w)")
_CAPITAL = re.compile(r"(?<!\w)[A-ZĐ]\w*")
_LINK = re.compile(
    rf"(?:\s+(?:và|cùng)\s+(?:{one_of('mates')}\s*)+)?\s*(?:[-–,(]|ở|của|thuộc)\s*"
    r"(?:đơn vị(?: công tác)?\s*:\s*)?",
    re.IGNORECASE,
)
_TRADE_AT = re.compile(rf"(?:\w+\s+){{1,4}}?(?:ở\s+|tại\s+|của\s+)?(?={one_of('workplaces')})")
_SERVES = re.compile(
    r"(?<!\w)(?:giúp|làm lợi cho|tiết kiệm cho|(?:làm việc|công tác)\s+(?:tại|ở))\s+"
    rf"(?={one_of('workplaces')})"
)
_PLACED = re.compile(rf"(?<!\w)(?:tại|ở|của|thuộc)\s+(?={one_of('workplaces')})")
_UNION_AT = re.compile(rf"(?:công đoàn cơ sở|công đoàn|cđcs)\s+(?={one_of('enterprises')})", re.IGNORECASE)
_UNION_OF = re.compile(r"(?:công đoàn cơ sở|công đoàn|cđcs)\s+", re.IGNORECASE)


def of(reading: Reading, people: People, title: Title, stretch: Span, authors: list[str]) -> str | None:
    """The body an initiative is told to come from: its list's, its maker's, or the one named behind it."""
    if title.kind != "work" and (listed := _list_body(reading, people, title)):
        return listed
    if authors:
        return _of_authors(reading, people, title, stretch, authors)
    return bodies_told.named_behind(reading, people, title, stretch)


def carried(people: People, title: Title, told: str | None) -> str | None:
    """What ``of`` found, unless that is a workshop, or nothing: then the body the article is about here."""
    if told and title.kind != "work" and (union := _UNION_AT.match(told)):
        told = told[union.end() :]
    place, is_full = body_names.workplace(told) if told else (None, False)
    if is_full and place and not parts.is_part(place):
        return place
    whole = people.home.at(title.start)
    if whole is None and title.kind != "work":
        whole = _else(people, title, told)
    return body_names.workplace(whole)[0] if whole and not parts.is_part(whole) else told


def without_maker(body: str | None, authors: list[str]) -> str | None:
    """A body's name without that of an author right behind it: Trường Tiểu học X | Vi Văn Hặc."""
    for name in authors if body else ():
        if body and body.endswith(f" {name}") and len(body.split()) > len(name.split()) + 2:
            return body[: -len(name)].rstrip(" ,-–")
    return body


def _else(people: People, title: Title, told: str | None) -> str | None:
    """The body of a workshop told without one: that named last above it; where none is told, the only one."""
    if told is None:
        return people.home.only or people.home.enterprise_in_paragraph(title.start)
    is_workshop = _WORKSHOP.match(told) and not _AREA.search(told.lower())
    return people.home.enterprise_above(title.start) if is_workshop else None


def _of_authors(
    reading: Reading, people: People, title: Title, stretch: Span, authors: list[str]
) -> str | None:
    """The place of work of the first author who has one; else one behind the last; else a workshop."""
    persons = [people.facts[name] for name in authors if name in people.facts]
    places = [body_names.workplace(person.organisation) for person in persons if person.organisation]
    full = [body for body, is_full in places if is_full]
    if full:
        return full[0]
    behind = _behind_last_author(reading, people, authors, title, stretch)
    workshops = [body for body, _ in places if body_names.is_name(body)]
    around = _served(reading, people, title, stretch) or _between(reading, people, title, stretch, authors)
    own = bodies_told.right_behind(reading, people, title, stretch)
    return behind or around or own or next(iter(workshops), None)


def _between(reading: Reading, people: People, title: Title, stretch: Span, authors: list[str]) -> str | None:
    """``X cùng nhóm cộng sự tại Công ty Y có sáng kiến “…”``: a body between the author and the title."""
    author = reading.text.rfind(authors[-1], stretch.start, title.head)
    placed = _PLACED.search(reading.lower, author, title.head) if author >= 0 else None
    return body_names.body_at(people.passage, placed.end(), title.head) if placed else None


def _served(reading: Reading, people: People, title: Title, stretch: Span) -> str | None:
    """``… đã giúp Công ty X tiết kiệm``, ``… đang làm việc tại Nhà máy Y``: the body behind a title."""
    serves = _SERVES.search(reading.lower, title.until, stretch.end)
    return body_names.body_at(people.passage, serves.end(), stretch.end) if serves else None


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
    return body if _CAPITAL.match(body) and not body_names.is_host(body) else None


def _behind_last_author(
    reading: Reading, people: People, authors: list[str], title: Title, stretch: Span
) -> str | None:
    """``X, Y - Trung tâm Z``: a body behind the last of several names."""
    place = reading.text.find(authors[-1], title.end, stretch.end)
    if place < 0:
        place = reading.text.rfind(authors[-1], stretch.start, title.start)
    link = _LINK.match(reading.text, place + len(authors[-1]), stretch.end) if place >= 0 else None
    if link is None:
        return None
    direct = body_names.body_at(people.passage, link.end(), stretch.end)
    later = None if direct else _TRADE_AT.match(reading.lower, link.end(), stretch.end)
    return body_names.body_at(people.passage, later.end(), stretch.end) if later else direct
