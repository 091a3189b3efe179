"""A source against pages saved from its site: does it still find the links, the title, the date, the body?"""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from crawler.articles import StoredArticle, read_article
from crawler.discovery.link import PageKind
from crawler.frontier import Entry
from crawler.reading import LinkReader
from schemas.source_config import SourceConfig

EXPECTED = "expected.json"


@dataclass(frozen=True, slots=True)
class Finding:
    """What was checked, and whether it was as it should be."""

    what: str
    well: bool
    detail: str = ""


def check(source: SourceConfig, folder: Path) -> Iterator[Finding]:
    """Read each saved page as the source declares, and compare with what ``expected.json`` says of it."""
    file = folder / EXPECTED
    if not file.exists():
        return
    try:
        expected: dict[str, dict[str, Any]] = json.loads(file.read_text("utf-8"))
    except (json.JSONDecodeError, UnicodeDecodeError) as error:
        yield Finding(str(file), False, f"not JSON: {error}")
        return
    for name, wanted in expected.items():
        page = folder / name
        if not page.exists():
            yield Finding(name, False, "the page is missing")
        elif "articles_at_least" in wanted:
            yield _list(source, page, wanted)
        else:
            yield from _article(source, page, wanted)


def _list(source: SourceConfig, page: Path, wanted: dict[str, Any]) -> Finding:
    kind: PageKind = wanted.get("kind", "section")
    entry = Entry(0, wanted["url"], kind, section=_section(source, kind))
    found = LinkReader(source).read_list(entry, page.read_bytes(), None).articles
    return Finding(
        f"{page.name}: articles listed", len(found) >= wanted["articles_at_least"], f"{len(found)} found"
    )


def _section(source: SourceConfig, kind: PageKind) -> str | None:
    for number, discovery in enumerate(source.discovery):
        if discovery.kind == kind:
            return f"{number} {discovery.urls[0]}"
    return None


def _article(source: SourceConfig, page: Path, wanted: dict[str, Any]) -> Iterator[Finding]:
    fetched = dt.datetime.fromtimestamp(page.stat().st_mtime, dt.UTC)
    if "fetched" in wanted:
        fetched = dt.datetime.fromisoformat(wanted["fetched"])
    url = wanted.get("url", source.home)
    read = read_article(source, StoredArticle(url, fetched, page.read_bytes(), page.name, 0))
    if "url" in wanted:
        yield Finding(f"{page.name}: address", LinkReader(source).is_article(url), url)
    if "title" in wanted:
        yield Finding(f"{page.name}: title", read.title == wanted["title"], str(read.title))
    if "published" in wanted:
        yield Finding(f"{page.name}: date", str(read.published) == wanted["published"], str(read.published))
    least = wanted.get("body_at_least", 1)
    yield Finding(f"{page.name}: body", len(read.body) >= least, f"{len(read.body)} characters")
