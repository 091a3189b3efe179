"""When a found fact is the gold one, and which of its attributes are right."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Callable
from difflib import SequenceMatcher
from typing import Any

Record = dict[str, Any]

ATTRIBUTES: dict[str, tuple[str, ...]] = {
    "campaign": ("kind", "year_start", "year_end"),
    "person": ("position", "organisation"),
    "initiative": ("kind", "authors", "organisation", "benefit_vnd", "year_start"),
    "benefit": ("qualifier", "basis", "year_start", "year_end"),
    "award": ("unit", "granter", "status", "level", "year_start", "year_end"),
    "statistic": ("qualifier", "status", "year_start", "year_end"),
}
"""Attributes compared, by fact type; those that make a fact the same one are not among them."""

PRINTED = {"position", "organisation", "granter", "level"}
"""Attributes copied from the text: right if most of their words are."""

NAME_LIKENESS = 0.9
TITLE_OVERLAP = 0.7
PRINTED_OVERLAP = 0.8


def fold(text: object) -> str:
    """Lower case, NFC, punctuation and runs of blanks as one blank."""
    lowered = unicodedata.normalize("NFC", str(text or "")).lower()
    return " ".join(re.sub(r"[\W_]+", " ", lowered).split())


def place(text: object) -> str:
    """A province's name, or a title, without "tỉnh" or "thành phố" before it."""
    return re.sub(r"^(tỉnh|thành phố|tp) ", "", fold(text))


def token_f1(one: object, other: object) -> float:
    """Overlap of two texts as bags of words, 0 to 1."""
    a, b = Counter(fold(one).split()), Counter(fold(other).split())
    common = (a & b).total()
    return 2 * common / (a.total() + b.total()) if common else 0.0


def attribute_right(name: str, gold: Record, found: Record) -> bool:
    """Whether a found fact has an attribute as gold states it."""
    want, got = gold.get(name), found.get(name)
    if name == "authors":
        return {fold(author) for author in want or ()} == {fold(author) for author in got or ()}
    if name in PRINTED:
        return token_f1(want, got) >= PRINTED_OVERLAP
    return bool(want == got)


def similarity(kind: str, gold: Record, found: Record) -> float:
    """How alike two facts of one type are, up to 1; 0 where they cannot be the same fact."""
    return _SIMILARITY[kind](gold, found)


def _campaign(gold: Record, found: Record) -> float:
    want, got = fold(gold["name"]), fold(found.get("name"))
    if want == got:
        return 1.0
    ratio = SequenceMatcher(None, want, got, autojunk=False).ratio()
    return ratio if ratio >= NAME_LIKENESS else 0.0


def _person(gold: Record, found: Record) -> float:
    return float(fold(gold["name"]) == fold(found.get("name")))


def _initiative(gold: Record, found: Record) -> float:
    overlap = token_f1(gold["title"], found.get("title"))
    return overlap if overlap >= TITLE_OVERLAP else 0.0


def _benefit(gold: Record, found: Record) -> float:
    if gold["amount_vnd"] != found.get("amount_vnd"):
        return 0.0
    return 1.0 if gold["basis"] == found.get("basis") else 0.5


def _award(gold: Record, found: Record) -> float:
    same = gold["count"] == found.get("count") and fold(gold["award"]) == fold(found.get("award"))
    return _with_attributes("award", gold, found) if same else 0.0


def _statistic(gold: Record, found: Record) -> float:
    same = gold["value"] == found.get("value") and gold["metric"] == found.get("metric")
    return _with_attributes("statistic", gold, found) if same else 0.0


def _with_attributes(kind: str, gold: Record, found: Record) -> float:
    stated = [name for name in ATTRIBUTES[kind] if gold.get(name) is not None]
    right = sum(attribute_right(name, gold, found) for name in stated)
    return 0.5 + 0.5 * (right / len(stated) if stated else 1)


_SIMILARITY: dict[str, Callable[[Record, Record], float]] = {
    "campaign": _campaign,
    "person": _person,
    "initiative": _initiative,
    "benefit": _benefit,
    "award": _award,
    "statistic": _statistic,
}
