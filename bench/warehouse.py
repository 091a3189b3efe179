"""The warehouse under load: made-up statements through the loader, then the queries that people wait for.

    .venv/bin/python -m bench.warehouse [--articles 1000000] [--per-article 10] [--folder /tmp]

Loading is timed without the making of the rows and with all that a load does at its end. Peak memory is
that of the process that loads. Queries are medians of twenty runs, the first one left out. On a busy machine
look at the processor time.
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
    making = inserting = making_cpu = 0.0
    statements, began, began_cpu = 0, time.perf_counter(), time.process_time()
    with loading(path, "bench", synthetic=True) as loader:
        opened_after = time.perf_counter() - began
        batches = tables(articles, 1, per_article, "bench")
        mark, mark_cpu = time.perf_counter(), time.process_time()
        for batch in batches:
            made = time.perf_counter()
            making, making_cpu = making + made - mark, making_cpu + time.process_time() - mark_cpu
            loader.load_tables(batch)
            statements += batch["fact"].num_rows
            mark, mark_cpu = time.perf_counter(), time.process_time()
            inserting += mark - made
    ended = time.perf_counter()
    finishing = ended - mark + opened_after
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 2**20
    loading_cpu = time.process_time() - began_cpu - making_cpu
    figures = {"statements": statements, "making": making, "inserting": inserting, "finishing": finishing}
    return figures | {"cpu": loading_cpu, "memory": memory}


def in_own_process(path: Path, articles: int, per_article: float) -> dict[str, float]:
    """``load`` in a process of its own, whose memory is its own too."""
    command = [sys.executable, "-m", "bench.warehouse", "--load", str(path)]
    command += ["--articles", str(articles), "--per-article", str(per_article)]
    found: dict[str, float] = json.loads(subprocess.run(command, check=True, stdout=subprocess.PIPE).stdout)
    return found


Times = tuple[float, float]
"""Milliseconds, and those of processor time."""


def medians(database: duckdb.DuckDBPyConnection, query: str, parameters: list[Any] | None = None) -> Times:
    """Median times of a query whose rows are fetched as columns."""
    times, cpu = [], []
    for _ in range(RUNS + 1):
        began, began_cpu = time.perf_counter(), time.process_time()
        database.sql(query, params=parameters or []).to_arrow_table()
        times.append(1000 * (time.perf_counter() - began))
        cpu.append(1000 * (time.process_time() - began_cpu))
    return statistics.median(times[1:]), statistics.median(cpu[1:])


def queries(path: Path) -> Iterator[tuple[str, Times]]:
    """Names of queries and their times."""
    with opened(path) as database:
        ask = "FROM campaign_coverage(NULL, NULL, NULL{})"
        yield "campaign_coverage over everything", medians(database, ask.format(""))
        yield "campaign_coverage, map of 34", medians(database, ask.format(", map := 34"))
        yield (
            "campaign_coverage of one campaign",
            medians(database, "FROM campaign_coverage('lao-dong-gioi', NULL, NULL)"),
        )
        for which in (63, 34):
            codes = database.execute(
                "SELECT code FROM province WHERE map = ? ORDER BY code", [which]
            ).fetchall()
            ask = "FROM province_profile(?, map := ?)"
            times = {code: medians(database, ask, [code, which]) for (code,) in codes}
            ordered = sorted(times, key=lambda code: times[code])
            yield f"province_profile, slowest of the {which} ({ordered[-1]})", times[ordered[-1]]
            yield f"province_profile, middle of the {which}", times[ordered[len(ordered) // 2]]
        for name in ("awards_by_province", "benefit_by_province", "initiatives_by_province"):
            yield f"{name}(2024)", medians(database, f"FROM {name}(2024)")
        for phrase in ("lao dong gioi", "Lao động giỏi"):
            began, began_cpu = time.perf_counter(), time.process_time()
            search(database, [Phrase(phrase)], 20)
            taken = 1000 * (time.perf_counter() - began), 1000 * (time.process_time() - began_cpu)
            yield f"search “{phrase}”, once", taken


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
    print(
        f"      {statements / loaded['cpu']:,.0f} statements per second of one core ({loaded['cpu']:.1f} s)"
    )
    print(f"file: {path.stat().st_size / 2**30:.2f} GB; peak memory: {loaded['memory']:.1f} GB")
    for name, (wall, cpu) in queries(path):
        print(f"{name:<50}{wall:>10.1f} ms{cpu:>10.1f} ms of processor time", flush=True)
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
