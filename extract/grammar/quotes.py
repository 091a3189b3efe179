"""Placeholder for the layer of quotes."""

from __future__ import annotations

from extract.reading import Quote, Reading


def find(reading: Reading) -> list[Quote]:
    """All of the layer, in order of place."""
    return []
