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
_PAPER_BEFORE = re.compile(
    rf"(?P<made>(?<!\w)(?:{context('makes_a_paper')})\s(?:các\s|\d+\s)?)?"
    r"(?:hồ sơ|văn bản|công văn|tờ trình|danh sách|tờ)\s$"
)
_PAPER_ENDS = re.compile(r"\s?[,.;:)]|\s(?:của|từ|do|và|này|đã|được|đề nghị)\s|\s?$")
_FIELD = ("khen thưởng", "khen")
_FIELD_BEFORE = re.compile(rf"(?<!\w)(?:{context('field_before')})\s?$")
_AS_NOUN_BEFORE = re.compile(rf"\s(?:{context('verb_as_noun_before')})(?!\w)")


def _is_decided(key: str, hit: Hit) -> bool:
    """``công bố quyết định khen thưởng của LĐLĐ tỉnh cho 8 tập thể``."""
    return key.endswith("quyết định ", 0, hit.start) and key.startswith(" của ", hit.end)


def _is_request(key: str, hit: Hit) -> bool | None:
    """Whether ``đề nghị`` after a paper asks for something; None where no paper stands before it.

    It does in ``lập hồ sơ đề nghị tặng``, and names the paper alone in ``xét 50 hồ sơ đề nghị, …``.
    """
    paper = _PAPER_BEFORE.search(key, max(0, hit.start - 40), hit.start)
    return None if paper is None else bool(paper["made"]) or not _PAPER_ENDS.match(key, hit.end)


def _is_field(key: str, hit: Hit) -> bool:
    """``công tác thi đua, khen thưởng``; but ``sơ kết phong trào thi đua và biểu dương 20 công nhân``."""
    named = key[hit.start : hit.end] in _FIELD
    return named and bool(_FIELD_BEFORE.search(key, max(0, hit.start - 14), hit.start))


def _is_noun(key: str, hit: Hit) -> bool:
    """Whether a verb's words are a noun where they stand."""
    role = hit.meaning.role or ""
    if role == "propose" and (request := _is_request(key, hit)) is not None:
        return not request
    as_noun = _AS_NOUN.get(role)
    if as_noun is None or _is_decided(key, hit):
        return False
    return bool(
        as_noun.search(key, max(0, hit.start - 14), hit.start) or _AS_NOUN_BEFORE.match(key, hit.end)
    ) or _is_field(key, hit)


def verb(key: str, hit: Hit) -> Element | None:
    """The element of a verb, or a light word; None where the phrase is a noun there."""
    role = hit.meaning.role
    if role == "light":
        return Element(hit.start, hit.end, LIGHT)
    if role not in CODES or _is_noun(key, hit):
        return None
    return Element(hit.start, hit.end, CODES[role])
