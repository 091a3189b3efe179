"""Awards: how many of which were given, registered or asked for, to whom and by whom.

A small parser. Phrases are found by one automaton (``lexicon``) and made into typed elements (``scan``),
whose codes are matched by declared patterns (``grammar``); who gives and the rest is read around each match
(``granters``, ``attribution``). Sentences that name no award are never looked at.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterator

from extract.facts.awards import genre, lists, tabled, tables, times
from extract.facts.awards.attribution import Carried
from extract.facts.awards.elements import Row
from extract.facts.awards.granters import acting
from extract.facts.awards.lexicon import triggers
from extract.facts.awards.reports import Reporter
from extract.facts.awards.scan import scan
from extract.language.normal import tone_key
from extract.reading import Reading, Span, within
from schemas import Award

_GOES_ON = re.compile(r"[-,_]?[GCA]")
_DIGIT = re.compile(r"\d")
_HEADING = 60
"""Length of a line, in characters, that may be a heading."""
_TOLD = ("granter", "level", "year_start", "year_end")


def find(reading: Reading) -> list[Award]:
    """All awards, in order of place."""
    sentences = _named(reading)
    if not sentences:
        return []
    key = tone_key(reading.text)
    found = list(_read(reading, key, sentences))
    if not genre.speaks_of_emulation(key):
        found = [fact for fact in found if fact.award not in genre.CONTESTED]
    return _once(reading, found)


def _named(reading: Reading) -> list[Span]:
    """Sentences in which an award is named, and a number stands or may stand in the lines below."""
    starts = [sentence.start for sentence in reading.sentences]
    indices = {bisect_right(starts, place) - 1 for place in triggers(reading.lower)}
    named = (reading.sentences[i] for i in sorted(indices) if i >= 0)
    return [sentence for sentence in named if _may_count(reading, sentence)]


def _may_count(reading: Reading, sentence: Span) -> bool:
    start, end = sentence.start, sentence.end
    if end - start < _HEADING or reading.text[end - 1] == ":":
        return True
    counted = within(reading.numbers, start, end) or _DIGIT.search(reading.text, start, end)
    return bool(counted or times.MAY_BE_ROW.search(reading.lower, start, end))


def _read(reading: Reading, key: str, sentences: list[Span]) -> Iterator[Award]:
    reporter, heads = Reporter(reading, key), lists.Heads(reading, key)
    before, carried = Span(0, 0), Carried()
    rows = {table_row.cells[0].start: table_row for table_row in tables.rows(reading, key)}
    for table_row in rows.values():
        cells = table_row.cells
        row = scan(reading, key, Span(cells[0].start, cells[-1].end))
        yield from tabled.facts(reading, key, row, table_row)
    for sentence in sentences:
        if sentence.start in rows:
            continue
        row = scan(reading, key, sentence)
        head = heads.of(sentence)
        told = head or _from_before(reading, before, sentence, row, carried)
        yield from reporter.facts(row, told, listed=head is not None)
        yield from lists.below(reading, key, sentence, row, reporter)
        before = sentence
        carried = Carried(acting(row, reading.text, key, len(row.codes)) or told.granter)


def _from_before(reading: Reading, before: Span, sentence: Span, row: Row, carried: Carried) -> Carried:
    """What the sentence before carries into one that begins with its verb: ``Tặng Bằng khen cho …``."""
    between = reading.text[before.end : sentence.start] if sentence.start - before.end < 4 else "…"
    return carried if not between.strip() and _GOES_ON.match(row.codes) else Carried()


def _once(reading: Reading, found: list[Award]) -> list[Award]:
    """Facts in order, each said once: of a number told again elsewhere, the place that says most of it."""
    kept: defaultdict[tuple[object, ...], list[Award]] = defaultdict(list)
    for fact in sorted(found, key=_unsaid):
        alike = kept[fact.award, fact.count, fact.unit, fact.status]
        here = reading.sentence_at(fact.start)
        if not any(
            _tells_again(fact, other) and reading.sentence_at(other.start) != here for other in alike[:50]
        ):
            alike.append(fact)
    return sorted(
        (fact for alike in kept.values() for fact in alike), key=lambda fact: (fact.start, fact.end)
    )


def _unsaid(fact: Award) -> tuple[int, int]:
    return sum(getattr(fact, name) is None for name in _TOLD), fact.start


def _tells_again(fact: Award, other: Award) -> bool:
    """Whether a fact alike in award, number and recipients adds nothing; two rows of a table always differ.

    Orders are handed over by one and granted by another, so who gives does not tell two of them apart.
    """
    if fact.rule == other.rule == "award.table":
        return False
    if fact.award.startswith("Huân chương"):
        return True
    return all(getattr(fact, name) in (None, getattr(other, name)) for name in _TOLD)
