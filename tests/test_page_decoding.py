"""Bytes to text: every encoding Vietnamese pages come in, and what is no text at all."""

from __future__ import annotations

import unicodedata
from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st
from viparse.normalize.encodings import get_charmap

from extract.page.content import UnreadablePage
from extract.page.decoding import decode

TEXT = (
    "Thợ điện Lâm Hồng Phước nghĩ ra cách thử cầu chì mới\n\nTrong ca trực đêm, anh Phước và các đồng nghiệp "
    "của tổ điện đã thử thành công chiếc hộp thử cầu chì. Sáng kiến được hội đồng của nhà máy đánh giá cao."
)


def legacy(name: str) -> str:
    """The text in the letters of an encoding from before Unicode."""
    charmap = get_charmap(name)
    assert charmap is not None
    letters: dict[str, str] = {}
    for before, after in charmap.pairs:
        letters.setdefault(unicodedata.normalize("NFC", after), before)
    return "".join(letters.get(char, char) for char in TEXT)


def windows_1258() -> bytes:
    """Windows writes a tone after its vowel."""
    out = b""
    for char in TEXT:
        first, *marks = unicodedata.normalize("NFD", char)
        base = unicodedata.normalize("NFC", first + "".join(m for m in marks if m in "\u0302\u0306\u031b"))
        out += (base + "".join(m for m in marks if m in "\u0300\u0301\u0303\u0309\u0323")).encode("cp1258")
    return out


ENCODED = {
    "UTF-8": TEXT.encode(),
    "UTF-8 with BOM": TEXT.encode("utf-8-sig"),
    "UTF-8, decomposed": unicodedata.normalize("NFD", TEXT).encode(),
    "UTF-16 with BOM": TEXT.encode("utf-16"),
    "UTF-16 without": TEXT.encode("utf-16-le"),
    "UTF-8 under a wrong declaration": b"<meta charset='iso-8859-1'>" + TEXT.encode(),
    "windows-1258": windows_1258(),
    "TCVN3": legacy("tcvn3").encode("latin-1"),
    "TCVN3 letters in UTF-8": legacy("tcvn3").encode(),
    "VNI": legacy("vni").encode("cp1252"),
    "VISCII": legacy("viscii").encode("latin-1"),
    "UTF-8 misread as Latin-1": TEXT.encode().decode("latin-1").encode(),
}


@pytest.mark.parametrize("raw", ENCODED.values(), ids=ENCODED)
def test_reads_every_encoding(raw: bytes) -> None:
    assert unicodedata.normalize("NFC", decode(raw)).endswith(TEXT)


@pytest.mark.parametrize(
    "text",
    ["Déjà vu: l'élève était à Genève, très fière.", "Straße, Füße, größer: schöne Grüße.", "plain words"],
)
def test_leaves_other_languages_alone(text: str) -> None:
    assert decode(text.encode()) == text
    assert decode(text.encode("cp1252")) == text


def test_a_page_cut_off_in_a_letter_keeps_the_rest() -> None:
    assert decode(TEXT.encode()[:-1] + "ơ".encode()[:1]) == TEXT[:-1]


@pytest.mark.parametrize(
    ("raw", "reason"),
    [(b" \n", "empty"), (b"%PDF-1.7 ...", "PDF"), (b"\x89PNG\r\n", "PNG"), (bytes(range(256)) * 9, "binary")],
)
def test_refuses_what_is_no_page(raw: bytes, reason: str) -> None:
    with pytest.raises(UnreadablePage, match=reason):
        decode(raw)


@given(st.binary(max_size=300))
def test_any_bytes_give_text_or_a_reason(raw: bytes) -> None:
    with suppress(UnreadablePage):
        assert isinstance(decode(raw), str)
