"""How many characters a second ``thidua extract`` reads, beside ``underthesea.ner`` on the same text.

::

    python -m bench.throughput [FILE.jsonl.gz]

One process each, in one run. The entity tagger is slower by orders of magnitude, so it reads a sample of the
articles, sentence by sentence, as its time grows with the square of what it is given at once.
"""

from __future__ import annotations

import gzip
import json
import resource
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import NamedTuple

import data
from thidua.evaluation.inputs import load

CORPUS = Path(__file__).parents[2] / "shared" / "corpus" / "news.jsonl.gz"
SECONDS = 20.0
"""How long the tagger may read."""


def main() -> None:
    """Measures both and prints a table."""
    with tempfile.TemporaryDirectory() as folder:
        corpus = Path(sys.argv[1]) if len(sys.argv) > 1 else CORPUS
        if not corpus.exists():
            corpus = _samples(Path(folder, "samples.jsonl.gz"))
        with gzip.open(corpus, "rt", encoding="utf-8") as lines:
            texts = [json.loads(line)["text"] for line in lines]
        facts = Path(folder, "facts.jsonl")
        ours = sum(map(len, texts)), _extract(corpus, facts)
        read = len(facts.read_text("utf-8").splitlines())
        theirs = _tag(texts)
    print(f"{corpus.name}: {len(texts):,} articles, {read:,} of them read\n")
    print("| one process | characters | seconds | CPU seconds | characters a second |")
    print("| --- | ---: | ---: | ---: | ---: |")
    for name, (characters, spent) in {"thidua extract": ours, "underthesea.ner": theirs}.items():
        speed = characters / spent.wall
        print(f"| `{name}` | {characters:,} | {spent.wall:.1f} | {spent.cpu:.1f} | {speed:,.0f} |")
    by_wall = ours[0] / ours[1].wall / (theirs[0] / theirs[1].wall)
    by_cpu = ours[0] / ours[1].cpu / (theirs[0] / theirs[1].cpu)
    print(f"\nratio {by_wall:.0f} by the clock, {by_cpu:.0f} by CPU time, which other programs disturb less")


class Spent(NamedTuple):
    """Seconds by the clock and of the processor."""

    wall: float
    cpu: float


def _samples(path: Path) -> Path:
    """The sample articles, often enough to be measured."""
    gold = load(data.ROOT / "samples" / "samples.jsonl").values()
    with gzip.open(path, "wt", encoding="utf-8") as out:
        for number, document in enumerate(list(gold) * 100):
            record = {"id": str(number), "title": document["title"], "text": document["body"]}
            out.write(json.dumps(record) + "\n")
    return path


def _extract(corpus: Path, output: Path) -> Spent:
    """What the command takes, its start included."""
    began, before = time.perf_counter(), _children()
    command = [sys.executable, "-m", "thidua", "extract", str(corpus), "-o", str(output), "--quiet"]
    # Some records of a corpus hold no article, which the command reports and leaves with 1.
    if subprocess.run(command, stderr=subprocess.DEVNULL).returncode > 1 or not output.exists():
        raise SystemExit("thidua extract failed")
    return Spent(time.perf_counter() - began, _children() - before)


def _children() -> float:
    usage = resource.getrusage(resource.RUSAGE_CHILDREN)
    return usage.ru_utime + usage.ru_stime


def _tag(texts: list[str]) -> tuple[int, Spent]:
    """What the entity tagger takes, on every n-th article until its time is up, and how much it read."""
    from underthesea import ner, sent_tokenize

    ner("Hà Nội hôm nay có mưa.")  # loads the model
    characters, began, before = 0, time.perf_counter(), time.process_time()
    for text in texts[:: max(1, len(texts) // 100)]:
        for sentence in sent_tokenize(text):
            ner(sentence)
        characters += len(text)
        if time.perf_counter() - began > SECONDS:
            break
    return characters, Spent(time.perf_counter() - began, time.process_time() - before)


if __name__ == "__main__":
    main()
