"""What others do with the same documents, for comparison: trafilatura alone, underthesea alone."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Mapping
from pathlib import Path

from extract.language.sentences import sentences
from thidua.evaluation.likeness import Record, token_f1


def trafilatura_bodies(gold: Mapping[str, Record], pages: Path) -> dict[str, float]:
    """Body F1 of trafilatura with its defaults, by document that has an HTML page in the folder."""
    import trafilatura

    found = {}
    for doc_id, document in gold.items():
        page = pages / f"{doc_id}.html"
        if page.exists():
            text = trafilatura.extract(page.read_bytes()) or ""
            found[doc_id] = token_f1(document["body"], unicodedata.normalize("NFC", text))
    return found


def underthesea_people(gold: Mapping[str, Record]) -> dict[str, Record]:
    """Documents whose people are what underthesea's named-entity recognition calls a person."""
    return {
        doc_id: document | {"facts": list(_people(document["body"]))} for doc_id, document in gold.items()
    }


def _people(body: str) -> Iterator[Record]:
    from underthesea import ner

    for sentence in sentences(body):
        words: list[str] = []
        tagged = [*ner(body[sentence.start : sentence.end]), ("", "", "", "O")]
        for word, *_, tag in tagged:
            if tag == "I-PER" and words:
                words.append(word)
                continue
            if words:
                yield _person(body, " ".join(words))
            words = [word] if tag == "B-PER" else []


def _person(body: str, name: str) -> Record:
    start = body.find(name)
    placed = {"start": start, "end": start + len(name)} if start >= 0 else {"start": 0, "end": 0}
    return {"type": "person", "text": name, "name": name, **placed}
