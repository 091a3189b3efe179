"""Lists of people, ``các đoàn viên A, B và C (Công ty X)``: names known by their neighbours, posts shared."""

from __future__ import annotations

import re
from itertools import pairwise

from extract.facts.people import counted, heads
from extract.facts.people.mentions import Mention
from extract.facts.people.passage import Passage
from extract.facts.people.posts import Post
from extract.reading import Span

_BETWEEN = re.compile(
    r"(?: \((?:\d{1,2} tuổi|sinh năm \d{4}|sn \d{4})\))?"
    r"\s*(?:,|;|và|cùng|, và|&|-|–)\s*(?:các\s+)?\Z"
)
_LONGEST_BETWEEN = 30
_MANY = re.compile(rf"(?:nhóm|{heads.COUNT})(?: \w+)?\s*\Z")
_MANY_ADDRESSED = re.compile(rf"(?:nhóm|{heads.COUNT}) ")
_OF_MANY = re.compile(
    r"(?:nguyên|cựu|phó|ủy viên|thành viên|thứ trưởng|đại biểu)(?!\w)(?! tổng (?:thư ký|biên))"
)


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
    groups: list[list[Mention]] = []
    for mention in people:
        if groups and _follows(passage, groups[-1][-1], mention):
            groups[-1].append(mention)
        else:
            groups.append([mention])
    for group in groups:
        _share(passage, group)
    heads.govern(passage, people, post_heads)
    counted.give(passage, groups, post_heads)


def _follows(passage: Passage, last: Mention, mention: Mention) -> bool:
    if last.after or mention.start - last.name.end > _LONGEST_BETWEEN:
        return False
    return bool(_BETWEEN.match(passage.key, last.name.end, mention.start))


def _share(passage: Passage, group: list[Mention]) -> None:
    if len(group) < 2:
        return
    first, last = group[0], group[-1]
    many = _MANY.search(passage.key, max(0, first.start - 16), first.start)
    many = many or _MANY_ADDRESSED.match(passage.key, first.start, first.name.start)
    if last.after and (
        last.link in ("dash", "open", "of", "all") or _is_shared_after_comma(first, last, many=bool(many))
    ):
        for mention in group[:-1]:
            if not last.after.position or (
                not mention.before and (many or _can_be_shared_after(passage, last.after))
            ):
                mention.after = mention.after or last.after
    post, shared = first.before, many is not None
    for mention in group[1:]:
        if many:
            mention.title = mention.title or first.title
        if mention.before:
            before = _MANY.search(passage.key, max(0, mention.start - 16), mention.start)
            post, shared = mention.before, before is not None
        elif post and not _has_post(mention.after) and (shared or _can_be_shared(passage, post)):
            mention.before = post


def _is_shared_after_comma(first: Mention, last: Mention, *, many: bool) -> bool:
    """``hai điều dưỡng A và B, Bệnh viện X``; ``hộ sinh A và điều dưỡng B, Trạm Y tế X``."""
    if last.link != "comma" or last.after is None or last.after.position:
        return last.link == "comma" and many
    roles = all(mention.before and mention.before.role for mention in (first, last))
    return many or roles


def _has_post(post: Post | None) -> bool:
    return post is not None and post.position is not None


def _can_be_shared(passage: Passage, post: Post) -> bool:
    """Whether several people can have a post: an occupation, a deputy's, a member's."""
    return post.role or bool(post.position and _OF_MANY.match(passage.key, post.position.start))


def _can_be_shared_after(passage: Passage, post: Post) -> bool:
    """The same of a post told after a list: also ``A, B - Phó tổng biên tập``."""
    deputies = post.position and passage.key.startswith("phó ", post.position.start)
    return bool(deputies) or _can_be_shared(passage, post)
