"""``thidua evaluate``: how many facts of gold documents are found, by type, attribute and rule."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from thidua import messages
from thidua.trouble import CommandError, Exit, Trouble

if TYPE_CHECKING:
    from thidua.evaluation import Report
    from thidua.evaluation.comparing import Change
    from thidua.evaluation.likeness import Record

Gold = Annotated[
    list[Path], typer.Argument(metavar="GOLD…", help="JSONL files of gold documents.", show_default=False)
]
Pages = Annotated[
    list[Path] | None,
    typer.Option("--pages", help="Folder of pages named by document id; else title and body are the input."),
]
Predicted = Annotated[
    Path | None,
    typer.Option("--predicted", help="Score these facts, as `thidua extract` writes them; extract nothing."),
]
Output = Annotated[
    Path | None, typer.Option("--output", "-o", help="Keep the extracted documents, as JSONL.")
]
Old = Annotated[
    Path | None, typer.Option("--compare", help="Older facts: list what was gained and lost, by rule.")
]
Errors = Annotated[
    bool, typer.Option("--errors", "-e", help="List every miss, spurious fact and wrong attribute.")
]
AsJson = Annotated[bool, typer.Option("--json", help="The report and the messages as JSON.")]
FloorsFile = Annotated[Path, typer.Option("--floors", help="File of floors under the figures.")]
Check = Annotated[bool, typer.Option("--check", help="Leave with 1 if a figure is below its floor.")]
Update = Annotated[
    bool, typer.Option("--update", help="Raise the floors to the figures reached; none is lowered.")
]


def evaluate(
    gold: Gold,
    pages: Pages = None,
    predicted: Predicted = None,
    output: Output = None,
    compare: Old = None,
    errors: Errors = False,
    as_json: AsJson = False,
    floors: FloorsFile = Path("tests/floors.toml"),
    check: Check = False,
    update: Update = False,
) -> None:
    """Measure the facts found against gold ones."""
    messages.set_up(as_json=as_json, quiet=False)
    from thidua.evaluation import inputs, score

    documents = {path.stem: inputs.load(path) for path in gold}
    given = inputs.load(predicted) if predicted else None
    found = {
        name: given if given is not None else _extract(docs, pages or []) for name, docs in documents.items()
    }
    if output:
        _write(output, found)
    reports = {name: score(docs, found[name]) for name, docs in documents.items()}
    old = inputs.load(compare) if compare else None
    changes = {name: _changes(documents[name], old, found[name]) for name in documents}
    _print(reports, changes, as_json=as_json, errors=errors)
    good = _floors(floors, reports, check=check, update=update)
    raise typer.Exit(Exit.WELL if good else Exit.FAILED)


def _extract(gold: dict[str, Record], pages: list[Path]) -> dict[str, Record]:
    from thidua.evaluation import inputs
    from thidua.extraction import extract

    for folder in pages:
        if not folder.is_dir():
            mend = "Give the folder that holds the pages"
            raise CommandError(Trouble(str(folder), "there is no such folder", mend), Exit.USAGE)
    found: dict[str, Record] = {}
    for item in inputs.items(gold, pages):
        outcome = extract(item)
        if isinstance(outcome, Trouble):
            messages.tell(outcome)
        else:
            found[item.id] = outcome.document.to_record()
    return found


def _write(output: Path, found: dict[str, dict[str, Record]]) -> None:
    with output.open("w", encoding="utf-8") as out:
        for documents in found.values():
            out.writelines(json.dumps(document, ensure_ascii=False) + "\n" for document in documents.values())


def _changes(
    gold: dict[str, Record], old: dict[str, Record] | None, new: dict[str, Record]
) -> list[Change] | None:
    from thidua.evaluation import comparing

    return None if old is None else comparing.compare(gold, old, new)


def _print(
    reports: dict[str, Report], changes: dict[str, list[Change] | None], *, as_json: bool, errors: bool
) -> None:
    from thidua.evaluation import printing

    if as_json:
        figures = {name: _figures(report, changes[name], errors=errors) for name, report in reports.items()}
        whole = figures if len(figures) > 1 else next(iter(figures.values()))
        print(json.dumps(whole, ensure_ascii=False, indent=1))
        return
    for name, report in reports.items():
        print(*printing.lines(name, report), sep="\n")
        if errors:
            print(*printing.errors(report.errors), sep="\n")
        if (found := changes[name]) is not None:
            print(*printing.changes(found, listed=errors), sep="\n")


def _figures(report: Report, changes: list[Change] | None, *, errors: bool) -> dict[str, Any]:
    from dataclasses import asdict

    figures = report.as_json()
    if errors:
        figures["errors"] = [asdict(error) for error in report.errors]
    if changes is not None:
        figures["changes"] = [asdict(change) for change in changes]
    return figures


def _floors(path: Path, reports: dict[str, Report], *, check: bool, update: bool) -> bool:
    """Whether all figures stand on their floors; true if nobody asked."""
    from thidua.evaluation import floors

    stored = floors.read(path) if check or update else {}
    good = True
    for name, report in reports.items():
        now = floors.reached(report)
        below = floors.broken(stored.get(name, {}), now)
        for figure, (floor, value) in below.items():
            messages.log.error("%s: %s is %.3f, below its floor of %.3f", name, figure, value, floor)
        good = good and not below
        stored[name] = floors.raised(stored.get(name, {}), now)
    if update:
        floors.write(path, stored)
    return good or not check
