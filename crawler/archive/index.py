"""CDXJ: where each response stands in the archive, sorted by address and time, for replay tools."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urlsplit

from crawler.frontier import Frontier

NAME = "index.cdxj"


def write(folder: Path, frontier: Frontier) -> int:
    """Write the index of a source's archive anew and put it in place at once. Returns its lines."""
    lines = sorted(_lines(frontier))
    unfinished = folder / (NAME + ".tmp")
    unfinished.write_text("".join(lines), "utf-8")
    unfinished.replace(folder / NAME)
    return len(lines)


def _lines(frontier: Frontier) -> Iterator[str]:
    rows = frontier.db.execute(
        "SELECT urls.url, at, f.status, mime, f.digest, length, offset, file FROM fetches f"
        " JOIN urls ON urls.id = f.url WHERE file IS NOT NULL"
    )
    for url, at, status, mime, digest, length, offset, file in rows:
        moment = dt.datetime.fromtimestamp(at, dt.UTC)
        fields = {
            "url": url,
            "mime": mime or "unk",
            "status": str(status),
            "digest": (digest or "-").removeprefix("sha1:"),
            "length": str(length),
            "offset": str(offset),
            "filename": file,
        }
        yield f"{surt(url)} {moment:%Y%m%d%H%M%S} {json.dumps(fields, ensure_ascii=False)}\n"


def surt(url: str) -> str:
    """Sort-friendly form: host turned round, lower case, no scheme and no www."""
    parts = urlsplit(url.lower())
    host = (parts.hostname or "").removeprefix("www.")
    turned = host if host.replace(".", "").isdigit() else ",".join(reversed(host.split(".")))
    port = f":{parts.port}" if parts.port else ""
    query = f"?{parts.query}" if parts.query else ""
    return f"{turned}{port}){parts.path or '/'}{query}"
