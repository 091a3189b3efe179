"""Text broken at a fixed width, as old programs save it, put together into paragraphs again."""

from __future__ import annotations

import re
from dataclasses import replace

from extract.page.content import Line

_WIDEST = 130
_FEWEST = 8
_SHARE = 0.25
_NEARLY_FULL = 0.75
_STOP = re.compile(r"[.!?…][”’\"')\]»]*$")


def is_wrapped(page: list[Line]) -> bool:
    """Whether a page is broken at a fixed width: no line is long, many begin in mid-sentence."""
    going_on = sum(line.text[0].islower() for line in page)
    return going_on >= max(_FEWEST, _SHARE * len(page)) and max(len(line.text) for line in page) <= _WIDEST


def unwrap(page: list[Line]) -> list[Line]:
    """The page with the pieces of a paragraph on one line; unchanged where it is not wrapped."""
    if not page or not is_wrapped(page):
        return page
    width = max(len(line.text) for line in page)
    joined: list[list[Line]] = []
    for line in page:
        if joined and _goes_on(joined[-1][-1], line, width):
            joined[-1].append(line)
        else:
            joined.append([line])
    return [replace(pieces[0], text=" ".join(piece.text for piece in pieces)) for pieces in joined]


def _goes_on(before: Line, line: Line, width: int) -> bool:
    """Whether a line belongs to the paragraph of the one before it."""
    if line.broken:
        return False
    full = len(before.text) >= _NEARLY_FULL * width
    return line.text[0].islower() or (full and not _STOP.search(before.text))
