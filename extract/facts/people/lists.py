"""Posts shared by the names of a list: ``các đoàn viên A, B và C (Công ty X)``."""

from __future__ import annotations

import re

from extract.facts.people import lexicon
from extract.facts.people.mentions import Mention
from extract.facts.people.organisations import Page
from extract.facts.people.posts import Post
from extract.reading import Span

_BETWEEN = re.compile(r"\s*(?:,|;|và|cùng|, và|&|-|–)\s*(?:các\s+)?\Z")
_COUNT = r"(?:các|những|nhiều|hai|ba|bốn|năm|sáu|bảy|tám|chín|mười|\d+)"
_MANY = re.compile(rf"(?:nhóm|{_COUNT})(?: \w+)?\s*\Z")
_BULLET = re.compile(r"\n\s*(?:[-–+•*]|\d{1,2}[.)/])")
_HEAD_LENGTH = 140


def share(page: Page, people: list[Mention], post_heads: list[Span]) -> None:
    """Gives the names of every list what is said before its first or after its last."""
    group: list[Mention] = []
    for mention in people:
        if group and not _follows(page, group[-1], mention):
            _share(page, group)
            group = []
        group.append(mention)
    _share(page, group)
    for head, post in _headings(page, post_heads):
        _govern(page, people, head, post)


def _follows(page: Page, last: Mention, mention: Mention) -> bool:
    between = page.key[last.name.end : mention.start]
    return last.after is None and len(between) < 12 and bool(_BETWEEN.match(between))


def _share(page: Page, group: list[Mention]) -> None:
    if len(group) < 2:
        return
    first, last = group[0], group[-1]
    if last.after and last.link in ("dash", "open", "of"):
        for mention in group[:-1]:
            if not (mention.before and last.after.position):
                mention.after = mention.after or last.after
    if first.title and _MANY.search(page.key[max(0, first.start - 16) : first.start]):
        for mention in group[1:]:
            mention.title = mention.title or first.title
    if first.before and (first.before.role or _MANY.search(page.key[max(0, first.start - 16) : first.start])):
        for mention in group[1:]:
            if not mention.before and not (mention.after and mention.after.position):
                mention.before = first.before


def _headings(page: Page, post_heads: list[Span]) -> list[tuple[Span, Post]]:
    """Heads of lists, ``4 đoàn viên có sáng kiến gồm:``, each with the stretch of text it governs."""
    found: list[tuple[Span, Post]] = []
    for head in post_heads:
        before = page.key[max(0, head.start - 10) : head.start]
        if not _MANY_RIGHT_BEFORE.search(before):
            continue
        colon = page.text.find(":", head.end, head.end + _HEAD_LENGTH)
        if colon < 0 or re.search(r"[.;\n“”\"]", page.text[head.end : colon]):
            continue
        if lexicon.POSTS.get(page.key[head.start : head.end]) == "role":
            post = Post(Span(head.start, head.end), None, head.end, role=True)
            found.append((Span(colon + 1, _governed_to(page, colon + 1)), post))
    return found


_MANY_RIGHT_BEFORE = re.compile(rf"(?<!\w){_COUNT} \Z")


def _governed_to(page: Page, start: int) -> int:
    """End of the list after a colon: of the line, or of the bullets that follow."""
    end = page.text.find("\n", start)
    if end < 0:
        return len(page.text)
    while (bullet := _BULLET.match(page.text, end)) and end >= 0:
        end = page.text.find("\n", bullet.end())
        if end < 0:
            return len(page.text)
    return end


def _govern(page: Page, people: list[Mention], stretch: Span, post: Post) -> None:
    for mention in people:
        if stretch.start <= mention.start < stretch.end and not mention.told:
            mention.before = post
