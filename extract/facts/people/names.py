"""Capitalised sequences that may be people's names."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass

import data
from extract.facts.people import lexicon
from extract.facts.people.passage import Passage
from extract.reading import Span

_LETTERS = (chr(code) for code in (*range(0x41, 0x250), *range(0x1E00, 0x1F00)))
_UPPER = "".join(letter for letter in _LETTERS if unicodedata.category(letter) == "Lu")
_TOKEN = rf"[{_UPPER}][^\W\d_]*(?:['’ʼ][^\W\d_]+)?"
_ADDRESSED = re.compile(r"(?<!\w)(?:ông|bà|anh|chị|đồng chí|đ/c) \Z")
_APOSTROPHE = rf"[{_UPPER}][^\W\d_]*['’ʼ][^\W\d_]+"
_LOWER_MIDDLE = rf"(?:{'|'.join(data.lines('names/family_common.txt'))}) (?:thị|văn) {_TOKEN}"
_PART = rf"(?:{_LOWER_MIDDLE}|{_TOKEN})"
_RUN = re.compile(
    rf"(?<![\w'’])(?:{_PART}(?: {{1,2}}{_PART})+|{_LOWER_MIDDLE}|{_APOSTROPHE})(?!\w)(?!\.[^\W\d_])"
)
_WORD = re.compile(r"\S+")
_MARK = re.compile("['’ʼ]")
_SYLLABLE = re.compile(
    r"(?:ngh|ng|nh|ch|gh|gi|kh|ph|qu|th|tr|[bcdđghklmnpqrstvx])?"
    r"[aàáảãạăằắẳẵặâầấẩẫậeèéẻẽẹêềếểễệiìíỉĩịoòóỏõọôồốổỗộơờớởỡợuùúủũụưừứửữựyỳýỷỹỵ]{1,3}"
    r"(?:ng|nh|ch|[cmnptk])?"
)
_INITIAL = re.compile(r"(?:ngh|ng|nh|ch|gh|kh|ph|qu|th|tr|[bcdđghklmnpqrstvx])")
_KHMER = re.compile(r"(?:ch|kh|ph|th|tr|nh|[bcdđhklmnprstv])[aâăeêioôơuưươ]{1,2}[lr]")
_MOST_SYLLABLES = 5
_LONGEST_RUN = 14
_HONORIFICS = frozenset(("ông", "bà", "anh", "chị", "cô", "chú", "bác", "cụ", "em", "cháu", "thầy", "theo"))
_TITLES = frozenset(
    ("gs", "ts", "ths", "bs", "pgs", "ks", "ls", "nsnd", "nsưt", "ngưt", "đbqh", "hlv", "vđv")
)
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
    if len(keys) == 2 and keys[0] in _HONORIFICS and not _MARK.search(keys[1]):
        return  # a second mention by the given name
    first = 0 if _is_addressed(passage, spans[0].start, keys) else _first(keys)
    last = min(_last(passage, spans, first), first + _MOST_SYLLABLES)
    if last - first < 2 and not _MARK.search(keys[first]):
        return
    name = keys[first:last]
    if any(map(_INITIAL.fullmatch, keys[last - 1 : last + 1])):
        return  # "bà Trần Thị Th.": no full name
    yield Candidate(
        spans[first].start,
        spans[last - 1].end,
        syllables=len(name),
        family=_has_family(name),
        common=_is_common(name),
        opens_run=all(key in _HONORIFICS or key in _TITLES for key in keys[:first]),
        minority=name[0] in lexicon.MINORITY_FAMILY or not all(map(_SYLLABLE.fullmatch, name)),
    )


def _is_addressed(passage: Passage, start: int, keys: list[str]) -> bool:
    """Whether an honorific right before a run shows that its first word opens the name, however rare."""
    if not 2 < len(keys) <= _MOST_SYLLABLES or _skippable(keys, 0) or keys[0] in _HONORIFICS:
        return False
    if passage.post_at(start) or passage.rank_at(start):
        return False
    return bool(_ADDRESSED.search(passage.key, max(0, start - 12), start))


def _has_family(name: list[str]) -> bool:
    """Whether a known family name opens it, or a middle name follows that makes any first word one."""
    return name[0] in lexicon.FAMILY or _has_sure_middle(name)


def _is_common(name: list[str]) -> bool:
    return name[0] in lexicon.COMMON_FAMILY or _has_sure_middle(name)


def _has_sure_middle(name: list[str]) -> bool:
    """``Thị`` or ``Văn`` second, and not the first half of a word: ``Nhà Văn Hóa``."""
    if len(name) < 3 or name[1] not in lexicon.MIDDLE or " ".join(name[1:3]) in lexicon.NOT_NAMES:
        return False
    return name[0] in lexicon.FAMILY or _SYLLABLE.fullmatch(name[0]) is not None


def _first(keys: list[str]) -> int:
    """Where the name begins in a run: after an opening honorific, a place, or words of an organisation."""
    index = 0
    while index < len(keys) - 1 and (skip := _skippable(keys, index)):
        index += skip
    if _MARK.search(keys[index]):
        return index  # a given name of the highlands: H’Duyên Niê Kđăm
    if index >= len(keys) - 1:
        return 0 if len(keys) > 1 or index == 0 else index
    if surely := _surely(keys, index):
        return surely
    for later in range(index, len(keys) - 1):
        if _has_family(keys[later:]) and not _skippable(keys, later) and not _is_union(keys, later):
            return later
    return index


def _surely(keys: list[str], index: int) -> int:
    """Where a common family name with a sure middle opens the name: ``Hòa Sơn`` | ``Lê Thị Nụ``."""
    for later in range(index + 1, len(keys) - 2):
        if keys[later] in lexicon.COMMON_FAMILY and _has_sure_middle(keys[later:]):
            return later if keys[index] not in lexicon.COMMON_FAMILY or later - index > 1 else 0
    return 0


def _skippable(keys: list[str], index: int) -> int:
    """How many words to skip at an index: one honorific or title, or a place with a name left after it."""
    if (keys[index] in _HONORIFICS or keys[index] in _TITLES) and (
        keys[index + 1] in lexicon.FAMILY or len(keys) > 2 or _MARK.search(keys[index + 1])
    ):
        return 1
    length = _place_length(keys, index)
    return length if length < len(keys) - index - 1 else 0


def _is_union(keys: list[str], index: int) -> bool:
    """``Đoàn`` is a family name, and the youth union before a place: ``Thành Đoàn Hà Nội``."""
    return keys[index] == "đoàn" and _place_length(keys, index + 1) == len(keys) - index - 1


def _place_length(keys: list[str], index: int) -> int:
    for length in (4, 3, 2):
        if index + length <= len(keys):
            key = " ".join(keys[index : index + length])
            if key in lexicon.PLACES or key in lexicon.NOT_NAMES:
                return length
    return 0


def _last(passage: Passage, spans: list[Span], first: int) -> int:
    """Index after the name's last syllable: a post or an abbreviation may follow without a comma."""
    head = passage.text[spans[first].start : spans[first].end]
    capitals = head.isupper()  # also one letter: A, Y
    kinh = head.lower() in lexicon.COMMON_FAMILY
    for index in range(first + 1, len(spans)):
        word = passage.text[spans[index].start : spans[index].end]
        if (len(word) > 1 and word.isupper() and not capitals) or word in ("Ông", "Bà"):
            return index
        if word.lower() in _TITLES or word.lower() in _NO_SYLLABLES or passage.office_at(spans[index].start):
            return index
        if kinh and index > first + 1 and not _may_be_syllable(word):
            return index
    return len(spans)


def _may_be_syllable(word: str) -> bool:
    """Whether a Kinh family name's bearer may be called so: also ``Sol`` or ``Ril`` in the Mekong delta."""
    return len(word) == 1 or bool(_SYLLABLE.fullmatch(word.lower()) or _KHMER.fullmatch(word.lower()))
