"""The body that words behind a title, or before it, tell: “…” (Công ty X), Công đoàn X đăng ký “…”."""

from __future__ import annotations

import re

from extract.facts.initiatives.bodies import names as body_names
from extract.facts.initiatives.makers.cast import People
from extract.facts.initiatives.nouns import one_of
from extract.facts.initiatives.titles import Title
from extract.reading import Reading, Span

LEAST_RANK = 4
"""Rank from which a body in brackets behind a title is no mere workshop."""
FAR = 60
"""How far, in characters, behind ``của`` an organisation's name may begin."""
AGAIN = 800
"""How far behind a work, in characters, it may be named again with its builder."""
_BY = re.compile(rf"(?<!\w)(?:do|của|bởi)\s+(?:{one_of('groups')}\s+)*")
_FROM = re.compile(rf"[”\"’'»“\s]*[,–-]?\s*(?:của|do|tại|ở|thuộc)\s+(?:{one_of('groups')}\s+)*")
_IN_BRACKET = re.compile(r"[”\"’'»“\s]*\(\s*")
_GROUP_IN_BRACKET = re.compile(
    rf"[”\"’'»“\s]*(?:\(|[-–,]\s)\s*(?:của\s+)?(?:{one_of('groups')}\s+)+"
    rf"(?={one_of('workshops', 'workplaces')})"
)
_REGISTERED_BY = re.compile(r"[”\"’'»“\s]*được\s+")
_CAPITAL = re.compile(r"(?<!\w)[A-ZĐ]\w*")
_WORD = re.compile(r"\w+")
_CLAUSE_END = re.compile(rf"[.;:”\"]|,(?!\s*{one_of('groups')})")
_REGISTERS = re.compile(rf"[^,;.]{{0,30}}?(?<!\w){one_of('registers')}")
_REGISTERS_LATER = re.compile(
    rf"\s+(?:{one_of('plans')})(?:[^;.]|\.(?=\d)){{0,140}}?(?<!\w){one_of('registers')}"
)
_ITS = re.compile(r"\s*(?::|[–-]|với|có|vừa|đã|cũng|còn|nghiên cứu|chế tạo|thành công|áp dụng|\s)+")


def named_behind(reading: Reading, people: People, title: Title, stretch: Span) -> str | None:
    """The body that the words behind a title name, or else the one before it that registers it."""
    bracket = _IN_BRACKET.match(reading.lower, title.end, stretch.end)
    if bracket and people.passage.rank_at(bracket.end()) >= LEAST_RANK:
        return body_names.body_at(people.passage, bracket.end(), stretch.end)
    if _FROM.match(reading.lower, title.end, stretch.end):
        return right_behind(reading, people, title, stretch)
    if group := _GROUP_IN_BRACKET.match(reading.lower, title.end, stretch.end):
        return _first_body(reading, people, group.end(), stretch.end)
    by = _REGISTERED_BY.match(reading.lower, title.end, stretch.end)
    body = body_names.body_at(people.passage, by.end(), stretch.end) if by else None
    if body and not body_names.is_host(body):
        return body
    own = _that_registers(reading, people, Span(stretch.start, title.head))
    head = title.list_head(reading) if title.rule == "initiative.listed" else None
    return own or (_that_registers(reading, people, head) if head else None)


def built_by(reading: Reading, people: People, title: Title) -> str | None:
    """``Cầu X dài 90 m, do Xí nghiệp Y thi công``: the body told where a work is named again."""
    name = reading.lower[title.start : title.end]
    again = reading.lower.find(name, title.until, title.until + AGAIN)
    if again < 0:
        return None
    sentence = reading.sentence_at(again)
    by = _BY.search(reading.lower, again + len(name), min(sentence.end, again + len(name) + AGAIN))
    body = body_names.body_at(people.passage, by.end(), sentence.end) if by else None
    return body if body and not body_names.is_host(body) else None


def right_behind(reading: Reading, people: People, title: Title, stretch: Span) -> str | None:
    """``“…” của Trung tâm X``: the body behind the ``của`` that follows a title."""
    behind = _FROM.match(reading.lower, title.end, stretch.end)
    return _first_body(reading, people, behind.end(), stretch.end) if behind else None


def _first_body(reading: Reading, people: People, start: int, end: int) -> str | None:
    """The first organisation near behind an offset, in its own clause."""
    clause = _CLAUSE_END.search(reading.text, start, end)
    for word in _WORD.finditer(reading.text, start, min(clause.start() if clause else end, start + FAR)):
        if body := body_names.body_at(people.passage, word.start(), end):
            return body
    return None


def _that_registers(reading: Reading, people: People, lead: Span) -> str | None:
    """``Công đoàn X đăng ký công trình “…”``: the body that the words before a title begin with."""
    for word in _CAPITAL.finditer(reading.text, lead.start, lead.end):
        if body := body_names.body_at(people.passage, word.start(), lead.end):
            then = reading.lower[word.start() + len(body) : lead.end]
            is_plaque = "gắn biển" in then and body.startswith("Công đoàn")  # which it puts on others' works
            registers = _REGISTERS.match(then) or _REGISTERS_LATER.match(then) or _ITS.fullmatch(then)
            return body if registers and not is_plaque and not body_names.is_host(body) else None
    return None
