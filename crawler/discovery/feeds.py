"""RSS 0.9 to 2.0, RDF and Atom."""

from __future__ import annotations

from collections.abc import Iterator
from urllib.parse import urljoin

from lxml import etree

from crawler.discovery import xml
from crawler.discovery.link import Link, moment


def links(body: bytes, base: str, limit: int) -> Iterator[Link]:
    """Articles that a feed announces, in its order."""
    root = xml.parse(xml.decompressed(body, limit))
    if root is None:
        return
    for entry in root.iter("{*}item", "{*}entry"):
        if url := _address(entry):
            when = xml.child_text(entry, "updated", "pubdate", "published", "date", "modified")
            yield Link(urljoin(base, url), "article", moment(when))


def _address(entry: etree._Element) -> str | None:
    for child in entry:
        if xml.local(child) == "link":
            if child.get("href") and child.get("rel", "alternate") == "alternate":
                return str(child.get("href")).strip()
            if text := "".join(child.itertext()).strip():
                return text
    guid = xml.child_text(entry, "guid", "id")
    return guid if guid and guid.startswith(("http://", "https://")) else None
