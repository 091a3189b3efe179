"""Sentence and paragraph boundaries as offsets: underthesea's voice, aligned back and mended.

underthesea returns strings, not places, and misjudges three things common in this genre: a full stop in a
title (``ThS. Nguyễn``), a full stop without a blank after it (``làm.Ông``), and a closing quotation mark
that it carries to the next sentence.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from underthesea.pipeline.sent_tokenize import sent_tokenize

import data
from extract.reading import Span

_DOTTED = frozenset(data.lines("language/dotted.txt"))
_LAST_WORD = re.compile(r"([^\s.(]*(?:\.[^\s.(]+)*)\.\s*$")
_GLUED = re.compile(r"(?<=[^\W\d_A-ZĐ][.!?…])(?=[A-ZÀ-ÝĂĐĨŨƠƯẠ-Ỹ][^\W\d_]*[ ,])")
_CLOSING = re.compile(r"[”’\"')\]»]+(?=\s|$)")
_LINE = re.compile(r"[^\n]+")
_INK = re.compile(r"\S")


def paragraphs(text: str) -> list[Span]:
    """The lines of a text that hold anything but blanks."""
    return [Span(m.start(), m.end()) for m in _LINE.finditer(text) if _INK.search(m[0])]


def sentences(text: str) -> list[Span]:
    """Sentences in order, without the blanks between them; none runs over a line end."""
    found: list[Span] = []
    for line in paragraphs(text):
        found += _mend(text, list(_aligned(text, line)))
    return found


def _aligned(text: str, line: Span) -> Iterator[Span]:
    """What underthesea returns for a line, found again in the text."""
    position = line.start
    for piece in sent_tokenize(text[line.start : line.end]):
        start = text.find(piece, position, line.end)
        if start < 0 or not piece:
            continue
        position = start + len(piece)
        yield Span(start, position)


def _mend(text: str, spans: list[Span]) -> list[Span]:
    mended: list[Span] = []
    for span in spans:
        if mended and _ends_in_short_form(text, mended[-1]):
            span = Span(mended.pop().start, span.end)
        elif mended and (mark := _CLOSING.match(text, span.start, span.end)):
            mended[-1] = Span(mended[-1].start, mark.end())
            span = Span(_ink_after(text, mark.end(), span.end), span.end)
        mended += _unglued(text, span)
    return [span for span in mended if span.start < span.end]


def _ends_in_short_form(text: str, span: Span) -> bool:
    last = _LAST_WORD.search(text, max(span.start, span.end - 12), span.end)
    return last is not None and (last[1] in _DOTTED or last[1].rpartition(".")[2] in _DOTTED)


def _unglued(text: str, span: Span) -> Iterator[Span]:
    """Splits where a full stop lacks its blank: ``đã làm.Ông nói``."""
    start = span.start
    for cut in _GLUED.finditer(text, span.start, span.end):
        if not _ends_in_short_form(text, Span(start, cut.start())):
            yield Span(start, cut.start())
            start = cut.start()
    if start < span.end:
        yield Span(start, span.end)


def _ink_after(text: str, start: int, end: int) -> int:
    ink = _INK.search(text, start, end)
    return ink.start() if ink else end
