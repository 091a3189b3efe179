"""Paragraphs that stand in the same element: markup tells that an article goes on after a box inside it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from extract.page import dates, lines
from extract.page.content import Line
from extract.page.markers import Marker

_LINKED = 0.5


def home(page: list[Line], prose: list[bool], places: Iterable[int]) -> int:
    """Number of the element that holds most of the running text at these places; 0 where none is known."""
    held: Counter[int] = Counter()
    for i in places:
        if prose[i] and page[i].parent:
            held[page[i].parent] += len(page[i].text)
    return held.most_common(1)[0][0] if held else 0


def homes(page: list[Line], prose: list[bool]) -> frozenset[int]:
    """Every element that holds running text."""
    return frozenset(
        line.parent for line, is_text in zip(page, prose, strict=True) if is_text and line.parent
    )


def is_own(line: Line, own: int) -> bool:
    """Whether a line stands directly in the element that holds the article, and points nowhere else."""
    return bool(own) and line.parent == own and not line.furniture and line.links < _LINKED


def resumption(page: list[Line], prose: list[bool], begin: int, end: int, own: int) -> int | None:
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


def _is_a_link_to_it(line: Line, own: int) -> bool:
    return line.parent == own and line.links >= _LINKED and not line.furniture


def _is_text(line: Line, own: int) -> bool:
    return line.row or (is_own(line, own) and not lines.is_marked(line) and not dates.is_stamp(line.text))
