"""Runs: begun, cut off and taken up, finished, judged, loaded."""

from __future__ import annotations

import json
import time
from collections.abc import Iterable

from crawler.frontier.database import Database
from crawler.frontier.entries import Run
from crawler.reasons import LASTING


class Runs(Database):
    """The runs of a source, of which one is open."""

    run: Run

    def begin_run(self) -> Run:
        """Take up the run that was cut off, or begin a new one and open its batch."""
        endings = [
            row[0] for row in self.db.execute("SELECT ending FROM runs WHERE ending IS NOT NULL ORDER BY id")
        ]
        sweep = "whole" not in endings or endings[-1] == "broken"
        cut_off = self.db.execute("SELECT id, started FROM runs WHERE finished IS NULL").fetchone()
        if cut_off:
            self.run = Run(cut_off[0], cut_off[1], resumed=True, sweep=sweep)
        else:
            now = time.time()
            run_id = self.db.execute("INSERT INTO runs (started) VALUES (?)", (now,)).lastrowid or 0
            self.run = Run(run_id, now, resumed=False, sweep=sweep)
            self.db.execute("UPDATE urls SET attempts = 0 WHERE attempts > 0")
            self.db.execute(
                "UPDATE urls SET state = 'pending' WHERE state = 'failed' AND kind = 'article'"
                " AND reason NOT IN (SELECT value FROM json_each(?)) AND not_before <= ?",
                (json.dumps(sorted(LASTING)), now),
            )
        self.db.execute("BEGIN")
        return self.run

    def finish_run(self, whole: bool) -> None:
        """Close the run. ``whole`` if every list was to be read: the next may then stop at what is known."""
        lost = self.db.execute(
            "SELECT 1 FROM urls WHERE kind != 'article' AND state = 'failed' AND done_run = ? LIMIT 1",
            (self.run.id,),
        ).fetchone()
        ending = "broken" if lost else "whole" if whole else "partial"
        self.db.execute(
            "UPDATE runs SET finished = ?, ending = ? WHERE id = ?", (time.time(), ending, self.run.id)
        )

    def judge_run(self, healthy: bool) -> None:
        """Record whether the run met its source's expectations."""
        self.db.execute("UPDATE runs SET healthy = ? WHERE id = ?", (healthy, self.run.id))

    def runs_to_load(self, force: bool = False) -> list[int]:
        """Finished runs whose articles are not in the warehouse yet: the healthy ones, or all by force."""
        rows = self.db.execute(
            "SELECT id FROM runs WHERE finished IS NOT NULL AND NOT loaded AND (healthy OR ?) ORDER BY id",
            (force,),
        )
        return [row[0] for row in rows]

    def mark_loaded(self, runs: Iterable[int]) -> None:
        """Record that the articles of these runs are in the warehouse."""
        self.db.executemany("UPDATE runs SET loaded = 1 WHERE id = ?", [(run,) for run in runs])

    def progress(self) -> dict[str, int]:
        """Articles of this run so far: how many were fetched, failed and are waiting."""
        fetched, failed, waiting = self.db.execute(
            "SELECT sum(state = 'done' AND done_run = ?1), sum(state = 'failed' AND done_run = ?1),"
            " sum(state IN ('pending', 'taken')) FROM urls WHERE kind = 'article'",
            (self.run.id,),
        ).fetchone()
        return {"fetched": fetched or 0, "failed": failed or 0, "waiting": waiting or 0}
