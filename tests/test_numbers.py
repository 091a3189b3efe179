"""The spec of numbers and money, line by line, and what must hold for any text."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extract.grammar import money, numbers
from extract.grammar.quantities import evaluate
from extract.language.normal import lower, normalise
from extract.reading import Reading

SPEC = Path(__file__).parent / "specs" / "numbers.jsonl"
CASES = [json.loads(line) for line in SPEC.read_text("utf-8").splitlines()]


def read(text: str) -> list[dict[str, Any]]:
    """Numbers and sums of money of a text, in order of place, in the shape of the spec."""
    reading = Reading(text, lower(text))
    found: list[tuple[int, dict[str, Any]]] = []
    for number in numbers.find(reading):
        words = text[number.start : number.end]
        found.append(
            (
                number.start,
                {"kind": "number", "text": words, "value": number.value, "qualifier": number.qualifier},
            )
        )
    for amount in money.find(reading):
        words = text[amount.start : amount.end]
        sum_of = {
            "kind": "money",
            "text": words,
            "vnd": amount.vnd,
            "qualifier": amount.qualifier,
            "per": amount.per,
        }
        found.append((amount.start, sum_of))
    return [result for _, result in sorted(found, key=lambda pair: pair[0])]


def test_spec_is_large_enough() -> None:
    assert len({case["input"] for case in CASES}) >= 200


@pytest.mark.parametrize("case", CASES, ids=[case["input"] for case in CASES])
def test_spec(case: dict[str, Any]) -> None:
    assert read(case["input"]) == case["results"]


@pytest.mark.parametrize("case", CASES[::7], ids=[case["input"] for case in CASES[::7]])
def test_capitals_do_not_matter(case: dict[str, Any]) -> None:
    def values(text: str) -> list[int]:
        return [result.get("value", result.get("vnd")) for result in read(text)]

    assert values(case["input"].upper()) == values(case["input"])


@given(st.integers(1, 999), st.integers(1, 999))
def test_scales_add_up(billions: int, millions: int) -> None:
    value, scale = evaluate(f"{billions} tỷ {millions} triệu")
    assert (value, scale) == (billions * 10**9 + millions * 10**6, 10**6)


@given(st.integers(1_000, 10**12))
def test_grouping_does_not_matter(value: int) -> None:
    dotted = f"{value:,}".replace(",", ".")
    spaced = f"{value:,}".replace(",", " ")
    assert evaluate(dotted)[0] == evaluate(spaced)[0] == value


@given(st.text(alphabet="0123456789., -/–đồngtriệutỷnăm\n", max_size=200))
def test_any_text_is_read_without_error(text: str) -> None:
    text = normalise(text)
    reading = Reading(text, lower(text))
    for span in [*numbers.find(reading), *money.find(reading)]:
        assert 0 <= span.start < span.end <= len(text)


def test_a_long_line_of_digits_is_read_fast() -> None:
    text = "1.000 " * 20_000 + "9" * 100_000
    assert len(numbers.find(Reading(text, text))) > 0
