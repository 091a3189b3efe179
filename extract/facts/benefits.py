"""Placeholder for facts of type Benefit."""

from __future__ import annotations

from extract.reading import Reading
from schemas import Benefit


def find(reading: Reading) -> list[Benefit]:
    """All facts of the type, in order of place."""
    return []
