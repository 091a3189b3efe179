"""What the words around a candidate say: honorific, title, posts before and after, and whether it is a person."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from extract.facts.people import lexicon, organisations, posts
from extract.facts.people.names import Candidate
from extract.facts.people.organisations import Page
from extract.facts.people.posts import Post
from extract.reading import Span, within

_BEFORE = 220
_NOTE = re.compile(r" ?\((?P<inner>[^()\n]{1,90})\)")
_AGE = re.compile(
    r"(?:, | \()(?:\d{1,3} tuổi|sinh (?:năm|ngày) [\d/.-]+|sn:? ?\d{4}|nữ|nam)\)?(?=[,; ])"
    r"|,? (?:người (?:dân tộc )?|dân tộc |quê |ngụ |trú |sinh ra )[^,;.()\n]{2,40}(?=,)"
)
_LINK = re.compile(
    r"(?P<open>,? \()|(?P<comma> ?, ?)|(?P<dash> ?[-–—] ?)|(?P<is>,? (?:hiện )?(?:là|giữ chức) )"
    r"|(?P<of> (?:thuộc|của|ở|tại|công tác tại|làm việc tại|đến từ) )|(?P<blank> )"
)
_LEFT_LINK = re.compile(r" *[-–—:,]? *\Z")
_CLAUSE_START = re.compile(r"(?<!\b[tT][pPxX])[.;:!?\n”\"“](?=\s)|\n|[“\"]")


_TITLE_MARKS = frozenset(("", ".", ",", "-", "–", ".,"))
_HONORIFIC_MARKS = frozenset(("", ":"))


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
    """How what follows is joined to the name: comma, dash, open, of, is."""

    @property
    def told(self) -> bool:
        """Whether a post or organisation stands beside it."""
        return bool(self.before or self.after)


def heads(page: Page) -> list[Span]:
    """Every place where a post's word stands, in order."""
    key = page.key
    return [
        Span(start, end)
        for _, start, end in lexicon.POST_HEADS.find_matches_as_indexes(key)
        if not key[start - 1 : start].isalnum() and not key[end : end + 1].isalnum()
    ]


def addressed(page: Page, name: Candidate, floor: int) -> Mention:
    """A candidate with the honorifics and titles before it, no further left than ``floor``."""
    mention = Mention(name, name.start, name.end)
    _read_honorifics(page, mention, floor)
    return mention


def read_posts(page: Page, mention: Mention, post_heads: list[Span], floor: int, stop: int) -> None:
    """Adds the posts beside a candidate, between the name before it and the one after."""
    _read_before(page, mention, post_heads, floor)
    _read_after(page, mention, stop)


def words_before(page: Page, start: int, floor: int = 0) -> list[str]:
    """The last one, two and three words before a place, joined by single blanks; marks between them stay."""
    window = page.key[max(floor, start - 24) : start]
    words = window.rpartition("\n")[2].rstrip(" .:,-–(").split()
    if start - 24 > floor and len(words) > 1 and "\n" not in window:
        words = words[1:]
    return [" ".join(words[-n:]) for n in (3, 2, 1) if len(words) >= n]


def _read_honorifics(page: Page, mention: Mention, floor: int) -> None:
    """Honorifics and titles, outwards from the name: ``đồng chí Thiếu tướng X``."""
    while True:
        for words in words_before(page, mention.start, floor):
            bare = words.lstrip("“\"‘'(-–•*+")
            if bare in lexicon.NOT_HONORIFICS:
                return
            if bare in lexicon.HONORIFICS or bare in lexicon.TITLES:
                start = page.key.rfind(bare, floor, mention.start)
                between = page.text[start + len(bare) : mention.start].strip()
                if between in _TITLE_MARKS if bare in lexicon.TITLES else between in _HONORIFIC_MARKS:
                    break
        else:
            return
        if bare in lexicon.HONORIFICS:
            mention.honorific = True
        else:
            mention.title = mention.title or Span(start, start + len(bare))
        mention.start = start


def _read_before(page: Page, mention: Mention, post_heads: list[Span], floor: int) -> None:
    """The earliest chain of posts that runs right up to the name."""
    limit = mention.start
    floor = max(floor, limit - _BEFORE)
    near = within(post_heads, floor, limit)
    if not near:
        return
    floor = max(
        (m.end() for m in _CLAUSE_START.finditer(page.text, floor, max(floor, limit - 2))), default=floor
    )
    stop = limit - len(_LEFT_LINK.search(page.key[floor:limit])[0])  # type: ignore[index]
    for head in near:
        if head.start < floor:
            continue
        modifier = lexicon.BEFORE_POST.search(page.key[max(floor, head.start - 24) : head.start])
        start = head.start - (len(modifier[0]) if modifier else 0)
        post = posts.read(page, start, stop)
        if post and post.end >= stop:
            mention.before = _with_body_before(page, post, start, floor)
            mention.start = start
            return


_BODY_BEFORE = re.compile(r"(?:đại diện|thay mặt|về phía|phía) ")


def _with_body_before(page: Page, post: Post, start: int, floor: int) -> Post:
    """``đại diện Ngân hàng X – Tổng Giám đốc Y``: the body stands before the post."""
    if post.organisation:
        return post
    for match in _BODY_BEFORE.finditer(page.key, floor, start):
        body = organisations.read(page, match.end(), start)
        if organisations.rank_at(page, match.end()) and re.fullmatch(
            r"\s*[-–]\s*", page.text[body.end : start]
        ):
            return replace(post, organisation=body)
    return post


def _read_after(page: Page, mention: Mention, stop: int) -> None:
    end = _over_notes(page, mention.name.end)
    link = _LINK.match(page.key, end, stop)
    if not link or not link.lastgroup:
        return
    mention.link = link.lastgroup
    start = link.end()
    if mention.link == "open":
        close = page.text.find(")", start, start + 160)
        stop = min(stop, close) if close >= 0 else stop
    post = posts.read(page, start, stop) or _body_only(page, start, stop, mention.link)
    if post and post.position and page.text[post.end : stop] == " " and stop < len(page.text):
        post = None  # the post runs up to the next name, and is that person's
    if post and _plausible(page, mention.link, start, post):
        mention.after, mention.end = post, post.end + (mention.link == "open")
    else:
        mention.link = ""


def _over_notes(page: Page, end: int) -> int:
    """Past an age, or a note in brackets that is no post: ``(thứ hai từ trái sang)``."""
    while True:
        if age := _AGE.match(page.key, end):
            end = age.end()
            continue
        note = _NOTE.match(page.key, end)
        if (
            not note
            or lexicon.POST.match(page.key, note.start("inner"))
            or organisations.rank_at(page, note.start("inner"))
        ):
            return end
        end = note.end()


def _body_only(page: Page, start: int, stop: int, link: str) -> Post | None:
    """An organisation without a post: ``X (Công ty Y)``, ``X, Khoa Y``."""
    if link in ("is", "blank") or not organisations.rank_at(page, start):
        return None
    body = organisations.read(page, start, stop)
    proper = (
        re.search(r"[^\W\d_]", page.text[start : body.end])
        and page.text[start : body.end] != page.key[start : body.end]
    )
    return Post(None, body, body.end) if proper and body.end > start else None


def _plausible(page: Page, link: str, start: int, post: Post) -> bool:
    if link == "blank":
        aged = page.key[start - 6 : start] == " tuổi "
        return post.position is not None and (page.starts_upper(start) or aged or not post.role)
    if link == "dash":
        return True
    if link == "of":
        return post.position is None
    return True
