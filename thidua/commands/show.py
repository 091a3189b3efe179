"""``thidua show``: one document with its facts highlighted, in the terminal or as a page."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from thidua import messages
from thidua.trouble import CommandError, Exit, Trouble

Doc = Annotated[
    str, typer.Argument(metavar="DOC", help="File of one document, or FILE.jsonl#ID.", show_default=False)
]
Html = Annotated[Path | None, typer.Option("--html", help="Write a page with the facts marked to this file.")]


def show(doc: Doc, html: Html = None) -> None:
    """Show one document with its facts highlighted."""
    messages.set_up(as_json=False, quiet=False)
    from thidua import inputs, showing
    from thidua.extraction import extract

    path, _, wanted = doc.partition("#") if not Path(doc).exists() else (doc, "", "")
    items = inputs.read(inputs.find([path]))
    item = next((i for i in items if isinstance(i, Trouble) or wanted in ("", i.id)), None)
    if item is None:
        raise CommandError(Trouble(path, f"no document has the id {wanted}", "Check the id"), Exit.USAGE)
    outcome = item if isinstance(item, Trouble) else extract(item)
    if isinstance(outcome, Trouble):
        raise CommandError(outcome)
    if html is None:
        showing.in_terminal(outcome.document)
        return
    try:
        html.write_text(showing.as_page(outcome.document), encoding="utf-8")
    except OSError as error:
        reason = f"the file cannot be written ({error.strerror or error})"
        raise CommandError(
            Trouble(str(html), reason, "Check the folder and that you may write there")
        ) from error
