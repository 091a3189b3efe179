"""``thidua calibrate``, ``thidua precision`` and ``thidua quality``: what the figures are worth."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

import data
from thidua import messages, options
from thidua.progress import counting
from thidua.trouble import CommandError, Exit, Trouble, printable

if TYPE_CHECKING:
    from schemas import Document
    from thidua.quality.calibration import Judged
    from thidua.quality.page import Figures

Write = Annotated[bool, typer.Option("--write", help="Store the model in data/confidence.json.")]
Sample = Annotated[int, typer.Option("--sample", "-n", min=0, help="Facts of each type to print.")]
Seed = Annotated[int, typer.Option(help="Seed of the sample.")]
Shared = Annotated[Path, typer.Option(help="Folder with gold, pages and corpus.")]
Out = Annotated[Path, typer.Option("--output", "-o", help="Page to write.")]


def calibrate(shared: Shared = Path("../shared"), write: Write = False) -> None:
    """Fit the model of confidence to all annotated documents, and print its reliability table."""
    messages.set_up(as_json=False, quiet=False)
    _require(shared)
    from thidua.quality import calibration, page

    judged = _judged(shared)
    bins = calibration.reliability(calibration.cross_validated(judged), [find.right for find in judged])
    rows = [
        [f"{b.low:.2f}-{b.high:.2f}", str(b.count), f"{b.confidence:.3f}", f"{b.right:.3f}"] for b in bins
    ]
    print(page.table(["confidence", "finds", "mean said", "share right"], rows))
    print(f"expected calibration error {calibration.expected_error(bins):.3f}")
    if write:
        model = {
            "finds": len(judged),
            "shift": calibration.shift(judged),
            "weights": calibration.fit(judged),
        }
        text = json.dumps(model, ensure_ascii=False, indent=0, sort_keys=True)
        (data.ROOT / "confidence.json").write_text(text + "\n", "utf-8")


def precision(
    paths: options.Paths, sample: Sample = 10, seed: Seed = 0, quiet: options.Quiet = False
) -> None:
    """Count facts per 1,000 articles by type and rule, and print some to read."""
    messages.set_up(as_json=False, quiet=quiet)
    from thidua.quality.precision import tally

    counted = tally(_documents(paths, shown=not quiet), sample, seed)
    print(f"{counted.articles} articles; facts per 1,000 of them:")
    for kind, rule in sorted(counted.by_rule):
        print(f"{kind:12}{rule:40}{counted.per_thousand(kind, rule):8.1f}")
    for fact in counted.samples():
        words = f"{fact.before} [[{fact.text}]] {fact.after}".replace("\n", " ⏎ ")
        print(f"{fact.document}\t{fact.rule}\t{fact.confidence:.2f}\t{printable(words)}")


def quality(shared: Shared = Path("../shared"), output: Out = Path("docs/quality.md")) -> None:
    """Measure everything there is to measure and write docs/quality.md."""
    messages.set_up(as_json=False, quiet=False)
    if not (shared / "gold" / "seeds.jsonl").exists():
        raise CommandError(Trouble(str(shared), "holds no gold", "Give the folder with --shared"), Exit.USAGE)
    from thidua.quality import page

    figures = _figures(shared)
    notes = (data.ROOT / "quality" / "notes.md").read_text("utf-8")
    output.write_text(page.markdown(figures, notes), encoding="utf-8")
    messages.inform(f"{output} written")


def _require(shared: Path) -> None:
    if not (shared / "gold" / "seeds.jsonl").exists():
        trouble = Trouble(str(shared), "the folder holds no gold", "Give the one that does with --shared")
        raise CommandError(trouble, Exit.USAGE)


def _judged(shared: Path) -> list[Judged]:
    from thidua.quality import calibration
    from thidua.quality.gold import annotated, read_unweighed, record_of

    judged: list[Judged] = []
    for documents in annotated(shared):
        for doc_id, document in documents.items():
            reading = read_unweighed(document["body"], document.get("source"))
            judged += calibration.judge(document, record_of(doc_id, reading), reading)
    return judged


def _documents(paths: list[str], *, shown: bool) -> Iterator[Document]:
    from thidua import inputs
    from thidua.extraction import extract_all

    with counting("articles", shown=shown) as advance:
        for outcome in extract_all(inputs.read(inputs.find(paths))):
            if isinstance(outcome, Trouble):
                messages.tell(outcome)
            else:
                yield outcome.document
            advance()


def _figures(shared: Path) -> Figures:
    from thidua.evaluation import score
    from thidua.quality import calibration, gold, others, page
    from thidua.quality.precision import tally

    kinds = gold.kinds(shared)
    found = {kind.name: kind.read() for kind in kinds}
    reports = {kind.name: score(kind.gold, found[kind.name]) for kind in kinds}
    bodies: dict[str, tuple[float, float]] = {}
    people: dict[str, tuple[float, float]] = {}
    for kind in kinds:
        if kind.pages and kind.pages.name == "html":
            theirs = others.trafilatura_bodies(kind.gold, kind.pages)
            ours = zip(kind.gold, reports[kind.name].body_f1, strict=True)
            bodies |= {doc_id: (f1, theirs[doc_id]) for doc_id, f1 in ours}
        if not kind.bodies_only:
            alone = score(kind.gold, others.underthesea_people(kind.gold))
            people[kind.name] = tuple(r.types["person"].figures()["f1"] for r in (reports[kind.name], alone))  # type: ignore[assignment]
    judged = _judged(shared)
    bins = calibration.reliability(calibration.cross_validated(judged), [find.right for find in judged])
    news = tally(_documents([str(shared / "corpus" / "news.jsonl.gz")], shown=True), size=0)
    return page.Figures(reports, bodies, people, bins, news)
