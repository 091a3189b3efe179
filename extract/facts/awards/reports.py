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
from extract.facts.awards.said import is_said
from extract.facts.awards.tallies import as_many, counted
from extract.facts.awards.titles import movement_title
from extract.facts.awards.years import Years, years
from extract.reading import Reading
from extract.rules import rule
from schemas import Award
from schemas.facts import Status

_TIMES = re.compile("[MY]")
"""Codes of numbers of times and of years in a row."""

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
        if row.elements:
            start, end = row.elements[0].start, row.elements[-1].end
            self.last = movement_title(self.key, start, end) or self.last
        for match in matches(row):
            mention = self._mention(row, match)
            if mention is None or not is_said(row, match, mention, self.key, listed=listed):
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

    def _years_in(self, row: Row, element: Element, start: int, end: int) -> Years:
        """Years of a fact: those named with its own number of times, never those of another's."""
        if element.code in "MY" and (own := times.years_of(self.key, element)):
            return own
        period = years(self.reading, self.key, start, end)
        if period == (None, None):
            return period
        others = (row.elements[found.start()] for found in _TIMES.finditer(row.codes))
        return (None, None) if period in [times.years_of(self.key, other) for other in others] else period


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
