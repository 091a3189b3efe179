"""What people decided about links, in a file of its own beside the database.

A load makes the links anew, and a database can be made anew from its pages; neither may lose what somebody
looked up and decided. So decisions stand in an SQLite file beside the database, in a log that only grows: the
latest word about a pair counts, and taking it back is one more line. They are kept by fact, and by article
and name as well, so that a decision still finds its people when a new version of the program reads their
facts otherwise.
"""

from __future__ import annotations

import datetime as dt
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

import duckdb

from warehouse.errors import WarehouseError
from warehouse.identity import digest
from warehouse.linking.names import name_key

Verdict = Literal["same", "different", "undone"]

_TABLE = """
CREATE TABLE IF NOT EXISTS decision (
  number INTEGER PRIMARY KEY,
  left_fact TEXT NOT NULL, left_article TEXT NOT NULL, left_name TEXT NOT NULL,
  right_fact TEXT NOT NULL, right_article TEXT NOT NULL, right_name TEXT NOT NULL,
  verdict TEXT NOT NULL CHECK (verdict IN ('same', 'different', 'undone')),
  decided_by TEXT NOT NULL, decided_at TEXT NOT NULL, note TEXT
)"""
_LATEST = """
SELECT left_fact, left_article, left_name, right_fact, right_article, right_name,
       verdict, decided_by, decided_at, note
FROM decision WHERE number IN (
  SELECT max(number) FROM decision GROUP BY left_article, left_name, right_article, right_name
) AND verdict <> 'undone' ORDER BY number"""
_INSERT = "INSERT INTO decision VALUES (NULL, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"


@dataclass(frozen=True, slots=True, order=True)
class Anchor:
    """A mention of a person: the fact, and what finds it again when the fact is read otherwise."""

    article: str
    name: str
    """The name's key."""
    fact: str


@dataclass(frozen=True, slots=True)
class Decision:
    """What somebody decided about two mentions."""

    left: Anchor
    right: Anchor
    verdict: Verdict
    decided_by: str
    decided_at: str
    """ISO 8601, UTC."""
    note: str | None = None


def beside(path: Path) -> Path:
    """The file of decisions that goes with a database."""
    return path.with_name(path.name + ".decisions.sqlite")


@contextmanager
def _log(path: Path) -> Iterator[sqlite3.Connection]:
    name = beside(path)
    try:
        log = sqlite3.connect(name, timeout=10, isolation_level=None)
        try:
            log.execute("PRAGMA journal_mode = WAL")
            log.execute(_TABLE)
            yield log
        finally:
            log.close()
    except sqlite3.Error as error:
        mend = "Check the file and that you may write in its folder"
        raise WarehouseError(name, f"decisions cannot be kept there ({error})", mend) from error


def decide(path: Path, decision: Decision) -> None:
    """Adds a decision to the log; of two about one pair, the later counts.

    Args:
        path: the database.
        decision: with its mentions in either order.

    Raises:
        WarehouseError: the file of decisions cannot be written.
    """
    left, right = sorted((decision.left, decision.right))
    row = (left.fact, left.article, left.name, right.fact, right.article, right.name)
    with _log(path) as log:
        log.execute(
            _INSERT,
            (*row, decision.verdict, decision.decided_by, decision.decided_at, decision.note),
        )


def current(path: Path) -> list[Decision]:
    """Decisions that hold, in the order they were made. None where nothing was ever decided.

    Raises:
        WarehouseError: the file of decisions cannot be read.
    """
    if not beside(path).exists():
        return []
    with _log(path) as log:
        rows = log.execute(_LATEST).fetchall()
    return [
        Decision(Anchor(left[1], left[2], left[0]), Anchor(right[1], right[2], right[0]), *rest)
        for left, right, rest in ((row[:3], row[3:6], row[6:]) for row in rows)
    ]


def anchor(database: duckdb.DuckDBPyConnection, fact: str) -> Anchor | None:
    """The mention with this fact id, None if the database has no such person fact."""
    query = "SELECT article_id, person.name FROM fact JOIN person USING (fact_id) WHERE fact_id = ?"
    found = database.execute(query, [fact]).fetchall()
    return Anchor(found[0][0], name_key(found[0][1]), fact) if found else None


def fill(database: duckdb.DuckDBPyConnection, path: Path) -> None:
    """Copies the decisions that hold into ``link_decision``, on the facts that their mentions have now.

    Args:
        database: open for writing.
        path: the database's own path, beside which the decisions stand.
    """
    rows = []
    for decision in current(path):
        left, right = (_now(database, mention) for mention in (decision.left, decision.right))
        if left and right and left != right:
            left, right = sorted((left, right))
            rows.append((digest(left, right), left, right, decision.verdict, decision.note))
    database.execute("DELETE FROM link_decision")
    for row in {row[0]: row for row in rows}.values():
        database.execute("INSERT INTO link_decision VALUES (?, ?, ?, ?, ?)", row)


def _now(database: duckdb.DuckDBPyConnection, mention: Anchor) -> str | None:
    """The fact's id if it is still there, else that of the article's fact with the same name."""
    query = (
        "SELECT fact_id, person.name FROM fact JOIN person USING (fact_id) WHERE article_id = ? ORDER BY ALL"
    )
    facts = database.execute(query, [mention.article]).fetchall()
    named = [fact for fact, name in facts if name_key(name) == mention.name]
    return mention.fact if mention.fact in named else next(iter(named), None)


def now() -> str:
    """This moment, as decisions keep it."""
    return dt.datetime.now(dt.UTC).isoformat(timespec="seconds")
