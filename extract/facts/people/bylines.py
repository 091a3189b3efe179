"""Full names that stand bare and are no people of the article: bylines, streets, wards."""

from __future__ import annotations

import re

from extract.facts.people import lexicon
from extract.facts.people.names import Candidate
from extract.facts.people.passage import Passage

_INITIALS = re.compile(r"(?<!\w)\w{1,2}\.\Z")
_AGENCY = re.compile(
    r"\s*(?:[/-]\s*)?\(?"
    r"(?:(?:ttxvn|vov|vgp|theo báo|theo ttxvn)\b|(?:tổng hợp|thực hiện|ghi)[\s.)]*(?:\n|\Z))"
)
_NAME = rf"[{lexicon.UPPER}]\w*(?: [{lexicon.UPPER}]\w*){{1,3}}"
_NAMES_ONLY = re.compile(rf"\(?{_NAME}(?:(?: ?[-–&,/] ?| và ){_NAME})+[).]?")
_NUMBER_BEFORE = re.compile(r"\d\w*,? \Z|(?<!\w)số \Z")
_AREA_AFTER = re.compile(
    r",? \(?(?:(?:quận|phường|p\.|q\.|tp\.?|huyện|thị xã|xã|thị trấn)(?!\w)|[pq]\. ?\d)|&"
)


def is_byline(passage: Passage, name: Candidate) -> bool:
    """A name alone at the end of a line, or with an agency or initials, or in capitals."""
    text = passage.text
    if _AGENCY.match(passage.key, name.end) or _INITIALS.search(text, max(0, name.start - 5), name.start):
        return True
    if text[name.start : name.end].isupper() or _is_line_of_names(text, name):
        return True
    ends_line = text[name.end : name.end + 3].strip(" .)")[:1] in ("", "\n")
    before = text[max(0, name.start - 3) : name.start].rstrip(" -–(")
    return ends_line and (not before or before[-1] in '\n.!?”":;…)')


def _is_line_of_names(text: str, name: Candidate) -> bool:
    """``Võ Bình - Mai Thảo`` alone on a line: those who wrote it."""
    start = text.rfind("\n", 0, name.start) + 1
    close = text.find("\n", name.end)
    return _NAMES_ONLY.fullmatch(text, start, close if close >= 0 else len(text)) is not None


def is_address(passage: Passage, name: Candidate) -> bool:
    """A street, ward or commune named after somebody: ``46 Nguyễn Công Trứ``; a province: ``Hà Nội Cuối``."""
    if passage.key[name.start : name.end].rpartition(" ")[0] in lexicon.PROVINCES:
        return True  # and a sentence that begins without a full stop before it
    if _NUMBER_BEFORE.search(passage.key, max(0, name.start - 8), name.start):
        return True
    if passage.key[name.start : name.end] in lexicon.COMMUNES:
        return True
    return _AREA_AFTER.match(passage.key, name.end) is not None
