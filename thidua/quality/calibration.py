"""Fits the model of confidence to gold, and shows how far its figures can be trusted.

A find is right if gold has the fact and every attribute that gold states is right: the strict measure.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from extract.confidence import document_features, features
from extract.reading import Reading
from thidua.evaluation.likeness import ATTRIBUTES, Record, attribute_right
from thidua.evaluation.pairing import TYPES, pair

FOLDS = 5
PENALTY = 6.0
UNSEEN = (447, 472)
"""Finds right in every attribute, of all, on documents whose errors nobody had read when the grammar was
measured on them: fourteen composed articles and thirteen of union news (docs/quality.md)."""
BINS = (0.0, 0.5, 0.7, 0.8, 0.9, 0.95, 1.0001)

Matrix = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Judged:
    """A find, what the model sees of it, and whether it is right in all that gold states."""

    document: str
    type: str
    features: dict[str, float]
    right: bool


@dataclass(frozen=True, slots=True)
class Bin:
    """Finds whose confidence lies between two bounds."""

    low: float
    high: float
    count: int
    confidence: float
    """Mean of what the model said, by folds that had not seen the document."""
    right: float
    """Share of them that were right."""


def judge(gold: Record, found: Record, reading: Reading) -> Iterator[Judged]:
    """The finds of one document that gold can judge; optional and restated ones are left out."""
    shared = document_features(reading)
    by_place = {(f.type, f.start, f.end, f.rule): f for f in reading.facts}  # type: ignore[attr-defined]
    for kind in TYPES:
        pairing = pair(kind, gold, found)
        verdicts = [(f, _all_right(kind, g, f)) for g, f in pairing.pairs if not g.get("optional")]
        for find, right in [*verdicts, *((f, False) for f in pairing.spurious)]:
            fact = by_place.get((kind, find["start"], find["end"], find["rule"]))
            if fact is not None:
                yield Judged(gold["id"], kind, shared | features(reading, fact), right)


def _all_right(kind: str, gold: Record, found: Record) -> bool:
    stated = (name for name in ATTRIBUTES[kind] if gold.get(name) not in (None, []))
    return all(attribute_right(name, gold, found) for name in stated)


def fit(judged: Sequence[Judged]) -> dict[str, float]:
    """Weights by feature name: logistic regression with a ridge penalty, by Newton's method."""
    names = sorted({name for find in judged for name in find.features})
    matrix = _matrix(judged, names)
    weights = _newton(matrix, np.array([find.right for find in judged], dtype=np.float64))
    return {name: round(float(weight), 4) for name, weight in zip(names, weights, strict=True)}


def shift(judged: Sequence[Judged]) -> float:
    """What to add to the log-odds so that the mean find is as likely right as one on an unseen document."""
    right, of = UNSEEN
    said = float(np.mean([find.right for find in judged]))
    return round(float(np.log(right / (of - right)) - np.log(said / (1 - said))), 4)


def _matrix(judged: Sequence[Judged], names: Sequence[str]) -> Matrix:
    column = {name: index for index, name in enumerate(names)}
    matrix = np.zeros((len(judged), len(names)))
    for row, find in enumerate(judged):
        for name, value in find.features.items():
            if name in column:
                matrix[row, column[name]] = value
    return matrix


def _newton(matrix: Matrix, right: Matrix, steps: int = 30) -> Matrix:
    weights = np.zeros(matrix.shape[1])
    for _ in range(steps):
        said = 1 / (1 + np.exp(-np.clip(matrix @ weights, -30, 30)))
        gradient = matrix.T @ (right - said) - PENALTY * weights
        curvature = (matrix * (said * (1 - said))[:, None]).T @ matrix + PENALTY * np.eye(len(weights))
        step = np.linalg.solve(curvature, gradient)
        weights += step
        if np.abs(step).max() < 1e-6:
            break
    return weights


def cross_validated(judged: Sequence[Judged]) -> Matrix:
    """For every find, the confidence of a model that never saw its document."""
    documents = sorted({find.document for find in judged})
    fold = {document: index % FOLDS for index, document in enumerate(documents)}
    said = np.zeros(len(judged))
    for held in range(FOLDS):
        weights = fit([find for find in judged if fold[find.document] != held])
        names = list(weights)
        rows = [index for index, find in enumerate(judged) if fold[find.document] == held]
        scores = _matrix([judged[index] for index in rows], names) @ np.array([weights[n] for n in names])
        said[rows] = 1 / (1 + np.exp(-np.clip(scores, -30, 30)))
    return said


def reliability(said: Matrix, right: Sequence[bool]) -> list[Bin]:
    """The reliability table: bins of confidence against the share that was right."""
    truth = np.array(right, dtype=np.float64)
    bins = []
    for low, high in pairwise(BINS):
        inside = (said >= low) & (said < high)
        if inside.any():
            mean, share = float(said[inside].mean()), float(truth[inside].mean())
            bins.append(Bin(low, min(high, 1.0), int(inside.sum()), mean, share))
    return bins


def expected_error(bins: Sequence[Bin]) -> float:
    """Expected calibration error: mean distance between what was said and what was so, weighed by bin."""
    total = sum(b.count for b in bins) or 1
    return sum(b.count * abs(b.confidence - b.right) for b in bins) / total
