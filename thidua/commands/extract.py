"""``thidua extract``: pages to one JSON object per document."""

from __future__ import annotations

import gzip
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO, Annotated

import typer

from thidua import messages, options
from thidua.progress import counting
from thidua.trouble import CommandError, Exit, Trouble

Output = Annotated[
    Path | None,
    typer.Option("--output", "-o", help="File to write, gzipped if it ends in .gz; else standard output."),
]


def extract(
    paths: options.Paths,
    output: Output = None,
    domain: options.Domains = None,
    language: options.Language = None,
    jobs: options.Jobs = 1,
    quiet: options.Quiet = False,
    json_logs: options.JsonLogs = False,
) -> None:
    """Read pages and write one JSON object per document, with its facts."""
    messages.set_up(as_json=json_logs, quiet=quiet)
    from thidua import inputs
    from thidua.extraction import extract_all

    items = inputs.choose(inputs.read(inputs.find(paths, leave_out=output)), domain or (), language)
    documents = facts = failed = 0
    shown = not quiet and (output is not None or not sys.stdout.isatty())
    with _writing(output) as out, counting("documents", shown=shown) as advance:
        for outcome in extract_all(items, jobs):
            if isinstance(outcome, Trouble):
                messages.tell(outcome)
                failed += 1
            else:
                out.write(outcome.document.model_dump_json() + "\n")
                documents, facts = documents + 1, facts + len(outcome.document.facts)
            advance()
    messages.inform(
        f"{documents:,} documents, {facts:,} facts, {failed:,} failed",
        documents=documents,
        facts=facts,
        failed=failed,
    )
    raise typer.Exit(Exit.FAILED if failed else Exit.WELL)


@contextmanager
def _writing(output: Path | None) -> Iterator[IO[str]]:
    """Standard output, or a file that is in its place once it is whole."""
    if output is None:
        yield sys.stdout
        sys.stdout.flush()
        return
    draft = output.with_name(output.name + ".part")
    try:
        opened = gzip.open if output.suffix == ".gz" else open
        with opened(draft, "wt", encoding="utf-8", newline="\n") as out:
            yield out
        draft.replace(output)
    except OSError as error:
        mend = "Check that the folder exists, that you may write there and that the disk has room"
        reason = f"the file cannot be written ({error.strerror or error})"
        raise CommandError(Trouble(str(output), reason, mend)) from error
    finally:
        draft.unlink(missing_ok=True)
