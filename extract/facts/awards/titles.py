"""Awards named in short: a title in quotation marks that is handed out, a rank that goes on from before."""

from __future__ import annotations

import re

from extract.facts.awards import mentions
from extract.facts.awards.elements import Element
from extract.facts.awards.lexicon import ENTRIES, MEANINGS, Hit
from extract.grammar.quantities import alternatives

_RECOGNISES = frozenset(
    {"công nhận", "suy tôn", "bình chọn", "phong tặng", "xếp hạng", "bầu chọn", "bình xét"}
)
_RANKED = {"rank": "Huân chương", "metal": "Huy chương"}
_GOES_ON = re.compile(r"(?:[,;]|và) $")
_HONOURED = re.compile(
    r"\s[^.;:“\"\n]{0,150}?(?<=\s)được\s(?:[^.;:,“\"\n]{2,60}?\s)?"
    r"(?:trao|tặng|công nhận|suy tôn|bình chọn|vinh danh|tuyên dương|biểu dương|tôn vinh)(?!\w)"
)
_OF_MOVEMENTS = ("Công nhân giỏi", "Giỏi việc nước, đảm việc nhà", "Người tốt việc tốt", "Gia đình tiêu biểu")
_MOVEMENT = re.compile(
    r"phong trào(?: thi đua)?:?\s?[“\"‘'”«]{0,2}(?P<title>"
    + alternatives(phrase for phrase, m in MEANINGS.items() if m.award and m.award.award in _OF_MOVEMENTS)
    + r")(?!\w)"
)
_CHOSEN = ("bình chọn ", "lựa chọn ", "chọn ", "suy tôn ", "bầu chọn ")
_OPENING = re.compile(r"\s?[“\"‘«]{1,2}")


def next_rank(key: str, hit: Hit, named: mentions.Mention | None, last: Element | None) -> Element | None:
    """A rank alone goes on from what was named before: ``Huân chương … hạng Nhì cho A, hạng Ba cho B``.

    So does a metal with its number: ``19 huy chương (9 vàng, 6 bạc, 4 đồng)``.
    """
    if named is None or not named.entry.award.startswith(_RANKED.get(hit.meaning.role or "", "?")):
        return None
    counted = last is not None and last.code == "N" and last.end + 1 == hit.start
    goes_on = counted or (
        hit.meaning.role == "rank" and _GOES_ON.search(key, max(0, hit.start - 6), hit.start)
    )
    return Element(hit.start, hit.end, "A", mention=named) if goes_on else None


def quoted(
    text: str, key: str, before: Element, last: Element | None, at: dict[int, Hit], limit: int
) -> Element | None:
    """A quoted title handed out: ``tôn vinh 20 “Cán bộ giỏi”``, ``được công nhận “Cơ quan văn hóa”``."""
    opening = _OPENING.match(key, before.end, limit) if before.code in "NGC" else None
    if opening is None or ((known := at.get(opening.end())) and known.meaning.award):
        return None
    found = mentions.quoted_title(text, key, opening.start(), limit)
    if found is None or not (_hands_out(key, before, last) or _is_honoured(key, before, found[1])):
        return None
    return Element(opening.start(), found[1], "A", mention=found[0])


def _is_honoured(key: str, before: Element, end: int) -> bool:
    """``12 “Công dân ưu tú” được vinh danh``."""
    return before.code == "N" and _HONOURED.match(key, end) is not None


def _hands_out(key: str, element: Element, last: Element | None) -> bool:
    """Whether a quoted name after an element is a title: other things are given too, such as houses."""
    if element.code == "N":
        if last is not None and last.code == "P":
            return key.endswith(_CHOSEN, 0, last.start)
        return last is not None and last.code in "GC" and _hands_out(key, last, None)
    return element.code == "C" or (element.code == "G" and key[element.start : element.end] in _RECOGNISES)


def movement_title(key: str, start: int, end: int) -> mentions.Mention | None:
    """The title that a movement is for, counted by level alone: ``phong trào “Hai giỏi”: 90 chị cấp tỉnh``.

    Args:
        key: the text, tone-folded.
        start: where the sentence begins.
        end: where it ends.
    """
    found = _MOVEMENT.search(key, start, end)
    meaning = MEANINGS.get(found["title"]) if found else None
    return mentions.Mention(ENTRIES[meaning.award.award]) if meaning and meaning.award else None
