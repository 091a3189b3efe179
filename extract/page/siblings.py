"""Paragraphs that stand in the same element: markup tells that an article goes on after a box inside it."""

from __future__ import annotations

from collections.abc import Iterable

from extract.page import bylines, dates, lines
from extract.page.content import Line
from extract.page.markers import Marker

Homes = frozenset[int]
"""Numbers of the elements that hold an article's paragraphs."""
_LINKED = 0.5
_PARAGRAPH = 100
"""A line of so many characters beside the article's paragraphs is one of them, ended or not."""


def homes(page: list[Line], prose: list[bool], places: Iterable[int]) -> Homes:
    """The elements that hold the running text at these places; none where markup tells nothing."""
    return frozenset(page[i].parent for i in places if (prose[i] or page[i].chosen) and page[i].parent)


def is_own(line: Line, own: Homes) -> bool:
    """Whether a line stands directly in an element that holds the article, and points nowhere else."""
    return line.parent in own and not line.furniture and line.links < _LINKED


def resumption(page: list[Line], prose: list[bool], begin: int, end: int, own: Homes) -> int | None:
    """Where the article goes on between two lines by what markup tells: its next paragraph or subheading.

    A heading such as "Các tin khác" that stands in the article's own element makes markup no witness.
    """
    final = lines.has(page[begin], Marker.AFTER, Marker.END) and not lines.has(page[begin], Marker.BOX)
    if not own or (final and is_own(page[begin], own)):
        return None
    found = [i for i in range(begin, end) if _is_paragraph(page[i], prose[i], own)]
    summaries = sum(i > begin and _is_a_link(page[i - 1], own) for i in found)
    if not found or summaries > 1 or (summaries == len(found) and lines.has(page[begin], Marker.AFTER)):
        return None
    first = found[0]
    while first - 1 > begin and _is_text(page[first - 1], own):
        first -= 1
    return first


def end(page: list[Line], own: Homes, after: int, stop: int) -> int:
    """Index after the subheading, caption or unended sentence that may stand below the last paragraph."""
    while after < stop and _is_text(page[after], own) and not _is_signature(page[after]):
        after += 1
    return after


def above(page: list[Line], own: Homes, begin: int, start: int) -> list[int]:
    """Paragraphs and captions under the headline that a box parts from the rest of the article."""
    return [
        i
        for i in range(begin, start)
        if page[i].chosen and _is_text(page[i], own) and not _is_signature(page[i]) and not page[i].heading
    ]


def _is_signature(line: Line) -> bool:
    return bylines.is_signed(line.text) or bool(bylines.names(line.text)) or lines.names_a_site(line.text)


def _is_paragraph(line: Line, is_prose: bool, own: Homes) -> bool:
    if not is_own(line, own) or lines.is_marked(line):
        return False
    told = is_prose or len(line.text) >= _PARAGRAPH or lines.is_sentence(line)
    return told or (line.chosen and not _is_signature(line) and not dates.is_stamp(line.text))


def _is_a_link(line: Line, own: Homes) -> bool:
    return line.parent in own and line.links >= _LINKED and not line.furniture


def _is_text(line: Line, own: Homes) -> bool:
    return line.row or (is_own(line, own) and not lines.is_marked(line) and not dates.is_stamp(line.text))
