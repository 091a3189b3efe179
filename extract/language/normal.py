"""One normal form of Vietnamese text, and keys that fold the two ways of writing tones together."""

from __future__ import annotations

import re
import unicodedata
from functools import cache

import data

_LOOKALIKES = str.maketrans({"Ð": "Đ", "ð": "đ", "\u00a0": " ", "\u2007": " ", "\u202f": " ", "\r": "\n"})
_INVISIBLE = re.compile("[\u200b-\u200f\u2060-\u2064\ufeff\u00ad\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff]")
_PLACEABLE = re.compile(r"(?<!q)(?:o[àáảãạèéẻẽẹ]|u[ỳýỷỹỵ])(?![^\W\d_])")


def normalise(text: str) -> str:
    """Text in NFC, without invisible characters, with Đ for its lookalike and one kind of blank and line end.

    Offsets of facts count in this form, so it is applied once, before anything is read.
    """
    text = unicodedata.normalize("NFC", text.replace("\r\n", "\n").translate(_LOOKALIKES))
    # Taking out an invisible character can bring two composable ones together.
    return unicodedata.normalize("NFC", _INVISIBLE.sub("", text)) if _INVISIBLE.search(text) else text


def lower(text: str) -> str:
    """Lower case, character for character, so that offsets hold; the few letters that would grow stay."""
    lowered = text.lower()
    if len(lowered) == len(text):
        return lowered
    return "".join(c if len(low := c.lower()) != 1 else low for c in text)


@cache
def _tone_places() -> dict[str, str]:
    """Tone on the second vowel to tone on the first: ``oà`` → ``òa``."""
    rows = data.table("language/tone_placement.csv")
    return {row["new"]: row["old"] for row in rows}


def _old_style(match: re.Match[str]) -> str:
    return _tone_places()[match[0]]


def tone_key(text: str) -> str:
    """Lower-case key in which ``hoà``, ``hòa`` and ``thuý``, ``thúy`` are one; the same length as ``text``.

    Only placement is folded, never the tone itself: Thuỷ and Thúy remain two names. Where a letter follows
    (``khoái``, ``hoàng``) or q precedes (``quý``), there is one way of writing, left alone.
    """
    return _PLACEABLE.sub(_old_style, lower(text))
