"""Placeholder for facts of type Award."""

from __future__ import annotations

from extract.reading import Reading
from schemas import Award


def find(reading: Reading) -> list[Award]:
    """All facts of the type, in order of place."""
    return []
