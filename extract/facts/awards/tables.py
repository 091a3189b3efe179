"""Awards in tables: a row names one and its granter, a column says who receives.

A table stands in the text as lines with ``|`` between their cells, or as one cell a line below the heads of
its columns, ``Tập thể`` and ``Cá nhân``, where the layout was lost.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass

from extract.facts.awards.columns import Column, column
from extract.facts.awards.lexicon import AwardEntry
from extract.reading import Reading, Span

_CELL = re.compile(r"[^|\s](?:[^|\n]*[^|\s])?")
_COUNT = re.compile(r"\d[\d.]{0,9}|[-–—]|không")
_NUMBER = re.compile(r"\d{1,3}(?:\.\d{3})*|\d{1,5}")
_HEAD_LINE = re.compile(
    r"\n(?:cá nhân|(?:số )?(?:hc[vbđ]|huy chương (?:vàng|bạc|đồng)|bằng khen|giấy khen|giải (?:nhất|nhì|ba)))"
    r"(?=\n)"
)
_LONGEST_CELL = 160
_MOST_LINES = 120
_MOST_COLUMNS = 8


@dataclass(frozen=True, slots=True)
class TableRow:
    """One row that may name an award: its cells, and the columns they stand in."""

    cells: tuple[Span, ...]
    columns: tuple[Column, ...]
    top: int
    """Where the table begins, to which its period belongs."""


def rows(reading: Reading, key: str) -> Iterator[TableRow]:
    """The rows below the heads of every table in a text."""
    if " | " in key:
        yield from _in_bars(reading, key)
    yield from _in_lines(reading, key)


def _in_bars(reading: Reading, key: str) -> Iterator[TableRow]:
    """Rows as wide as the line of heads above them."""
    columns: tuple[Column, ...] = ()
    top = 0
    for line in reading.paragraphs:
        cells = _cells(key, line)
        if len(cells) < 2:
            columns = ()
        elif len(cells) != len(columns):
            columns, top = tuple(column(key, cell) for cell in cells), cells[0].start
        else:
            yield TableRow(cells, columns, top)


def _cells(key: str, line: Span) -> tuple[Span, ...]:
    if line.end - line.start > _MOST_COLUMNS * _LONGEST_CELL or "|" not in key[line.start : line.end]:
        return ()
    return tuple(Span(*cell.span()) for cell in _CELL.finditer(key, line.start, line.end))


def tallies(key: str, table_row: TableRow) -> Iterator[tuple[Span, int, AwardEntry]]:
    """Numbers of a row below heads that name awards: ``Xí nghiệp may | 3 | 1`` below ``Đoàn | HCV | HCB``."""
    for cell, below in zip(table_row.cells[1:], table_row.columns[1:], strict=False):
        words = key[cell.start : cell.end]
        if below.award and _NUMBER.fullmatch(words) and (value := int(words.replace(".", ""))) > 0:
            yield cell, value, below.award


def _in_lines(reading: Reading, key: str) -> Iterator[TableRow]:
    """Rows of cells one a line: a label, then as many numbers or dashes as columns have heads.

    Heads are kinds of recipients, or two awards and more: ``HCV``, ``HCB``, ``HCĐ``.
    """
    lines, done = reading.paragraphs, -1
    for trigger in _HEAD_LINE.finditer(key):
        at = bisect_right(lines, trigger.start() + 1, key=lambda span: span.start) - 1
        if at <= done:
            continue
        by_unit = column(key, lines[at]).unit is not None
        first, last = _run(key, lines, at, by_unit)
        done = last
        if by_unit or last > first:
            heads = (column(key, line) for line in lines[first : last + 1])
            columns = (Column(None, False, False), *heads)
            yield from _below_heads(
                key, lines[last + 1 : last + 1 + _MOST_LINES], columns, lines[first].start
            )


def _run(key: str, lines: list[Span], at: int, by_unit: bool) -> tuple[int, int]:
    """First and last of the lines around one that are heads of its kind."""

    def is_head(index: int) -> bool:
        head = column(key, lines[index])
        return (head.unit if by_unit else head.award) is not None

    first = last = at
    while first > 0 and last - first < _MOST_COLUMNS and is_head(first - 1):
        first -= 1
    while last + 1 < len(lines) and last - first < _MOST_COLUMNS and is_head(last + 1):
        last += 1
    return first, last


def _below_heads(key: str, lines: list[Span], columns: tuple[Column, ...], top: int) -> Iterator[TableRow]:
    width = len(columns)
    for index in range(0, len(lines) - width + 1, width):
        cells = tuple(lines[index : index + width])
        if not all(_COUNT.fullmatch(key, cell.start, cell.end) for cell in cells[1:]):
            return
        if cells[0].end - cells[0].start > _LONGEST_CELL:
            return
        yield TableRow(cells, columns, top)
