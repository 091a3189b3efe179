"""How many characters a second ``thidua extract`` reads, beside ``underthesea.ner`` on the same text.

::

    python -m bench.throughput [FILE.jsonl.gz]

One process each, in one run. The entity tagger is slower by orders of magnitude, so it reads a sample of the
articles, sentence by sentence, as its time grows with the square of what it is given at once.
"""

from __future__ import annotations

import gzip
import json
import subprocess
import sys
import tempfile
import time
from pathlib import Path

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
        ours = _extract(corpus, facts), sum(map(len, texts))
        read = len(facts.read_text("utf-8").splitlines())
        theirs = _tag(texts)
    print(f"{corpus.name}: {len(texts):,} articles, {read:,} of them read\n")
    print("| one process | characters | seconds | characters a second |\n| --- | ---: | ---: | ---: |")
    for name, (seconds, characters) in {"thidua extract": ours, "underthesea.ner": theirs}.items():
        print(f"| `{name}` | {characters:,} | {seconds:.1f} | {characters / seconds:,.0f} |")
    print(f"\nratio {ours[1] / ours[0] / (theirs[1] / theirs[0]):,.0f}")


def _samples(path: Path) -> Path:
    """The sample articles, often enough to be measured."""
    gold = load(data.ROOT / "samples" / "samples.jsonl").values()
    with gzip.open(path, "wt", encoding="utf-8") as out:
        for number, document in enumerate(list(gold) * 100):
            record = {"id": str(number), "title": document["title"], "text": document["body"]}
            out.write(json.dumps(record) + "\n")
    return path


def _extract(corpus: Path, output: Path) -> float:
    """Seconds of the command, its start included."""
    began = time.perf_counter()
    command = [sys.executable, "-m", "thidua", "extract", str(corpus), "-o", str(output), "--quiet"]
    # Some records of a corpus hold no article, which the command reports and leaves with 1.
    if subprocess.run(command, stderr=subprocess.DEVNULL).returncode > 1:
        raise SystemExit("thidua extract failed")
    return time.perf_counter() - began


def _tag(texts: list[str]) -> tuple[float, int]:
    """Seconds and characters of the entity tagger, on every n-th article until its time is up."""
    from underthesea import ner, sent_tokenize

    ner("Hà Nội hôm nay có mưa.")  # loads the model
    characters, began = 0, time.perf_counter()
    for text in texts[:: max(1, len(texts) // 100)]:
        for sentence in sent_tokenize(text):
            ner(sentence)
        characters += len(text)
        if time.perf_counter() - began > SECONDS:
            break
    return time.perf_counter() - began, characters


if __name__ == "__main__":
    main()
