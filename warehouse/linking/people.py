"""People across articles: by full name with its tones, and never by name alone."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from extract.language.normal import tone_key
from warehouse.linking import offices
from warehouse.linking.blocks import candidates
from warehouse.linking.context import rare_pairs
from warehouse.linking.model import Link, Weights, load_weights
from warehouse.linking.names import Rarity, name_key, rarity

__all__ = ["Mention", "Profile", "compare", "link", "name_key", "profile", "weights"]


BATCH = 5_000
"""Mentions whose words are held at a time, unless more share one name."""

_WORDS_SHARED = ("none", "one", "two", "three", "three", "many", "many", "many", "many")


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
    words: str = ""
    """The article's words around the name, and its headline: see ``context.around``."""


@dataclass(frozen=True, slots=True)
class Profile:
    """A mention made ready to be compared: everything in one form."""

    name: str
    rarity: Rarity
    post: str
    body: str
    """Empty where none is printed, or one that does not say which."""
    office: str
    """Post and body together."""
    top: bool
    central: bool
    province: str
    year: int | None
    pairs: frozenset[str]


@cache
def weights() -> Weights:
    """The declared weights for people."""
    return load_weights("person")


WordsOf = Callable[[Sequence[int]], Sequence[str]]
"""The words around some of the mentions, by their positions."""


def link(mentions: Sequence[Mention], words_of: WordsOf | None = None) -> Iterator[Link]:
    """Pairs of mentions of one full name with their scores. Only pairs that share a name are compared.

    All of them, unless very many share the name: then those that agree in organisation, post or province, see
    ``blocks``. Which ones depends on the mentions' order, so give them in an order that means something.

    Args:
        mentions: of any people.
        words_of: where to get the words around them, some thousands at a time, if the mentions lack them:
            those of a whole warehouse together would not fit into memory.
    """
    for batch in _batches([name_key(mention.name) for mention in mentions]):
        places = [place for block in batch for place in block]
        words = words_of(places) if words_of else [mentions[place].words for place in places]
        said = dict(zip(places, words, strict=True))
        for block in batch:
            yield from _link_block({place: profile(mentions[place], said[place]) for place in block})


def _batches(keys: Sequence[str]) -> Iterator[list[list[int]]]:
    """Blocks of mentions that share a name, together a batch."""
    blocks: dict[str, list[int]] = {}
    for place, key in enumerate(keys):
        blocks.setdefault(key, []).append(place)
    batch: list[list[int]] = []
    held = 0
    for block in (block for block in blocks.values() if len(block) > 1):
        batch.append(block)
        held += len(block)
        if held >= BATCH:
            yield batch
            batch, held = [], 0
    if batch:
        yield batch


def _link_block(profiles: Mapping[int, Profile]) -> Iterator[Link]:
    for left, right in candidates(profiles):
        levels = compare(profiles[left], profiles[right])
        yield Link(left, right, weights().probability(levels), tuple(levels.items()))


def profile(mention: Mention, words: str | None = None) -> Profile:
    """A mention made ready to be compared; ``words``, if given, are those around it."""
    key = name_key(mention.name)
    body = offices.body_key(mention.organisation or "")
    office = offices.body_key(f"{mention.position or ''} {mention.organisation or ''}")
    return Profile(
        name=key,
        rarity=rarity(key),
        post=offices.post_key(mention.position or ""),
        body=body if offices.says_a_body(body) else "",
        office=office,
        top=offices.is_top(office),
        central=offices.is_central(office),
        province=tone_key(mention.province or ""),
        year=mention.year,
        pairs=rare_pairs(mention.words if words is None else words, key),
    )


def compare(left: Profile, right: Profile) -> dict[str, str]:
    """Comparison levels of two mentions that share a name."""
    return {
        "name": left.rarity,
        "organisation": _organisation_level(left, right),
        "post": offices.post_level(left.post, right.post) if left.post and right.post else "unknown",
        "province": _province_level(left, right),
        "rank": _rank_level(left, right),
        "years_apart": _years_level(left.year, right.year),
        "words": _words_level(left.pairs, right.pairs),
    }


def _organisation_level(left: Profile, right: Profile) -> str:
    if offices.office_within(left.office, right.office):
        return "same"
    return offices.body_level(left.body, right.body) if left.body and right.body else "unknown"


def _province_level(left: Profile, right: Profile) -> str:
    if not left.province or not right.province:
        return "unknown"
    return "same" if left.province == right.province else "different"


def _rank_level(left: Profile, right: Profile) -> str:
    if left.top and right.top:
        return "both_top"
    if left.central and right.central:
        return "both_central"
    return "neither" if left.central == right.central else "one_central"


def _years_level(left: int | None, right: int | None) -> str:
    if left is None or right is None:
        return "unknown"
    return "near" if abs(left - right) <= 10 else "far"


def _words_level(left: frozenset[str], right: frozenset[str]) -> str:
    shared = len(left & right)
    return _WORDS_SHARED[shared] if shared < len(_WORDS_SHARED) else "most"
