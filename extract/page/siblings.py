"""Paragraphs that stand in the same element: markup tells that an article goes on after a box inside it."""

from __future__ import annotations

from collections.abc import Iterable

from extract.page import dates, lines
from extract.page.content import Line
from extract.page.markers import Marker

Homes = frozenset[int]
"""Numbers of the elements that hold an article's paragraphs."""
_LINKED = 0.5


def homes(page: list[Line], prose: list[bool], places: Iterable[int]) -> Homes:
    """The elements that hold the running text at these places; none where markup tells nothing."""
    return frozenset(page[i].parent for i in places if prose[i] and page[i].parent)


def is_own(line: Line, own: Homes) -> bool:
    """Whether a line stands directly in an element that holds the article, and points nowhere else."""
    return line.parent in own and not line.furniture and line.links < _LINKED


def resumption(page: list[Line], prose: list[bool], begin: int, end: int, own: Homes) -> int | None:
    """Where the article goes on between two lines by what markup tells: its next paragraph or subheading.

    A heading such as "Các tin khác" that stands in the article's own element makes markup no witness.
    """
    if not own or (is_own(page[begin], own) and lines.has(page[begin], Marker.AFTER, Marker.END)):
        return None
    first = next((i for i in range(begin, end) if prose[i] and is_own(page[i], own)), None)
    if first is None or (first > begin and _is_a_link_to_it(page[first - 1], own)):
        return None
    while first - 1 > begin and _is_text(page[first - 1], own):
        first -= 1
    return first


def _is_a_link_to_it(line: Line, own: Homes) -> bool:
    return line.parent in own and line.links >= _LINKED and not line.furniture


def _is_text(line: Line, own: Homes) -> bool:
    return line.row or (is_own(line, own) and not lines.is_marked(line) and not dates.is_stamp(line.text))
