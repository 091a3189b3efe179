"""Bytes to text: Unicode, windows-1258, and the Vietnamese encodings from before Unicode.

A legacy encoding is applied only where it is recognised, that is where the result holds the commonest
Vietnamese syllables and the text as it stood did not. Forcing TCVN3 on good text ruins it.
"""

from __future__ import annotations

import codecs
import re
import unicodedata
from collections.abc import Iterator
from functools import cache

from viparse.normalize.encodings import get_charmap
from viparse.normalize.tables import convert

import data
from extract.page.content import UnreadablePage

_BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_BINARY = {
    b"%PDF": "a PDF",
    b"\x89PNG": "a PNG image",
    b"\xff\xd8\xff": "a JPEG image",
    b"GIF8": "a GIF image",
    b"RIFF": "a sound, film or WebP image",
    b"PK\x03\x04": "a ZIP archive or an Office document",
    b"\x1f\x8b": "gzip data",
    b"\xd0\xcf\x11\xe0": "an old Office document",
    b"{\\rtf": "an RTF document",
}
_LEGACY = ("tcvn3", "vni", "viscii")
_DECLARED = re.compile(rb"""charset\s*=\s*["']?\s*([\w.:-]{2,40})""", re.IGNORECASE)
_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1a\x1c-\x1f\x7f]")
_TAG = re.compile(r"<[^<>]{0,500}>")
_SYLLABLE = re.compile(r"[^\W\d_]+")
_ONLY_UNICODE = re.compile("[ơưăđ\u0309\u0323ạ-ỹ]")
"""Letters that no encoding before Unicode writes so: text with enough of them is as it should be."""
_SAMPLE = 20_000


def decode(raw: bytes) -> str:
    """Text of a page saved in any encoding that Vietnamese pages have been saved in.

    Raises:
        UnreadablePage: the bytes are empty, binary, or in no encoding that reads as text.
    """
    if not raw.strip():
        raise UnreadablePage("the page is empty: fetch or save it again")
    for magic, kind in _BINARY.items():
        if raw.startswith(magic):
            raise UnreadablePage(f"the bytes are {kind}, not a page: save the article as HTML or text")
    text = _unicode(raw)
    text = _one_byte(raw) if text is None else _recognised(text)
    if len(_CONTROL.findall(text[:_SAMPLE])) > 0.02 * len(text[:_SAMPLE]):
        raise UnreadablePage("the bytes are binary, not a page: save the article as HTML or text")
    return text


def _unicode(raw: bytes) -> str | None:
    """The text if the bytes are UTF-8, -16 or -32, whatever any header or meta element claims."""
    for bom, encoding in _BOMS:
        if raw.startswith(bom):
            return raw[len(bom) :].decode(encoding, "replace")
    if wide := _utf16_without_bom(raw):
        return raw.decode(wide, "replace")
    try:
        return raw.decode("utf-8")
    except UnicodeDecodeError:
        return _damaged_utf8(raw)


def _utf16_without_bom(raw: bytes) -> str | None:
    """UTF-16 shows by the many NULs at every other place: blanks, digits and markup are ASCII."""
    sample = raw[:4000]
    even, odd = sample[0::2].count(0), sample[1::2].count(0)
    if max(even, odd) < 0.15 * len(sample) or min(even, odd) > 0.02 * len(sample):
        return None
    return "utf-16-be" if even > odd else "utf-16-le"


def _damaged_utf8(raw: bytes) -> str | None:
    """UTF-8 in which a few bytes were lost, as when a page is cut off in the middle of a letter."""
    text = raw.decode("utf-8", "replace")
    good = sum(1 for char in text[:_SAMPLE] if ord(char) > 0x7F and char != "\ufffd")
    bad = text[:_SAMPLE].count("\ufffd")
    return text.replace("\ufffd", "") if good > 10 * bad or bad <= 3 < good else None


def _one_byte(raw: bytes) -> str:
    """The reading most like Vietnamese: declared, windows-1258, or one from before Unicode."""
    declared = _DECLARED.search(raw[:4000])
    names = [declared[1].decode("ascii").lower()] if declared else []
    readings = [text for name in [*names, "cp1258", "cp1252"] if (text := _as(raw, name)) is not None]
    readings.append(raw.decode("latin-1"))
    return max(map(_recognised, readings), key=lambda text: _familiarity(_sample(text)))


def _as(raw: bytes, encoding: str) -> str | None:
    try:
        if not codecs.lookup(encoding)._is_text_encoding:
            return None
        return unicodedata.normalize("NFC", raw.decode(encoding, "replace"))
    except (LookupError, ValueError):
        return None


def _recognised(text: str) -> str:
    """The text, converted if it is recognised as legacy letters or as UTF-8 misread as windows-1252."""
    sample = _sample(text)
    if sample.isascii() or len(_ONLY_UNICODE.findall(sample)) > len(sample) // 50:
        return text
    converted = {name: _familiarity(after) for name, after in _conversions(sample)}
    best = max(converted, key=lambda name: converted[name], default=None)
    if best is None or converted[best] < max(0.12, 1.3 * _familiarity(sample)):
        return text
    return next((after for name, after in _conversions(text, best)), text)


def _conversions(text: str, only: str | None = None) -> Iterator[tuple[str, str]]:
    """What each conversion makes of the text, by its name."""
    for name in _LEGACY:
        charmap = get_charmap(name)
        if charmap is not None and only in (None, name):
            yield name, convert(text, charmap)
    if only in (None, "mojibake") and (mended := _mended(text)):
        yield "mojibake", mended


def _mended(text: str) -> str | None:
    """UTF-8 that someone read as windows-1252 or Latin-1 and wrote out again, put right."""
    raw = bytearray()
    for char in text:
        try:
            raw += char.encode("cp1252")
        except UnicodeEncodeError:
            raw += char.encode("latin-1", "replace") if ord(char) < 0x100 else char.encode()
    mended = raw.decode("utf-8", "replace")
    return mended if mended.count("\ufffd") <= len(mended) // 50 else None


def _sample(text: str) -> str:
    """The first words of a page, without markup and scripts."""
    text = text[: 10 * _SAMPLE]
    for name in ("script", "style"):
        before, *rest = text.split(f"<{name}")
        text = before + "".join(piece.partition(f"</{name}>")[2] for piece in rest)
    return _TAG.sub(" ", text)[:_SAMPLE]


@cache
def _common() -> frozenset[str]:
    return frozenset(data.lines("page/common_syllables.txt"))


def _familiarity(text: str) -> float:
    """Share of the words that are among the commonest Vietnamese syllables, 0 to 1."""
    words = _SYLLABLE.findall(unicodedata.normalize("NFC", text).lower())
    return sum(word in _common() for word in words) / len(words) if words else 0.0
