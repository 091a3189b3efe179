"""From a sentence's row to facts: matches, their attributes, and what a list carries from its head."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from extract.facts.awards import attribution, receivers, times
from extract.facts.awards.attribution import Carried
from extract.facts.awards.elements import Element, Row
from extract.facts.awards.grammar import Match, matches
from extract.facts.awards.granters import granter
from extract.facts.awards.lexicon import COMMENDED, ENTRIES
from extract.facts.awards.mentions import Mention
from extract.facts.awards.tables import TableRow
from extract.facts.awards.tallies import as_many, counted, counted_in
from extract.grammar.context import governing_period
from extract.reading import Period, Reading
from extract.rules import rule
from schemas import Award
from schemas.facts import Status

_VERBS = frozenset("GVCDQPO")
_NEAR = 60
"""How many elements away a verb can stand that gives an award its meaning."""
_OWN_YEAR = re.compile(r"(?:năm|năm học|giai đoạn)\s((?:19|20)\d\d)(?:\s?[-–]\s?((?:19|20)\d\d))?")
_POINTS_BACK = re.compile(r"\s(?:này|nói trên|kể trên|trên đây)(?!\w)")
_OTHERS_GOT_IT = re.compile(r"[RrN][_BA]{0,2}[PVDQG]{1,3}\Z")
"""Before an award and the years in a row it was got: a number of others, ``8 dòng họ đạt …``."""
_COMMENDED = Mention(COMMENDED)
_FAMILY = Mention(ENTRIES["Gia đình tiêu biểu"])


@dataclass(slots=True)
class Reporter:
    """Reads the rows of one document in order and remembers the award that an ellipsis goes back to."""

    reading: Reading
    key: str
    """The text, tone-folded."""
    last: Mention | None = None

    def facts(self, row: Row, carried: Carried, *, listed: bool) -> Iterator[Award]:
        """Facts of one sentence.

        Args:
            row: the sentence's elements.
            carried: what the head of its list, or the sentence before, says for it.
            listed: whether it is an item of a list, where an award needs no verb.
        """
        status: Status | None = None
        for match in matches(row):
            mention = self._mention(row, match)
            if mention is None or not _is_said(row, match, mention, self.key, listed=listed):
                continue
            status = attribution.status(row, match, self.key, status, carried.status)
            self.last = mention
            for count in counted(row, match):
                if fact := self._fact(row, match, mention, count, status, carried.granter):
                    yield fact

    def counted_below(self, head: Row, row: Row, carried: Carried) -> Iterator[Award]:
        """Facts of a line that only counts, below a head that ends in an award or in a verb of commending."""
        named = next((e.mention for e in reversed(head.elements) if e.code in "AC"), None)
        mention = named or _COMMENDED
        counts = tuple(i for i, code in enumerate(row.codes) if code in "RN")
        match = Match("noun-first" if named else "commended", counts[0], counts[-1], counts)
        for count in counts:
            status = carried.status or "awarded"
            fact = self._fact(row, match, mention, count, status, mention.owner or carried.granter)
            if fact:
                unit = fact.unit or mention.entry.unit
                yield fact.model_copy(update={"level": fact.level or mention.level, "unit": unit})

    def tabled(self, row: Row, table_row: TableRow) -> Iterator[Award]:
        """Facts of a table's row: the award and who gives it in its first cells, counts in those after."""
        named = row.codes.find("A")
        mention = row.elements[named].mention if named >= 0 else None
        if mention is None:
            return
        giver = mention.owner or self._giver_in(table_row)
        years = self._years(table_row.top, table_row.top)
        for start, number, element, column in counted_in(row, table_row, named):
            yield Award(
                **rule("award.table").evidence(self.reading.text, start, element.end),
                award=mention.entry.award,
                count=number.value,
                unit=element.unit or column.unit or mention.entry.unit,
                granter=giver,
                level=mention.level,
                year_start=years[0],
                year_end=years[1],
            )

    def _giver_in(self, table_row: TableRow) -> str | None:
        places = zip(table_row.columns, table_row.cells, strict=True)
        return next(
            (self.reading.text[cell.start : cell.end] for column, cell in places if column.gives), None
        )

    def _mention(self, row: Row, match: Match) -> Mention | None:
        if match.rule.startswith("commended"):
            return _COMMENDED
        if match.rule == "family-title":
            return _FAMILY if row.elements[match.counts[0]].unit == "family" else None
        if match.rule == "ellipsis":
            return self.last if self._continues(row, match) else None
        return row.elements[match.award].mention if match.award is not None else None

    def _continues(self, row: Row, match: Match) -> bool:
        """Whether a number with a level only goes on from the award before: ``62 hộ đạt cấp quận``."""
        if self.last is None or self.last.entry is COMMENDED:
            return False
        said = row.codes[match.counts[0]] == "N" or "V" in row.codes[match.first : match.last]
        said = said or (self.last.level is not None and row.codes[match.first - 1 : match.first] == ",")
        unit, nature = row.elements[match.counts[0]].unit, self.last.entry.unit
        unit = "individual" if unit == "person_times" else unit
        return (said or row.codes[match.first] == "K") and (None in (unit, nature) or unit == nature)

    def _fact(
        self, row: Row, match: Match, mention: Mention, count: int, status: Status, carried: str | None
    ) -> Award | None:
        text, element = self.reading.text, row.elements[count]
        start, end = _span(row, match, count)
        unit = as_many(row, match) or receivers.unit(row, match, count, text, self.key)
        unit = unit or element.unit or mention.entry.unit
        beside = row.codes[max(0, match.first - 3) : match.last + 3]
        if element.number is None or (mention is _COMMENDED and unit == "initiative" and "G" in beside):
            return None  # an initiative "công nhận và khen thưởng" is a statistic
        first, last = self._years_in(row, element, start, end)
        return Award(
            **rule(f"award.{match.rule}").evidence(text, start, end),
            award=mention.entry.award,
            count=element.number.value,
            unit=unit,
            granter=granter(row, match, text, self.key, carried),
            status=status,
            level=attribution.level(row, match, text),
            year_start=first,
            year_end=last,
        )

    def _years_in(self, row: Row, element: Element, start: int, end: int) -> tuple[int | None, int | None]:
        """Years of a fact: those named with its own number of times, never those of another's."""
        if element.code in "MY" and (own := times.years_of(self.key, element)):
            return own
        first, last = self._years(start, end)
        others = (times.years_of(self.key, other) for other in row.elements if other.code in "MY")
        return (None, None) if first is not None and (first, last) in others else (first, last)

    def _years(self, start: int, end: int) -> tuple[int | None, int | None]:
        if own := _OWN_YEAR.search(self.key, start, end):
            first, last = int(own[1]), int(own[2] or own[1])
            return (first, last) if first <= last else (None, None)
        period = governing_period(self.reading, start, end)
        if period and period.end + 1 < start and self._is_aside(period):
            return None, None
        return (period.year_start, period.year_end) if period else (None, None)

    def _is_aside(self, period: Period) -> bool:
        """Whether a period in brackets only says when the thing before it was: ``Cờ thi đua (năm 2022)``."""
        text = self.reading.text
        return (
            period.kind == "year"
            and text[period.start - 1 : period.start] == "("
            and text[period.end : period.end + 1] == ")"
        )


def _is_said(row: Row, match: Match, mention: Mention, key: str, *, listed: bool) -> bool:
    """Whether an award whose name is also a common noun is said to be given, received or asked for."""
    head = row.elements[match.counts[0]]
    if match.rule == "titled" and head.unit is None:
        return False
    if match.rule == "times" and _OTHERS_GOT_IT.search(row.codes, 0, match.first):
        return False
    if match.rule == "count-first" and _POINTS_BACK.match(key, row.elements[match.last].end):
        return False
    if head.code == "r" and match.rule == "recipients-first" and not _was_given(row, match):
        return False
    near = row.codes[max(0, match.first - _NEAR) : match.last + _NEAR]
    return listed or mention.entry.sure or bool(_VERBS & set(near))


def _was_given(row: Row, match: Match) -> bool:
    """Whether it is said that recipients of unknown kind were given it: they might be glasses of beer."""
    return bool({"P", "D", "Q"} & set(row.codes[match.counts[-1] : match.award]))


def _span(row: Row, match: Match, count: int) -> tuple[int, int]:
    """Evidence of one count: with the award or the commending verb where they touch, else the count alone."""
    element, first, last = row.elements[count], match.counts[0], match.counts[-1]
    start, end = element.start, element.end
    if match.award is None:
        if match.rule == "commended":
            return (row.elements[match.first].start if count == first else start), end
        return start, row.elements[match.last].end if count == last else end
    award = row.elements[match.award]
    if match.award > count and count == last:
        return start, max(end, award.end, row.elements[match.last].end if match.unit is not None else 0)
    return (award.start if match.award < count and count == first else start), end
