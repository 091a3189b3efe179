"""From a table's row to facts: the award and who gives it in its cells or heads, and its numbers."""

from __future__ import annotations

from collections.abc import Iterator

from extract.facts.awards.columns import kind_of
from extract.facts.awards.elements import Row
from extract.facts.awards.tables import TableRow, tallies
from extract.facts.awards.tallies import counted_in
from extract.facts.awards.years import Years, years
from extract.reading import Reading
from extract.rules import rule
from schemas import Award


def facts(reading: Reading, key: str, row: Row, table_row: TableRow) -> Iterator[Award]:
    """Facts of one row.

    Args:
        reading: the text.
        key: the text, tone-folded.
        row: the elements of the row's cells.
        table_row: the cells and the columns they stand in.
    """
    named = row.codes.find("A")
    mention = row.elements[named].mention if named >= 0 else None
    period = years(reading, key, table_row.top, table_row.top)
    if mention is None:
        yield from _below_awards(reading, key, table_row, period)
        return
    giver = mention.owner or _giver_in(reading.text, table_row)
    for start, number, element, column in counted_in(row, table_row, named):
        yield Award(
            **rule("award.table").evidence(reading.text, start, element.end),
            award=mention.entry.award,
            count=number.value,
            unit=element.unit or column.unit or mention.entry.unit,
            granter=giver,
            level=mention.level,
            year_start=period[0],
            year_end=period[1],
        )


def _below_awards(reading: Reading, key: str, table_row: TableRow, period: Years) -> Iterator[Award]:
    """Facts of a row whose numbers stand below the awards that they count: ``Xí nghiệp may | 3 | 1``."""
    for cell, value, entry in tallies(key, table_row):
        yield Award(
            **rule("award.table").evidence(reading.text, cell.start, cell.end),
            award=entry.award,
            count=value,
            unit=entry.unit or kind_of(key, table_row.cells[0]),
            granter=_giver_in(reading.text, table_row),
            year_start=period[0],
            year_end=period[1],
        )


def _giver_in(text: str, table_row: TableRow) -> str | None:
    places = zip(table_row.columns, table_row.cells, strict=True)
    return next((text[cell.start : cell.end] for column, cell in places if column.gives), None)
