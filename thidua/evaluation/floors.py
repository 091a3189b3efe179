"""Floors under the figures: F1 by gold file and fact type, which a change may raise and must not break."""

from __future__ import annotations

import math
import tomllib
from pathlib import Path

from thidua.evaluation.scoring import Report

Floors = dict[str, dict[str, float]]
"""Gold file's stem → fact type, ``strict``, ``body`` → the least it may be."""

HEAD = """# Floors of `thidua evaluate`, by gold file: F1 by fact type, strict F1 and body F1 over all.
# Written by `thidua evaluate … --update`, which only ever raises them; `--check` fails below them.
"""


def read(path: Path) -> Floors:
    """The floors in a file; none if there is no file."""
    return tomllib.loads(path.read_text("utf-8")) if path.exists() else {}


def reached(report: Report) -> dict[str, float]:
    """The figures of a report that have floors, rounded down to three places."""
    figures = report.as_json()
    by_type = {kind: c["f1"] for kind, c in figures["types"].items() if c["gold"]}
    values = {
        **by_type,
        "strict": figures["types"]["all"]["strict_f1"],
        "body": figures["document"]["body_f1"],
    }
    return {name: math.floor(value * 1000 + 1e-6) / 1000 for name, value in values.items()}


def broken(floors: dict[str, float], now: dict[str, float]) -> dict[str, tuple[float, float]]:
    """Floors that are not reached: name → floor and figure."""
    return {name: (floor, now.get(name, 0.0)) for name, floor in floors.items() if now.get(name, 0.0) < floor}


def raised(floors: dict[str, float], now: dict[str, float]) -> dict[str, float]:
    """Floors lifted to the figures reached; those above them stay."""
    return {name: max(floors.get(name, 0.0), now.get(name, 0.0)) for name in {**floors, **now}}


def write(path: Path, floors: Floors) -> None:
    """Writes all floors, sorted by gold file."""
    blocks = (
        f'["{gold}"]\n' + "".join(f"{name} = {value:.3f}\n" for name, value in values.items())
        for gold, values in sorted(floors.items())
    )
    path.write_text(HEAD + "\n" + "\n".join(blocks), encoding="utf-8")
