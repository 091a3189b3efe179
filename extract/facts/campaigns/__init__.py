"""Campaigns: named movements, drives and programmes, once per distinct name in a document.

A name is known by its quotation marks and the class noun before it (phong trào “…”), by its place in an
enumeration that such a noun opens, or by the register of well-known ones, with or without marks.
"""

from __future__ import annotations

from extract.facts.campaigns import lead
from extract.facts.campaigns.named import named
from extract.facts.campaigns.register import fold
from extract.reading import Reading
from schemas import Campaign


def find(reading: Reading) -> list[Campaign]:
    """All campaigns, in order of the place where each is first named."""
    if not lead.MAY_NAME_ONE.search(reading.lower):
        return []
    first: dict[str, Campaign] = {}
    for campaign in named(reading):
        key = fold(campaign.name)
        first[key] = _told_again(first[key], campaign) if key in first else campaign
    return list(first.values())


def _told_again(first: Campaign, again: Campaign) -> Campaign:
    """The first mention, with what only a later one says: its kind, its period."""
    later = {
        name: getattr(again, name)
        for name in ("kind", "year_start", "year_end")
        if getattr(first, name) is None and first.year_start is None
    }
    return first.model_copy(update=later)
