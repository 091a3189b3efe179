"""A table of the warehouse as data: its columns, their comments, and the statements that create it."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Column:
    """A column; ``comment`` is the description of the model's field."""

    name: str
    sql_type: str
    comment: str
    nullable: bool = False

    def ddl(self) -> str:
        """Its line in CREATE TABLE."""
        return f'"{self.name}" {self.sql_type}{"" if self.nullable else " NOT NULL"}'


@dataclass(frozen=True, slots=True)
class Table:
    """A table. Its first column is its key: unique, which the loader sees to and a test checks.

    A PRIMARY KEY would keep an index of hashes in memory and take most of the time of a load.
    """

    name: str
    comment: str
    columns: tuple[Column, ...]

    @property
    def key(self) -> str:
        """Name of the column that is unique."""
        return self.columns[0].name

    def ddl(self) -> list[str]:
        """The statements that create it, with a comment on it and on every column."""
        lines = ",\n  ".join(column.ddl() for column in self.columns)
        where = f'"{self.name}"'
        return [
            f"CREATE TABLE {where} (\n  {lines}\n)",
            f"COMMENT ON TABLE {where} IS {literal(self.comment)}",
            *(
                f'COMMENT ON COLUMN {where}."{column.name}" IS {literal(column.comment)}'
                for column in self.columns
            ),
        ]


def literal(text: str) -> str:
    """A string as SQL writes it."""
    return "'" + text.replace("'", "''") + "'"


def nullable(name: str, sql_type: str, comment: str) -> Column:
    """A column that may be null."""
    return Column(name, sql_type, comment, nullable=True)
