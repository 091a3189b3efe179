"""Every place of work a text names, for the bare class nouns that take one up: nhà máy, nhà trường."""

from __future__ import annotations

import re
from bisect import bisect_left
from typing import NamedTuple

from extract.facts.initiatives.bodies import parts
from extract.facts.initiatives.nouns import one_of

MOST_NAMED = 200
"""How many places of work of one text are looked at."""
FAR = 2500
"""How far back, in characters, a bare class noun may take up a name."""

_BARE = re.compile(rf"(?<!\w)({one_of('taken_up')})(?!\w|\s+(?-i:[A-ZĐ\d]))", re.IGNORECASE)
_WORD = re.compile(r"(?<= )\w")
_LEGAL = re.compile(rf"(?:tổng )?công ty\s+(?:{one_of('legal_forms')}\s+)*", re.IGNORECASE)
_WHOLE = re.compile(r"(?:tổng )?công ty|bệnh viện|trường|tập đoàn|đại học|học viện|hợp tác xã", re.IGNORECASE)
_MAKES_FOR = re.compile(one_of("enterprises"), re.IGNORECASE)


class Named(NamedTuple):
    """A place of work named in a text: where, its class noun in lower case, and its name."""

    start: int
    noun: str
    body: str


def taken_up(text: str, named: list[Named], start: int, end: int, about: str | None) -> str | None:
    """The last body named before a stretch whose class noun stands bare in it: của nhà máy → Nhà máy X.

    ``about`` is the body the whole text is about, which comes first where the noun is its own.
    """
    for bare in _BARE.finditer(text, start, end):
        noun = bare[1].lower().removeprefix("nhà trường") or "trường"
        if about and noun in about.lower().split("-")[0][: len(noun) + 5]:
            return about
        until = bisect_left(named, bare.start(), key=lambda place: place.start)
        for place in reversed(named[:until]):
            if bare.start() - place.start > FAR:
                break
            if place.noun.endswith(noun) and not parts.is_part(place.body):
                return place.body
    return None


def without_person(body: str, start: int, people: dict[int, str]) -> str:
    """A body's name without that of whoever is named right behind it: Công ty X | Đỗ Văn Hiển."""
    for word in _WORD.finditer(body):
        if people.get(start + word.start()) == body[word.start() :]:
            return body[: word.start()].rstrip(" ,-–")
    return body


def with_legal_form(before: Named | None, start: int, body: str) -> str:
    """The name of a body with its legal form, where it stands right behind that: Công ty CP | Cảng X."""
    inside = start - before.start if before else 0
    if (
        before
        and inside > 0
        and before.body[inside:].startswith(body)
        and _LEGAL.fullmatch(before.body[:inside])
    ):
        return before.body
    return body


def last_before(named: list[Named], offset: int) -> str | None:
    """The last enterprise, school or hospital named before an offset and not far from it."""
    until = bisect_left(named, offset, key=lambda place: place.start)
    for place in reversed(named[:until]):
        if offset - place.start > FAR:
            return None
        if _WHOLE.match(place.body) and not parts.is_part(place.body):
            return place.body
    return None


def only(named: list[Named]) -> str | None:
    """The one enterprise, school or hospital a text names, if it names one."""
    bodies: list[str] = []
    for place in named:
        if place.noun == "sở" or parts.is_part(place.body):
            continue
        if not any(place.body in other or other in place.body for other in bodies):
            bodies.append(place.body)
        if len(bodies) > 1:
            return None
    return bodies[0] if bodies and _MAKES_FOR.match(bodies[0]) else None
