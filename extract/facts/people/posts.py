"""Posts with their organisations, read forward: ``Tỉnh ủy viên, Chủ tịch`` | ``LĐLĐ tỉnh``."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from extract.facts.people import lexicon, organisations
from extract.facts.people.organisations import Page
from extract.reading import Span

_JOIN = re.compile(r"(?:[,;]? *\bkiêm +|, *đồng thời(?: là)? +|, *| +[-–] +| +và +)")
_OF = re.compile(r" (?:của|tại|thuộc|ở) ")
_WORD = re.compile(r" ?(?:[-–&] )?([^\W_]+(?:[./&'’-][^\W_]+)*)")
_UNION = re.compile(r"(?:công đoàn cơ sở|công đoàn|cđcs|cđ) ")
_EXECUTIVE = re.compile(
    r"giám đốc|hiệu trưởng|hiệu phó|(?:cục|vụ|viện|tổng cục) ?(?:trưởng|phó)|phó phòng|trưởng phòng|văn phòng"
)
_TWO_CAPITALS = re.compile(r" [^\W\d_a-zà-ỹđ]\w* [^\W\d_a-zà-ỹđ]")
_UNIT = re.compile(r"(?:trường|khoa|phân xưởng|xưởng|tổ|chuyền|phòng|đội|trạm) (?=\w)")
_MODIFIERS = 7
_WEAK_LOWER = 5


@dataclass(frozen=True, slots=True)
class Post:
    """What a text says a person is: the span of the position, and of the organisation where one is named."""

    position: Span | None
    organisation: Span | None
    end: int
    role: bool = False
    """Whether the post is an occupation, that many people can share."""


@dataclass(frozen=True, slots=True)
class _Item:
    start: int
    end: int
    organisation: Span | None
    reached: int
    role: bool


def read(page: Page, start: int, stop: int) -> Post | None:
    """The chain of posts that starts at ``start``: position is all up to the last organisation."""
    items: list[_Item] = []
    position = start
    while item := _one(page, position, stop):
        items.append(item)
        join = _JOIN.match(page.key, item.reached, stop)
        if not join:
            break
        position = join.end()
    if not items:
        return None
    if not any(item.organisation for item in items):
        items[-1] = _body_after_comma(page, items[-1], stop)
    with_body = [item for item in items if item.organisation]
    last = with_body[-1] if with_body else items[-1]
    if len(items) > 1 and last is items[-1]:
        last = _shared_body(page, items[-2], last)
    return Post(Span(start, last.end), last.organisation, items[-1].reached, all(i.role for i in items))


def _body_after_comma(page: Page, item: _Item, stop: int) -> _Item:
    """``giáo viên Ngữ văn, Trường X``: the organisation of a post that has none beside it."""
    start = item.reached + 2
    if page.key[item.reached : start] != ", " or not organisations.rank_at(page, start):
        return item
    body = organisations.read(page, start, stop)
    return replace(item, organisation=body, reached=body.end)


def _shared_body(page: Page, previous: _Item, last: _Item) -> _Item:
    """``Phó Giám đốc, Chủ tịch công đoàn`` | ``Sở X``: one body, and the union in it, have both posts."""
    body = last.organisation
    if previous.organisation or not body or not _EXECUTIVE.search(page.key, previous.start, previous.end):
        return last
    union = _UNION.match(page.key, body.start, body.end)
    if not union or not organisations.rank_at(page, union.end()):
        return last
    return replace(last, end=union.end() - 1, organisation=Span(union.end(), body.end))


def _one(page: Page, start: int, stop: int) -> _Item | None:
    match = lexicon.POST.match(page.key, start, stop)
    if not match:
        return None
    kind = lexicon.POSTS[re.sub(r"\s+", " ", match["head"])]
    reader = {"office": _office, "branch": _branch, "role": _role}[kind]
    return reader(page, start, match.end(), stop)


def _office(page: Page, start: int, end: int, stop: int) -> _Item:
    body = _body(page, end, stop)
    return _Item(start, end, body, body.end if body else end, False)


def _body(page: Page, end: int, stop: int) -> Span | None:
    """The organisation right after a post, with or without ``của`` between them."""
    connector = _OF.match(page.key, end, stop)
    start = connector.end() if connector else end + 1
    if start >= stop or (not connector and page.text[end] != " "):
        return None
    named = organisations.rank_at(page, start) or page.starts_upper(start)
    if not named and not (not connector and organisations.is_area(page, start)):
        return None
    span = organisations.read(page, start, stop)
    return span if span.end > span.start else None


def _branch(page: Page, start: int, end: int, stop: int) -> _Item:
    """``Trưởng ban Tổ chức`` | ``LĐLĐ tỉnh``; ``Đội trưởng`` | ``Đội cơ giới Công ty``."""
    noun = page.key[start:end].split()
    after = page.key[end + 1 : end + 14].split()
    body = organisations.rank_at(page, end + 1) and (noun[-1] == "trưởng" or page.starts_upper(end + 1))
    if after and (after[0] in noun or body):
        return _office(page, start, end, stop)
    return _with_modifiers(page, start, end, stop, role=False)


def _role(page: Page, start: int, end: int, stop: int) -> _Item:
    body = (
        _body(page, end, stop) if organisations.rank_at(page, end + 1) or _OF.match(page.key, end) else None
    )
    if body:
        return _Item(start, end, body, body.end, True)
    return _with_modifiers(page, start, end, stop, role=True)


def _with_modifiers(page: Page, start: int, end: int, stop: int, *, role: bool) -> _Item:
    """Words of the work or branch up to the organisation, a clause or a mark."""
    reached, words = end, 0
    if role and _TWO_CAPITALS.match(page.text, end) and not organisations.rank_at(page, end + 1):
        return _Item(start, end, None, end, role)  # a name follows, not the work
    while words < _MODIFIERS + 2 and (word := _WORD.match(page.text, reached, stop)):
        at = word.start(1)
        if words and _names_body(page, at):
            body = organisations.read(page, at, stop)
            return _Item(start, reached, body, body.end, role)
        if _OF.match(page.key, reached):
            body_ = _body(page, reached, stop)
            return _Item(start, reached, body_, body_.end if body_ else reached, role)
        if organisations.ends_name(page, at) or (role and organisations.is_area(page, at)):
            break
        reached, words = word.end(), words + 1
    return _branch_as_body(page, start, end, reached, stop, role)


def _names_body(page: Page, at: int) -> bool:
    rank = organisations.rank_at(page, at)
    if page.starts_upper(at):
        return rank > 0
    if rank >= _WEAK_LOWER and organisations.is_phrase(page, at):
        return True
    unit = _UNIT.match(page.key, at)
    return bool(unit) and (page.starts_upper(unit.end()) or page.text[unit.end()].isdigit())  # type: ignore[union-attr]


_NOUN = re.compile(r"(?:ban|phòng|khoa|bộ môn|bộ phận|chi nhánh|văn phòng|trung tâm|tiểu ban)\Z")
_AREA = re.compile(r"\b(?:tỉnh|thành phố|tp|huyện|quận|xã|phường|trung ương|nhà nước)\b")


def _branch_as_body(page: Page, start: int, end: int, reached: int, stop: int, role: bool) -> _Item:
    """``Phó Trưởng phòng`` | ``phòng Thống kê, Cục X``: a body after a comma, or an area, closes the branch."""
    whole = _Item(start, reached, None, reached, role)
    if role or reached == end:
        return whole
    span = organisations.read(page, end + 1, stop)
    if span.end > reached or _AREA.search(page.key, end, span.end):
        noun = _NOUN.search(page.key, start, end)
        return _Item(start, end, Span(noun.start() if noun else span.start, span.end), span.end, role)
    return whole
