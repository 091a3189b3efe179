"""Pseudonyms for people and ids, and what else a private export leaves out.

A pseudonym is a keyed hash of the name as people read it (case and place of the tone folded), so one name has
one pseudonym in every export made with the same key, and nobody without the key can try names. Two people
of one name share a pseudonym. The key lies in a file beside the database and never goes into an export.
"""

from __future__ import annotations

import hmac
from dataclasses import dataclass, field
from functools import cache
from typing import Any, get_args

import ahocorasick_rs
import duckdb
import pyarrow as pa
import pyarrow.compute as pc

import data
from schemas import Benefit, Statistic
from warehouse.exporting.relations import Field, Relation, quoted
from warehouse.linking.people import name_key

_PEOPLE = (
    "SELECT DISTINCT name FROM person",
    "SELECT DISTINCT unnest(authors) FROM article",
    "SELECT DISTINCT unnest(authors) FROM initiative",
)


@cache
def _listed() -> pa.Array:
    """Names that we gave or that a register has: awards, metrics, bases, campaigns."""
    awards = {row["award"] for row in data.table("awards/awards.csv")} | {"Khen thưởng", "Danh hiệu khác"}
    campaigns = {entry["name"] for entry in data.toml("campaigns/register.toml")["campaign"]}
    codes = {
        code
        for model, name in ((Statistic, "metric"), (Benefit, "basis"))
        for code in get_args(model.model_fields[name].annotation)
    }
    return pa.array(sorted(awards | campaigns | codes), pa.string())


@dataclass(slots=True)
class Privacy:
    """Treats columns as ``data/exporting/private.toml`` says."""

    key: bytes
    known: frozenset[str] = frozenset()
    """Keys of all names of people in the database."""
    _pseudonyms: dict[str, str] = field(default_factory=dict)
    _matcher: Any = None

    @classmethod
    def of(cls, database: duckdb.DuckDBPyConnection, key: bytes) -> Privacy:
        """For a database, whose names of people are looked for in what is kept."""
        names = (name for query in _PEOPLE for (name,) in database.execute(query).fetchall())
        return cls(key, frozenset(name_key(name) for name in names if name and " " in name.strip()))

    def treatment(self, relation: str, column: str) -> str:
        """What ``private.toml`` says of a column; ``drop`` for what it does not list."""
        columns: dict[str, str] = data.toml("exporting/private.toml").get(relation, {})
        return columns.get(column) or columns.get("*", "drop")

    def kept(self, relation: Relation) -> Relation | None:
        """The relation with the columns that stay, None if none does."""
        fields = tuple(f for f in relation.fields if self.treatment(relation.name, f.name) != "drop")
        named = tuple(self._described(relation.name, one) for one in fields)
        return Relation(relation.name, relation.comment, named, relation.is_table) if named else None

    def _described(self, relation: str, one: Field) -> Field:
        notes = {"person": "Pseudonym of: ", "id": "Keyed hash in place of: "}
        note = notes.get(self.treatment(relation, one.name), "")
        nullable = one.nullable or self.treatment(relation, one.name) in ("words", "register", "listed")
        return Field(one.name, one.sql_type, note + one.comment, nullable)

    def expression(self, relation: str, column: str) -> str:
        """What to select for a column. Ids are hashed here, so that rows can be sorted by the new ones:
        the order of the old ones would tell which is which."""
        name = quoted(column)
        match self.treatment(relation, column):
            case "id":
                return f"left(sha256($outer || sha256($inner || {name})), 32) AS {name}"
            case "register":
                return f"CASE WHEN NOT starts_with({name}, 'printed:') THEN {name} END AS {name}"
        return name

    def parameters(self) -> dict[str, str]:
        """Values of ``$inner`` and ``$outer``: two keys made from ours, as in HMAC."""
        return {name: hmac.digest(self.key, name.encode(), "sha256").hex() for name in ("inner", "outer")}

    def treated(self, relation: str, batch: pa.RecordBatch) -> pa.RecordBatch:
        """The batch with people as pseudonyms, and without public names that hold a person's."""
        arrays = []
        for one, column in zip(batch.schema, batch.columns, strict=True):
            treatment = self.treatment(relation, one.name)
            if treatment == "person":
                column = pa.array([self._masked(value) for value in column.to_pylist()], column.type)
            elif treatment == "listed":
                column = pc.if_else(pc.is_in(column, _listed()), column, pa.scalar(None, column.type))
            elif treatment == "words":
                column = self._without_people(column)
            arrays.append(column)
        return pa.RecordBatch.from_arrays(arrays, schema=batch.schema)

    def pseudonym(self, name: str) -> str:
        """``P-`` and 80 bits of a keyed hash of the name."""
        if name not in self._pseudonyms:
            digest = hmac.digest(self.key, b"person\0" + name_key(name).encode(), "sha256")
            self._pseudonyms[name] = f"P-{digest.hex()[:20]}"
        return self._pseudonyms[name]

    def _masked(self, value: str | list[str] | None) -> str | list[str] | None:
        if isinstance(value, list):
            return [self.pseudonym(name) for name in value]
        return None if value is None else self.pseudonym(value)

    def _without_people(self, column: pa.Array) -> pa.Array:
        encoded = column.dictionary_encode()
        words = [None if self._names_someone(word) else word for word in encoded.dictionary.to_pylist()]
        return pa.array(words, column.type).take(encoded.indices)

    def _names_someone(self, words: str | None) -> bool:
        if not words or not self.known:
            return False
        if self._matcher is None:
            self._matcher = ahocorasick_rs.AhoCorasick([f" {name} " for name in sorted(self.known)])
        return bool(self._matcher.find_matches_as_indexes(f" {name_key(words)} "))
