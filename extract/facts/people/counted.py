"""Lists whose people are counted before: ``khen hai thợ điện. … trao cho anh X và anh Y``."""

from __future__ import annotations

import re

from extract.facts.people import lexicon
from extract.facts.people.mentions import Mention
from extract.facts.people.passage import Passage
from extract.facts.people.posts import Post
from extract.reading import Span

_COUNT = re.compile(r"(?<!\w)(hai|ba|bốn|[2-9]|0[2-9]) \Z")
_NUMBERS = {"hai": 2, "ba": 3, "bốn": 4}
_ANYBODY = re.compile(
    r"(?:cán bộ|đại biểu|thành viên|chuyên gia|người|hội viên|đảng viên|phóng viên|học viên)\b"
)
_REACH = 1500


def give(passage: Passage, groups: list[list[Mention]], post_heads: list[Span]) -> None:
    """Gives people of whom nothing is said the trade of as many people counted before them."""
    untold = [group for group in groups if len(group) > 1 and all(map(_is_untold, group))]
    if not untold:
        return
    counted = [found for head in post_heads if (found := _counted(passage, head))]
    for group in untold:
        start = group[0].start
        near = [trade for n, trade in counted if n == len(group) and start - _REACH < trade.end <= start]
        if near:
            fullest = max(near, key=lambda trade: trade.end - trade.start)
            for mention in group:
                mention.before = Post(fullest, None, fullest.end, role=True)


def _is_untold(mention: Mention) -> bool:
    return mention.honorific and not (mention.told or mention.title)


def _counted(passage: Passage, head: Span) -> tuple[int, Span] | None:
    """How many have a trade where a number stands before it: ``hai nữ nhân viên gác chắn``."""
    if lexicon.POSTS.get(passage.key[head.start : head.end]) != "role" or _ANYBODY.match(
        passage.key, head.start
    ):
        return None
    modifier = lexicon.BEFORE_POST.search(passage.key, max(0, head.start - 24), head.start)
    start = modifier.start() if modifier else head.start
    number = _COUNT.search(passage.key, max(0, start - 6), start)
    if not number:
        return None
    count = _NUMBERS.get(number[1]) or int(number[1])
    return count, Span(start, head.end)
