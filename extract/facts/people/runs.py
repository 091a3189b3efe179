"""Where a name begins in a run of capitals: ``Hương Sơn`` | ``Hoàng Văn Thái``, ``Ông`` | ``Lê Tư``."""

from __future__ import annotations

import re
from collections.abc import Iterator

from extract.facts.people import lexicon

MARK = re.compile("['’ʼ]")
SYLLABLE = re.compile(
    r"(?:ngh|ng|nh|ch|gh|gi|kh|ph|qu|th|tr|[bcdđghklmnpqrstvx])?"
    r"[aàáảãạăằắẳẵặâầấẩẫậeèéẻẽẹêềếểễệiìíỉĩịoòóỏõọôồốổỗộơờớởỡợuùúủũụưừứửữựyỳýỷỹỵ]{1,3}"
    r"(?:ng|nh|ch|[cmnptk])?"
)
HONORIFICS = frozenset(("ông", "bà", "anh", "chị", "cô", "chú", "bác", "cụ", "em", "cháu", "thầy", "theo"))
TITLES = frozenset(("gs", "ts", "ths", "bs", "pgs", "ks", "ls", "nsnd", "nsưt", "ngưt", "đbqh", "hlv", "vđv"))
_NO_FAMILY = frozenset(("the", "khu", "và", "của", "nhà", "bộ", "sở", "ban", "các", "tại", "theo"))


def has_family(name: list[str]) -> bool:
    """Whether a known family name opens it, or a middle name follows that makes any first word one."""
    return name[0] in lexicon.FAMILY or has_sure_middle(name)


def is_common(name: list[str]) -> bool:
    """Whether that family name is among the commonest, or a sure middle name follows."""
    return name[0] in lexicon.COMMON_FAMILY or has_sure_middle(name)


def has_sure_middle(name: list[str]) -> bool:
    """``Thị`` or ``Văn`` second, and not the first half of a word: ``Nhà Văn Hóa``."""
    if len(name) < 3 or name[1] not in lexicon.MIDDLE or " ".join(name[1:3]) in lexicon.NOT_NAMES:
        return False
    if name[0] in lexicon.FAMILY:
        return True
    return name[0] not in _NO_FAMILY and SYLLABLE.fullmatch(name[0]) is not None


def first(keys: list[str]) -> int:
    """Where the name begins in a run: after an opening honorific, a place, or words of an organisation."""
    index = 0
    while index < len(keys) - 1 and (skip := skippable(keys, index)):
        index += skip
    if MARK.search(keys[index]):
        return index  # a given name of the highlands: H’Duyên Niê Kđăm
    if index >= len(keys) - 1:
        return 0 if len(keys) > 1 or index == 0 else index
    if surely := _surely(keys, index):
        return surely
    opens = next(_openings(keys, index), index)
    if is_common(keys[opens:]):
        return opens
    after = _openings(keys, opens + (1 if opens > index else 2))
    return next((at for at in after if keys[at] in lexicon.COMMON_FAMILY and at < len(keys) - 2), opens)


def _openings(keys: list[str], index: int) -> Iterator[int]:
    """Where a family name stands that begins no place or union, and is no part of a place."""
    while index < len(keys) - 1:
        if length := skippable(keys, index):
            index += length
            continue
        if has_family(keys[index:]) and not _is_union(keys, index):
            yield index
        index += 1


def _surely(keys: list[str], index: int) -> int:
    """Where a common family name with a sure middle opens the name: ``Hòa Sơn`` | ``Lê Thị Nụ``."""
    for later in range(index + 1, len(keys) - 2):
        if keys[later] in lexicon.COMMON_FAMILY and has_sure_middle(keys[later:]):
            return later if keys[index] not in lexicon.COMMON_FAMILY or later - index > 1 else 0
    return 0


def skippable(keys: list[str], index: int) -> int:
    """How many words to skip at an index: one honorific or title, or a place with a name left after it."""
    if (keys[index] in HONORIFICS or keys[index] in TITLES) and (
        keys[index + 1] in lexicon.FAMILY or len(keys) > 2 or MARK.search(keys[index + 1])
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
