"""Normal form, tone keys and sentence boundaries, with offsets that hold on any text."""

from __future__ import annotations

import unicodedata
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extract.language.normal import lower, normalise, tone_key
from extract.language.sentences import paragraphs, sentences

MESSY = st.text(
    alphabet=st.one_of(
        st.characters(),
        st.sampled_from(list("aạăâđĐếộ .,;:“”‘’\"'()\n\t\u200b\ufeff\u0301\u0323\u031bTPhS0123456789İ")),
    )
)


def pieces(text: str) -> list[str]:
    return [text[span.start : span.end] for span in sentences(text)]


@pytest.mark.parametrize(
    ("text", "want"),
    [
        (
            "Lễ trao giải diễn ra tại TP. Huế. Có 30 người dự.",
            ["Lễ trao giải diễn ra tại TP. Huế.", "Có 30 người dự."],
        ),
        ("Th.S Lò Văn Pâng và PGS.TS. Tô Ngọc Hà dự.", ["Th.S Lò Văn Pâng và PGS.TS. Tô Ngọc Hà dự."]),
        ("ThS. Đỗ Thị Lan trình bày. TS. Hà nghe.", ["ThS. Đỗ Thị Lan trình bày.", "TS. Hà nghe."]),
        ("Máy dùng công nghệ 4.0 để đo. Kết quả tốt.", ["Máy dùng công nghệ 4.0 để đo.", "Kết quả tốt."]),
        ("Công đoàn đã trao quà.Bà Hoa cảm ơn.", ["Công đoàn đã trao quà.", "Bà Hoa cảm ơn."]),
        ("Ông nói: “Vui lắm.” Mọi người cười.", ["Ông nói: “Vui lắm.”", "Mọi người cười."]),
        ("Dòng đầu\nDòng sau", ["Dòng đầu", "Dòng sau"]),
    ],
)
def test_sentences(text: str, want: list[str]) -> None:
    assert pieces(text) == want


@given(MESSY)
def test_sentences_cover_all_ink_in_order(text: str) -> None:
    text = normalise(text)
    spans = sentences(text)
    assert all(a.end <= b.start for a, b in pairwise(spans))
    assert "".join("".join(pieces(text)).split()) == "".join(text.split())
    assert all("\n" not in piece for piece in pieces(text))


@given(MESSY)
def test_normal_form_is_nfc_and_stable(text: str) -> None:
    normal = normalise(text)
    assert unicodedata.is_normalized("NFC", normal)
    assert normalise(normal) == normal


@given(MESSY)
def test_keys_keep_offsets(text: str) -> None:
    assert len(lower(text)) == len(text)
    assert len(tone_key(text)) == len(text)


def test_tone_key_folds_placement_only() -> None:
    assert tone_key("Thanh Hoá") == tone_key("Thanh Hóa")
    assert tone_key("Thuỷ") == tone_key("Thủy")
    assert tone_key("Thuỷ") != tone_key("Thúy")
    assert tone_key("Quý Hoàng") == "quý hoàng"


def test_decomposed_and_lookalike_letters_become_one() -> None:
    assert normalise("Ðoa\u0300n vie\u0302n\u200b") == "Đoàn viên"


def test_paragraphs_skip_blank_lines() -> None:
    assert [(p.start, p.end) for p in paragraphs("Một\n \nHai")] == [(0, 3), (6, 9)]
