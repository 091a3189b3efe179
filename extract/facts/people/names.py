"""Capitalised sequences that may be people's names."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

import data
from extract.facts.people import lexicon, runs
from extract.facts.people.passage import Passage
from extract.reading import Span

_TOKEN = rf"[{lexicon.UPPER}][^\W\d_]*(?:['’ʼ][^\W\d_]+)?"
_ADDRESSED = re.compile(r"(?<!\w)(?:ông|bà|anh|chị|đồng chí|đ/c) \Z")
_APOSTROPHE = rf"[{lexicon.UPPER}][^\W\d_]*['’ʼ][^\W\d_]+"
_LOWER_MIDDLE = rf"(?:{'|'.join(data.lines('names/family_common.txt'))}) (?:thị|văn) {_TOKEN}"
_PART = rf"(?:{_LOWER_MIDDLE}|{_TOKEN})"
_RUN = re.compile(
    rf"(?<![\w'’])(?:{_PART}(?: {{1,2}}{_PART})+|{_LOWER_MIDDLE}|{_APOSTROPHE})(?!\w)(?!\.[^\W\d_])"
)
_HYPHENATED = re.compile(r"-[a-z]{2,8}(?!\w)")
"""The second half of a Korean given name: ``Park Geun-hye``."""
_WORD = re.compile(r"\S+")
_INITIAL = re.compile(r"(?:ngh|ng|nh|ch|gh|kh|ph|qu|th|tr|[bcdđghklmnpqrstvx])")
_KHMER = re.compile(r"(?:ch|kh|ph|th|tr|nh|[bcdđhklmnprstv])[aâăeêioôơuưươ]{1,2}[lr]")
_MOST_SYLLABLES = 5
_LONGEST_RUN = 14
_NO_SYLLABLES = frozenset(
    ("theo", "tại", "trong", "ảnh", "ngày", "video", "clip", "đã", "khi", "các", "và", "với", "trên", "địa")
)
"""Words that open the next sentence where a full stop is missing."""


@dataclass(frozen=True, slots=True)
class Candidate(Span):
    """A capitalised sequence that may be a name."""

    syllables: int
    family: bool
    """Whether it begins with a known family name."""
    common: bool
    """Whether that family name is among the commonest, or a middle name such as Thị follows."""
    opens_run: bool
    """Whether nothing capitalised but an honorific stands right before it."""
    minority: bool
    """Whether it is spelt as no Kinh name is: ``A Thút``, ``Ksor H'Bia``."""

    @property
    def full(self) -> bool:
        """Whether it is likely a person's full name even with nothing beside it."""
        return self.common and self.syllables > 2


def candidates(passage: Passage) -> list[Candidate]:
    """Candidates in order; those without a family name are kept, for an honorific may speak for them."""
    found: list[Candidate] = []
    for run in _RUN.finditer(passage.text):
        found += _in_run(passage, run.start(), run.end())
    return found


def _in_run(passage: Passage, start: int, end: int) -> Iterator[Candidate]:
    words = _WORD.finditer(passage.text, start, min(end, start + 12 * _LONGEST_RUN))
    spans = [Span(word.start(), word.end()) for word in words][:_LONGEST_RUN]
    keys = [passage.key[span.start : span.end] for span in spans]
    if len(keys) == 2 and keys[0] in runs.HONORIFICS and not runs.MARK.search(keys[1]):
        return  # a second mention by the given name
    first = 0 if _is_addressed(passage, spans[0].start, keys) else runs.first(keys)
    last = min(_last(passage, spans, first), first + _MOST_SYLLABLES)
    if last - first < 2 and not runs.MARK.search(keys[first]):
        return
    name = keys[first:last]
    if any(map(_INITIAL.fullmatch, keys[last - 1 : last + 1])):
        return  # "bà Ngô Thị Kh.": no full name
    end = spans[last - 1].end
    tail = _HYPHENATED.match(passage.text, end) if not runs.is_common(name) else None
    yield Candidate(
        spans[first].start,
        tail.end() if tail else end,
        syllables=len(name) + bool(tail),
        family=runs.has_family(name),
        common=runs.is_common(name),
        opens_run=all(key in runs.HONORIFICS or key in runs.TITLES for key in keys[:first]),
        minority=name[0] in lexicon.MINORITY_FAMILY or not all(map(runs.SYLLABLE.fullmatch, name)),
    )


def _is_addressed(passage: Passage, start: int, keys: list[str]) -> bool:
    """Whether an honorific right before a run shows that its first word opens the name, however rare."""
    if not 2 < len(keys) <= _MOST_SYLLABLES or runs.skippable(keys, 0) or keys[0] in runs.HONORIFICS:
        return False
    if passage.post_at(start) or passage.rank_at(start):
        return False
    return bool(_ADDRESSED.search(passage.key, max(0, start - 12), start))


def _last(passage: Passage, spans: list[Span], first: int) -> int:
    """Index after the name's last syllable: a post or an abbreviation may follow without a comma."""
    head = passage.text[spans[first].start : spans[first].end]
    capitals = head.isupper()  # also one letter: A, Y
    kinh = head.lower() in lexicon.COMMON_FAMILY
    for index in range(first + 1, len(spans)):
        word = passage.text[spans[index].start : spans[index].end]
        if (len(word) > 1 and word.isupper() and not capitals) or word in ("Ông", "Bà"):
            return index
        if (
            word.lower() in runs.TITLES
            or word.lower() in _NO_SYLLABLES
            or passage.office_at(spans[index].start)
        ):
            return index
        if kinh and index > first + 1 and not _may_be_syllable(word):
            return index
    return len(spans)


def _may_be_syllable(word: str) -> bool:
    """Whether a Kinh family name's bearer may be called so: also ``Sol`` or ``Ril`` in the Mekong delta."""
    return len(word) == 1 or bool(runs.SYLLABLE.fullmatch(word.lower()) or _KHMER.fullmatch(word.lower()))
