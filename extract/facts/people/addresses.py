"""How people are addressed: honorifics and titles before a name, not the words that look like them."""

from __future__ import annotations

import re

from extract.facts.people import lexicon
from extract.facts.people.mentions import Mention
from extract.facts.people.names import Candidate
from extract.facts.people.passage import Passage
from extract.reading import Span

_WINDOW = 32
_OPENING = "“\"‘'(-–•*+"
_GLUED = re.compile(r"(?<=\w)[,;:.“\"(](?=\w)")
_TITLE_MARKS = frozenset(("", ".", ",", "-", "–", ".,"))
_HONORIFIC_MARKS = frozenset(("", ":"))


def words_before(passage: Passage, start: int, floor: int = 0) -> list[str]:
    """The last five to one words of the line before a place, joined by single blanks."""
    window = passage.key[max(floor, start - _WINDOW) : start]
    words = window.rpartition("\n")[2].rstrip(" .:,-–(").split()
    if start - _WINDOW > floor and len(words) > 1 and "\n" not in window:
        words = words[1:]  # the first may be cut
    return [" ".join(words[-count:]) for count in (5, 4, 3, 2, 1) if len(words) >= count]


def mention(passage: Passage, name: Candidate, floor: int) -> Mention:
    """A candidate with the honorifics and titles before it: ``đồng chí Thiếu tướng X``.

    Args:
        floor: offset before which nothing is read: the end of the name before.
    """
    found = Mention(name, name.start, name.end)
    while address := _address(passage, found.start, floor):
        span, honorific = address
        found.start = span.start
        found.honorific |= honorific
        if not honorific:
            found.title = found.title or span
    return found


def _address(passage: Passage, start: int, floor: int) -> tuple[Span, bool] | None:
    """The honorific (True) or title (False) right before a place."""
    for words in words_before(passage, start, floor):
        bare = words.lstrip(_OPENING)
        if " " not in bare and bare not in lexicon.TITLES:
            bare = _GLUED.split(bare)[-1]
        if bare in lexicon.NOT_HONORIFICS:
            return None
        honorific = bare in lexicon.HONORIFICS
        if honorific or bare in lexicon.TITLES:
            at = passage.key.rfind(bare, floor, start)
            between = passage.text[at + len(bare) : start].strip()
            if at >= 0 and between in (_HONORIFIC_MARKS if honorific else _TITLE_MARKS):
                return Span(at, at + len(bare)), honorific
    return None
