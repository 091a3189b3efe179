"""Posts with their organisations, read forward: ``Tỉnh ủy viên, Chủ tịch`` | ``LĐLĐ tỉnh``."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from extract.facts.people import branches, clauses, fields, lexicon, organisations
from extract.facts.people.passage import Passage
from extract.reading import Span

_JOIN = re.compile(r"(?:[,;]? *\bkiêm +|, *đồng thời(?: là)? +|, *| +[-–] +| +và +)")
_SHORT_NAME = re.compile(r" \([A-ZĐ][\w&. -]{1,12}\)(?=,)")
_OF = re.compile(r" (?:của|tại|thuộc|ở) ")
_AT = (" tại ", " ở ")
_ALIAS = re.compile(r" \([A-Z]{2,5}\)(?= )")
_NUMBERED = re.compile(rf" \d{{1,2}}(?=[,;.)]|\Z| [{lexicon.UPPER}])")
_UNION = re.compile(r"(?:công đoàn cơ sở|công đoàn|cđcs|cđ) ")
_EXECUTIVE = re.compile(
    r"giám đốc|hiệu trưởng|hiệu phó|(?:cục|vụ|viện|tổng cục) ?(?:trưởng|phó)|phó phòng|trưởng phòng|văn phòng"
)
_SHORT_BODY = re.compile(r" [A-ZĐ]{3,}(?!\w)")
_CHARGED = re.compile(r"phụ trách\Z")
_OPENS_BODY = re.compile(r" (?:công an|công đoàn)\Z")
_MOST_POSTS = 8


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
    """One post of a chain; reading goes on at ``reached``."""

    start: int
    end: int
    organisation: Span | None
    reached: int
    role: bool


def read(passage: Passage, start: int, stop: int) -> Post | None:
    """The chain of posts that starts at ``start``: position is all up to the last organisation."""
    items: list[_Item] = []
    position = start
    while len(items) < _MOST_POSTS and (item := _one(passage, position, stop)):
        items.append(item)
        short = _SHORT_NAME.match(passage.text, item.reached, stop) if item.organisation else None
        join = _JOIN.match(passage.key, short.end() if short else item.reached, stop)
        if not join:
            break
        position = join.end()
    if not items:
        return None
    if not any(item.organisation for item in items):
        items[-1] = _with_body_after_comma(passage, items[-1], stop)
    last = next((item for item in reversed(items) if item.organisation), items[-1])
    if len(items) > 1 and last is items[-1]:
        last = _with_shared_body(passage, items[-2], last)
    return Post(Span(start, last.end), last.organisation, items[-1].reached, all(i.role for i in items))


def _one(passage: Passage, start: int, stop: int) -> _Item | None:
    match = lexicon.POST.match(passage.key, start, stop)
    if not match:
        return None
    kind = lexicon.POSTS[match["head"]]
    end = fields.end_of(passage, start, match.end(), stop)
    numbered = _NUMBERED.match(passage.text, end, stop) if kind == "office" else None
    end = numbered.end() if numbered else end
    if opens := _opened_body(passage, start, end, stop):
        return opens
    if (kind == "office" and not _is_charged(passage, start, end)) or (
        kind == "branch" and branches.has_body(passage, start, end)
    ):
        return _item(start, end, _body(passage, end, stop), end, role=False)
    role = kind == "role"
    if role and (passage.rank_at(end + 1) or _OF.match(passage.key, end)):
        return _item(start, end, _body(passage, end, stop), end, role=True)
    branch = branches.read(passage, start, end, stop, role=role)
    body = branch.organisation or _body(passage, branch.end, stop, connected=True)
    return _item(start, branch.end, body, max(branch.end, branch.reached), role=role)


def _is_charged(passage: Passage, start: int, end: int) -> bool:
    """Whether a charge follows a post, ``Phó Giám đốc phụ trách`` ``kỹ thuật``, and no body."""
    charged = _CHARGED.search(passage.key, start, end)
    body = passage.rank_at(end + 1) or passage.area_at(end + 1) or _SHORT_BODY.match(passage.text, end)
    return charged is not None and not body


def _opened_body(passage: Passage, start: int, end: int, stop: int) -> _Item | None:
    """``Trưởng`` | ``Công an huyện X``, ``đoàn viên`` | ``Công đoàn Y``: a post's last words open a body."""
    noun = _OPENS_BODY.search(passage.key, start, end)
    if not noun or not passage.starts_upper(noun.start() + 1) or end + 1 >= stop:
        return None
    if not (passage.rank_at(end + 1) or passage.area_at(end + 1) or passage.starts_upper(end + 1)):
        return None
    body = organisations.read(passage, noun.start() + 1, stop)
    return _Item(start, noun.start(), body, body.end, role=False)


def _item(start: int, end: int, body: Span | None, reached: int, *, role: bool) -> _Item:
    return _Item(start, end, body, body.end if body else reached, role)


def _body(passage: Passage, end: int, stop: int, *, connected: bool = False) -> Span | None:
    """The organisation right after a post, with or without ``của`` between them."""
    if alias := _ALIAS.match(passage.text, end, stop):
        end = alias.end()
    connector = _OF.match(passage.key, end, stop)
    start = connector.end() if connector else end + 1
    if start >= stop or (not connector and (connected or passage.text[end] != " ")):
        return None
    area = not connector and passage.area_at(start)
    if connector and passage.post_at(start):
        return None
    area = area or (passage.key.startswith(" của ", end) and passage.area_at(start))
    if not (area or passage.rank_at(start) or passage.starts_upper(start)):
        return None
    span = organisations.read(passage, start, stop)
    at = connector is not None and connector[0] in _AT
    if at and not passage.rank_at(start) and organisations.is_place(passage, span):
        return None
    return span if span.end > span.start else None


def _with_body_after_comma(passage: Passage, item: _Item, stop: int) -> _Item:
    """``giáo viên Ngữ văn, Trường X``: the organisation of a post that has none beside it."""
    start = item.reached + 2
    if (
        passage.key[item.reached : start] != ", "
        or not passage.rank_at(start)
        or clauses.ends(passage, start)
    ):
        return item
    body = organisations.read(passage, start, stop)
    return replace(item, organisation=body, reached=body.end)


def _with_shared_body(passage: Passage, previous: _Item, last: _Item) -> _Item:
    """``Phó Giám đốc, Chủ tịch công đoàn`` | ``Sở X``: one body, and the union in it, have both posts."""
    body = last.organisation
    if previous.organisation or not body or not _EXECUTIVE.search(passage.key, previous.start, previous.end):
        return last
    union = _UNION.match(passage.key, body.start, body.end)
    if not union or not passage.rank_at(union.end()):
        return last
    return replace(last, end=union.end() - 1, organisation=Span(union.end(), body.end))
