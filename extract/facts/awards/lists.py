"""Lists of awards in lines: what the head says for its items, and items that only count."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, field

from extract.facts.awards.attribution import ASKS, Carried
from extract.facts.awards.elements import Row
from extract.facts.awards.granters import acting
from extract.facts.awards.reports import Reporter
from extract.facts.awards.scan import scan
from extract.grammar import items
from extract.reading import Reading, Span
from schemas import Award

_LONGEST_LIST = 60
_OPENS = re.compile(r"^-?A$|[AC]F?_?:$")
_ONLY_COUNTS = re.compile(r"-?[RN](?:[_,]{0,2}[RN]){0,9}[_,;]{0,2}")
_MOST_LINES = 8
_LONGEST_LINE = 120


@dataclass(slots=True)
class Heads:
    """Heads of the lists in a document, each read once."""

    reading: Reading
    key: str
    _read: dict[int, Carried] = field(default_factory=dict)

    def of(self, sentence: Span) -> Carried | None:
        """What the head of its list says for a sentence; None for a sentence that is no item of a list."""
        if not items.is_item(self.reading, sentence.start, sentence.end):
            return None
        index = items.index_of_head(self.reading, sentence.start, _LONGEST_LIST)
        if index not in self._read:
            self._read[index] = self._said(self.reading.paragraphs[index])
        return self._read[index]

    def _said(self, head: Span) -> Carried:
        """Who gives to all below a head, and whether they were only asked for."""
        text = self.reading.text
        mark = text[head.start : head.end].rstrip(' ”"')[-1:]
        if mark not in (":", "?"):
            return Carried()
        row = scan(self.reading, self.key, head)
        asked = next((ASKS[code] for code in row.codes if code in ASKS), None)
        if mark == "?":  # "Năm tới, công đoàn đặt mục tiêu gì?": who asks gives nothing
            return Carried(None, asked)
        return Carried(acting(row, text, self.key, len(row.codes)), asked)


def below(reading: Reading, key: str, head: Span, row: Row, reporter: Reporter) -> Iterator[Award]:
    """Facts of lines that only count, ``- 12 tập thể``, below one that names the award."""
    if not _OPENS.search(row.codes):
        return
    index = bisect_right(reading.sentences, head.start, key=lambda span: span.start)
    carried = Carried(acting(row, reading.text, key, len(row.codes)))
    for line in reading.sentences[index : index + _MOST_LINES]:
        if line.end - line.start > _LONGEST_LINE:
            return
        counts = scan(reading, key, line)
        if not _ONLY_COUNTS.fullmatch(counts.codes):
            return
        yield from reporter.counted_below(row, counts, carried)
