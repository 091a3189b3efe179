"""Placeholder for facts of type Statistic."""

from __future__ import annotations

from extract.reading import Reading
from schemas import Statistic


def find(reading: Reading) -> list[Statistic]:
    """All facts of the type, in order of place."""
    return []
