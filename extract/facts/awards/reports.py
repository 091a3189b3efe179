"""From a sentence's row to facts: matches, their attributes, and what a list carries from its head."""

from __future__ import annotations

import re
from collections.abc import Iterator

from extract.facts.awards import attribution
from extract.facts.awards.attribution import Carried
from extract.facts.awards.elements import Element, Row
from extract.facts.awards.grammar import Match, matches
from extract.facts.awards.lexicon import COMMENDED, ENTRIES, Unit
from extract.facts.awards.mentions import Mention
from extract.grammar.context import governing_period
from extract.reading import Reading
from extract.rules import rule
from schemas import Award
from schemas.facts import Status

_VERBS = frozenset("GVCDQPO")
_MENTION_YEAR = re.compile(r"(?:năm|năm học|giai đoạn)\s((?:19|20)\d\d)(?:\s?[-–]\s?((?:19|20)\d\d))?")
_COMMENDED = Mention(COMMENDED)
_FAMILY = Mention(ENTRIES["Gia đình tiêu biểu"])


class Reporter:
    """Reads the rows of one document in order and remembers what carries over."""

    def __init__(self, reading: Reading, key: str) -> None:
        self.reading, self.key = reading, key
        self.last: Mention | None = None
        self._status: Status | None = None

    def facts(self, row: Row, carried: Carried, listed: bool) -> Iterator[Award]:
        """Facts of one sentence.

        Args:
            row: the sentence's elements.
            carried: what the head of its list, or the sentence before, says for it.
            listed: whether it is an item of a list, where an award needs no verb.
        """
        self._status = None
        for match in matches(row):
            mention = self._mention(row, match)
            if mention is None or not (listed or _is_said(row, match, mention)):
                continue
            self._status = attribution.status(row, match, self.key, self._status, carried)
            self.last = mention
            for count in _counted(row, match):
                if fact := self._fact(row, match, mention, count, carried):
                    yield fact

    def counted_below(self, head: Row, row: Row, carried: Carried) -> Iterator[Award]:
        """Facts of a line that only counts, below a head that ends in an award or in a verb of commending."""
        element = next(e for e in reversed(head.elements) if e.code in "AC")
        mention = element.mention or _COMMENDED
        rule_name = "noun-first" if element.mention else "commended"
        counts = tuple(i for i, code in enumerate(row.codes) if code in "RN")
        match = Match(rule_name, counts[0], counts[-1], counts, (), None, None, None)
        self._status = None
        for count in counts:
            if fact := self._fact(row, match, mention, count, carried):
                owner = mention.owner or carried.granter
                yield fact.model_copy(update={"granter": owner, "level": mention.level, "unit": fact.unit or mention.entry.unit})

    def _mention(self, row: Row, match: Match) -> Mention | None:
        if match.rule.startswith("commended"):
            return _COMMENDED
        if match.rule == "family-title":
            return _FAMILY if row.elements[match.counts[0]].unit == "family" else None
        if match.rule == "ellipsis":
            return self.last if self._continues(row, match) else None
        return row.elements[match.award].mention if match.award is not None else None

    def _continues(self, row: Row, match: Match) -> bool:
        """Whether a number with a level and no award goes on from the award before: ``62 hộ đạt cấp quận``."""
        if self.last is None or self.last.entry.award == "Khen thưởng":
            return False
        unit, nature = row.elements[match.counts[0]].unit, self.last.entry.unit
        said = row.codes[match.counts[0]] == "N" or "V" in row.codes[match.first : match.last]
        said = said or row.codes[match.first] == "K"
        return said and (unit is None or nature is None or unit == nature)

    def _fact(self, row: Row, match: Match, mention: Mention, count: int, carried: Carried) -> Award | None:
        element = row.elements[count]
        text = self.reading.text
        unit = _shared(row, match) or attribution.unit(row, match, count, self.key, row.elements[0].start)
        if element.number is None or (mention is _COMMENDED and unit == "initiative" and "G" in row.codes):
            return None
        start, end = _span(row, match, count)
        first, last = self._years(start, end)
        return Award(
            **rule(f"award.{match.rule}").evidence(text, start, end),
            award=mention.entry.award,
            count=element.number.value,
            unit=unit,
            granter=attribution.granter(row, match, text, self.key, carried),
            status=self._status or "awarded",
            level=attribution.level(row, match, text),
            year_start=first,
            year_end=last,
        )

    def _years(self, start: int, end: int) -> tuple[int | None, int | None]:
        if own := _MENTION_YEAR.search(self.key, start, end):
            return int(own[1]), int(own[2] or own[1])
        period = governing_period(self.reading, start, end)
        return (period.year_start, period.year_end) if period else (None, None)


def _is_said(row: Row, match: Match, mention: Mention) -> bool:
    """Whether an award whose name is also a common noun is said to be given, received or asked for."""
    if match.rule == "titled" and row.elements[match.counts[0]].unit is None:
        return False
    return mention.entry.sure or bool(_VERBS & set(row.codes))


def _counted(row: Row, match: Match) -> Iterator[int]:
    """Indices of the counts that are facts of their own."""
    head = row.elements[match.counts[0]]
    for count in match.counts:
        if (element := row.elements[count]).number and element.number.value > 0:
            yield count
    for part in match.split:
        if _divides(row, match, head, row.elements[part]):
            yield part


def _divides(row: Row, match: Match, head: Element, part: Element) -> bool:
    """Whether a split tells more: what kinds the recipients of a mixed number, or of a number of awards, were."""
    if head.number is None or part.number is None:
        return False
    whole = head.unit is None and (head.mixed or head.code == "N")
    return whole and part.number.value < head.number.value and part.unit is not None


def _span(row: Row, match: Match, count: int) -> tuple[int, int]:
    """Evidence of one count: with the award where they touch, else the count alone."""
    element = row.elements[count]
    start, end = element.start, element.end
    if match.award is None:
        if count == match.counts[-1] and match.last > count:
            end = row.elements[match.last].end if match.rule != "commended" else end
        if match.rule == "commended" and count == match.counts[0]:
            start = row.elements[match.first].start
        return start, end
    award = row.elements[match.award]
    if match.award > count and count == match.counts[-1]:
        end = max(end, award.end, row.elements[match.last].end if match.unit is not None else 0)
    elif match.award < count and count == match.counts[0]:
        start = award.start
    return start, end


def _shared(row: Row, match: Match) -> Unit | None:
    """Unit of recipients as many as the awards: ``ba huân chương cho ba cá nhân``."""
    if match.rule != "count-first" or len(match.split) != 1:
        return None
    count, part = row.elements[match.counts[0]].number, row.elements[match.split[0]]
    return part.unit if count and part.number and count.value == part.number.value else None
