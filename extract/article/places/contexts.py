"""Words beside a place that tell what it says: patterns from ``data/provinces/contexts.toml``."""

from __future__ import annotations

import re
from functools import cache

import data


@cache
def ends_in(*lists: str) -> re.Pattern[str]:
    """Matches text that ends in one of the words of some lists; a last item that is a pattern may follow."""
    table = data.toml("provinces/contexts.toml")
    tail = "" if lists[-1] in table else lists[-1]
    words = sorted({word for name in lists for word in table.get(name, ())}, key=len, reverse=True)
    return re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, words))}){tail} ?$")


@cache
def anywhere(name: str) -> re.Pattern[str]:
    """Matches a word of a list wherever it stands, as a whole word."""
    words = sorted(data.toml("provinces/contexts.toml")[name], key=len, reverse=True)
    return re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, words))})(?!\w)")


@cache
def of_the_country() -> re.Pattern[str]:
    """Matches a body of the whole country by its last words: ``Hội Luật gia Việt Nam``."""
    words = data.toml("provinces/contexts.toml")["national_body"]
    return re.compile(
        rf"(?<!\w)(?:{'|'.join(map(re.escape, words))})(?!\w)[^.,;:\n]{{0,30}} ?(?:việt nam|vn)(?!\w)"
    )


@cache
def surnames() -> frozenset[str]:
    """Folded family names: ``Trương Hòa Bình`` is no province."""
    return frozenset(data.toml("provinces/contexts.toml")["surname"])
