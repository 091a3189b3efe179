"""Annotations that hold no text: offsets into articles of the shared corpus, made whole again beside it.

The shared texts are not ours to publish, so a reference names its article (``of``) and gives evidence and
every attribute that is verbatim as a place, ``[start, end]``, in the normalised text without its headline.
"""

from __future__ import annotations

import gzip
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from extract.language.normal import normalise
from thidua.evaluation.likeness import Record

VERBATIM = ("name", "position", "organisation", "title", "granter", "level")


def rebuilt(references: Path, corpus: Path) -> dict[str, Record]:
    """Gold documents by id.

    Args:
        references: JSONL of references.
        corpus: gzipped JSONL of the articles they refer to.

    Raises:
        KeyError: an article they refer to is not in the corpus.
    """
    articles = dict(_articles(corpus))
    with references.open(encoding="utf-8") as lines:
        return {(document := _document(json.loads(line), articles))["id"]: document for line in lines}


def _articles(corpus: Path) -> Iterator[tuple[str, tuple[str, str]]]:
    with gzip.open(corpus, "rt", encoding="utf-8") as lines:
        for line in lines:
            article = json.loads(line)
            title, text = article["title"] or "", article["text"]
            body = text[len(title) :].lstrip() if text.startswith(title) else text
            yield article["id"], (normalise(title), normalise(body))


def _document(reference: Record, articles: dict[str, tuple[str, str]]) -> Record:
    title, body = articles[reference["of"]]
    facts = [_fact(fact, body) for fact in reference["facts"]]
    about = {name: reference.get(name) for name in ("published", "province", "province_2025")}
    return {"id": reference["id"], "title": title or None, "body": body, "facts": facts, **about}


def _fact(fact: Record, body: str) -> Record:
    start, end = fact["at"]
    whole: dict[str, Any] = {name: value for name, value in fact.items() if name != "at"}
    whole |= {name: _words(body, fact[name]) for name in VERBATIM if name in fact}
    if "authors" in fact:
        whole["authors"] = [_words(body, place) for place in fact["authors"]]
    return whole | {"text": body[start:end], "start": start, "end": end}


def _words(body: str, place: list[int]) -> str:
    return body[place[0] : place[1]]
