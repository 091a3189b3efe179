"""The warehouse under load: made-up statements through the loader, then the queries that people wait for.

    .venv/bin/python -m bench.warehouse [--articles 1000000] [--per-article 10] [--folder /tmp]

Loading is timed without the making of the rows and with all that a load does at its end. Peak memory is that
of the process that loads. Queries are medians of twenty runs on a fresh connection, the first one left out.
"""

from __future__ import annotations

import argparse
import json
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import duckdb
import numpy as np

from warehouse import duplicates
from warehouse.opening import opened
from warehouse.searching import Phrase, search
from warehouse.store import loading
from warehouse.synthetic import tables

RUNS = 20


def load(path: Path, articles: int, per_article: float) -> dict[str, float]:
    """Loads made-up articles; seconds by what they went into, and peak memory in GB."""
    making = inserting = 0.0
    statements, began = 0, time.perf_counter()
    with loading(path, "bench", synthetic=True) as loader:
        opened_after = time.perf_counter() - began
        batches, mark = tables(articles, 1, per_article, "bench"), time.perf_counter()
        for batch in batches:
            made = time.perf_counter()
            making += made - mark
            loader.load_tables(batch)
            statements += batch["fact"].num_rows
            mark = time.perf_counter()
            inserting += mark - made
    ended = time.perf_counter()
    finishing = ended - mark + opened_after
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 2**20
    return {"statements": statements, "making": making, "inserting": inserting} | {
        "finishing": finishing,
        "memory": memory,
    }


def in_own_process(path: Path, articles: int, per_article: float) -> dict[str, float]:
    """``load`` in a process of its own, whose memory is its own too."""
    command = [sys.executable, "-m", "bench.warehouse", "--load", str(path)]
    command += ["--articles", str(articles), "--per-article", str(per_article)]
    found: dict[str, float] = json.loads(subprocess.run(command, check=True, stdout=subprocess.PIPE).stdout)
    return found


def median_ms(database: duckdb.DuckDBPyConnection, query: str, parameters: list[Any] | None = None) -> float:
    """Median milliseconds of a query whose rows are fetched."""
    times = []
    for _ in range(RUNS + 1):
        began = time.perf_counter()
        database.execute(query, parameters or []).fetchall()
        times.append(1000 * (time.perf_counter() - began))
    return statistics.median(times[1:])


def queries(path: Path) -> Iterator[tuple[str, float]]:
    """Names of queries and their medians in milliseconds."""
    with opened(path) as database:
        ask = "FROM campaign_coverage(NULL, NULL, NULL{})"
        yield "campaign_coverage over everything", median_ms(database, ask.format(""))
        yield "campaign_coverage, map of 34", median_ms(database, ask.format(", map := 34"))
        yield (
            "campaign_coverage of one campaign",
            median_ms(database, "FROM campaign_coverage('lao-dong-gioi', NULL, NULL)"),
        )
        for which in (63, 34):
            codes = database.execute(
                "SELECT code FROM province WHERE map = ? ORDER BY code", [which]
            ).fetchall()
            ask = "FROM province_profile(?, map := ?)"
            medians = {code: median_ms(database, ask, [code, which]) for (code,) in codes}
            slowest = max(medians, key=lambda code: medians[code])
            yield f"province_profile, slowest of the {which} ({slowest})", medians[slowest]
            yield f"province_profile, middle of the {which}", statistics.median(medians.values())
        for name in ("awards_by_province", "benefit_by_province", "initiatives_by_province"):
            yield f"{name}(2024)", median_ms(database, f"FROM {name}(2024)")
        for phrase in ("lao dong gioi", "Lao động giỏi"):
            began = time.perf_counter()
            search(database, [Phrase(phrase)], 20)
            yield f"search “{phrase}”, once", 1000 * (time.perf_counter() - began)


def grouping(articles: int) -> float:
    """Seconds to group articles by signature, a fifth of them re-posts that differ in a few places."""
    random = np.random.default_rng(1)
    signatures = random.integers(0, 2**32, (articles, duplicates.PERMUTATIONS), dtype=np.uint32)
    copies = random.integers(0, articles, articles // 5)
    signatures[: len(copies)] = signatures[copies]
    signatures[: len(copies), ::16] = random.integers(0, 2**32, (len(copies), 4), dtype=np.uint32)
    named = {f"{number:032x}": signature for number, signature in enumerate(signatures)}
    began = time.perf_counter()
    duplicates.groups(named)
    return time.perf_counter() - began


def report(folder: Path, articles: int, per_article: float) -> None:
    """Measures all and prints it."""
    path = folder / "bench.synthetic.duckdb"
    loaded = in_own_process(path, articles, per_article)
    statements = loaded["statements"]
    whole = loaded["inserting"] + loaded["finishing"]
    print(f"{articles:,} articles, {int(statements):,} statements; making the rows {loaded['making']:.1f} s")
    print(
        f"load: {statements / whole:,.0f} statements/s ({whole:.1f} s: batches {loaded['inserting']:.1f} s, "
    )
    print(f"      start and end {loaded['finishing']:.1f} s); batches alone: ", end="")
    print(f"{statements / loaded['inserting']:,.0f} statements/s")
    print(f"file: {path.stat().st_size / 2**30:.2f} GB; peak memory: {loaded['memory']:.1f} GB")
    for name, milliseconds in queries(path):
        print(f"{name:<50}{milliseconds:>10.1f} ms")
    print(f"{f'grouping near-duplicates of {articles:,} articles':<50}{grouping(articles):>10.1f} s")


def main() -> None:
    """Reads the sizes and measures."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("--articles", type=int, default=1_000_000)
    parser.add_argument("--per-article", type=float, default=10.0)
    parser.add_argument("--folder", type=Path, default=Path(tempfile.gettempdir()))
    parser.add_argument("--load", type=Path, help=argparse.SUPPRESS)
    asked = parser.parse_args()
    if asked.load:
        print(json.dumps(load(asked.load, asked.articles, asked.per_article)))
        return
    with tempfile.TemporaryDirectory(dir=asked.folder, prefix="thidua-bench-") as folder:
        report(Path(folder), asked.articles, asked.per_article)


if __name__ == "__main__":
    main()
