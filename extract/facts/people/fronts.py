"""A body named before a person whose post stands without one: ``Về phía LĐLĐ tỉnh có bà X, Phó Chủ tịch``."""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import pairwise

from extract.facts.people import organisations
from extract.facts.people.mentions import Mention
from extract.facts.people.passage import Passage
from extract.facts.people.posts import Post
from extract.reading import Span

_REACH = 200
_FRONT = re.compile(
    r"(?<!\w)(?:(?P<side>về phía|phía|đại diện(?: cho)?|thay mặt(?: cho)?|người đứng đầu|lãnh đạo)"
    r"|(?P<work>(?:ở|tại)(?= (?:phân xưởng|xưởng|tổ|đội|công ty|xí nghiệp|nhà máy|trường|bệnh viện) ))) "
)
_SPEAKS_FOR = re.compile(r"(?:\A|[.\n“”\"]\s*|, |(?<!\w)theo )(đại diện) ")
_TO_NAME = re.compile(r",? (?:(?:có|là|gồm)(?: sự tham dự của)?:? )?\Z")
_COMMA = re.compile(r", \Z")
_NEXT = re.compile(r"(?:;|,| và|; và) \Z")
_STATE = re.compile(
    r"(?:phó )?(?:thủ tướng|chủ tịch nước|tổng bí thư|bộ trưởng|thứ trưởng|đại biểu|đb)(?!\w)"
)
_MINISTER = re.compile(r"(?:bộ|thứ) trưởng(?!\w)")


def give(passage: Passage, people: list[Mention]) -> None:
    """Adds the body to the people right after it, and to those who follow them in a list."""
    _from_next(passage, people)
    body: Span | None = None
    last: Mention | None = None
    for mention in people:
        post = mention.after or mention.before
        if not mention.told and (speaker := _speaker(passage, mention)):
            mention.before = speaker
        if post is None or not _lacks_body(mention, post):
            last = None
            continue
        goes_on = last and _NEXT.match(passage.key, last.end, mention.start)
        body = body if goes_on else _before(passage, mention)
        if body is None or not _fits(passage, post, body):
            last = None
            continue
        last = mention
        if mention.after:
            mention.after = replace(post, organisation=body)
        else:
            mention.before = replace(post, organisation=body)


def _from_next(passage: Passage, people: list[Mention]) -> None:
    """``chỉ định ông X làm Chủ tịch, bà Y giữ chức Phó Chủ tịch LĐLĐ tỉnh``: one body has both posts."""
    for mention, following in pairwise(people):
        post, other = mention.after, following.after
        if not (post and other and other.organisation and mention.link == following.link == "is"):
            continue
        fits = post.position is not None and _fits(passage, post, other.organisation)
        if fits and _lacks_body(mention, post) and _NEXT.match(passage.key, mention.end, following.start):
            mention.after = replace(post, organisation=other.organisation)


def _lacks_body(mention: Mention, post: Post) -> bool:
    bodies = [side.organisation for side in (mention.before, mention.after) if side]
    return not any(bodies) and post.position is not None


def _fits(passage: Passage, post: Post, body: Span) -> bool:
    """Whether a body may be that of a post: of a minister only a ministry, of a head of state none."""
    if post.position is None or not _STATE.match(passage.key, post.position.start):
        return True
    ministry = passage.key.startswith("bộ ", body.start)
    return ministry and _MINISTER.match(passage.key, post.position.start) is not None


def _speaker(passage: Passage, mention: Mention) -> Post | None:
    """``Đại diện Công ty X, bà Y``: of whom nothing else is said."""
    if not mention.honorific or not passage.key.endswith(", ", 0, mention.start):
        return None
    floor = max(0, mention.start - _REACH)
    for front in _SPEAKS_FOR.finditer(passage.key, floor, mention.start):
        body = organisations.read(passage, front.end(), mention.start)
        if passage.rank_at(front.end()) and body.end == mention.start - 2:
            return Post(Span(front.start(1), front.end(1)), body, body.end)
    return None


def _before(passage: Passage, mention: Mention) -> Span | None:
    """The body whose name, after ``về phía`` and the like, runs up to a person."""
    floor = max(0, mention.start - _REACH, passage.text.rfind("\n", 0, mention.start) + 1)
    for front in _FRONT.finditer(passage.key, floor, mention.start):
        if not passage.rank_at(front.end()):
            continue
        body = organisations.read(passage, front.end(), mention.start)
        link = _COMMA if front["work"] else _TO_NAME
        if body.end > front.end() and link.match(passage.key, body.end, mention.start):
            return body
    return None
