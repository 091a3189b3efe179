"""Placeholder for the layer of periods."""

from __future__ import annotations

from extract.reading import Period, Reading


def find(reading: Reading) -> list[Period]:
    """All of the layer, in order of place."""
    return []
