"""Makers whose name stands behind their post and body: Giám đốc Thủy điện Nậm Giải Hà Văn Thủy làm …."""

from __future__ import annotations

import re

from extract.facts.initiatives.bodies import names as body_names
from extract.facts.initiatives.makers import carried, proper
from extract.facts.initiatives.nouns import one_of
from extract.facts.initiatives.titles import Title
from extract.reading import Reading

_POST_AND_BODY = re.compile(
    rf"(?<!\w){one_of('posts')}\s+(?:{body_names.HEADS}|{one_of('workshops')})\s", re.IGNORECASE
)
_RUN = re.compile(rf"{proper.CAPITALISED}(?:\s{proper.CAPITALISED}){{2,8}}(?=\s+{proper.SMALL}|,)")
_CREDIT = re.compile(one_of("credits"))
FARTHEST = 90
"""How far behind the post, in characters, the name may begin."""


def name(reading: Reading, start: int, title: Title) -> list[str]:
    """The name that ends a post with its body between ``start`` and a title, if words of credit follow it."""
    post = _POST_AND_BODY.search(reading.text, start, title.head)
    if post is None:
        return []
    run = _RUN.search(reading.text, post.end(), min(title.head, post.end() + FARTHEST))
    if run is None or not _CREDIT.search(reading.lower, run.end(), title.start):
        return []
    if carried.SAYS.search(reading.lower, run.end(), title.start):
        return []
    words = run[0].split()
    for length in (3, 4):
        if len(words) >= length and proper.is_person(told := " ".join(words[-length:])):
            return [told]
    return []
