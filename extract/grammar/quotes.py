"""Quoted stretches as newspapers print them: “…”, "…", ‘‘…”, ”…”, “…", «…», and with one mark missing.

The shape of a mark says little, so its surroundings decide first: a mark after a blank and before a letter
opens, one after a letter and before a blank or a comma closes, whichever way it curls. Only where they do not
tell does the shape count, and for a straight mark whether a quote is open. Quotes may nest; none runs over a
line end.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice
from typing import Literal

from extract.reading import Quote, Reading, Span

MISSING_MARK_LIMIT = 250
"""How far, in characters, a quote without a closing mark may reach."""

_MARK = re.compile(r"''|‘‘|’’|``|[\"“”„‟«»‘’'＂]")
_SHAPE: dict[str, Role] = dict.fromkeys(("“", "„", "«", "‘‘", "‘", "``"), "open")
_SHAPE |= dict.fromkeys(("”", "»", "’’", "’"), "close")
_SINGLE = frozenset("‘’'")
_OPENS_AFTER = frozenset(" \t([{:“‘«„/–—")
_CLOSES_BEFORE = frozenset(" \t.,;:!?…)]}”’»/")
_STOPS = frozenset(".,;:!?…)")
_SPEECH_BEFORE = re.compile(r"(?:[:.!?…–-]|^)\s*\Z", re.MULTILINE)
_LIST_BREAK = re.compile(
    r"\s*[;,]\s*(?:(?:và|cùng|với|các|phong trào|cuộc vận động|chương trình|thi đua)\s+)*\Z"
)
_AND_BREAK = re.compile(
    r"\s+(?:và|cùng|cùng với)\s+(?:(?:các|những|phong trào|cuộc vận động|chương trình|thi đua|sáng kiến"
    r"|giải pháp|đề tài|công trình|mô hình)\s+)*\Z"
)
_END_OF_OPEN = re.compile(r"\s*(?:[;”’»\"]|[.!?…]+(?=\s|[A-ZĐ]|\Z)|\Z)")

Role = Literal["open", "close"]


@dataclass(slots=True)
class _Open:
    """An opening mark that waits for its closing one."""

    start: int
    end: int
    single: bool
    looked_at: bool = False


def find(reading: Reading) -> list[Quote]:
    """All quotes of a text in order of place; a quote inside another follows it."""
    found: list[Quote] = []
    if _MARK.search(reading.text):
        for paragraph in reading.paragraphs:
            found += _in_paragraph(reading.text, paragraph)
    return sorted(found, key=lambda quote: (quote.start, -quote.end))


def _in_paragraph(text: str, paragraph: Span) -> Iterator[Quote]:
    """Quotes of one paragraph: a stack of open marks, each closed by the first mark that closes."""
    waiting: list[_Open] = []
    for mark in _MARK.finditer(text, paragraph.start, paragraph.end):
        if _is_apostrophe(text, mark):
            continue
        single = mark[0] in _SINGLE
        if _role(text, mark, paragraph, bool(waiting)) == "close":
            yield from _close(text, waiting, mark, single)
        else:
            yield from _interrupted(text, waiting, mark.start(), paragraph)
            waiting.append(_Open(mark.start(), mark.end(), single))
    for left in waiting:
        yield from _unclosed(text, left, paragraph.end)


def _is_apostrophe(text: str, mark: re.Match[str]) -> bool:
    """Whether the mark stands inside a word: H'Hen, K’Brôi."""
    before, after = text[mark.start() - 1 : mark.start()], text[mark.end() : mark.end() + 1]
    return mark[0] in _SINGLE and before.isalpha() and after.isalpha()


def _role(text: str, mark: re.Match[str], paragraph: Span, any_open: bool) -> Role:
    """Whether a mark opens or closes: by what stands around it, else by its shape, else by what is open."""
    before = text[mark.start() - 1] if mark.start() > paragraph.start else " "
    after = text[mark.end()] if mark.end() < paragraph.end else " "
    could_open, could_close = before in _OPENS_AFTER, after in _CLOSES_BEFORE
    if could_open != could_close:
        return "open" if could_open else "close"
    if could_open and any_open and text[mark.end() : mark.end() + 2].strip()[:1] in _STOPS:
        return "close"  # a mark between blanks, before a comma
    if not (could_open or any_open or before.isalnum()) and after.isalnum():
        return "open"  # glued to the comma before it
    return _SHAPE.get(mark[0], "close" if any_open else "open")


def _close(text: str, waiting: list[_Open], mark: re.Match[str], single: bool) -> Iterator[Quote]:
    """Closes the innermost open quote that this mark can close, and gives up those inside it."""
    for depth in range(len(waiting) - 1, max(len(waiting) - 4, -1), -1):
        # A double mark may close a single one (‘A”), never the other way round: that is an apostrophe.
        if waiting[depth].single or not single:
            if waiting[depth].single and not single and any(not other.single for other in waiting[:depth]):
                continue
            opened = waiting[depth]
            del waiting[depth:]
            inner = _trimmed(text, opened.end, mark.start())
            if inner.start < inner.end:
                yield Quote(opened.start, mark.end(), inner)
            return


def _interrupted(text: str, waiting: list[_Open], position: int, paragraph: Span) -> Iterator[Quote]:
    """Where a quote opens inside another: ends the outer one if it is a list item without its closing mark.

    Speech is left open, for it may hold quotes of its own.
    """
    if not waiting or waiting[-1].looked_at or waiting[-1].single:
        return
    outer = waiting[-1]
    outer.looked_at = True
    gap = text[outer.end : min(position, outer.end + MISSING_MARK_LIMIT)]
    if not gap.strip():
        waiting.pop()
    elif position - outer.end < MISSING_MARK_LIMIT and _lacks_closing_mark(text, outer, gap, paragraph):
        waiting.pop()
        separator = (_AND_BREAK if _AND_BREAK.search(gap) else _LIST_BREAK).search(text, outer.end, position)
        yield from _unclosed(text, outer, separator.start() if separator else position)


def _lacks_closing_mark(text: str, outer: _Open, gap: str, paragraph: Span) -> bool:
    if _SPEECH_BEFORE.search(text[max(0, outer.start - 3) : outer.start]) and len(gap) > 100:
        return False
    if _LIST_BREAK.search(gap) or ";" in gap:
        return True
    return bool(_AND_BREAK.search(gap)) and not _closes_twice(text, outer.end + len(gap), paragraph)


def _closes_twice(text: str, position: int, paragraph: Span) -> bool:
    """Whether the quote that opens at a position is closed, and one around it: “… “…” …”."""
    marks = islice(_MARK.finditer(text, position, paragraph.end), 1, 3)
    return [_role(text, mark, paragraph, True) for mark in marks] == ["close", "close"]


def _unclosed(text: str, opened: _Open, limit: int) -> Iterator[Quote]:
    """A quote without its closing mark: up to a semicolon, the end of the sentence or of the line."""
    if opened.single:
        return
    end = _END_OF_OPEN.search(text, opened.end, min(limit, opened.end + MISSING_MARK_LIMIT))
    if end and end.start() - opened.end < MISSING_MARK_LIMIT:
        inner = _trimmed(text, opened.end, end.start())
        if inner.start < inner.end:
            yield Quote(opened.start, inner.end, inner, closed=False)


def _trimmed(text: str, start: int, end: int) -> Span:
    """The stretch without blanks and without the commas some papers put inside the marks."""
    while start < end and text[start].isspace():
        start += 1
    while start < end and (text[end - 1].isspace() or text[end - 1] in ",;"):
        end -= 1
    return Span(start, end)
