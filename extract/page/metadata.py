"""What a page's head and microdata say of its article: JSON-LD, Open Graph, meta elements, <time>."""

from __future__ import annotations

import datetime as dt
import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from lxml.etree import _Element

import data
from extract.language.normal import lower, normalise
from extract.page import bylines, dates
from extract.page.lines import tidy

_ARTICLE = re.compile(r"article|posting|report|webpage", re.IGNORECASE)
_DATES = tuple(data.toml("page/markup.toml")["date_properties"])
_DEEPEST = 12


@dataclass(frozen=True, slots=True)
class Metadata:
    """What markup states; empty where it does not."""

    titles: tuple[str, ...] = ()
    """Headlines as stated, best first; they may end in the name of the site."""
    description: str | None = None
    authors: tuple[str, ...] = ()
    published: dt.date | None = None
    site: str | None = None
    url: str | None = None


def read(tree: _Element) -> Metadata:
    """Everything a page's markup states about its article."""
    meta = _meta(tree)
    linked = _linked_data(tree)
    titles = [
        _text(linked.get("headline")),
        meta.get("og:title"),
        meta.get("twitter:title"),
        _text(tree.findtext(".//title")),
    ]
    published = _published(tree, meta, linked)
    site = _name(linked.get("publisher")) or meta.get("og:site_name") or meta.get("application-name")
    return Metadata(
        titles=tuple(dict.fromkeys(title for title in titles if title)),
        description=meta.get("og:description") or meta.get("description"),
        authors=_authors(meta, linked, site),
        published=published,
        site=site,
        url=_url(tree, meta),
    )


def _text(value: object) -> str | None:
    return tidy(normalise(value).replace("\n", " ")) or None if isinstance(value, str) else None


def _meta(tree: _Element) -> dict[str, str]:
    """Meta elements by name or property, lower case; the first of each."""
    found: dict[str, str] = {}
    for element in tree.iter("meta"):
        name = element.get("property") or element.get("name") or element.get("itemprop")
        if name and (content := _text(element.get("content"))):
            found.setdefault(name.lower().strip(), content)
    return found


def _linked_data(tree: _Element) -> dict[str, Any]:
    """The JSON-LD object of the article; empty if there is none that parses."""
    found: list[dict[str, Any]] = []
    for script in tree.iter("script"):
        if "ld+json" not in (script.get("type") or "").lower():
            continue
        try:
            value = json.loads((script.text or "").strip().rstrip(";"), strict=False)
        except (ValueError, RecursionError):
            continue
        found += [item for item in _objects(value) if _ARTICLE.search(str(item.get("@type") or ""))]
    found.sort(key=lambda item: ("datePublished" not in item, "headline" not in item))
    return found[0] if found else {}


def _objects(value: object, depth: int = 0) -> Iterator[dict[str, Any]]:
    """JSON-LD objects at the top, in lists and in ``@graph``."""
    if depth > _DEEPEST:
        return
    if isinstance(value, list):
        for item in value[:200]:
            yield from _objects(item, depth + 1)
    elif isinstance(value, dict):
        yield value
        yield from _objects(value.get("@graph"), depth + 1)


def _name(value: object) -> str | None:
    if isinstance(value, list):
        value = value[0] if value else None
    return _text(value.get("name")) if isinstance(value, dict) else _text(value)


def _authors(meta: dict[str, str], linked: dict[str, Any], site: str | None) -> tuple[str, ...]:
    """People, from the first statement that names any; a site that signs its own articles is no person."""
    stated = linked.get("author")
    several = [_name(value) for value in (stated if isinstance(stated, list) else [stated])]
    for values in (several, [meta.get("article:author")], [meta.get("author")], [meta.get("dc.creator")]):
        signed = [value for value in values if value and lower(value) not in lower(site or "")]
        if found := tuple(dict.fromkeys(name for value in signed for name in bylines.names(value))):
            return found
    return ()


def _published(tree: _Element, meta: dict[str, str], linked: dict[str, Any]) -> dt.date | None:
    stated = [linked.get("datePublished"), *(meta.get(name) for name in _DATES), *_timed(tree)]
    return next((date for value in stated if isinstance(value, str) and (date := dates.instant(value))), None)


def _timed(tree: _Element) -> Iterator[str | None]:
    """Times that microdata calls the publication's."""
    for element in tree.iter("time", "span", "meta", "div", "abbr"):
        purpose = f"{element.get('itemprop') or ''} {element.get('class') or ''}".lower()
        if "datepublished" in purpose or element.get("pubdate") is not None:
            yield element.get("datetime") or element.get("content") or element.text
        elif element.tag == "time" and "published" in purpose:
            yield element.get("datetime")


def _url(tree: _Element, meta: dict[str, str]) -> str | None:
    for link in tree.iter("link"):
        if (link.get("rel") or "").lower() == "canonical" and (link.get("href") or "").startswith("http"):
            return str(link.get("href")).strip()
    stated = meta.get("og:url")
    return stated if stated and stated.startswith("http") else None
