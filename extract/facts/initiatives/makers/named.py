"""People named one after another, also those whom no rule for people was sure of: do A, B và kỹ sư C."""

from __future__ import annotations

import re
from collections.abc import Iterator

from extract.facts.initiatives.makers import groups, proper
from extract.facts.initiatives.makers.cast import People
from extract.facts.initiatives.makers.groups import Place

_CLAUSE_END = re.compile(r"[;”\"]|(?<![A-ZĐs])\.(?!\w)")
"""The stop of ``ThS.`` or ``BS.CKI`` ends none."""


def run(people: People, text: str, start: int, end: int, near: int) -> list[str]:
    """People named one after another from an offset on, the first at most ``near`` characters away."""
    names: list[str] = []
    last = start
    for begin, stop, name in _places(people, text, start, end):
        gap = text[last:begin]
        if not names and (begin - start > near or _CLAUSE_END.search(gap)):
            break
        if names and not groups.joined(gap):
            break
        names.append(name)
        last = stop
    return list(dict.fromkeys(names))


def with_companions(people: People, text: str, start: int, end: int) -> list[Place]:
    """Known people between two offsets, and names by their shape behind ``cùng``: cùng em vợ là X."""
    known = people.between(start, end)
    for along in proper.ALONG.finditer(text, start, end):
        begin, stop = along.span(1)
        if proper.is_person(along[1]) and not any(begin < other[1] and other[0] < stop for other in known):
            known.append((begin, stop, along[1]))
    return sorted(known)


def _places(people: People, text: str, start: int, end: int) -> Iterator[Place]:
    """Known people in order, and names by their shape that stand joined to them."""
    last = start
    known = people.between(start, end)
    for index, place in enumerate(known):
        yield from _by_shape(text, last, place[0], opens=index == 0)
        yield place
        last = place[1]
    if known:
        yield from _by_shape(text, last, min(end, last + groups.NEAR), opens=False)


def _by_shape(text: str, start: int, end: int, *, opens: bool) -> Iterator[Place]:
    """Names by their shape between two offsets, each joined to the one before it."""
    position = start
    while name := (proper.FIRST if opens else proper.FURTHER).match(text, position, end):
        if not proper.is_person(name[1]):
            return
        yield name.start(1), name.end(1), name[1]
        position, opens = name.end(1), False
