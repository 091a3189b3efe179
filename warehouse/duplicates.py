"""Articles that are one text printed twice: re-posts, syndicated news, a page saved again with another menu.

MinHash over shingles of five words (Broder 1997), banded for look-up (Indyk and Motwani 1998), then connected
components. Nothing depends on the order of the articles: equal texts give equal signatures, and a group is
called by the smallest of its members' ids.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from zlib import crc32

import numpy as np
from numpy.typing import NDArray

from extract.language.normal import tone_key

SHINGLE = 5
"""Words in a shingle."""
PERMUTATIONS = 64
BANDS = 16
"""Bands of four rows: two texts that share half their shingles meet in some band with probability 0.64, those
that share 80 % with 0.999."""
ALIKE = 0.6
"""Estimated share of common shingles from which two texts count as one."""
LEAST_WORDS = 30
"""Shorter texts have no signature: they would all be alike."""

_SLICE = 100_000
"""Pairs compared at a time."""

Signature = NDArray[np.uint32]

_WORDS = re.compile(r"[^\W_]+")
_PRIME = np.uint64((1 << 61) - 1)
_RANDOM = np.random.default_rng(20250701)
_FACTORS = _RANDOM.integers(1, 1 << 29, PERMUTATIONS, dtype=np.uint64)
_TERMS = _RANDOM.integers(0, 1 << 60, PERMUTATIONS, dtype=np.uint64)


def signature(text: str) -> Signature | None:
    """MinHash signature, ``PERMUTATIONS`` values of 32 bits; None for a text of too few words."""
    words = _WORDS.findall(tone_key(text))
    if len(words) < LEAST_WORDS:
        return None
    shingles = {" ".join(words[i : i + SHINGLE]) for i in range(len(words) - SHINGLE + 1)}
    hashes = np.fromiter((crc32(s.encode("utf-8", "replace")) for s in shingles), np.uint64, len(shingles))
    permuted = (hashes[:, None] * _FACTORS + _TERMS) % _PRIME
    lowest: Signature = (permuted & np.uint64(0xFFFFFFFF)).min(axis=0).astype(np.uint32)
    return lowest


def groups(signatures: Mapping[str, Signature]) -> dict[str, str]:
    """Article id → id of its group, the smallest id of all that are one text with it."""
    parent = {article: article for article in signatures}

    def root(article: str) -> str:
        while parent[article] != article:
            parent[article] = parent[parent[article]]
            article = parent[article]
        return article

    for left, right in _alike(signatures):
        a, b = root(left), root(right)
        if a != b:
            parent[max(a, b)] = min(a, b)
    return {article: root(article) for article in signatures}


def likeness(left: Signature, right: Signature) -> float:
    """Estimated share of shingles that two texts have in common, between 0 and 1."""
    return float((left == right).mean())


def _alike(signatures: Mapping[str, Signature]) -> Iterator[tuple[str, str]]:
    """Pairs that agree in a whole band and are alike. Of many with one band, neighbours in sorted order."""
    if not signatures:
        return
    articles = sorted(signatures)
    stacked = np.stack([signatures[article] for article in articles])
    rows = PERMUTATIONS // BANDS
    for band in range(BANDS):
        keys = _mixed(stacked[:, band * rows : (band + 1) * rows])
        order = np.argsort(keys, kind="stable")
        equal = np.flatnonzero(keys[order[1:]] == keys[order[:-1]])
        for left, right in _verified(stacked, order[equal], order[equal + 1]):
            yield articles[left], articles[right]


def _mixed(band: NDArray[np.uint32]) -> NDArray[np.uint64]:
    """One number for a band. Two bands that share it by chance are told apart by their likeness."""
    mixed = np.zeros(len(band), np.uint64)
    for column in band.T:
        mixed = (mixed ^ column) * np.uint64(0x9E3779B97F4A7C15)
        mixed ^= mixed >> np.uint64(29)
    return mixed


def _verified(
    stacked: NDArray[np.uint32], left: NDArray[np.intp], right: NDArray[np.intp]
) -> Iterator[tuple[int, int]]:
    """The pairs that are alike, a slice at a time so that memory stays small."""
    for start in range(0, len(left), _SLICE):
        one, other = left[start : start + _SLICE], right[start : start + _SLICE]
        alike = (stacked[one] == stacked[other]).mean(axis=1) >= ALIKE
        yield from zip(one[alike].tolist(), other[alike].tolist(), strict=True)
