"""People across articles: by full name with its tones, and never by name alone."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import combinations

from rapidfuzz import fuzz

import data
from extract.language.normal import tone_key
from warehouse.linking.model import Link, Weights, load_weights

_WORDS = re.compile(r"[^\W_]+(?:&[^\W_]+)*")


@dataclass(frozen=True, slots=True)
class Mention:
    """A person as one article prints them."""

    name: str
    position: str | None = None
    organisation: str | None = None
    province: str | None = None
    """Province of the article, by any one map, the same map for all mentions."""
    year: int | None = None
    """Year the article was published."""


@cache
def weights() -> Weights:
    """The declared weights for people."""
    return load_weights("person")


def link(mentions: Sequence[Mention]) -> Iterator[Link]:
    """Every pair of mentions of one full name with its score. Only pairs that share a name are compared."""
    for block in _blocks(mentions):
        for left, right in combinations(block, 2):
            levels = compare(mentions[left], mentions[right])
            yield Link(left, right, weights().probability(levels), tuple(levels.items()))


def _blocks(mentions: Sequence[Mention]) -> list[list[int]]:
    blocks: dict[str, list[int]] = {}
    for index, mention in enumerate(mentions):
        blocks.setdefault(name_key(mention.name), []).append(index)
    return [block for block in blocks.values() if len(block) > 1]


def name_key(name: str) -> str:
    """Key under which one name is written: case and tone placement fold, tones do not (Thuỷ is not Thúy)."""
    return " ".join(_WORDS.findall(tone_key(name)))


def compare(left: Mention, right: Mention) -> dict[str, str]:
    """Comparison levels of two mentions that share a name."""
    return {
        "organisation": _organisation_level(left.organisation, right.organisation),
        "province": _equal_level(left.province, right.province),
        "position": _position_level(left, right),
        "national": _national_level(left, right),
        "years_apart": _years_level(left.year, right.year),
        "name": _name_level(left.name),
    }


def _equal_level(left: str | None, right: str | None) -> str:
    if not left or not right:
        return "unknown"
    return "same" if tone_key(left) == tone_key(right) else "different"


def _organisation_level(left: str | None, right: str | None) -> str:
    if not left or not right:
        return "unknown"
    left, right = body_key(left), body_key(right)
    if left == right or fuzz.token_sort_ratio(left, right) >= 92:
        return "same"
    # "Công đoàn Viên chức" of one article is "Công đoàn Viên chức tỉnh Lào Cai" of another.
    return (
        "alike"
        if fuzz.token_set_ratio(left, right) >= 92 and len(min(left, right, key=len)) > 8
        else "different"
    )


def _position_level(left: Mention, right: Mention) -> str:
    if not left.position or not right.position:
        return "unknown"
    return (
        "same"
        if fuzz.token_set_ratio(tone_key(left.position), tone_key(right.position)) >= 90
        else "different"
    )


def _national_level(left: Mention, right: Mention) -> str:
    posts = _national_posts()
    keys = (body_key(f"{m.position or ''} {m.organisation or ''}") for m in (left, right))
    held = [{post for post in posts if post in key} for key in keys]
    return "same" if held[0] & held[1] else "unknown"


def _years_level(left: int | None, right: int | None) -> str:
    if left is None or right is None:
        return "unknown"
    return "near" if abs(left - right) <= 10 else "far"


def _name_level(name: str) -> str:
    syllables = len(name.split())
    return "short" if syllables <= 2 else "usual" if syllables == 3 else "long"


@cache
def _national_posts() -> tuple[str, ...]:
    return tuple(body_key(post) for post in data.lines("linking/national_posts.txt"))


@cache
def _short_forms() -> dict[str, str]:
    return {tone_key(row["short"]): tone_key(row["long"]) for row in data.table("linking/short_forms.csv")}


def body_key(name: str) -> str:
    """An organisation's name in lower case, short forms spelt out, classes of place and brackets left out."""
    words = _WORDS.findall(tone_key(re.sub(r"\([^)]*\)", " ", name)))
    spelt = " ".join(_short_forms().get(word, word) for word in words)
    return re.sub(r"\b(?:tỉnh|thành phố|tp|việt nam|vn)\b", "", spelt).replace("  ", " ").strip()
