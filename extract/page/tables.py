"""Tables of figures, which an article keeps: awards by kind, results by unit. Layout tables are none.

A row is one line, its cells joined by " | "; a page saved as text may print one cell a line instead.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace

from lxml.etree import _Element

from extract.page import dates, lines
from extract.page.content import Line
from extract.page.markers import Marker, markers

_BETWEEN = " | "
_LETTERS = re.compile(r"[^\W\d_]{2}")
_FIGURE = re.compile(r"(?:\d[\d.,/]*\s?%?|[-–—x])$|\d[\d.,]* \S.{0,20}$")
_LONGEST_CELL = 400
_MEAN_CELL = 120
_LONGEST_TEXT_CELL = 60
_MOST_ROWS = 2000
_FEWEST_LINES = 6
_FEWEST_FIGURES = 3


def rows(table: _Element, text_of: Callable[[_Element], str]) -> list[str] | None:
    """The rows of a table of data; None where it only lays out the page, holds pictures or links.

    Args:
        table: a ``table`` element.
        text_of: the text an element prints, on one line.
    """
    if next(table.iterdescendants("table", "img", "form", "input", "iframe", "h1"), None) is not None:
        return None
    found = list(table.iterdescendants("tr"))
    if not 2 <= len(found) <= _MOST_ROWS:
        return None
    cells = [[text_of(cell) for cell in row if cell.tag in ("td", "th")] for row in found]
    cells = [row for row in cells if any(row)]
    linked = sum(len(text_of(link)) for link in table.iterdescendants("a"))
    return [_BETWEEN.join(row) for row in cells] if _are_data(cells, linked) else None


def _are_data(cells: list[list[str]], linked: int) -> bool:
    """Whether most rows have several cells, none is as long as an article, and few are menus or links."""
    told = [cell for row in cells for cell in row if cell]
    wide = sum(sum(map(bool, row)) >= 2 for row in cells)
    if wide < 2 or wide < 0.6 * len(cells) or max(map(len, told)) > _LONGEST_CELL:
        return False
    length = sum(map(len, told))
    labels = [cell for cell in told if _LETTERS.search(cell)]
    foreign = sum(bool(markers(cell)) for cell in labels)
    return length <= _MEAN_CELL * len(told) and linked < 0.5 * length and foreign * 3 <= len(labels)


def marked(page: list[Line]) -> list[Line]:
    """A page saved as text, its rows and cells of tables marked as such."""
    looked_at = page[: lines.MOST]
    inside = _rows_with_bars(looked_at) | _cells(looked_at)
    return (
        [replace(line, row=True) if i in inside else line for i, line in enumerate(page)] if inside else page
    )


def _rows_with_bars(page: list[Line]) -> set[int]:
    """Rows printed with bars: two or more lines in a row with as many cells, one of them a figure."""
    found: set[int] = set()
    begin = 0
    widths = [line.text.count(_BETWEEN) for line in page]
    for i in range(1, len(page) + 1):
        if i < len(page) and widths[i] == widths[begin]:
            continue
        if widths[begin] and i - begin >= 2 and any(map(_has_figure, page[begin:i])):
            found |= set(range(begin, i))
        begin = i
    return found


def _has_figure(line: Line) -> bool:
    cells = line.text.split(_BETWEEN)
    stamped = dates.is_stamp(line.text) or lines.has(line, Marker.END, Marker.AFTER)
    return not stamped and any(_FIGURE.match(cell.strip()) for cell in cells[1:])


def _cells(page: list[Line]) -> set[int]:
    """Cells printed one a line below a paragraph: many short lines, several of them figures."""
    found: set[int] = set()
    begin = 0
    for i in range(len(page) + 1):
        if i < len(page) and _may_be_cell(page[i]):
            continue
        figures = [j for j in range(begin, i) if _FIGURE.match(page[j].text)]
        if i - begin >= _FEWEST_LINES and _is_table(page, begin, figures):
            found |= set(range(begin, figures[-1] + 1))
        begin = i + 1
    return found


def _is_table(page: list[Line], begin: int, figures: list[int]) -> bool:
    if len(figures) < _FEWEST_FIGURES or not any(map(lines.is_prose, page[max(0, begin - 2) : begin])):
        return False
    size = figures[-1] + 1 - begin
    labels = [line.text for line in page[begin : figures[-1]] if _LETTERS.search(line.text)]
    if 3 * sum(bool(markers(text)) for text in labels) > len(labels):
        return False
    return size >= _FEWEST_LINES and 0.25 * size <= len(figures) <= 0.85 * size


def _may_be_cell(line: Line) -> bool:
    text = line.text
    if len(text) > _LONGEST_TEXT_CELL or text.endswith((".", ";", "…", "!", "?")):
        return False
    # "Sáng kiến" and "Tổ chức" are menu entries and headings of columns.
    return bool(_FIGURE.match(text)) or (markers(text) <= {Marker.FURNITURE} and not dates.is_stamp(text))
