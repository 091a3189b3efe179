"""Quotation marks pair as a reader pairs them, whatever their shape."""

from __future__ import annotations

from functools import partial

import pytest

from extract import pipeline
from extract.grammar import quotes
from extract.language import normal, sentences
from extract.reading import Reading
from tests.work import calls


def quoted(text: str) -> list[str]:
    reading = Reading(text, normal.lower(text), paragraphs=sentences.paragraphs(text))
    return [text[quote.inner.start : quote.inner.end] for quote in quotes.find(reading)]


PAIRS = [
    ("phong trào “Ba nhất” và", ["Ba nhất"]),
    ('phong trào "Ba nhất" và', ["Ba nhất"]),
    ('phong trào “Ba nhất" và', ["Ba nhất"]),
    ('phong trào "Ba nhất” và', ["Ba nhất"]),
    ("phong trào ”Ba nhất” và", ["Ba nhất"]),
    ("phong trào ”Ba nhất“, và", ["Ba nhất"]),
    ("phong trào “Ba nhất“.", ["Ba nhất"]),
    ("phong trào ‘‘Ba nhất” và", ["Ba nhất"]),
    ("phong trào ''Ba nhất'' và", ["Ba nhất"]),
    ("phong trào ‘‘Ba nhất’’ và", ["Ba nhất"]),
    ("phong trào «Ba nhất» và", ["Ba nhất"]),
    ("phong trào ‘Ba nhất’ và", ["Ba nhất"]),
    ("phong trào 'Ba nhất' và", ["Ba nhất"]),
    ("phong trào “ Ba nhất ” và", ["Ba nhất"]),
    ('phong trào " Ba nhất " và', ["Ba nhất"]),
    ("phong trào “Ba nhất,” và", ["Ba nhất"]),
    ("như:“Ba nhất”,“Hai tốt”", ["Ba nhất", "Hai tốt"]),
    ("“Ba nhất”;”Hai tốt”", ["Ba nhất", "Hai tốt"]),
    ("của thợ ca ba”” đã", []),
    ("các phong trào “Ba nhất, “Hai tốt”, “Một mới”", ["Ba nhất", "Hai tốt", "Một mới"]),
    ("phong trào “Ba nhất ; cuộc vận động “Hai tốt” và “Một mới””.", ["Ba nhất", "Hai tốt", "Một mới"]),
    ("sáng kiến “Ba nhất và “Hai tốt” của chị", ["Ba nhất", "Hai tốt"]),
    ('sáng kiến "Ba nhất và giải pháp "Hai tốt" của chị', ["Ba nhất", "Hai tốt"]),
    ("phong trào “Ba nhất và cuộc vận động “Hai tốt“ cũng", ["Ba nhất", "Hai tốt"]),
    ("Ông kể: “Tôi lo “Ba nhất” và “Hai tốt””.", ["Tôi lo “Ba nhất” và “Hai tốt”", "Ba nhất", "Hai tốt"]),
    ("Bà kể: “Tôi lo việc nhà và “Hai tốt””.", ["Tôi lo việc nhà và “Hai tốt”", "Hai tốt"]),
    ("gắn biển “Công trình mừng Đảng. Dịp này", ["Công trình mừng Đảng"]),
    ("phong trào “Ba nhất\nHai tốt” là", ["Ba nhất"]),
    ("Chị H'Liên và anh K’Tới ở buôn Ako D'Hong", []),
    ("Ông nói: “Tôi nhớ đợt “Ba nhất” lắm”, rồi cười.", ["Tôi nhớ đợt “Ba nhất” lắm", "Ba nhất"]),
    ("tiêu đề “Một ‘kho’ sáng kiến”", ["Một ‘kho’ sáng kiến", "kho"]),
    ("“” và “ ”", []),
]


@pytest.mark.parametrize(("text", "inner"), PAIRS)
def test_quotes_pair(text: str, inner: list[str]) -> None:
    assert quoted(text) == inner


def test_quote_layer_holds_its_marks() -> None:
    quote = pipeline.read("Phong trào “Ba nhất” lan rộng.").quotes[0]
    assert (quote.start, quote.end, quote.inner.start, quote.inner.end) == (11, 20, 12, 19)
    assert quote.closed


def test_missing_closing_mark_is_told() -> None:
    assert not pipeline.read("Họ gắn biển “Công trình mừng Đảng").quotes[0].closed


@pytest.mark.parametrize("unit", ["“", "”", '"', "‘", "“a", "a” ", "“a ;", "“ ", "''", "“a, “b” "])
def test_hostile_marks_cost_linear_work(unit: str) -> None:
    once, twice = (calls(partial(quoted, unit * times)) for times in (2_000, 4_000))
    assert twice <= 2.05 * once + 200


@pytest.mark.parametrize("unit", ["“", "“a", "“a ;", "“ "])
def test_no_unclosed_quote_outgrows_its_limit(unit: str) -> None:
    text = unit * 10_000
    reading = Reading(text, normal.lower(text), paragraphs=sentences.paragraphs(text))
    found = [quote for quote in quotes.find(reading) if not quote.closed]
    assert all(quote.end - quote.start <= quotes.MISSING_MARK_LIMIT + 2 for quote in found)
