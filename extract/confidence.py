"""How likely a fact is right in all it says: a small logistic model over what is plain to see.

The rules stay the only ones to find facts. The model only weighs their finds, so that an editor can look at
the doubtful ones first. It is fitted on gold by ``thidua calibrate``, which writes ``data/confidence.json``;
the reliability table in docs/quality.md says what its figures are worth. Rules have been mended by reading
much of that gold, so they do better there than elsewhere: ``shift`` lowers every figure to what was right on
documents that nobody had read when they were first measured.
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterator
from functools import cache
from typing import TypeVar

import data
from extract.reading import Reading, within
from schemas import Award, Benefit, Campaign, Evidence, Initiative, Person, Statistic

MODEL = "confidence.json"
_GENRE = re.compile(r"công đoàn|thi đua|lđlđ|liên đoàn lao động|đoàn viên|phong trào|khen thưởng")
_ATTRIBUTES: dict[type[Evidence], tuple[str, ...]] = {
    Campaign: ("kind", "campaign_id", "year_start"),
    Person: ("position", "organisation"),
    Initiative: ("authors", "organisation", "benefit_vnd", "year_start"),
    Benefit: ("per", "year_start"),
    Award: ("unit", "granter", "level", "year_start"),
    Statistic: ("status", "year_start"),
}

F = TypeVar("F", bound=Evidence)
_LONGEST = 3000
"""A sentence is longer only where its text is broken; characters."""


def weigh(reading: Reading, facts: list[F]) -> list[F]:
    """The facts with the confidence the model gives them; as they are where no model has been fitted."""
    weights, shift = _model()
    if not weights or not facts:
        return facts
    shared = document_features(reading)
    return [
        fact.model_copy(update={"confidence": _probability(shared | features(reading, fact), weights, shift)})
        for fact in facts
    ]


def features(reading: Reading, fact: Evidence) -> dict[str, float]:
    """What the model looks at in one fact, by name."""
    kind = type(fact).__name__.lower()
    named = {f"type={kind}", f"rule={fact.rule}"}
    named |= {f"{kind}.{name}" for name in _ATTRIBUTES[type(fact)] if getattr(fact, name) not in (None, ())}
    named |= {f"{kind}:{name}" for name in _surroundings(reading, fact)}
    return dict.fromkeys(named, 1.0) | {f"{kind}.prior": _logit(fact.confidence)}


def document_features(reading: Reading) -> dict[str, float]:
    """What the model looks at in the document that a fact stands in, by name."""
    words = sum(1 for _ in _GENRE.finditer(reading.lower))
    return {"genre=" + ("none" if words == 0 else "some" if words < 6 else "union"): 1.0}


def _surroundings(reading: Reading, fact: Evidence) -> Iterator[str]:
    """Long, crowded and dated sentences, long and short evidence."""
    sentence = reading.sentence_at(fact.start)
    length = sentence.end - sentence.start
    end = min(sentence.end, sentence.start + _LONGEST)
    numbers = len(within(reading.numbers, sentence.start, end))
    periods = len(within(reading.periods, sentence.start, end))
    yield "sentence=" + ("short" if length < 120 else "usual" if length < 320 else "long")
    yield "numbers=" + ("few" if numbers < 3 else "some" if numbers < 7 else "many")
    yield "periods=" + ("none" if periods == 0 else "one" if periods == 1 else "several")
    yield "evidence=" + ("short" if len(fact.text) < 12 else "usual" if len(fact.text) < 70 else "long")


def _probability(named: dict[str, float], weights: dict[str, float], shift: float) -> float:
    score = shift + sum(weights.get(name, 0.0) * value for name, value in named.items())
    return round(1 / (1 + math.exp(-max(-30.0, min(30.0, score)))), 3)


def _logit(probability: float) -> float:
    clipped = min(max(probability, 0.01), 0.99)
    return math.log(clipped / (1 - clipped))


@cache
def _model() -> tuple[dict[str, float], float]:
    """Weights by feature, and the shift in log-odds; no weights where none have been fitted."""
    if not data.exists(MODEL):
        return {}, 0.0
    model = data.json_file(MODEL)
    return dict(model["weights"]), float(model["shift"])
