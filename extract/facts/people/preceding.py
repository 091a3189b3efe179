"""The posts before a name: ``Phó Chủ tịch LĐLĐ tỉnh`` X; ``đại diện Ngân hàng Y – Tổng Giám đốc`` X."""

from __future__ import annotations

import re
from dataclasses import replace

from extract.facts.people import lexicon, organisations, posts
from extract.facts.people.mentions import Mention
from extract.facts.people.passage import Passage
from extract.facts.people.posts import Post
from extract.reading import Span, within

_BEFORE = 220
_LEFT_LINK = re.compile(r"(?:(?<=\w)[”\"])? *[-–—:,]? *\Z")
_THEN = re.compile(
    r"(?: (?:thời (?:đó|ấy|điểm đó)|lúc (?:đó|ấy|bấy giờ)|khi (?:đó|ấy)|hiện nay|hiện tại|bấy giờ))? là \Z"
)
_TOWARDS = re.compile(r" (?:đối )?với \Z")
_PRESS = re.compile(r"(?:nữ )?(?:phóng viên|pv|nhà báo) ")
_HELD = re.compile(r"(?<!\w)chức (?:danh |vụ )?\Z")
_CLAUSE_START = re.compile(r"(?<!\b[tT][pPxX])[.;:!?\n”\"“](?=\s)|\n|[“\"]")
_BODY_BEFORE = re.compile(r"(?:đại diện|thay mặt|về phía|phía) ")
_DASH = re.compile(r"\s*[-–]\s*")


def read(passage: Passage, mention: Mention, post_heads: list[Span], floor: int) -> None:
    """The earliest chain of posts that runs right up to the name."""
    limit = mention.start
    floor = max(floor, limit - _BEFORE)
    near = within(post_heads, floor, limit)
    if not near:
        return
    clauses = _CLAUSE_START.finditer(passage.text, floor, max(floor, limit - 2))
    floor = max((clause.end() for clause in clauses), default=floor)
    towards = _TOWARDS.search(passage.key, max(floor, limit - 9), limit)
    then = _THEN.search(passage.key, max(floor, limit - 24), limit) if mention.honorific else None
    link = towards or then or _LEFT_LINK.search(passage.key, floor, limit)
    stop = link.start() if link else limit
    for head in near:
        if head.start < floor:
            continue
        modifier = lexicon.BEFORE_POST.search(passage.key, max(floor, head.start - 24), head.start)
        start = modifier.start() if modifier else head.start
        post = posts.read(passage, start, stop)
        if towards and not _HELD.search(passage.key, floor, start):
            continue
        if post and post.end >= stop and not (then and post.role) and not _is_asker(passage, post, stop):
            mention.before = _with_body_before(passage, post, start, floor)
            mention.start = start
            return


def _is_asker(passage: Passage, post: Post, stop: int) -> bool:
    """Whether a chain begins with the press that asks: ``trả lời PV Báo X, Thứ trưởng Y``."""
    start = post.position.start if post.position else stop
    asks = not post.role or passage.text[stop : stop + 1] == ","
    return asks and _PRESS.match(passage.key, start) is not None


def _with_body_before(passage: Passage, post: Post, start: int, floor: int) -> Post:
    """``đại diện Ngân hàng X – Tổng Giám đốc Y``: the body stands before the post."""
    if post.organisation:
        return post
    for match in _BODY_BEFORE.finditer(passage.key, floor, start):
        body = organisations.read(passage, match.end(), start)
        if passage.rank_at(match.end()) and _DASH.fullmatch(passage.text, body.end, start):
            return replace(post, organisation=body)
    return post
