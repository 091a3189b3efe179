"""The views and macros in ``warehouse/sql``: one a file, its meaning and columns in the comment above.

::

    -- What it shows, in as many lines as it takes.
    --
    --   column: what it means
    CREATE OR REPLACE VIEW name AS …
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from schemas.table import literal

_ROOT = Path(__file__).parent / "sql"
_COLUMN = re.compile(r"^--   (\w+): (.+)$")
_MORE = re.compile(r"^--     +(.+)$")
_MACRO = re.compile(r"MACRO (\w+)\s*(\([^)]*\))")


@dataclass(frozen=True, slots=True)
class Query:
    """A view or a table macro."""

    name: str
    comment: str
    columns: dict[str, str]
    sql: str
    parameters: str | None = None
    """``(year, map := 63)`` of a macro; None for a view."""

    def ddl(self) -> Iterator[str]:
        """The statements that make it, with its comments."""
        yield self.sql
        if self.parameters is not None:
            yield f"COMMENT ON MACRO TABLE {self.name} IS {literal(self.comment)}"
            return
        yield f"COMMENT ON VIEW {self.name} IS {literal(self.comment)}"
        for column, meaning in self.columns.items():
            yield f'COMMENT ON COLUMN {self.name}."{column}" IS {literal(meaning)}'


@cache
def views() -> tuple[Query, ...]:
    """The views, in the order of their files, which is that in which they rest on one another."""
    return tuple(_read(path) for path in sorted((_ROOT / "views").glob("*.sql")))


@cache
def macros() -> tuple[Query, ...]:
    """The table macros, in the order of their files."""
    return tuple(_read(path) for path in sorted((_ROOT / "macros").glob("*.sql")))


def _read(path: Path) -> Query:
    text = path.read_text("utf-8")
    comment: list[str] = []
    columns: dict[str, str] = {}
    for line in text[: text.index("CREATE")].splitlines():
        if found := _COLUMN.match(line):
            columns[found[1]] = found[2]
        elif columns and (more := _MORE.match(line)):
            columns[list(columns)[-1]] += " " + more[1]
        elif words := line.removeprefix("--").strip():
            comment.append(words)
    macro = _MACRO.search(text)
    name = macro[1] if macro else path.stem.lstrip("0123456789_")
    return Query(name, " ".join(comment), columns, text, macro[2] if macro else None)
