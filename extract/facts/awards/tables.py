"""Awards in tables: a row names one and its granter, a column says who receives.

A table stands in the text as lines with ``|`` between their cells, or as one cell a line below the heads of
its columns, ``Tập thể`` and ``Cá nhân``, where the layout was lost.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass

from extract.facts.awards.lexicon import MEANINGS, AwardEntry, Unit
from extract.reading import Reading, Span

_CELL = re.compile(r"[^|\s](?:[^|\n]*[^|\s])?")
_WHO_GIVES = re.compile(
    r"cấp (?:khen|tặng|quyết định)|(?:cơ quan|đơn vị|người) (?:khen|tặng|trao)|thẩm quyền"
)
_HOW_MANY = re.compile(r"(?:tổng )?số(?: lượng)?\Z|tổng cộng|cộng\Z|kết quả")
_COUNT = re.compile(r"\d[\d.]{0,9}|[-–—]|không")
_NAMES_NOTHING = ("danh hiệu", "giải thưởng", "giải")
_NUMBER = re.compile(r"\d{1,3}(?:\.\d{3})*|\d{1,5}")
_RANK_AFTER = re.compile(r"\s(?:vàng|bạc|đồng|(?:hạng\s)?(?:nhất|nhì|ba|i{1,3}))\Z")
_LONGEST_CELL = 160
_MOST_LINES = 120
_MOST_COLUMNS = 8


@dataclass(frozen=True, slots=True)
class Column:
    """What the head of a column says of the numbers below it."""

    unit: Unit | None
    gives: bool
    """Whether its cells say who gives: below ``Cấp khen``."""
    counts: bool
    """Whether bare numbers say how many: below ``Tập thể`` or ``Số lượng``, not below ``Tiền thưởng``."""
    award: AwardEntry | None = None
    """The award that its numbers count, where its head names one: below ``HCV`` or ``Bằng khen``."""


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
    if "\ncá nhân\n" in key:
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
            columns, top = tuple(_column(key, cell) for cell in cells), cells[0].start
        else:
            yield TableRow(cells, columns, top)


def _cells(key: str, line: Span) -> tuple[Span, ...]:
    if line.end - line.start > _MOST_COLUMNS * _LONGEST_CELL or "|" not in key[line.start : line.end]:
        return ()
    return tuple(Span(*cell.span()) for cell in _CELL.finditer(key, line.start, line.end))


def _column(key: str, head: Span) -> Column:
    words = key[head.start : head.end]
    unit = kind_of(key, Span(head.start + 3 * words.startswith("số "), head.end))
    award = None if unit else _award_of(words)
    return Column(unit, _WHO_GIVES.match(words) is not None, bool(unit or _HOW_MANY.match(words)), award)


def _award_of(words: str) -> AwardEntry | None:
    """The award that a head names by itself, with no more than its rank: ``Số HCV``, ``Giải Nhất``."""
    name = words.removeprefix("số lượng ").removeprefix("số ").removeprefix("danh hiệu ")
    meaning = MEANINGS.get(name) or MEANINGS.get(_RANK_AFTER.sub("", name))
    return meaning.award if meaning and name not in _NAMES_NOTHING else None


def tallies(key: str, table_row: TableRow) -> Iterator[tuple[Span, int, AwardEntry]]:
    """Numbers of a row below heads that name awards: ``Xí nghiệp may | 3 | 1`` below ``Đoàn | HCV | HCB``."""
    for cell, column in zip(table_row.cells[1:], table_row.columns[1:], strict=False):
        words = key[cell.start : cell.end]
        if column.award and _NUMBER.fullmatch(words) and (value := int(words.replace(".", ""))) > 0:
            yield cell, value, column.award


def kind_of(key: str, cell: Span) -> Unit | None:
    """Kind of recipients that a cell names by itself: ``Tập thể``."""
    meaning = MEANINGS.get(key[cell.start : cell.end])
    return None if meaning is None or meaning.unit == "none" else meaning.unit  # type: ignore[return-value]


def _in_lines(reading: Reading, key: str) -> Iterator[TableRow]:
    """Rows of cells one a line: an award, then as many numbers or dashes as columns have heads."""
    lines = reading.paragraphs
    place = key.find("\ncá nhân\n")
    while place >= 0:
        last = bisect_right(lines, place + 1, key=lambda span: span.start) - 1
        first = last
        while first > 0 and last - first < _MOST_COLUMNS and _column(key, lines[first - 1]).unit:
            first -= 1
        while last + 1 < len(lines) and last - first < _MOST_COLUMNS and _column(key, lines[last + 1]).unit:
            last += 1
        columns = (Column(None, False, False), *(_column(key, line) for line in lines[first : last + 1]))
        yield from _below_heads(key, lines[last + 1 : last + 1 + _MOST_LINES], columns, lines[first].start)
        place = key.find("\ncá nhân\n", lines[last].end - 1)


def _below_heads(key: str, lines: list[Span], columns: tuple[Column, ...], top: int) -> Iterator[TableRow]:
    width = len(columns)
    for index in range(0, len(lines) - width + 1, width):
        cells = tuple(lines[index : index + width])
        if not all(_COUNT.fullmatch(key, cell.start, cell.end) for cell in cells[1:]):
            return
        if cells[0].end - cells[0].start > _LONGEST_CELL:
            return
        yield TableRow(cells, columns, top)
