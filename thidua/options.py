"""Options that several commands share."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

Paths = Annotated[
    list[str],
    typer.Argument(
        metavar="PATH…",
        help="Files, folders or globs of .txt .html .htm .jsonl(.gz) .warc(.gz)",
        show_default=False,
    ),
]
PathsOrSamples = Annotated[
    list[str] | None,
    typer.Argument(
        metavar="[PATH…]",
        help="As for `extract`; the sample pages if none is given",
        show_default=False,
    ),
]
Domains = Annotated[
    list[str] | None,
    typer.Option("--domain", help="Only pages from this domain or below it; may be given again."),
]
Language = Annotated[str | None, typer.Option("--language", help="Only pages in this language, such as vi.")]
FromSource = Annotated[
    list[str] | None,
    typer.Option("--source", help="Crawl this source first and load what is new; may be given again."),
]
Force = Annotated[bool, typer.Option("--force", help="Load also what an unhealthy crawl brought.")]
Quiet = Annotated[bool, typer.Option("--quiet", "-q", help="Say only what went wrong.")]
JsonLogs = Annotated[bool, typer.Option("--json", help="Messages and summary as JSON.")]
Jobs = Annotated[int, typer.Option("--jobs", "-j", min=1, help="Processes to work in.")]
Database = Annotated[Path, typer.Option("--db", help="DuckDB file to write; made if there is none.")]
DatabaseToRead = Annotated[Path, typer.Option("--db", help="DuckDB file to read.")]
