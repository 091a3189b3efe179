"""Teasers of other articles among the lines of a page: headlines in a row, printed twice, or marked."""

from __future__ import annotations

from collections import Counter
from functools import cache

import data
from extract.page import lines
from extract.page.content import Line
from extract.page.markers import key

LINKED = 0.5
"""Share of a line that is a link from which it leads elsewhere."""


def find(page: list[Line]) -> set[int]:
    """Lines of teasers: a headline printed twice, once for the picture, and the summary under it."""
    found: set[int] = set()
    # Before any text, a headline printed twice is the article's own, in the trail and above the text.
    begin = next((i for i, line in enumerate(page) if lines.is_prose(line)), len(page))
    above = {line.text for line in page[:begin]}
    for i in range(begin, len(page) - 1):
        first, second = page[i], page[i + 1]
        if first.text != second.text or first.text in above:
            continue
        if not lines.is_headline(first) or lines.is_caption(first):
            continue
        found |= {i, i + 1}
        if i + 2 < len(page) and lines.is_prose(page[i + 2]) and not _pictured(page, i):
            found.add(i + 2)
    return found | _marked(page, begin)


def _marked(page: list[Line], begin: int) -> set[int]:
    """Headline and summary where the summary has a paper's mark before it: only a lead has one."""
    leads = {
        i: mark for i in range(len(page)) if (mark := lines.lead_mark(page[i].text)) and mark[:2].isupper()
    }
    told = Counter(leads.values())
    found: set[int] = set()
    for i, mark in leads.items():
        known = told[mark] > 1 or mark in _marks()
        if known and i > begin + 1 and lines.is_prose(page[i]) and is_in_a_row(page[i - 1]):
            found |= {i - 1, i}
    return found


@cache
def _marks() -> frozenset[str]:
    return frozenset(mark for site in data.toml("page/sites.toml")["site"] for mark in site.get("marks", ()))


def _pictured(page: list[Line], i: int) -> bool:
    """Whether a picture's file name stands just above: then a line told twice is its caption."""
    return i > 0 and key(page[i - 1].text).endswith((".jpg", ".jpeg", ".png", ".gif", ".webp"))


def is_in_a_row(line: Line) -> bool:
    """Whether a line could be one of a row of headlines of other articles."""
    listed = lines.is_listed(line) and line.links < LINKED
    return lines.is_headline(line) and not listed and not lines.is_caption(line)
