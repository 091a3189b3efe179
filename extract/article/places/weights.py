"""How much a place named says about whom an article is about, by what stands beside it."""

from __future__ import annotations

import re

from extract.article.places.contexts import ends_in, surnames
from extract.article.places.naming import PlaceMention
from extract.article.places.passage import WINDOW, Passage
from extract.article.places.units import fold

BODY, KIND, DISTRICT, COMMUNE, BARE, ADDRESS, ITEM, ORIGIN = 3.0, 2.0, 2.0, 1.5, 1.0, 0.6, 0.3, 0.2
_CAPITALISED = re.compile(r"(?:^|\W)([^\W\d_]+) ?$")


def of(text: Passage, index: int) -> tuple[float, str]:
    """Weight of a mention, 0 for no place, and by what: ``body named: …``, ``district: …``, ``named``."""
    mention = text.found[index]
    before = text.before(mention)
    if not mention.kind and _names_no_place(text.text, before, mention.start):
        return 0.0, ""
    if mention.level != "province":
        return _weight_below(mention, before), f"{mention.level}: {text.text[mention.start : mention.end]}"
    if mention.start in text.listed:
        return ITEM, "named"
    if ends_in("origin").search(before):
        return ORIGIN, "named"
    body = ends_in("body", r"[^.,;:()\n“”\"]{0,24}?").search(before)
    if body and not ends_in("hall", r"[^.,;:()\n]{0,30}?").search(before):
        start = mention.start - len(before) + body.start()
        return BODY, f"body named: {text.text[start : mention.end].strip()}"
    return _weight_of_bare(text, index, before), "named"


def _weight_below(mention: PlaceMention, before: str) -> float:
    """Weight of a district or commune."""
    if mention.level == "commune":
        return COMMUNE
    return DISTRICT if mention.kind or not before.strip() or ends_in("body").search(before) else BARE


def _weight_of_bare(text: Passage, index: int, before: str) -> float:
    if _is_address(text, index) or ends_in("place").search(before):
        return ADDRESS
    return KIND if text.found[index].kind else BARE


def _names_no_place(text: str, before: str, start: int) -> bool:
    """Whether the name is a person's, a street's, a paper's."""
    if ends_in("street", "press").search(before) or ends_in("honorific").search(before):
        return True
    word = _CAPITALISED.search(text[max(0, start - 12) : start])
    return bool(word and word[1][0].isupper() and fold(word[1]) in surnames())


def is_venue(text: Passage, index: int) -> bool:
    """Whether the place is only where something is held: ``tại Hà Nội``, ``tại khách sạn A, Huế``."""
    mention = text.found[index]
    if _is_address(text, index):
        return is_venue(text, index - 1)
    before = text.before(mention)
    return bool(ends_in("place").search(before) or ends_in("venue", r"[^.,;:()\n]{0,30}?").search(before))


def _is_address(text: Passage, index: int) -> bool:
    """Whether a smaller unit stands right before it: ``quận Cầu Giấy, Hà Nội``."""
    if not index or text.found[index - 1].level == "province":
        return False
    between = text.folded[text.found[index - 1].end : text.found[index].start]
    return text.found[index].level != "commune" and between.strip() in ("", ",", "-", "(", "của", ", thuộc")


def in_brackets(folded: str, start: int) -> bool:
    """Whether a bracket stands open at an offset."""
    window = folded[max(0, start - WINDOW) : start]
    return window.rfind("(") > window.rfind(")")
