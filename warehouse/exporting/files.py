"""Writers of one file per table: Parquet, CSV and JSON lines, batch by batch."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.csv
import pyarrow.parquet as pq

from warehouse.exporting.cells import guarded
from warehouse.exporting.relations import Relation
from warehouse.rows import ARROW_TYPES

Batches = Iterator[pa.RecordBatch]


@dataclass(frozen=True, slots=True)
class Written:
    """A table in a file; the tables of a workbook share one."""

    relation: Relation
    file: Path
    rows: int
    sheets: tuple[str, ...] = ()
    """Sheets of the workbook that hold it."""
    cut: int = 0
    """Cells that a workbook could not hold whole."""

    def sha256(self) -> str:
        """Of the file's bytes."""
        with self.file.open("rb") as file:
            return hashlib.file_digest(file, "sha256").hexdigest()


def arrow_schema(relation: Relation) -> pa.Schema:
    """The relation's columns; types that our tables do not have become strings."""
    fields = (
        pa.field(one.name, ARROW_TYPES.get(one.sql_type, pa.string()), one.nullable)
        for one in relation.fields
    )
    return pa.schema(fields)


def write_parquet(folder: Path, relation: Relation, batches: Batches) -> Written:
    """Parquet with Zstandard, of the tables' own types."""
    path = folder / f"{relation.name}.parquet"
    rows, first = 0, next(batches, None)
    schema = first.schema if first is not None else arrow_schema(relation)
    with pq.ParquetWriter(path, schema, compression="zstd") as writer:
        for batch in _again(first, batches):
            writer.write_batch(batch)
            rows += batch.num_rows
    return Written(relation, path, rows)


def write_csv(folder: Path, relation: Relation, batches: Batches) -> Written:
    """CSV in UTF-8: every value in quotation marks, null as nothing, lists as JSON, formulas disarmed."""
    path = folder / f"{relation.name}.csv"
    rows = 0
    options = pyarrow.csv.WriteOptions(quoting_style="all_valid")
    schema = pa.schema([pa.field(one.name, _cell_type(one.type)) for one in arrow_schema(relation)])
    with pyarrow.csv.CSVWriter(path, schema, write_options=options) as writer:
        for batch in batches:
            cells = [_cells(column).cast(one.type) for column, one in zip(batch.columns, schema, strict=True)]
            writer.write_batch(pa.RecordBatch.from_arrays(cells, schema=schema))
            rows += batch.num_rows
    return Written(relation, path, rows)


def write_jsonl(folder: Path, relation: Relation, batches: Batches) -> Written:
    """One JSON object a line, in UTF-8; dates in ISO 8601."""
    path = folder / f"{relation.name}.jsonl"
    rows = 0
    with path.open("w", encoding="utf-8", newline="\n") as file:
        for batch in batches:
            file.writelines(as_json(row) + "\n" for row in batch.to_pylist())
            rows += batch.num_rows
    return Written(relation, path, rows)


WRITERS: dict[str, Callable[[Path, Relation, Batches], Written]] = {
    "parquet": write_parquet,
    "csv": write_csv,
    "jsonl": write_jsonl,
}


def as_json(value: Any) -> str:
    """JSON with letters as they are; dates and moments in ISO 8601, bytes in hexadecimal."""
    return json.dumps(value, ensure_ascii=False, default=_plain)


def _plain(value: Any) -> str:
    return str(value.hex() if isinstance(value, bytes) else value.isoformat())


def _again(first: pa.RecordBatch | None, rest: Batches) -> Batches:
    if first is not None:
        yield first
    yield from rest


def _cell_type(kind: pa.DataType) -> pa.DataType:
    return pa.string() if pa.types.is_nested(kind) or pa.types.is_binary(kind) else kind


def _cells(column: pa.Array) -> pa.Array:
    if pa.types.is_nested(column.type):
        column = pa.array([None if v is None else as_json(v) for v in column.to_pylist()], pa.string())
    elif pa.types.is_binary(column.type):
        column = pa.array([None if v is None else v.hex() for v in column.to_pylist()], pa.string())
    return guarded(column) if pa.types.is_string(column.type) else column
