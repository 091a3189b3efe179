"""Gold documents, and what is extracted for each: from its page, or from its own title and body."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from thidua.evaluation.likeness import Record
from thidua.inputs import Item
from thidua.trouble import CommandError, Exit, Trouble

PAGE_SUFFIXES = (".txt", ".html", ".htm")


def load(path: Path) -> dict[str, Record]:
    """Documents of a JSONL file by id.

    Raises:
        CommandError: the file is missing, or a line of it is no document with an id and facts.
    """
    documents: dict[str, Record] = {}
    try:
        with path.open(encoding="utf-8") as lines:
            for number, line in enumerate(lines, 1):
                if line.strip():
                    document = _document(path, number, line)
                    documents[document["id"]] = document
    except (OSError, UnicodeDecodeError) as error:
        mend = "Give a JSONL file of documents in the guidelines' shape"
        raise CommandError(Trouble(str(path), f"cannot be read ({error})", mend), Exit.USAGE) from error
    return documents


def _document(path: Path, number: int, line: str) -> Record:
    try:
        document: Record = json.loads(line)
        if isinstance(document["id"], str) and isinstance(document["facts"], list):
            return document
    except (ValueError, KeyError, TypeError):
        pass
    mend = "Write one object a line, with at least id, body and facts"
    raise CommandError(Trouble(str(path), "not a document with facts", mend, f"line {number}"), Exit.USAGE)


def items(gold: Mapping[str, Record], pages: Iterable[Path]) -> Iterator[Item]:
    """What to extract for each gold document: the page of its name, else its title and body."""
    stored = _pages(pages)
    for doc_id, document in gold.items():
        if page := stored.get(doc_id):
            yield Item(
                id=doc_id, raw=page.read_bytes(), file=str(page), origin=page.name, url=document.get("url")
            )
        else:
            text = f"{document.get('title') or ''}\n\n{document['body']}"
            yield Item(id=doc_id, raw=text.encode(), file=doc_id, origin=doc_id, url=document.get("url"))


def _pages(folders: Iterable[Path]) -> dict[str, Path]:
    found: dict[str, Path] = {}
    for folder in folders:
        for path in sorted(folder.iterdir()):
            if path.suffix.lower() in PAGE_SUFFIXES:
                found.setdefault(path.stem, path)
    return found
