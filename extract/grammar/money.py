"""Placeholder for the layer of money."""

from __future__ import annotations

from extract.reading import Amount, Reading


def find(reading: Reading) -> list[Amount]:
    """All of the layer, in order of place."""
    return []
