"""Statements of each type: the words that say them, and the columns of the type's table."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

import data
from warehouse.linking import bodies
from warehouse.synthetic.drawing import Draw, Indices, falling, text

Columns = dict[str, pa.Array]


@cache
def vocabulary() -> Mapping[str, Any]:
    """What to draw from."""
    return data.toml("synthetic/vocabulary.toml")


@dataclass(frozen=True, slots=True)
class Frame:
    """What the statements' articles say, one value per statement."""

    year: Indices
    """Of publication."""
    province: Indices
    """Position among the provinces; the last is none."""

    def __len__(self) -> int:
        """Number of statements."""
        return len(self.year)


@dataclass(frozen=True, slots=True)
class Said:
    """Statements of one type."""

    words: pa.Array
    columns: Columns
    """Of the type's own table, without ``fact_id``."""


def campaign(draw: Draw, frame: Frame) -> Said:
    """Four in five are in the register, the well-known ones oftenest; the others are of a thousand names."""
    register = data.toml("campaigns/register.toml")["campaign"]
    size = len(frame)
    chosen = pa.array(draw.choice(falling(len(register)), size))
    known = pa.array(draw.random.random(size) < 0.8)
    entries = [
        pa.array([entry.get(name) for entry in register], pa.string()) for name in ("id", "name", "kind")
    ]
    entry_id, name, kind = (entry.take(chosen) for entry in entries)
    other = text("Cùng nhau thử tải số ", draw.choice(falling(1000), size))
    name = pc.if_else(known, name, other)
    columns = {"name": name, "campaign_id": pc.if_else(known, entry_id, None)}
    columns |= {"kind": pc.if_else(known, kind, "movement")} | _period(draw, frame, 0.3)
    return Said(text("Các cấp công đoàn hưởng ứng phong trào “", name, "”"), columns)


def person(draw: Draw, frame: Frame) -> Said:
    """One of some ten thousand names, with a post in one of some hundred organisations."""
    name, position, organisation = (
        names(draw, len(frame)),
        _position(draw, len(frame)),
        _organisation(draw, frame),
    )
    said = text("Đồng chí ", name, ", ", position, " ", organisation, ", dự hội nghị")
    return Said(said, {"name": name, "position": position, "organisation": organisation})


def initiative(draw: Draw, frame: Frame) -> Said:
    """A machine made better, half of them with an author, a third with a benefit."""
    words = vocabulary()["words"]
    size = len(frame)
    title = text("Cải tiến ", draw.word(words["machines"], size), " số ", draw.random.integers(1, 5000, size))
    author = draw.some(names(draw, size), 0.5)
    columns = {"title": title, "kind": draw.named(vocabulary()["kinds"], size)}
    columns |= {"authors": _lists(author), "organisation": draw.some(_organisation(draw, frame), 0.6)}
    columns["benefit_vnd"] = draw.some(pa.array(draw.figures(120, 1.3, size) * 1_000_000), 0.33)
    said = text("Tiêu biểu là sáng kiến “", title, "” ", author)
    return Said(said, columns | _period(draw, frame, 0.3))


def benefit(draw: Draw, frame: Frame) -> Said:
    """Amounts around eighty million đồng, from one gift to thousands of milliards."""
    size = len(frame)
    millions = draw.figures(80, 2.2, size)
    columns = {"amount_vnd": pa.array(millions * 1_000_000)}
    for name, key in (("qualifier", "qualifiers"), ("basis", "bases"), ("per", "pers")):
        columns[name] = draw.named(vocabulary()[key], size)
    return Said(text("Tổng trị giá ", millions, " triệu đồng"), columns | _period(draw, frame, 0.4))


def award(draw: Draw, frame: Frame) -> Said:
    """A handful of an award, given mostly by the province's federation."""
    size = len(frame)
    count = draw.figures(12, 1.4, size)
    name = draw.named(vocabulary()["awards"], size)
    granter = draw.named(vocabulary()["granters"], size)
    columns = {"award": name, "count": pa.array(count), "granter": granter}
    columns |= {"unit": draw.some(draw.named(vocabulary()["units"], size), 0.85)}
    columns |= {"status": draw.named(vocabulary()["statuses"], size)}
    columns |= {"level": draw.some(pa.array(["cấp tỉnh"] * size), 0.05)}
    said = text(pc.fill_null(granter, "Ban tổ chức"), " tặng ", count, " ", name)
    return Said(said, columns | _period(draw, frame, 0.6))


def statistic(draw: Draw, frame: Frame) -> Said:
    """Counts around four hundred."""
    size = len(frame)
    value = draw.figures(400, 2.0, size)
    metric = draw.named(vocabulary()["metrics"], size)
    columns = {"metric": metric, "value": pa.array(value)}
    columns |= {"qualifier": draw.named(vocabulary()["qualifiers"], size)}
    columns |= {"status": draw.some(pa.array(["registered"] * size), 0.1)}
    return Said(text("Số liệu ", metric, " là ", value), columns | _period(draw, frame, 0.6))


TYPES: dict[str, Callable[[Draw, Frame], Said]] = {
    "campaign": campaign,
    "person": person,
    "initiative": initiative,
    "benefit": benefit,
    "award": award,
    "statistic": statistic,
}


def names(draw: Draw, size: int) -> pa.Array:
    """Full names of people who are not."""
    families, words = data.lines("names/family_common.txt"), vocabulary()["words"]
    return text(
        draw.word(families, size), " ", draw.word(words["middle"], size), " ", draw.word(words["given"], size)
    )


def granters(granter: pa.Array, province: Indices, codes: list[str | None]) -> dict[str, pa.Array]:
    """Columns of ``fact_granter`` for granters as printed, in the provinces of their articles."""
    listed = [name for name in vocabulary()["granters"] if name != "none"]
    entries = [bodies.canonical(name, code) for name in listed for code in codes]
    place = pc.index_in(granter, pa.array(listed)).to_numpy(zero_copy_only=False)
    chosen = pa.array(np.asarray(place, np.int64) * len(codes) + province)
    columns = {"body_id": "id", "name": "name", "level": "level", "kind": "kind"}
    return {
        column: pa.array([getattr(entry, field) for entry in entries], pa.string()).take(chosen)
        for column, field in columns.items()
    }


def _period(draw: Draw, frame: Frame, share: float) -> Columns:
    """The year before publication, or the five years to it, for a share of the statements."""
    size = len(frame)
    end = frame.year - (draw.random.random(size) < 0.4)
    start = end - 4 * (draw.random.random(size) < 0.15)
    stated = pa.array(draw.random.random(size) < share)
    return {
        "year_start": pc.if_else(stated, pa.array(start), None),
        "year_end": pc.if_else(stated, pa.array(end), None),
    }


def _position(draw: Draw, size: int) -> pa.Array:
    return draw.word(vocabulary()["words"]["positions"], size)


def _organisation(draw: Draw, frame: Frame) -> pa.Array:
    trade = draw.word(vocabulary()["words"]["trades"], len(frame))
    return text("Công ty ", trade, " Mẫu ", draw.choice(falling(40), len(frame)) + 1)


def _lists(column: pa.Array) -> pa.Array:
    """One value or none as a list."""
    valid = column.is_valid().to_numpy(zero_copy_only=False)
    offsets = np.concatenate([[0], np.cumsum(valid)]).astype(np.int32)
    return pa.ListArray.from_arrays(pa.array(offsets), column.drop_null())
