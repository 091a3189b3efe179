"""What stands beside a name: the honorifics and titles before it, the posts before and after it."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from extract.facts.people import lexicon, organisations, posts
from extract.facts.people.names import Candidate
from extract.facts.people.passage import Passage
from extract.facts.people.posts import Post
from extract.reading import Span, within

_BEFORE = 220
_BRACKET = 160
_LEFT_LINK = re.compile(r" *[-–—:,]? *\Z")
_THEN = re.compile(
    r"(?: (?:thời (?:đó|ấy|điểm đó)|lúc (?:đó|ấy|bấy giờ)|khi (?:đó|ấy)|hiện nay|hiện tại|bấy giờ))? là \Z"
)
_TOWARDS = re.compile(r" (?:đối )?với \Z")
_PRESS = re.compile(r"(?:nữ )?(?:phóng viên|pv|nhà báo) ")
_HELD = re.compile(r"(?<!\w)chức (?:danh |vụ )?\Z")
_CLAUSE_START = re.compile(r"(?<!\b[tT][pPxX])[.;:!?\n”\"“](?=\s)|\n|[“\"]")
_BODY_BEFORE = re.compile(r"(?:đại diện|thay mặt|về phía|phía) ")
_OTHERS = re.compile(r" (?:các|những|nhiều) (?!ban |phòng |khu |kcn|cơ quan|trường|vấn đề)")
_DASH = re.compile(r"\s*[-–]\s*")
_NOTE = re.compile(r" ?\((?P<inner>[^()\n]{1,90})\)")
_AGE = re.compile(
    r"(?:, | \()(?:\d{1,3} tuổi|sinh (?:năm|ngày) [\d/.-]+|sn:? ?\d{4}|nữ|nam)\)?(?=[,; ])"
    r"|,? (?:người (?:dân tộc )?(?!từng |đang |hiện |vốn |là )|dân tộc |quê |ngụ |trú |sinh ra )"
    r"[^,;.()\n]{2,40}(?=,)"
    r"| \((?:quê|ngụ|trú) [^,;.()\n]{2,40}(?=, đang )"
)
_WHEN = (
    r"từng|đang|hiện đang|hiện nay|hiện tại|hiện|vốn|cũng|nguyên|nay|bây giờ|giờ|trước đây|trước kia|trước"
    r"|sau này|(?:lúc|khi|thời điểm) (?:đó|ấy|bấy giờ|này)|bấy giờ|khi còn|(?:vừa )?được (?:bầu|bổ nhiệm|cử)"
)
_HOLDS = r"(?:giữ|đảm nhiệm|đảm nhận)(?: chức(?: vụ| danh)?| cương vị| vai trò| vị trí)"
_LINK = re.compile(
    r"(?P<of> (?:thuộc|của|ở|tại|đến từ) |,? (?:đang )?(?:công tác|làm việc|làm) (?:tại|ở) )"
    rf"|(?P<is>,? (?:(?:người )?(?:{_WHEN}) )?(?:là|làm|{_HOLDS}) )"
    r"|(?P<open>,? \()|(?P<comma> ?, ?)|(?P<dash> ?[-–—] ?)|(?P<blank> )"
)


@dataclass(slots=True)
class Mention:
    """A candidate with what is said beside it."""

    name: Candidate
    start: int
    """Where its honorific, title or post begins."""
    end: int
    """Where what follows it ends: post, organisation, bracket."""
    honorific: bool = False
    title: Span | None = None
    before: Post | None = None
    after: Post | None = None
    link: str = ""
    """How what follows is joined to the name: comma, dash, open, of, is, blank."""

    @property
    def told(self) -> bool:
        """Whether a post or organisation stands beside it."""
        return bool(self.before or self.after)


def heads(passage: Passage) -> list[Span]:
    """Every place where a post's word stands, in order."""
    key = passage.key
    return [
        Span(start, end)
        for _, start, end in lexicon.POST_HEADS.find_matches_as_indexes(key)
        if not key[start - 1 : start].isalnum() and not key[end : end + 1].isalnum()
    ]


def read_posts(passage: Passage, mention: Mention, post_heads: list[Span], floor: int, stop: int) -> None:
    """Adds the posts beside a candidate, between the name before it and the one after."""
    _read_before(passage, mention, post_heads, floor)
    _read_after(passage, mention, stop)


def _read_before(passage: Passage, mention: Mention, post_heads: list[Span], floor: int) -> None:
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


def _read_after(passage: Passage, mention: Mention, stop: int) -> None:
    link = _LINK.match(passage.key, _over_notes(passage, mention.name.end), stop)
    if not link or not link.lastgroup:
        return
    kind, start = link.lastgroup, link.end()
    if kind == "is" and mention.before and "làm" in link[0]:
        return  # "Hội đồng do Thủ tướng X làm chủ tịch"
    if kind == "open":
        close = passage.text.find(")", start, start + _BRACKET)
        stop = min(stop, close) if close >= 0 else stop
    post = posts.read(passage, start, stop) or _body_only(passage, start, stop, kind)
    if post and not _is_next_persons(passage, post, stop) and _plausible(passage, kind, start, post):
        mention.link, mention.after, mention.end = kind, post, post.end + (kind == "open")


def _is_next_persons(passage: Passage, post: Post, stop: int) -> bool:
    """Whether a post runs up to the next name: ``Bí thư A, Chủ tịch UBND tỉnh B``."""
    return post.position is not None and stop < len(passage.text) and passage.text[post.end : stop] == " "


def _over_notes(passage: Passage, end: int) -> int:
    """Past an age, or a note in brackets that is no post: ``(thứ hai từ trái sang)``."""
    while True:
        if age := _AGE.match(passage.key, end):
            end = _out_of_bracket(passage, age)
            continue
        note = _NOTE.match(passage.key, end)
        if not note or passage.post_at(note.start("inner")) or passage.rank_at(note.start("inner")):
            return end
        end = note.end()


def _out_of_bracket(passage: Passage, age: re.Match[str]) -> int:
    """Where reading goes on after an age: in its bracket if a post follows there, else after the bracket."""
    end = age.end()
    if "(" not in age[0] or ")" in age[0]:
        return end
    start = end + len(", ") if passage.key.startswith(", ", end) else end
    close = passage.text.find(")", start, start + _BRACKET)
    told = passage.post_at(start) or passage.rank_at(start) or passage.key.startswith("đang ", start)
    return end if close < 0 or told or "(" in passage.text[start:close] else close + 1


def _body_only(passage: Passage, start: int, stop: int, link: str) -> Post | None:
    """An organisation without a post: ``X (Công ty Y)``, ``X, Khoa Y``; it has to have a name of its own."""
    if link in ("is", "blank") or not passage.rank_at(start):
        return None
    body = organisations.read(passage, start, stop)
    named = any(letter.isupper() for letter in passage.text[start : body.end])
    return Post(None, body, body.end) if named and body.end > start else None


def _plausible(passage: Passage, link: str, start: int, post: Post) -> bool:
    """Whether what follows may be the person's: with nothing but a blank between, only a sure post is."""
    if link == "of":
        return post.position is None
    if post.position and _OTHERS.match(passage.key, post.end):
        return False  # "Phó Thủ tướng X, bộ trưởng các bộ": another's
    if link != "blank":
        return True
    aged = passage.key[start - 6 : start] == " tuổi "
    return post.position is not None and (passage.starts_upper(start) or aged or not post.role)
