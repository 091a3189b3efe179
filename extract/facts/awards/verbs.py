"""Verbs of giving, asking and commending, told from the nouns that are written alike."""

from __future__ import annotations

import re

from extract.facts.awards.elements import Element
from extract.facts.awards.lexicon import Hit, context

CODES = {
    "passive": "P", "grant": "G", "receive": "V", "register": "D", "propose": "Q", "goal": "O",
    "commend": "C", "to": "F", "wherein": "T", "attend": "I", "exemplary": "E",
}  # fmt: skip
LIGHT = "·"
"""Code of words that leave no trace in the row."""
_AS_NOUN = {
    "commend": re.compile(rf"(?<!\w)(?:{context('commend_as_noun_after')})\s?$"),
    "propose": re.compile(rf"(?<!\w)(?:{context('ask_as_noun_after')})\s$"),
    "goal": re.compile(rf"(?<!\w)(?:{context('ask_as_noun_after')})\s$"),
}
_FIELD = ("khen thưởng", "khen")
_FIELD_BEFORE = re.compile(rf"(?<!\w)(?:{context('field_before')})\s?$")
_AS_NOUN_BEFORE = re.compile(rf"\s(?:{context('verb_as_noun_before')})(?!\w)")


def _is_decided(key: str, hit: Hit) -> bool:
    """``công bố quyết định khen thưởng của LĐLĐ tỉnh cho 8 tập thể``."""
    return key.endswith("quyết định ", 0, hit.start) and key.startswith(" của ", hit.end)


def _is_field(key: str, hit: Hit) -> bool:
    """``công tác thi đua, khen thưởng``; but ``sơ kết phong trào thi đua và biểu dương 20 công nhân``."""
    named = key[hit.start : hit.end] in _FIELD
    return named and bool(_FIELD_BEFORE.search(key, max(0, hit.start - 14), hit.start))


def verb(key: str, hit: Hit) -> Element | None:
    """The element of a verb, or a light word; None where the phrase is a noun there."""
    role = hit.meaning.role
    if role == "light":
        return Element(hit.start, hit.end, LIGHT)
    as_noun = _AS_NOUN.get(role or "")
    if (
        as_noun
        and not _is_decided(key, hit)
        and (as_noun.search(key, max(0, hit.start - 14), hit.start) or _AS_NOUN_BEFORE.match(key, hit.end))
    ):
        return None
    if _is_field(key, hit):
        return None
    return Element(hit.start, hit.end, CODES[role]) if role in CODES else None
