"""Articles as the archive holds them, and what can be read of each: title, date, body."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from fastwarc.warc import ArchiveIterator, WarcRecordType
from lxml import etree, html

from crawler.frontier import Frontier
from schemas.source_config import Selectors, SourceConfig

MAX_BYTES = 10_000_000
"""What is read of one page, decompressed: no more than the crawler's own bound."""


@dataclass(frozen=True, slots=True)
class StoredArticle:
    """One article's page, decompressed."""

    url: str
    fetched: dt.datetime
    content: bytes = field(repr=False)
    file: str
    offset: int


@dataclass(frozen=True, slots=True)
class ReadArticle:
    """What a page says of its article, by the source's selectors or, without any, by text and metadata."""

    title: str | None
    published: dt.date | None
    body: str


def stored_articles(
    folder: Path, frontier: Frontier, run: int, limit: int | None = None
) -> Iterator[StoredArticle]:
    """Articles that a run fetched and that were new or changed, the latest first."""
    rows = frontier.db.execute(
        "SELECT urls.url, f.at, f.file, f.offset FROM fetches f JOIN urls ON urls.id = f.url"
        " WHERE f.run = ? AND f.outcome IN ('new', 'changed') AND kind = 'article' AND mime != 'warc/revisit'"
        " ORDER BY f.id DESC LIMIT ?",
        (run, -1 if limit is None else limit),
    ).fetchall()
    for url, at, file, offset in rows:
        content = _payload(folder / file, offset)
        if content is not None:
            yield StoredArticle(url, dt.datetime.fromtimestamp(at, dt.UTC), content, file, offset)


def _payload(path: Path, offset: int) -> bytes | None:
    try:
        with path.open("rb") as stream:
            stream.seek(offset)
            records = ArchiveIterator(stream, record_types=WarcRecordType.response, auto_decode="all")
            return bytes(next(iter(records)).reader.read(MAX_BYTES))
    except (OSError, StopIteration, ValueError):
        return None


def read_article(source: SourceConfig, stored: StoredArticle) -> ReadArticle:
    """Title, date and body of a page."""
    layout = source.selectors_on(stored.fetched.date())
    tree = _tree(stored.content)
    picked = (
        _pick(source, layout, tree)
        if layout is not None and tree is not None
        else ReadArticle(None, None, "")
    )
    if picked.title and picked.published and picked.body:
        return picked
    guessed = _guess(stored)
    return ReadArticle(
        picked.title or guessed.title, picked.published or guessed.published, picked.body or guessed.body
    )


def _tree(content: bytes) -> html.HtmlElement | None:
    import trafilatura  # a third of a second, and only where articles are read

    try:
        return html.fromstring(trafilatura.utils.decode_file(content))
    except (etree.ParserError, ValueError, TypeError):
        return None


def _guess(stored: StoredArticle) -> ReadArticle:
    import trafilatura

    try:
        found: Any = trafilatura.bare_extraction(
            stored.content, url=stored.url, fast=True, with_metadata=True
        )
    except Exception:  # hostile pages make it fail in many ways; the page then counts as unread
        found = None
    if found is None:
        return ReadArticle(None, None, "")
    return ReadArticle(found.title or None, _day(found.date), found.text or "")


def _day(text: str | None) -> dt.date | None:
    try:
        return dt.date.fromisoformat((text or "")[:10])
    except ValueError:
        return None


def _pick(source: SourceConfig, layout: Selectors, tree: html.HtmlElement) -> ReadArticle:
    return ReadArticle(
        _text(tree, layout.title) or None,
        _date(_text(tree, layout.date), source.date_formats),
        _body(tree, layout) if layout.body else "",
    )


def _text(tree: html.HtmlElement, selector: str | None) -> str:
    found = tree.cssselect(selector) if selector else []
    return " ".join(found[0].text_content().split()) if found else ""


def _date(text: str, formats: tuple[str, ...]) -> dt.date | None:
    """The first date that a text holds in one of the formats."""
    words = text.replace(",", " ").split()
    for form in formats:
        length = len(form.split())
        for start in range(len(words) - length + 1):
            try:
                return dt.datetime.strptime(" ".join(words[start : start + length]), form).date()
            except ValueError:
                continue
    return None


def _body(tree: html.HtmlElement, layout: Selectors) -> str:
    found = tree.cssselect(layout.body or "")
    for part in found:
        for unwanted in (element for selector in layout.remove for element in part.cssselect(selector)):
            unwanted.drop_tree()
    paragraphs = (
        " ".join(p.text_content().split()) for part in found for p in (part.cssselect("p") or [part])
    )
    return "\n".join(paragraph for paragraph in paragraphs if paragraph)
