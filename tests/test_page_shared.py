"""Body, headline and date of real pages against gold; skipped where the shared data are absent."""

from __future__ import annotations

import json
import re
from collections import Counter
from pathlib import Path
from typing import Any

import pytest

from extract.document import article

SHARED = Path(__file__).resolve().parents[2] / "shared"
needs_shared = pytest.mark.skipif(
    not SHARED.is_dir(), reason="the shared pages and gold are not beside this checkout"
)


def gold(name: str) -> list[dict[str, Any]]:
    path = SHARED / "gold" / name
    return [json.loads(line) for line in path.read_text("utf-8").splitlines()] if path.is_file() else []


def token_f1(a: str, b: str) -> float:
    """Harmonic mean of precision and recall over words, 0 to 1."""
    left, right = (Counter(re.findall(r"\w+", text.lower())) for text in (a, b))
    return 2 * sum((left & right).values()) / (sum(left.values()) + sum(right.values()))


@needs_shared
@pytest.mark.parametrize("want", gold("seeds.jsonl"), ids=lambda want: want["id"])
def test_seed(want: dict[str, Any]) -> None:
    path = next((SHARED / "seeds").glob(want["id"] + "*"))
    got = article(path.read_bytes(), name=path.name)
    assert (got.id, got.title, list(got.authors)) == (path.stem, want["title"], want["authors"])
    assert (got.published.isoformat() if got.published else None) == want["published"]
    assert token_f1(want["body"], got.body) >= 0.98


@needs_shared
@pytest.mark.parametrize("want", gold("boilerplate.jsonl"), ids=lambda want: want["id"])
def test_news_page(want: dict[str, Any]) -> None:
    raw = (SHARED / "pages" / "html" / f"{want['id']}.html").read_bytes()
    got = article(raw, name="page.html")
    assert got.title == want["title"]
    assert token_f1(want["body"], got.body) >= 0.985
