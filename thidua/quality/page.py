"""docs/quality.md: figures, comparisons, reliability and precision, as Markdown."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from thidua.evaluation import Report
from thidua.quality.calibration import UNSEEN, Bin, expected_error
from thidua.quality.precision import Tally

Table = Sequence[Sequence[str]]


@dataclass(frozen=True, slots=True)
class Figures:
    """Everything the page says in numbers."""

    reports: Mapping[str, Report]
    bodies: Mapping[str, tuple[float, float]]
    """Document → body F1 of Thi Đua and of trafilatura alone, on the same HTML page."""
    people: Mapping[str, tuple[float, float]]
    """Kind of gold → F1 for people of Thi Đua and of underthesea alone, on the same text."""
    bins: Sequence[Bin]
    news: Tally | None


def markdown(figures: Figures, notes: str) -> str:
    """The whole page.

    Args:
        figures: what was measured.
        notes: prose in Markdown, put after the figures.
    """
    parts = [
        "# Quality",
        "*Written by `thidua quality`; the notes at the end by hand (`data/quality/notes.md`).*",
        *_facts(figures.reports),
        *_others(figures),
        *_reliability(figures.bins),
        *(_news(figures.news) if figures.news else ()),
        notes.strip(),
    ]
    return "\n\n".join(parts) + "\n"


def table(head: Sequence[str], rows: Table) -> str:
    """A Markdown table, figures to the right."""
    ruler = ["---", *("---:" for _ in head[1:])]
    return "\n".join("| " + " | ".join(row) + " |" for row in (head, ruler, *rows))


def _facts(reports: Mapping[str, Report]) -> Iterator[str]:
    yield "## Facts"
    yield (
        "A fact is found if it pairs with a gold fact; it is strict if every attribute that gold states is "
        "right besides. F1 by kind of gold and type of fact, strict F1 in brackets:"
    )
    kinds = ("campaign", "person", "initiative", "benefit", "award", "statistic", "all")
    rows = []
    for name, report in reports.items():
        types = report.as_json()["types"]
        if types["all"]["gold"]:
            cells = (f"{types[k]['f1']:.3f} ({types[k]['strict_f1']:.3f})" for k in kinds)
            rows.append([f"{name} ({report.documents})", *cells])
    yield table(["gold (documents)", *kinds], rows)
    about = ("title", "published", "province", "province_2025", "body_f1")
    yield "What is said of each article, as the share that is right, and the F1 of its text by word:"
    yield table(["gold", *about, "bad offsets"], [_about(n, r, about) for n, r in reports.items()])


def _about(name: str, report: Report, fields: Sequence[str]) -> list[str]:
    figures = report.as_json()
    cells = (f"{figures['document'][f]:.3f}" if f in figures["document"] else "–" for f in fields)
    return [name, *cells, str(report.bad_offsets)]


def _others(figures: Figures) -> Iterator[str]:
    yield "## Against others, on the same documents in the same run"
    yield "F1 of the article's text by word, from HTML:"
    yield _versus("page", "trafilatura alone", figures.bodies)
    yield "F1 for people; underthesea's named-entity recognition knows no posts or organisations of theirs:"
    yield _versus("gold", "underthesea alone", figures.people)


def _versus(what: str, other: str, pairs: Mapping[str, tuple[float, float]]) -> str:
    rows = [[name, f"{ours:.3f}", f"{theirs:.3f}"] for name, (ours, theirs) in pairs.items()]
    return table([what, "Thi Đua", other], rows)


def _reliability(bins: Sequence[Bin]) -> Iterator[str]:
    yield "## Confidence"
    right, of = UNSEEN
    yield (
        "Of the finds to which a model that had not seen their document gave such a confidence, how many "
        f"were right in every attribute. Expected calibration error {expected_error(bins):.3f} "
        f"over {sum(b.count for b in bins)} finds. The rules have been mended by reading most of these "
        f"documents; on others, nobody had read, {right} of {of} finds were right when first measured. What "
        "`confidence` says is therefore lower than this table, by one shift in log-odds for all."
    )
    rows = [
        [f"{b.low:.2f} – {b.high:.2f}", str(b.count), f"{b.confidence:.3f}", f"{b.right:.3f}"] for b in bins
    ]
    yield table(["confidence", "finds", "mean said", "share right"], rows)


def _news(news: Tally) -> Iterator[str]:
    yield "## On other news"
    yield f"Facts per 1,000 articles on anything, over {news.articles:,} articles, by type and rule:"
    kinds = sorted({kind for kind, _ in news.by_rule})
    rows = [[f"**{kind}**", f"{news.per_thousand(kind):.1f}"] for kind in kinds]
    rows += [[f"`{rule}`", f"{news.per_thousand(kind, rule):.1f}"] for kind, rule in sorted(news.by_rule)]
    yield table(["type or rule", "per 1,000 articles"], rows)
