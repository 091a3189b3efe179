"""What a database has to export: its tables and views with their columns, as it describes itself."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import duckdb

from warehouse.errors import WarehouseError


@dataclass(frozen=True, slots=True)
class Field:
    """A column of a relation."""

    name: str
    sql_type: str
    comment: str
    nullable: bool


@dataclass(frozen=True, slots=True)
class Relation:
    """A table or a view. The first column of a table is its key."""

    name: str
    comment: str
    fields: tuple[Field, ...]
    is_table: bool


def relations(database: duckdb.DuckDBPyConnection) -> dict[str, Relation]:
    """All tables and views by name, tables first, in the order in which they were made."""
    described = database.execute(
        "SELECT table_name, comment, true FROM duckdb_tables() WHERE NOT internal AND NOT temporary "
        "UNION ALL SELECT view_name, comment, false FROM duckdb_views() WHERE NOT internal AND NOT temporary"
    ).fetchall()
    columns = database.execute(
        "SELECT table_name, column_name, data_type, comment, is_nullable "
        "FROM duckdb_columns() WHERE NOT internal ORDER BY table_name, column_index"
    ).fetchall()
    fields: dict[str, list[Field]] = {}
    for table, name, sql_type, comment, nullable in columns:
        fields.setdefault(table, []).append(Field(name, sql_type, comment or "", nullable))
    return {
        name: Relation(name, comment or "", tuple(fields[name]), is_table)
        for name, comment, is_table in sorted(described, key=lambda row: not row[2])
        if name in fields
    }


def chosen(path: Path, known: dict[str, Relation], names: Sequence[str]) -> list[Relation]:
    """The relations asked for; all tables if none is.

    Raises:
        WarehouseError: there is no table or view of that name.
    """
    if not names:
        return [relation for relation in known.values() if relation.is_table]
    for name in names:
        if name not in known:
            choices = ", ".join(sorted(known))
            raise WarehouseError(path, f"there is no table or view called {name}", f"Choose from: {choices}")
    return [known[name] for name in dict.fromkeys(names)]


def quoted(name: str) -> str:
    """A name as SQL writes it."""
    return '"' + name.replace('"', '""') + '"'
