"""Pages that list articles: their links, and the link to the page after."""

from __future__ import annotations

import re
from dataclasses import dataclass
from urllib.parse import urljoin, urlsplit

from lxml import etree

NEXT_WORDS = frozenset(
    (
        *(
            "sau",
            "tiếp",
            "tiếp theo",
            "trang sau",
            "trang tiếp",
            "trang kế",
            "xem thêm",
            "cũ hơn",
            "bài cũ hơn",
        ),
        *("next", "older", "older posts", "»", "›", ">", ">>", "→"),
    )
)
"""What links to the next page are called, lower case."""
_BASE = re.compile(rb"<base\s[^>]*href=[\"']?([^\"'\s>]+)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Listing:
    """What a page links to."""

    hrefs: tuple[str, ...]
    """Addresses of all links, absolute, in order, each once."""
    next_page: str | None
    """Where the page itself says that the list goes on."""


def read(body: bytes, base: str, encoding: str | None, find_next: bool = True) -> Listing:
    """Links of a page of HTML. Never fails: a page that cannot be read has no links."""
    try:
        root = etree.fromstring(body, etree.HTMLParser(encoding=encoding, remove_comments=True, recover=True))
    except (etree.XMLSyntaxError, ValueError, LookupError):
        root = None
    if root is None:
        return Listing((), None)
    if found := _BASE.search(body[:5000]):
        base = urljoin(base, found[1].decode("utf-8", "replace"))
    parts = urlsplit(base)
    origin = f"{parts.scheme}://{parts.netloc}"
    hrefs: dict[str, None] = {}
    next_page: str | None = None
    for anchor in root.iter("a", "link"):
        href = (anchor.get("href") or "").strip()
        if not href or href[0] == "#" or href[:11].lower() in ("javascript:", "mailto:", "tel:"):
            continue
        url = absolute(href, base, origin)
        if url is None:
            continue
        if find_next and next_page is None and _leads_on(anchor):
            next_page = url
        if anchor.tag == "a":
            hrefs[url] = None
    return Listing(tuple(hrefs), next_page)


def absolute(href: str, base: str, origin: str) -> str | None:
    """A link's address; the common shapes without the cost of urljoin."""
    if href.startswith("/") and not href.startswith("//") and "/." not in href:
        return origin + href
    if href.startswith(("http://", "https://")):
        return href
    try:
        return urljoin(base, href)
    except ValueError:
        return None


def _leads_on(anchor: etree._Element) -> bool:
    if "next" in (anchor.get("rel") or "").lower().split():
        return True
    if anchor.tag != "a" or len(anchor) > 2:
        return False
    return "".join(anchor.itertext()).strip().lower() in NEXT_WORDS
