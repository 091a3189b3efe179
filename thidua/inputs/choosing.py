"""Choosing among the items of large archives, such as CC-NEWS: by domain, by language."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterable, Iterator, Sequence
from urllib.parse import urlsplit

from thidua.inputs.item import Item
from thidua.trouble import Trouble

SAMPLE = 200_000
"""Bytes of a page by which its language is told."""
VIETNAMESE_SHARE = 0.04
"""Share of letters that only Vietnamese has, from which a page is Vietnamese; real pages have 0.1 to 0.2."""
_VIETNAMESE = re.compile("[ăđơưẠ-ỹ]", re.IGNORECASE)
_MARKUP = re.compile(r"(?is)<(script|style)\b.*?</\1\s*>|<[^>]*>")
_LETTER = re.compile(r"[^\W\d_]")
_DECLARED = re.compile(rb"<html\b[^>]*?\slang\s*=\s*[\"']?([a-zA-Z]{2,3})\b", re.IGNORECASE)


def choose(
    items: Iterable[Item | Trouble], domains: Sequence[str] = (), language: str | None = None
) -> Iterator[Item | Trouble]:
    """The items from these domains (or those below them) and in this language; troubles pass."""
    tests = [*([_from(domains)] if domains else []), *([_speaks(language.lower())] if language else [])]
    return (item for item in items if isinstance(item, Trouble) or all(test(item) for test in tests))


def _from(domains: Sequence[str]) -> Callable[[Item], bool]:
    wanted = tuple(domain.lower().removeprefix("www.") for domain in domains)

    def is_from(item: Item) -> bool:
        host = urlsplit(item.url or "").hostname or ""
        return any(host == domain or host.endswith("." + domain) for domain in wanted)

    return is_from


def _speaks(language: str) -> Callable[[Item], bool]:
    return lambda item: language_of(item.raw) == language


def language_of(raw: bytes) -> str | None:
    """Language of a page: Vietnamese by its letters, whatever the page declares; others as declared."""
    sample = raw[:SAMPLE]
    text = unicodedata.normalize("NFC", _MARKUP.sub(" ", sample.decode("utf-8", "ignore")))
    letters = len(_LETTER.findall(text))
    if letters and len(_VIETNAMESE.findall(text)) / letters >= VIETNAMESE_SHARE:
        return "vi"
    declared = _DECLARED.search(sample)
    found = declared[1].decode("ascii").lower() if declared else None
    return None if found == "vi" else found
