"""Ids of rows: hashes of what they say, never of when or in which order they came."""

from __future__ import annotations

import hashlib
import json
from typing import Any

from schemas import Document, Evidence
from schemas.tables import COMMON


def digest(*parts: str | None) -> str:
    """128 bits of SHA-256 over the parts, hexadecimal; no two lists of parts run together."""
    return hashlib.sha256(json.dumps(parts, ensure_ascii=False).encode()).hexdigest()[:32]


def article_id(document: Document) -> str:
    """By the address, which a page keeps wherever its copy lies; by the document's id where there is none."""
    return digest("url", document.url) if document.url else digest("id", document.id)


def fact_id(article: str, fact: Evidence) -> str:
    """By place and attributes, not by rule or version: a new version that reads the same keeps the id."""
    return digest(article, kind(fact), str(fact.start), str(fact.end), _canonical(attributes(fact)))


def kind(fact: Evidence) -> str:
    """The fact's type, as its table is called."""
    return str(fact.type)  # type: ignore[attr-defined]


def attributes(fact: Evidence) -> dict[str, Any]:
    """What the fact says, without its evidence."""
    return {name: value for name, value in fact if name not in COMMON}


def _canonical(values: dict[str, Any]) -> str:
    return json.dumps(values, ensure_ascii=False, sort_keys=True)
