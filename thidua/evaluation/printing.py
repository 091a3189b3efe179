"""A report for the eyes: the tables of types, attributes and rules, and the list of errors."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from thidua.evaluation.comparing import Change
from thidua.evaluation.scoring import Error, Report
from thidua.trouble import printable


def lines(name: str, report: Report) -> Iterator[str]:
    """The figures of one report, line by line."""
    figures = report.as_json()
    yield f"{name}: {report.documents} documents"
    yield f"{'type':11}{'gold':>6}{'pred':>6}{'P':>8}{'R':>8}{'F1':>8}{'strict F1':>11}"
    for kind, c in figures["types"].items():
        yield (
            f"{kind:11}{c['gold']:6}{c['predicted']:6}"
            f"{c['precision']:8.3f}{c['recall']:8.3f}{c['f1']:8.3f}{c['strict_f1']:11.3f}"
        )
    for kind, attributes in figures["attributes"].items():
        if attributes:
            yield f"{kind:11}" + "  ".join(f"{a} {share:.2f} ({n})" for a, (share, n) in attributes.items())
    about = "  ".join(f"{field} {share:.2f}" for field, share in figures["document"].items())
    yield f"document   {about}  bad offsets {report.bad_offsets}"
    yield from _rules(report)


def _rules(report: Report) -> Iterator[str]:
    if not report.rules:
        return
    yield f"{'rule':40}{'pred':>6}{'right':>7}{'strict':>8}{'P':>8}"
    for rule, tally in sorted(report.rules.items()):
        precision = tally.found / tally.predicted if tally.predicted else 0.0
        yield f"{rule:40}{tally.predicted:6}{tally.found:7}{tally.strict:8}{precision:8.3f}"


def errors(found: Iterable[Error]) -> Iterator[str]:
    """Every miss, spurious fact and wrong attribute, tab-separated."""
    for error in found:
        wrong = "; ".join(f"{name}: {want!r} not {got!r}" for name, (want, got) in error.attributes.items())
        fields = error.document, error.type, error.what, error.rule or "", error.text, wrong
        yield "\t".join(printable(field) for field in fields).rstrip()


def changes(found: list[Change], *, listed: bool) -> Iterator[str]:
    """Gains and losses by rule; each one besides if asked."""
    counts: dict[tuple[str, str], int] = {}
    for change in found:
        counts[change.rule, change.what] = counts.get((change.rule, change.what), 0) + 1
    yield "changes against the older facts:" if found else "no change against the older facts"
    for (rule, what), count in sorted(counts.items()):
        yield f"{rule:40}{what:18}{count:5}"
    if listed:
        for change in found:
            yield "\t".join(
                printable(f) for f in (change.document, change.type, change.what, change.rule, change.text)
            )
