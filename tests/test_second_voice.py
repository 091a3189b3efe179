"""underthesea's voice comes back with the text's own offsets."""

from __future__ import annotations

from itertools import pairwise

import pytest

from extract.language import second_voice
from extract.reading import Span


@pytest.mark.parametrize(
    "sentence",
    [
        "Ông Đặng Văn Hoà  đến thăm xưởng may Thuỷ Nguyên.",
        "Chị Lê Thị Thuý nói: “Tôi vui lắm” rồi cười!!!",
        "(*) 12.345 đồng/suất; 50% - \t xong",
    ],
)
def test_words_stand_where_they_say(sentence: str) -> None:
    text = f"Mở đầu. {sentence} Kết."
    span = Span(8, 8 + len(sentence))
    words = second_voice.words(text, span)
    assert words
    assert all(span.holds(word) and text[word.start : word.end].strip() for word in words)
    assert all(a.end <= b.start for a, b in pairwise(words))


def test_a_name_is_heard_as_a_person() -> None:
    text = "Trần Văn Khởi cho biết công ty đã vượt kế hoạch."
    assert [text[s.start : s.end] for s in second_voice.people(text, Span(0, len(text)))] == ["Trần Văn Khởi"]


@pytest.mark.parametrize("text", ["", "   ", "\n", "a" * 100_000])
def test_blank_or_endless_sentences_are_not_asked_about(text: str) -> None:
    assert second_voice.words(text, Span(0, len(text))) == []
