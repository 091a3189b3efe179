"""Which counts of a match are facts of their own, and what two counts say of each other."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator

from extract.facts.awards.columns import Column
from extract.facts.awards.elements import Element, Row
from extract.facts.awards.grammar import Match
from extract.facts.awards.lexicon import Unit
from extract.facts.awards.tables import TableRow
from extract.reading import Number


def counted(row: Row, match: Match) -> Iterator[int]:
    """Indices of the counts that are facts of their own."""
    made = _only_registered(row, match)
    yield from (i for i in match.counts if is_positive(row, i) and i not in made)
    yield from (i for i in match.split if _divides(row, match, i))


def is_positive(row: Row, index: int) -> bool:
    """Whether an element counts something, and more than nothing."""
    number = row.elements[index].number
    return number is not None and number.value > 0


def _only_registered(row: Row, match: Match) -> set[int]:
    """Initiatives told before people who get an award: ``đăng ký 500 sáng kiến; 9 tập thể đăng ký …``."""
    units = [row.elements[i].unit for i in match.counts]
    if match.rule != "recipients-first" or units[-1] == "initiative":
        return set()
    return {i for i, unit in zip(match.counts, units, strict=True) if unit == "initiative"}


def _divides(row: Row, match: Match, index: int) -> bool:
    """Whether a split tells of what kinds the recipients of a mixed number, or of some awards, were."""
    head, part = row.elements[match.counts[0]], row.elements[index]
    if head.number is None or part.number is None or part.unit is None:
        return False
    whole = head.unit is None and (head.mixed or head.code == "N")
    return whole and 0 < part.number.value < head.number.value


def counted_in(row: Row, table_row: TableRow, named: int) -> Iterator[tuple[int, Number, Element, Column]]:
    """Counts after the award named in a row, each with where its evidence begins and its column."""
    told = False
    for element in row.elements[named + 1 :]:
        place = bisect_right(table_row.cells, element.start, key=lambda cell: cell.start) - 1
        column, number = table_row.columns[place], element.number
        if number and number.value > 0 and (element.code == "R" or column.counts):
            yield element.start if told else row.elements[named].start, number, element, column
        told = told or number is not None


def as_many(row: Row, match: Match) -> Unit | None:
    """Unit of recipients as many as the awards: ``ba huân chương cho ba cá nhân``."""
    if match.rule != "count-first" or len(match.split) != 1:
        return None
    awards, people = row.elements[match.counts[0]].number, row.elements[match.split[0]]
    return people.unit if awards and people.number and awards.value == people.number.value else None
