"""JSONL, plain or gzipped: one record a line with ``id``, ``text`` or ``html``, and what else is known."""

from __future__ import annotations

import gzip
import hashlib
import json
import zlib
from collections.abc import Iterator
from typing import IO, Any, cast

from thidua.inputs.item import Item, url_id
from thidua.inputs.paths import Found
from thidua.trouble import Trouble

GZIP_MAGIC = b"\x1f\x8b"


def read(file: Found) -> Iterator[Item | Trouble]:
    """The records of a file, up to where it breaks off."""
    count = 0
    try:
        with _open(file) as lines:
            for number, line in enumerate(lines, 1):
                if line.strip():
                    yield _item(file, number, line)
                    count += 1
    except (EOFError, zlib.error, gzip.BadGzipFile) as error:
        reason = f"the gzip stream is broken off or damaged after {count:,} records ({error})"
        yield Trouble(
            str(file.path), reason, "The records before it were read; get the file again for the rest"
        )
    else:
        if not count:
            yield Trouble(str(file.path), "the file is empty", "It should hold one JSON object a line")


def _open(file: Found) -> IO[bytes]:
    """By its first bytes, not its name: downloads are often unpacked without being renamed."""
    with file.path.open("rb") as start:
        zipped = start.read(2) == GZIP_MAGIC
    return cast(IO[bytes], gzip.open(file.path, "rb")) if zipped else file.path.open("rb")


def _item(file: Found, number: int, line: bytes) -> Item | Trouble:
    place = f"line {number}"
    try:
        record = json.loads(line.decode("utf-8-sig"))
    except (ValueError, RecursionError) as error:
        return Trouble(str(file.path), f"not JSON ({error})", "Write one JSON object a line, in UTF-8", place)
    if flaw := flaw_of(record):
        return Trouble(str(file.path), *flaw, place)
    return Item(
        id=_id(record, line),
        raw=line.strip(),
        file=str(file.path),
        origin=file.name,
        place=place,
        url=record.get("url") or None,
        record=record,
    )


def flaw_of(record: Any) -> tuple[str, str] | None:
    """Why a JSON value is no record, and what to do; None where it is one."""
    if not isinstance(record, dict):
        return "the line is not a JSON object", "Write one object a line, in braces"
    wrong = [
        name for name in ("text", "html", "title", "url") if not isinstance(record.get(name), str | None)
    ]
    if wrong:
        return f"{' and '.join(wrong)} should be a string", "Mend the record"
    if not any((record.get(name) or "").strip() for name in ("text", "html")):
        return "the record has neither text nor html", "Give the article as `text` or its page as `html`"
    return None


def _id(record: dict[str, Any], line: bytes) -> str:
    if record.get("id") not in (None, ""):
        return str(record["id"])
    return url_id(record["url"]) if record.get("url") else hashlib.sha256(line.strip()).hexdigest()[:16]
