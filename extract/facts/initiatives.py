"""Placeholder for facts of type Initiative."""

from __future__ import annotations

from extract.reading import Reading
from schemas import Initiative


def find(reading: Reading) -> list[Initiative]:
    """All facts of the type, in order of place."""
    return []
