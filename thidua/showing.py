"""A document with its facts marked: in colours for a terminal, as a displaCy page for a browser."""

from __future__ import annotations

import html
from collections.abc import Iterator
from itertools import pairwise
from typing import Any

from rich.console import Console
from rich.table import Table
from rich.text import Text

from schemas import Document
from thidua.trouble import printable

COLOURS = {
    "campaign": "#a6e22d",
    "person": "#c887fb",
    "initiative": "#7aecec",
    "benefit": "#feca74",
    "award": "#ff9561",
    "statistic": "#9cc9cc",
}
"""Fact type → colour; dark text on each has a contrast of at least 7 to 1."""

EVIDENCE = {"text", "start", "end", "rule", "rule_version", "confidence", "type"}


def in_terminal(document: Document, console: Console | None = None) -> None:
    """Prints title, body with facts in colour, and a table of the facts."""
    console = console or Console(highlight=False)
    console.print(Text(printable(document.title or document.id), style="bold"))
    about = (document.source, document.published, document.province, document.province_2025)
    console.print(Text(printable(" · ".join(str(part) for part in about if part)), style="dim"))
    body = Text(_same_length(document.body))
    for fact in document.facts:
        body.stylize(f"black on {COLOURS[fact.type]}", fact.start, fact.end)
    console.print(body)
    console.print(_table(document))


def _same_length(body: str) -> str:
    """The body without what a terminal would obey, offsets kept."""
    return "".join(char if char == "\n" or char == printable(char) else "\ufffd" for char in body)


def _table(document: Document) -> Table:
    table = Table("type", "says", "rule", "words")
    for fact in document.facts:
        says = ", ".join(f"{name} {value}" for name, value in _attributes(fact))
        cells = fact.type, says, fact.rule, fact.text
        table.add_row(*(Text(printable(cell)) for cell in cells))
    return table


def _attributes(fact: Any) -> Iterator[tuple[str, Any]]:
    for name, value in fact:
        if name not in EVIDENCE and value not in (None, ()):
            yield name, ", ".join(value) if isinstance(value, tuple) else value


def as_page(document: Document) -> str:
    """An HTML page: the body with its facts marked by displaCy, and a table of them. All text is escaped."""
    from spacy import displacy

    marks = list(_stretches(document))
    colours = {mark["label"]: COLOURS[mark["label"].partition(" + ")[0]] for mark in marks}
    parsed = {"text": document.body, "ents": marks, "title": None}
    marked = displacy.render(parsed, style="ent", manual=True, jupyter=False, options={"colors": colours})
    rows = "".join(_row(fact) for fact in document.facts)
    return _PAGE.format(title=html.escape(document.title or document.id), body=marked, rows=rows)


def _stretches(document: Document) -> Iterator[dict[str, Any]]:
    """Stretches that do not overlap, as displaCy needs them; where facts do, one carries all their types."""
    edges = sorted({edge for fact in document.facts for edge in (fact.start, fact.end)})
    for start, end in pairwise(edges):
        kinds = dict.fromkeys(f.type for f in document.facts if f.start <= start and end <= f.end)
        if kinds:
            yield {"start": start, "end": end, "label": " + ".join(kinds)}


def _row(fact: Any) -> str:
    says = ", ".join(f"{name}: {value}" for name, value in _attributes(fact))
    cells = fact.type, says, f"{fact.rule} v{fact.rule_version}", f"{fact.confidence:.2f}", fact.text
    return "<tr>" + "".join(f"<td>{html.escape(cell)}</td>" for cell in cells) + "</tr>\n"


_PAGE = """<!DOCTYPE html>
<html lang="vi">
<head><meta charset="utf-8"><title>{title}</title>
<style>
body {{ font: 16px/1.6 system-ui, sans-serif; max-width: 60rem; margin: 2rem auto; padding: 0 1rem }}
table {{ border-collapse: collapse; font-size: 0.9rem }}
td, th {{ border: 1px solid #999; padding: 0.3rem 0.5rem; text-align: left; vertical-align: top }}
</style></head>
<body>
<h1>{title}</h1>
{body}
<table>
<tr><th>type</th><th>says</th><th>rule</th><th>confidence</th><th>words</th></tr>
{rows}</table>
</body>
</html>
"""
