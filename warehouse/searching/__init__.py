"""Finding articles by their words, with Vietnamese tones as typed or without any."""

from warehouse.searching.phrases import Phrase
from warehouse.searching.search import Found, Hit, search

__all__ = ["Found", "Hit", "Phrase", "search"]
