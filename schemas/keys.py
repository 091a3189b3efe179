"""Columns that tie the tables together: each id is a hash of what its row is, never of when it came."""

from __future__ import annotations

from schemas.table import Column, hashed

ARTICLE_ID = hashed("article_id", "Hash of the article's address, or of its id where it has none")
PAGE_ID = hashed("page_id", "Hash of the page's bytes and of the article it holds")
PAGE_HASH = hashed("page_hash", "SHA-256 of the raw bytes of the page the fact was read from")
FACT_ID = hashed("fact_id", "Hash of the article, the type, the place and all attributes")
SOURCE_ID = Column("source_id", "VARCHAR", "Hash of the source's name")
