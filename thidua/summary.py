"""What a database holds, in a few tables: documents, facts by type, facts by province."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import duckdb
from rich.console import Console
from rich.table import Table

from schemas.tables import FACT_TABLES
from thidua.trouble import printable


def show(db: Path, *, failed: int, as_json: bool) -> None:
    """Prints the summary on standard output."""
    found = summarise(db) | {"failed": failed}
    if as_json:
        print(json.dumps(found, ensure_ascii=False))
        return
    console = Console(highlight=False)
    console.print(
        _table("Facts by type", {kind: [count] for kind, count in found["facts"].items()}, ["facts"])
    )
    rows = {place: [row["documents"], row["facts"]] for place, row in found["provinces"].items()}
    console.print(_table("By province (63 units before July 2025)", rows, ["documents", "facts"]))
    total = sum(found["facts"].values())
    failures = f", {failed:,} inputs failed" if failed else ""
    console.print(
        f"{found['documents']:,} documents, {total:,} facts in {printable(str(db))}{failures}", markup=False
    )


def summarise(db: Path) -> dict[str, Any]:
    """Figures of a database: documents, facts by type, and both by province, most facts first."""
    with duckdb.connect(str(db), read_only=True) as database:
        documents = database.execute("SELECT count(*) FROM article").fetchall()[0][0]
        counted = dict(database.execute("SELECT type, count(*) FROM fact GROUP BY type").fetchall())
        provinces = database.execute(
            "SELECT coalesce(province, 'none or several'), count(DISTINCT article_id), count(fact_id) "
            "FROM article LEFT JOIN fact USING (article_id) GROUP BY 1 ORDER BY 3 DESC, 1"
        ).fetchall()
    return {
        "database": str(db),
        "documents": documents,
        "facts": {kind: counted.get(kind, 0) for kind in FACT_TABLES},
        "provinces": {place: {"documents": count, "facts": facts} for place, count, facts in provinces},
    }


def _table(title: str, rows: dict[str, list[int]], headings: list[str]) -> Table:
    table = Table(title=title, title_justify="left")
    table.add_column("")
    for heading in headings:
        table.add_column(heading, justify="right")
    for name, figures in rows.items():
        table.add_row(printable(name), *(f"{figure:,}" for figure in figures))
    return table
