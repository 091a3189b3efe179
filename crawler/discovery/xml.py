"""XML as strangers serve it: broken, compressed, hostile. Read without entities, files or network."""

from __future__ import annotations

import zlib

from lxml import etree


class TooLargeError(ValueError):
    """A body that grows beyond its bound when decompressed."""


def decompressed(body: bytes, limit: int) -> bytes:
    """A body with gzip undone where it is gzip, as sitemaps often are; a broken end is dropped.

    Raises:
        TooLargeError: more than ``limit`` bytes would come out.
    """
    if not body.startswith(b"\x1f\x8b"):
        return body
    inflate = zlib.decompressobj(wbits=31)
    try:
        out = inflate.decompress(body, limit + 1)
    except zlib.error:
        return b""
    if len(out) > limit:
        raise TooLargeError(f"more than {limit:,} bytes when decompressed")
    return out


def parse(body: bytes) -> etree._Element | None:
    """Root of a document, mended where it is broken, or None where nothing is left of it."""
    parser = etree.XMLParser(
        recover=True, resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False
    )
    try:
        return etree.fromstring(body.lstrip(), parser)
    except (etree.XMLSyntaxError, ValueError):
        return None


def local(element: etree._Element) -> str:
    """An element's name without its namespace, lower case; '' for comments and the like."""
    return etree.QName(element).localname.lower() if isinstance(element.tag, str) else ""


def child_text(element: etree._Element, *names: str) -> str | None:
    """Text of the first child with one of these names, the names' order first."""
    by_name = {local(child): child for child in reversed(element)}
    for name in names:
        if name in by_name and (text := "".join(by_name[name].itertext()).strip()):
            return text
    return None
