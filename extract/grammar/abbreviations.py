"""Placeholder for the layer of abbreviations."""

from __future__ import annotations

from extract.reading import Abbreviation, Reading


def find(reading: Reading) -> list[Abbreviation]:
    """All of the layer, in order of place."""
    return []
