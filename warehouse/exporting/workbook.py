"""The tables as one workbook. Text is written as text: never a formula, a link or a number."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any

import xlsxwriter
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from warehouse.exporting.cells import dangerous
from warehouse.exporting.files import Batches, Written, as_json
from warehouse.exporting.relations import Relation

NAME = "thidua.xlsx"
LAST_ROW = 1_048_576
LONGEST = 32_767
"""UTF-16 units in a cell."""
LARGEST = 10**15
"""A spreadsheet keeps 15 digits of a number; longer ones are written as text."""
FIRST_DAY = dt.date(1900, 3, 1)
"""Spreadsheets count an invented 29 February 1900; dates before it are written as text."""

_OPTIONS = {
    "constant_memory": True,
    "strings_to_formulas": False,
    "strings_to_urls": False,
    "strings_to_numbers": False,
}
_WHEN = dt.datetime(2000, 1, 1)
"""Always the same, so that equal rows give equal bytes."""


def write_workbook(
    folder: Path, wanted: Sequence[Relation], tables: Iterable[tuple[Relation, Batches]]
) -> list[Written]:
    """``thidua.xlsx``: the dictionary first, then a sheet per table, or several for very many rows."""
    path = folder / NAME
    with xlsxwriter.Workbook(str(path), dict(_OPTIONS)) as book:
        book.set_properties({"created": _WHEN})
        cells = _Cells(book)
        cells.table("dictionary", ("table", "column", "meaning"), _dictionary(wanted))
        return [_sheets(cells, path, relation, batches) for relation, batches in tables]


def _sheets(cells: _Cells, path: Path, relation: Relation, batches: Batches) -> Written:
    before = cells.cut
    header = tuple(one.name for one in relation.fields)
    rows = (row.values() for batch in batches for row in batch.to_pylist())
    count, sheets = cells.table(relation.name, header, rows)
    return Written(relation, path, count, tuple(sheets), cells.cut - before)


def _dictionary(wanted: Sequence[Relation]) -> Iterator[tuple[str, str, str]]:
    for relation in wanted:
        yield relation.name, "", relation.comment
        for one in relation.fields:
            yield relation.name, one.name, one.comment


class _Cells:
    """Writes rows to the sheets of a workbook."""

    def __init__(self, book: xlsxwriter.Workbook) -> None:
        self._book = book
        self._bold: Format = book.add_format({"bold": True})
        self._day: Format = book.add_format({"num_format": "yyyy-mm-dd"})
        self._moment: Format = book.add_format({"num_format": "yyyy-mm-dd hh:mm:ss"})
        # So that the cell stays text when somebody edits it.
        self._kept: Format = book.add_format({"quote_prefix": True})
        self.cut = 0

    def table(self, name: str, header: Sequence[str], rows: Iterable[Iterable[Any]]) -> tuple[int, list[str]]:
        """Writes rows under a header; returns their number and the names of the sheets."""
        sheets: list[str] = []
        sheet, line, count = self._sheet(name, header, sheets), 1, 0
        for row in rows:
            if line == LAST_ROW:
                sheet, line = self._sheet(name, header, sheets), 1
            for column, value in enumerate(row):
                self._write(sheet, line, column, value)
            line, count = line + 1, count + 1
        return count, sheets

    def _sheet(self, name: str, header: Sequence[str], sheets: list[str]) -> Worksheet:
        title = name[:27] + (f" {len(sheets) + 1}" if sheets else "")
        sheets.append(title)
        sheet: Worksheet = self._book.add_worksheet(title)
        sheet.freeze_panes(1, 0)
        for column, heading in enumerate(header):
            sheet.write_string(0, column, heading, self._bold)
        return sheet

    def _write(self, sheet: Worksheet, row: int, column: int, value: Any) -> None:
        match value:
            case None:
                return
            case bool():
                sheet.write_boolean(row, column, value)
            case int() | float() if abs(value) < LARGEST:
                sheet.write_number(row, column, value)
            case dt.datetime() if value.date() >= FIRST_DAY:
                sheet.write_datetime(row, column, value, self._moment)
            case dt.date() if not isinstance(value, dt.datetime) and value >= FIRST_DAY:
                sheet.write_datetime(row, column, value, self._day)
            case _:
                text = self._fitting(_text(value))
                sheet.write_string(row, column, text, self._kept if dangerous(text) else None)

    def _fitting(self, text: str) -> str:
        encoded = text.encode("utf-16-le", "surrogatepass")
        if len(encoded) <= 2 * LONGEST:
            return text
        self.cut += 1
        return encoded[: 2 * LONGEST - 2].decode("utf-16-le", "ignore") + "…"


def _text(value: Any) -> str:
    if isinstance(value, str):
        return value
    if isinstance(value, dt.date):
        return value.isoformat()
    return value.hex() if isinstance(value, bytes) else as_json(value)
