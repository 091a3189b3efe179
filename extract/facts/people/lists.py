"""Posts shared by the names of a list: ``các đoàn viên A, B và C (Công ty X)``."""

from __future__ import annotations

import re

from extract.facts.people.mentions import Mention
from extract.facts.people.organisations import Page
from extract.facts.people.posts import Post
from extract.reading import Span

_BETWEEN = re.compile(r"\s*(?:,|;|và|cùng|, và|&|-|–)\s*(?:các\s+)?\Z")
_MANY = re.compile(r"(?:các|những|hai|ba|bốn|năm|\d+|nhóm|nhiều)(?: \w+)?\s*\Z")


def share(page: Page, people: list[Mention]) -> list[Mention]:
    """Gives the names of every list what is said before its first or after its last."""
    group: list[Mention] = []
    for mention in people:
        if group and not _follows(page, group[-1], mention):
            _share(page, group)
            group = []
        group.append(mention)
    _share(page, group)
    return people


def _follows(page: Page, last: Mention, mention: Mention) -> bool:
    between = page.key[last.name.end : mention.start]
    return last.after is None and len(between) < 12 and bool(_BETWEEN.match(between))


def _share(page: Page, group: list[Mention]) -> None:
    if len(group) < 2:
        return
    first, last = group[0], group[-1]
    if last.after and last.link in ("dash", "open"):
        for mention in group[:-1]:
            mention.after = mention.after or (None if mention.before and last.after.position else last.after)
    if first.before and _MANY.search(page.key[max(0, first.start - 16) : first.start]):
        for mention in group[1:]:
            if not mention.before and not (mention.after and mention.after.position):
                mention.before = first.before
