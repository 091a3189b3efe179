"""What stands between two elements of a sentence: punctuation, ``và``, and runs of other words."""

from __future__ import annotations

import re
from collections.abc import Iterator

from extract.facts.awards.elements import Element

_TOKEN = re.compile(r"[;:,()…]|\.{2,}|\s[-–—]\s|\.(?=\s|$)|^\s*[-–•*+]|[^;:,()\s]+")
_SILENT = " “”\"'‘’«»*\t\xa0"
_MARKS = {"–": "-", "—": "-", "•": "-", "*": "-", "+": "-", "…": ";", "&": ","}


def gap(key: str, stretches: list[tuple[int, int]]) -> Iterator[Element]:
    """What stands between two elements: punctuation, and runs of other words as one ``_``."""
    tokens = [m for start, end in stretches for m in _TOKEN.finditer(key, start, end) if m[0].strip(_SILENT)]
    words: Element | None = None
    for index, token in enumerate(tokens):
        code = _mark(token[0].strip(), index in (0, len(tokens) - 1))
        if code:
            if words:
                yield words
            words = None
            yield Element(token.start(), token.end(), code)
        else:
            words = Element(words.start if words else token.start(), token.end(), "_")
    if words:
        yield words


def _mark(token: str, at_edge: bool) -> str | None:
    """The code of a punctuation mark, or of ``và`` next to an element; None for a word."""
    if at_edge and token in {"và", "cùng", "với"}:
        return ","
    if token.startswith("."):
        return ";"
    code = _MARKS.get(token, token)
    return code if len(code) == 1 and code in ";:,()-" else None
