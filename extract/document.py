"""The way in: a saved page or a record becomes an article, and the article a document with its facts.

::

    from extract.document import document

    document(Path("page.html").read_bytes(), name="page.html").facts
"""

from __future__ import annotations

import datetime as dt
import hashlib
from collections.abc import Mapping
from pathlib import PurePath
from typing import Any

from extract.article import assemble
from extract.language.normal import normalise
from extract.page import dates, html
from extract.page import text as plain
from extract.page.content import Content, UnreadablePage
from extract.page.decoding import decode
from extract.page.markers import key
from schemas import Article, Document

__all__ = ["UnreadablePage", "article", "article_of_record", "document", "document_of_record", "with_facts"]


def document(raw: bytes, *, name: str, url: str | None = None) -> Document:
    """The article in a saved page, with its facts.

    Args:
        raw: HTML, a page saved as text, or an article as text (headline, blank line, body), in any encoding
            Vietnamese pages come in. What it is shows in the bytes, whatever its extension says.
        name: name of its file; the stem becomes the id.
        url: address it came from, if known.

    Raises:
        UnreadablePage: empty, binary, or without an article; the message says what to do.
    """
    return with_facts(article(raw, name=name, url=url))


def article(raw: bytes, *, name: str, url: str | None = None) -> Article:
    """The article in a saved page, without facts. Arguments and errors as for ``document``."""
    content = _content(decode(raw)).updated(url=url)
    return _assembled(content, PurePath(name).stem or name or _hash(url or content.body))


def document_of_record(record: Mapping[str, Any]) -> Document:
    """The document of a JSON record.

    With a ``title``, its ``text`` is the clean body and is kept as it is; without one, ``text`` is read like
    a page saved as text. ``html`` is read like a saved page.

    Args:
        record: ``text`` or ``html``; optionally ``id``, ``title``, ``url``, ``source``, ``date`` or
            ``published`` (ISO 8601), ``authors``.

    Raises:
        UnreadablePage: neither text nor html, or no article in it.
    """
    return with_facts(article_of_record(record))


def article_of_record(record: Mapping[str, Any]) -> Article:
    """The article of a JSON record, without facts. Arguments and errors as for ``document_of_record``."""
    title, text = _string(record, "title"), _string(record, "text") or _string(record, "body")
    markup = _string(record, "html")
    if markup:
        content = html.read(markup)
    elif text and title:
        content = Content(_without_headline(normalise(text), title))
    elif text:
        content = _content(text)
    else:
        raise UnreadablePage("the record has neither text nor html: give it one of the two")
    content = content.updated(
        title=title,
        url=_string(record, "url"),
        source=_string(record, "source"),
        published=_day(record.get("published") or record.get("date")),
        authors=_authors(record.get("authors")),
    )
    return _assembled(content, str(record.get("id") or _hash(content.url or content.body)))


def with_facts(found: Article) -> Document:
    """An article with the facts read from its body."""
    from extract import pipeline  # spaCy takes seconds to import, and articles alone need none of it

    reading = pipeline.read(found.body, published=found.published, source=found.source)
    fields = {name: getattr(found, name) for name in Article.model_fields}
    return Document(**fields, facts=tuple(reading.facts))


def _content(text: str) -> Content:
    return html.read(text) if html.is_markup(text) else plain.read(text)


def _assembled(content: Content, id: str) -> Article:  # noqa: A002 - the field's own name
    if not content.body.strip():
        raise UnreadablePage("the page holds a headline but no text: give it the article's own page")
    return assemble(content, id)


def _without_headline(text: str, title: str) -> str:
    """A clean body, one line feed between paragraphs; some collections begin it with the headline."""
    lines = [stripped for line in text.split("\n") if (stripped := line.strip())]
    repeated = len(lines) > 1 and key(lines[0][:500]) == key(title)
    return "\n".join(lines[repeated:])


def _string(record: Mapping[str, Any], name: str) -> str | None:
    value = record.get(name)
    return normalise(value).strip() or None if isinstance(value, str) else None


def _day(value: object) -> dt.date | None:
    if isinstance(value, dt.datetime):
        return dates.instant(value.isoformat())
    if isinstance(value, dt.date):
        return value
    return dates.instant(value) if isinstance(value, str) else None


def _authors(value: object) -> tuple[str, ...]:
    names = [value] if isinstance(value, str) else value if isinstance(value, list | tuple) else []
    return tuple(name.strip() for name in names if isinstance(name, str) and name.strip())


def _hash(text: str) -> str:
    return hashlib.sha256(text.encode("utf-8", "replace")).hexdigest()[:16]
