"""Placeholder for the layer of numbers."""

from __future__ import annotations

from extract.reading import Number, Reading


def find(reading: Reading) -> list[Number]:
    """All of the layer, in order of place."""
    return []
