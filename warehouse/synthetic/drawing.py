"""Drawing whole columns at a time: choices with weights, figures, ids and texts."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc
from numpy.typing import NDArray

Indices = NDArray[np.int64]


class Draw:
    """A source of random columns; the same seed gives the same columns."""

    def __init__(self, *seed: int) -> None:
        """All parts of the seed count, in their order."""
        self.random = np.random.default_rng(seed)

    def choice(self, weights: Sequence[float] | NDArray[np.float64], size: int) -> Indices:
        """Indices with the given weights."""
        edges = np.cumsum(np.asarray(weights, float))
        return np.asarray(
            np.searchsorted(edges, self.random.random(size) * edges[-1], side="right"), np.int64
        )

    def named(self, weights: Mapping[str, float], size: int) -> pa.Array:
        """Names with the given weights; null for ``none``."""
        names = [None if name == "none" else name for name in weights]
        return pa.array(names, pa.string()).take(pa.array(self.choice(list(weights.values()), size)))

    def word(self, words: Sequence[str], size: int) -> pa.Array:
        """Words of a list, the first ones oftenest."""
        return pa.array(words, pa.string()).take(pa.array(self.choice(falling(len(words)), size)))

    def figures(self, middle: float, spread: float, size: int) -> Indices:
        """Positive whole numbers, log-normal around a median, rounded to two digits as people do."""
        raw = np.maximum(1, self.random.lognormal(np.log(middle), spread, size))
        unit = 10 ** np.maximum(0, np.floor(np.log10(raw)) - 1)
        return np.asarray(np.maximum(1, np.round(raw / unit) * unit), np.int64)

    def ids(self, size: int, digits: int = 32) -> pa.Array:
        """Strings of hexadecimal digits."""
        text = self.random.bytes(size * digits // 2).hex().encode()
        offsets = np.arange(0, (size + 1) * digits, digits, dtype=np.int32)
        return pa.StringArray.from_buffers(size, pa.py_buffer(offsets), pa.py_buffer(text))

    def some(self, column: pa.Array, share: float) -> pa.Array:
        """The column with only a share of its values; the others become null."""
        kept = pa.array(self.random.random(len(column)) < share)
        return pc.if_else(kept, column, pa.scalar(None, column.type))


def falling(size: int) -> NDArray[np.float64]:
    """Weights that fall as in Zipf's law."""
    return np.asarray(1.0 / np.arange(1, size + 1))


def text(*parts: pa.Array | str) -> pa.Array:
    """Columns and fixed words joined to one column; numbers as digits, null as nothing."""
    columns = [part if isinstance(part, str) else _as_text(part) for part in parts]
    return pc.binary_join_element_wise(*columns, "", null_handling="replace", null_replacement="")


def _as_text(column: Any) -> pa.Array:
    column = column if isinstance(column, pa.Array) else pa.array(column)
    return column if pa.types.is_string(column.type) else column.cast(pa.string())
