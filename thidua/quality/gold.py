"""The kinds of gold beside the checkout: annotated documents, and the pages to read them from."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from extract import pipeline
from extract.language.normal import normalise
from extract.reading import Reading
from schemas import Document
from thidua.evaluation import inputs
from thidua.evaluation.likeness import Record
from thidua.evaluation.references import rebuilt
from thidua.extraction import Extracted, extract

TESTS = Path(__file__).resolve().parents[2] / "tests"
"""The tests of a checkout. Measuring quality is a developer's work: an installed wheel has none."""


@dataclass(frozen=True, slots=True)
class Kind:
    """One kind of gold: its documents and what to read them from."""

    name: str
    gold: dict[str, Record]
    pages: Path | None
    bodies_only: bool = False
    """Whether only title and body are annotated."""

    def read(self) -> dict[str, Record]:
        """What is extracted for each document, in the guidelines' shape."""
        folders = [self.pages] if self.pages else []
        outcomes = (extract(item) for item in inputs.items(self.gold, folders))
        return {o.document.id: o.document.to_record() for o in outcomes if isinstance(o, Extracted)}


def kinds(shared: Path) -> list[Kind]:
    """Every kind of gold in the shared folder, in the order of the page on quality."""
    gold = shared / "gold"
    composed = inputs.load(gold / "composed.jsonl")
    html = shared / "pages" / "html"
    own = TESTS / "gold"
    with_html = {i: d for i, d in composed.items() if (html / f"{i}.html").exists()}
    return [
        Kind("real page dumps", inputs.load(gold / "seeds.jsonl"), shared / "seeds"),
        Kind("real articles, text", inputs.load(gold / "real.jsonl"), None),
        Kind("composed pages, dumps", composed, shared / "pages" / "dumps"),
        Kind("composed pages, HTML", with_html, html),
        Kind("real pages, HTML", inputs.load(gold / "boilerplate.jsonl"), html, bodies_only=True),
        Kind("union news, our annotation", _union_news(shared, "union.jsonl"), None),
        Kind("union news, annotated apart", _union_news(shared, "union_apart.jsonl"), None),
        Kind("pages of our own", inputs.load(own / "composed.jsonl"), own / "pages"),
        Kind("articles of our own, text", inputs.load(own / "articles.jsonl"), None),
    ]


def _union_news(shared: Path, name: str) -> dict[str, Record]:
    return rebuilt(TESTS / "labelled" / name, shared / "corpus" / "union.jsonl.gz")


def annotated(shared: Path) -> list[dict[str, Record]]:
    """All documents whose facts are annotated, each once, for fitting and judging confidence."""
    return [kind.gold for kind in kinds(shared) if not kind.bodies_only and not kind.name.endswith("HTML")]


def read_unweighed(body: str, source: str | None) -> Reading:
    """A reading whose facts still carry the confidence of their rules, not the model's."""
    nlp = pipeline.shared()
    doc = nlp.make_doc(normalise(body))
    doc._.source = source
    for name, component in nlp.pipeline:
        if name != "facts":
            doc = component(doc)
    reading: Reading = doc._.reading
    return reading


def record_of(doc_id: str, reading: Reading) -> Record:
    """A reading's facts in the guidelines' shape."""
    return Document(id=doc_id, body=reading.text, facts=tuple(reading.facts)).to_record()
