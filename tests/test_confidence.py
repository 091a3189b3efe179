"""Confidence: what the model sees, that it weighs and never drops, and that fitting it learns."""

from __future__ import annotations

import math

import pytest

from extract import confidence, pipeline
from extract.reading import Reading
from thidua.quality import calibration
from thidua.quality.calibration import Judged

TEXT = "Nhân dịp này, 14 cá nhân được LĐLĐ tỉnh Cao Bằng tặng Bằng khen."


@pytest.fixture
def reading() -> Reading:
    return pipeline.read(TEXT)


def test_features_say_rule_attributes_and_surroundings(reading: Reading) -> None:
    (fact,) = reading.facts
    named = confidence.features(reading, fact)
    assert {"type=award", f"rule={fact.rule}", "award.granter", "award:sentence=short"} <= set(named)


def test_weights_change_confidence_and_nothing_else(
    reading: Reading, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(confidence, "_model", lambda: ({"type=award": 3.0}, -1.0))
    (before,), (after,) = reading.facts, confidence.weigh(reading, list(reading.facts))
    assert after.confidence == pytest.approx(0.881)
    assert after.model_copy(update={"confidence": before.confidence}) == before


def test_without_a_model_facts_stay_as_they_are(reading: Reading, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(confidence, "_model", lambda: ({}, 0.0))
    assert confidence.weigh(reading, list(reading.facts)) == list(reading.facts)


def finds(count: int) -> list[Judged]:
    """Finds of a good rule and a bad one, over many documents."""
    return [
        Judged(
            f"d{n % 20}",
            "award",
            {"type=award": 1.0, f"rule={'good' if n % 2 else 'bad'}": 1.0},
            n % 2 == 1 or n % 6 == 0,
        )
        for n in range(count)
    ]


def test_fitting_tells_a_good_rule_from_a_bad_one_on_unseen_documents() -> None:
    judged = finds(240)
    said = calibration.cross_validated(judged)
    good = [s for s, find in zip(said, judged, strict=True) if "rule=good" in find.features]
    bad = [s for s, find in zip(said, judged, strict=True) if "rule=bad" in find.features]
    assert min(good) > max(bad)
    assert calibration.expected_error(calibration.reliability(said, [f.right for f in judged])) < 0.1


def test_reliability_counts_every_find_once() -> None:
    judged = finds(60)
    bins = calibration.reliability(calibration.cross_validated(judged), [f.right for f in judged])
    assert sum(b.count for b in bins) == 60


def test_shift_brings_the_mean_down_to_what_unseen_documents_gave() -> None:
    judged = finds(240)
    share, (right, of) = sum(f.right for f in judged) / 240, calibration.UNSEEN
    odds = share / (1 - share) * math.exp(calibration.shift(judged))
    assert odds / (1 + odds) == pytest.approx(right / of, abs=1e-4)
