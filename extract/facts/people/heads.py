"""Heads of lists, ``4 đoàn viên gồm:`` or ``9 chủ trọ, trong đó có``: the names below share it."""

from __future__ import annotations

import re
from bisect import bisect_right

from extract.facts.people import lexicon, posts
from extract.facts.people.mentions import Mention
from extract.facts.people.passage import Passage
from extract.facts.people.posts import Post
from extract.reading import Span

COUNT = r"(?:các|những|nhiều|hai|ba|bốn|năm|sáu|bảy|tám|chín|mười|\d+)"
_MANY_RIGHT_BEFORE = re.compile(rf"(?<!\w){COUNT} \Z")
_DEPUTY = re.compile(r"(?:nguyên|cựu|phó)\b")
_NOT_IN_HEAD = re.compile(r"[.;\n“”\"]")
_BULLET = re.compile(r"\n\s*(?:[-–+•*]|\d{1,2}[.)/])")
_OPENER = re.compile(
    r"(?P<opener>,? (?:trong đó(?:,)?(?: có| gồm| phải kể đến| tiêu biểu là| đáng chú ý là)?|là|như"
    r"|(?:bao )?gồm(?: có)?|(?:tiêu biểu|điển hình)(?: là| như| có)?))"
    r" (?:(?:ông|bà|anh|chị|cô|em|đồng chí|đ/c|các (?:anh|chị|ông|bà|em|đồng chí)) )?(?=["
    + lexicon.UPPER
    + "])"
)
_HEAD_LENGTH = 140
_OPENER_LENGTH = 90
_GAP = re.compile(r"[^,:]{0,30}\Z")


def govern(passage: Passage, people: list[Mention], post_heads: list[Span]) -> None:
    """Gives the nearest head's post to the people below it of whom nothing else is said."""
    found = [head for span in post_heads if (head := _head(passage, span))]
    starts = [stretch.start for stretch, _ in found]
    for mention in people:
        index = bisect_right(starts, mention.start) - 1
        if index < 0 or mention.start >= found[index][0].end:
            continue
        told = mention.before or (mention.after and mention.after.position)
        if not told and not (mention.title and found[index][1].end < found[index][0].start):
            mention.before = found[index][1]


def _head(passage: Passage, head: Span) -> tuple[Span, Post] | None:
    """The stretch of text a post governs as the head of a list, with the post."""
    role = lexicon.POSTS.get(passage.key[head.start : head.end]) == "role"
    modifier = lexicon.BEFORE_POST.search(passage.key, max(0, head.start - 24), head.start)
    start = modifier.start() if modifier else head.start
    if not role and not (modifier and _DEPUTY.match(passage.key, start)):
        return None
    if not _MANY_RIGHT_BEFORE.search(passage.key, max(0, start - 10), start):
        return None
    colon = passage.text.find(":", head.end, head.end + _HEAD_LENGTH)
    if colon >= 0 and not _NOT_IN_HEAD.search(passage.text, head.end, colon):
        read = None if role else posts.read(passage, start, colon)
        post = read or Post(Span(start, head.end), None, head.end, role=True)
        return Span(colon + 1, _governed_to(passage, colon + 1)), post
    return _opened(passage, start, head.end) if role else None


def _opened(passage: Passage, start: int, end: int) -> tuple[Span, Post] | None:
    """``9 chủ tàu, trong đó có bà X``: governs the names to the end of the sentence."""
    opener = _OPENER.search(passage.text, end, end + _OPENER_LENGTH)
    if not opener or _NOT_IN_HEAD.search(passage.text, end, opener.start()):
        return None
    read = posts.read(passage, start, opener.start())
    if not read or not read.position or not _GAP.match(passage.text, read.end, opener.start()):
        return None
    post = Post(read.position, read.organisation, read.end, role=True)
    close = _NOT_IN_HEAD.search(passage.text, opener.end())
    return Span(opener.start("opener"), close.start() if close else len(passage.text)), post


def _governed_to(passage: Passage, start: int) -> int:
    """End of the list after a colon: of the line, or of the bullets that follow."""
    end = passage.text.find("\n", start)
    while end >= 0 and (bullet := _BULLET.match(passage.text, end)):
        end = passage.text.find("\n", bullet.end())
    return end if end >= 0 else len(passage.text)
