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
    compression: str | None = None
    """Method of the database that is known to suit it; None: the database looks for one."""

    def ddl(self) -> str:
        """Its line in CREATE TABLE."""
        using = f" USING COMPRESSION {self.compression}" if self.compression else ""
        return f'"{self.name}" {self.sql_type}{using}{"" if self.nullable else " NOT NULL"}'


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


def hashed(name: str, comment: str) -> Column:
    """A column of hashes, no two alike: the search for a method that suits them is spared at every load."""
    return Column(name, "VARCHAR", comment, compression="zstd")
