"""Sitemaps, sitemap indexes and news sitemaps, plain or gzip; also plain lists of addresses."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from urllib.parse import urljoin

from lxml import etree

from crawler.discovery import xml
from crawler.discovery.link import Link, moment


def links(body: bytes, base: str, limit: int, include: Sequence[str] = ()) -> Iterator[Link]:
    """Sub-sitemaps and pages that a sitemap lists.

    Args:
        include: patterns of sub-sitemaps to open; all where there is none.
    """
    content = xml.decompressed(body, limit)
    if not content.lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b"<"):
        yield from _plain(content)
        return
    root = xml.parse(content)
    if root is None:
        return
    for entry in root.iter("{*}sitemap", "{*}url"):
        url = xml.child_text(entry, "loc")
        if not url:
            continue
        changed = moment(xml.child_text(entry, "lastmod") or _published(entry))
        if xml.local(entry) == "url":
            yield Link(urljoin(base, url), "article", changed)
        elif not include or any(re.search(pattern, url) for pattern in include):
            yield Link(urljoin(base, url), "sitemap", changed)


def _published(entry: etree._Element) -> str | None:
    found = entry.find("{*}news/{*}publication_date")
    return found.text if found is not None else None


def _plain(content: bytes) -> Iterator[Link]:
    for line in content.decode("utf-8", "replace").splitlines():
        if line.startswith(("http://", "https://")):
            yield Link(line.strip(), "article")
