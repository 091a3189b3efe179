"""Awards: how many of which were given, registered or asked for, to whom and by whom.

A small parser: phrases are found by one automaton (``lexicon``), made into typed elements (``scan``), whose codes
are matched by declared patterns (``grammar``); who gives and the rest is read around each match (``attribution``).
Sentences that name no award are never looked at.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator

from extract.facts.awards import attribution, genre
from extract.facts.awards.attribution import Carried
from extract.facts.awards.elements import Row
from extract.facts.awards.lexicon import triggers
from extract.facts.awards.reports import Reporter
from extract.facts.awards.scan import scan
from extract.language.normal import tone_key
from extract.reading import Reading, Span
from schemas import Award

_BULLET = re.compile(r"\s*(?:[-–•*+▪●]|\d{1,2}[.)]|[a-zđ]\))\s?")
_OPENS_A_LIST = re.compile(r"^[-]?A$|[AC]F?[_]?:$")
_ONLY_COUNTS = re.compile(r"-?[RN](?:[_,]{0,2}[RN])*[_,;]{0,2}")
_LONGEST_LIST = 8
_LONGEST_LINE = 120
_ASKED = {"D": "registered", "Q": "proposed", "O": "proposed"}


def find(reading: Reading) -> list[Award]:
    """All awards, in order of place."""
    sentences = _named(reading)
    if not sentences:
        return []
    key = tone_key(reading.text)
    reporter = Reporter(reading, key)
    found: list[Award] = []
    before: tuple[Span, Carried] | None = None
    for sentence in sentences:
        row = scan(reading, key, sentence)
        head = _head(reading, key, sentence)
        carried = head or _from_before(reading, sentence, row, before)
        found += reporter.facts(row, carried, listed=head is not None)
        if _OPENS_A_LIST.search(row.codes):
            found += _below(reading, key, sentence, row, reporter)
        before = (
            sentence,
            Carried(attribution.acting(row, reading.text, key, len(row.codes)) or carried.granter),
        )
    if not genre.speaks_of_emulation(reading.lower):
        found = [fact for fact in found if fact.award not in genre.CONTESTED]
    return _once(reading, found)


def _below(reading: Reading, key: str, head: Span, opened: Row, reporter: Reporter) -> Iterator[Award]:
    """Facts of lines that only count, below a line that names the award: ``Bằng khen cho:``, ``- 12 tập thể``."""
    index = bisect_right(reading.sentences, head.start, key=lambda span: span.start)
    carried = Carried(attribution.acting(opened, reading.text, key, len(opened.codes)))
    for line in reading.sentences[index : index + _LONGEST_LIST]:
        row = scan(reading, key, line)
        if line.end - line.start > _LONGEST_LINE or not _ONLY_COUNTS.fullmatch(row.codes):
            return
        yield from reporter.counted_below(opened, row, carried)


def _named(reading: Reading) -> list[Span]:
    """Sentences in which an award is named."""
    starts = [sentence.start for sentence in reading.sentences]
    indices = {bisect_right(starts, place) - 1 for place in triggers(reading.lower)}
    return [reading.sentences[i] for i in sorted(indices) if i >= 0]


def _from_before(reading: Reading, sentence: Span, row: Row, before: tuple[Span, Carried] | None) -> Carried:
    """What the sentence before carries into one that begins with its verb: ``Tặng Bằng khen cho …``."""
    if before is None or not re.match(r"[-,_]?[GCA]", row.codes):
        return Carried()
    between = reading.text[before[0].end : sentence.start]
    return before[1] if not between.strip() and len(between) < 4 else Carried()


def _head(reading: Reading, key: str, sentence: Span) -> Carried | None:
    """What the head of a list says for an item of it; None for a sentence that is no item."""
    if not _BULLET.match(key, sentence.start, sentence.end):
        return None
    starts = [paragraph.start for paragraph in reading.paragraphs]
    index = bisect_right(starts, sentence.start) - 1
    while index > 0 and _BULLET.match(key, reading.paragraphs[index].start):
        index -= 1
    head = reading.paragraphs[index]
    if not reading.text[head.start : head.end].rstrip().endswith(":"):
        return Carried()
    row = scan(reading, key, Span(head.start, head.end))
    asked = next((_ASKED[code] for code in row.codes if code in _ASKED), None)
    return Carried(attribution.acting(row, reading.text, key, len(row.codes)), asked)  # type: ignore[arg-type]


def _once(reading: Reading, found: list[Award]) -> list[Award]:
    """Facts in order, each said once: of a number told again elsewhere, the place that says most of it."""
    kept: list[Award] = []
    for fact in sorted(found, key=_unsaid):
        here = reading.sentence_at(fact.start)
        if not any(_tells_again(fact, other) for other in kept if reading.sentence_at(other.start) != here):
            kept.append(fact)
    return sorted(kept, key=lambda fact: (fact.start, fact.end))


_TOLD = ("granter", "level", "year_start", "year_end")


def _unsaid(fact: Award) -> tuple[int, int]:
    return sum(getattr(fact, name) is None for name in _TOLD), fact.start


def _tells_again(fact: Award, other: Award) -> bool:
    same = (fact.award, fact.count, fact.unit, fact.status) == (
        other.award,
        other.count,
        other.unit,
        other.status,
    )
    if same and fact.award.startswith("Huân chương"):  # handed over by one, granted by another
        return True
    return same and all(getattr(fact, name) in (None, getattr(other, name)) for name in _TOLD)
