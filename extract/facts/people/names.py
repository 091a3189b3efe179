"""Capitalised sequences that may be people's names."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass

from extract.facts.people import lexicon
from extract.facts.people.organisations import Page
from extract.reading import Span

_LETTERS = [
    chr(c) for c in (*range(0x41, 0x250), *range(0x1E00, 0x1F00)) if unicodedata.category(chr(c)) == "Lu"
]
_UPPER = "".join(_LETTERS)
_TOKEN = rf"[{_UPPER}][^\W\d_]*(?:['’ʼ][^\W\d_]+)?"
_ONE = rf"[{_UPPER}][^\W\d_]*['’ʼ][^\W\d_]+"
_RUN = re.compile(rf"(?<![\w'’])(?:{_TOKEN}(?: {{1,2}}{_TOKEN})+|{_ONE})(?!\w)(?!\.[^\W\d_])")
_SYLLABLES = 5
_LONGEST_RUN = 14


_SYLLABLE = re.compile(
    r"(?:ngh|ng|nh|ch|gh|gi|kh|ph|qu|th|tr|[bcdđghklmnpqrstvx])?"
    r"[aàáảãạăằắẳẵặâầấẩẫậeèéẻẽẹêềếểễệiìíỉĩịoòóỏõọôồốổỗộơờớởỡợuùúủũụưừứửữựyỳýỷỹỵ]{1,3}"
    r"(?:ng|nh|ch|[cmnptk])?"
)


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


def candidates(page: Page) -> list[Candidate]:
    """Candidates in order; sequences without any family name are kept, for an honorific may speak for them."""
    found: list[Candidate] = []
    for run in _RUN.finditer(page.text):
        found += _in_run(page, run.start(), run.end())
    return found


def _in_run(page: Page, start: int, end: int) -> Iterator[Candidate]:
    spans = [Span(start + m.start(), start + m.end()) for m in _WORD.finditer(page.text[start:end])][
        :_LONGEST_RUN
    ]
    keys = [page.key[span.start : span.end] for span in spans]
    if len(spans) == 1 and not re.search("['’ʼ]", keys[0]):
        return
    if len(keys) == 2 and keys[0] in _HONORIFIC_OPENERS and "'" not in keys[1]:
        return  # a second mention by the given name
    index = _first_name(keys)
    last = min(_last_name(page, spans, index), index + _SYLLABLES)
    if last - index < 2 and not re.search("['’ʼ]", keys[index]):
        return
    yield Candidate(
        spans[index].start,
        spans[last - 1].end,
        syllables=last - index,
        family=keys[index] in lexicon.FAMILY,
        common=_is_common(keys[index:last]),
        opens_run=all(key in _OPENERS for key in keys[:index]),
        minority=_is_minority(keys[index:last]),
    )


_WORD = re.compile(r"\S+")
_HONORIFIC_OPENERS = frozenset(
    ("ông", "bà", "anh", "chị", "cô", "chú", "bác", "cụ", "em", "cháu", "thầy", "theo")
)
_OPENERS = frozenset(
    "ông bà anh chị cô chú bác cụ em cháu thầy theo gs ts ths bs pgs ks ls nsnd nsưt ngưt đbqh hlv vđv".split()
)


def _first_name(keys: list[str]) -> int:
    """Where the name begins in a run: after an opening honorific, a place, or words of an organisation."""
    index = 0
    while index < len(keys) - 1 and (skip := _skippable(keys, index)):
        index += skip
    if index >= len(keys) - 1:
        return 0
    later = [
        i
        for i in range(index, len(keys) - 1)
        if keys[i] in lexicon.FAMILY
        and not _skippable(keys, i)
        and not (keys[i] == "đoàn" and _is_place(keys, i + 1))
    ]
    return later[0] if later else index


def _skippable(keys: list[str], index: int) -> int:
    if keys[index] in _OPENERS and (keys[index + 1] in lexicon.FAMILY or len(keys) > 2):
        return 1
    length = _place_length(keys, index)
    return length if length < len(keys) - index - 1 else 0


def _is_place(keys: list[str], index: int) -> bool:
    return len(keys) - index > 1 and _place_length(keys, index) == len(keys) - index


def _place_length(keys: list[str], index: int) -> int:
    for length in (4, 3, 2):
        key = " ".join(keys[index : index + length])
        if index + length <= len(keys) and (key in lexicon.PLACES or key in lexicon.NOT_NAMES):
            return length
    return 0


def _last_name(page: Page, spans: list[Span], index: int) -> int:
    """Index after the name's last syllable: a post may follow without a comma."""
    first = spans[index]
    capitals, kinh = (
        page.text[first.start : first.end].isupper(),
        page.key[first.start : first.end] in lexicon.COMMON_FAMILY,
    )
    for i in range(index + 1, len(spans)):
        key, word = page.key[spans[i].start : spans[i].end], page.text[spans[i].start : spans[i].end]
        if len(word) > 1 and word.isupper() and not (capitals or first.end - first.start < 2):
            return i  # an abbreviation
        if lexicon.POST.match(page.key, spans[i].start) or key in _OPENERS - _GIVEN:
            return i
        if kinh and i > index + 1 and len(key) > 1 and not _SYLLABLE.fullmatch(key):
            return i
    return len(spans)


_GIVEN = frozenset(("anh", "cô", "bà", "chị", "em", "bác", "cụ", "chú", "thầy"))


def _is_minority(keys: list[str]) -> bool:
    return keys[0] in _MINORITY_FIRST or any(not _SYLLABLE.fullmatch(key) for key in keys)


_MINORITY_FIRST = frozenset(("a", "y", "ka", "thị", "danh", "thạch", "giàng", "vừ", "sùng", "lò"))


def _is_common(keys: list[str]) -> bool:
    return keys[0] in lexicon.COMMON_FAMILY or (
        len(keys) > 2 and keys[0] in lexicon.FAMILY and keys[1] in ("thị", "văn")
    )
