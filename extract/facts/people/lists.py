"""Lists of people, ``các đoàn viên A, B và C (Công ty X)``: names known by their neighbours, posts shared."""

from __future__ import annotations

import re
from bisect import bisect_right
from itertools import pairwise

from extract.facts.people import lexicon
from extract.facts.people.mentions import Mention
from extract.facts.people.passage import Passage
from extract.facts.people.posts import Post
from extract.reading import Span

_BETWEEN = re.compile(r"\s*(?:,|;|và|cùng|, và|&|-|–)\s*(?:các\s+)?\Z")
_LONGEST_BETWEEN = 12
_COUNT = r"(?:các|những|nhiều|hai|ba|bốn|năm|sáu|bảy|tám|chín|mười|\d+)"
_MANY = re.compile(rf"(?:nhóm|{_COUNT})(?: \w+)?\s*\Z")
_MANY_RIGHT_BEFORE = re.compile(rf"(?<!\w){_COUNT} \Z")
_OF_MANY = re.compile(
    r"(?:nguyên|cựu|phó|ủy viên|thành viên|thứ trưởng|đại biểu)(?!\w)(?! tổng (?:thư ký|biên))"
)
_NOT_IN_HEAD = re.compile(r"[.;\n“”\"]")
_BULLET = re.compile(r"\n\s*(?:[-–+•*]|\d{1,2}[.)/])")
_HEAD_LENGTH = 140


def neighbours(passage: Passage, people: list[Mention], others: list[Mention]) -> list[Mention]:
    """Those of the others that stand right beside a person in a list, or beside another neighbour."""
    found: list[Mention] = []
    known = {id(mention) for mention in people}
    line = sorted((*people, *others), key=lambda mention: mention.name.start)
    for pairs in (pairwise(line), ((b, a) for a, b in pairwise(reversed(line)))):
        for first, second in pairs:
            new, old = (second, first) if id(first) in known else (first, second)
            if id(new) not in known and id(old) in known and _follows(passage, first, second):
                known.add(id(new))
                found.append(new)
    return found


def share(passage: Passage, people: list[Mention], post_heads: list[Span]) -> None:
    """Gives the names of every list what is said before its first or after its last."""
    group: list[Mention] = []
    for mention in people:
        if group and not _follows(passage, group[-1], mention):
            _share(passage, group)
            group = []
        group.append(mention)
    _share(passage, group)
    _govern(_headings(passage, post_heads), people)


def _follows(passage: Passage, last: Mention, mention: Mention) -> bool:
    if last.after or mention.start - last.name.end > _LONGEST_BETWEEN:
        return False
    return bool(_BETWEEN.match(passage.key, last.name.end, mention.start))


def _share(passage: Passage, group: list[Mention]) -> None:
    if len(group) < 2:
        return
    first, last = group[0], group[-1]
    if last.after and last.link in ("dash", "open", "of"):
        for mention in group[:-1]:
            if not (mention.before and last.after.position):
                mention.after = mention.after or last.after
    many = _MANY.search(passage.key, max(0, first.start - 16), first.start)
    post, shared = first.before, many is not None
    for mention in group[1:]:
        if many:
            mention.title = mention.title or first.title
        if mention.before:
            before = _MANY.search(passage.key, max(0, mention.start - 16), mention.start)
            post, shared = mention.before, before is not None
        elif post and not _has_post(mention.after) and (shared or _can_be_shared(passage, post)):
            mention.before = post


def _has_post(post: Post | None) -> bool:
    return post is not None and post.position is not None


def _can_be_shared(passage: Passage, post: Post) -> bool:
    """Whether several people can have a post: an occupation, a deputy's, a member's."""
    return post.role or bool(post.position and _OF_MANY.match(passage.key, post.position.start))


def _headings(passage: Passage, post_heads: list[Span]) -> list[tuple[Span, Post]]:
    """Heads of lists, ``4 đoàn viên có sáng kiến gồm:``, each with the stretch of text it governs."""
    found: list[tuple[Span, Post]] = []
    for head in post_heads:
        if not _MANY_RIGHT_BEFORE.search(passage.key, max(0, head.start - 10), head.start):
            continue
        colon = passage.text.find(":", head.end, head.end + _HEAD_LENGTH)
        if colon < 0 or _NOT_IN_HEAD.search(passage.text, head.end, colon):
            continue
        if lexicon.POSTS.get(passage.key[head.start : head.end]) == "role":
            post = Post(Span(head.start, head.end), None, head.end, role=True)
            found.append((Span(colon + 1, _governed_to(passage, colon + 1)), post))
    return found


def _governed_to(passage: Passage, start: int) -> int:
    """End of the list after a colon: of the line, or of the bullets that follow."""
    end = passage.text.find("\n", start)
    while end >= 0 and (bullet := _BULLET.match(passage.text, end)):
        end = passage.text.find("\n", bullet.end())
    return end if end >= 0 else len(passage.text)


def _govern(headings: list[tuple[Span, Post]], people: list[Mention]) -> None:
    """Gives the nearest heading's post to the people below it of whom nothing else is said."""
    starts = [stretch.start for stretch, _ in headings]
    for mention in people:
        index = bisect_right(starts, mention.start) - 1
        if index >= 0 and mention.start < headings[index][0].end and not mention.told:
            mention.before = headings[index][1]
