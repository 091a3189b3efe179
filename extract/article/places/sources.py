"""The province a source belongs to: ``LĐLĐ tỉnh Thanh Hóa``, ``Báo Lào Cai``, ``congdoanbinhduong.vn``."""

from __future__ import annotations

import re
import unicodedata
from functools import cache

import data
from extract.article.places.gazetteer import names_63
from extract.article.places.mentions import mentions
from extract.article.places.naming import PlaceMention
from extract.article.places.units import MERGER, fold
from extract.language import normal

_HOST = re.compile(r"[\w-]+(?:\.[\w-]+)+")
_SHORTEST_IN_HOST = 5


@cache
def province_of(source: str | None) -> str | None:
    """Code among the 63 of the province that a source's name or host names; None for national ones."""
    if not source:
        return None
    name = normal.normalise(source)
    known = _known(fold(name))
    codes = [known] if known else [code for mention in mentions(name) for code in _old_codes(mention)]
    if not codes and (host := _HOST.search(name)):
        codes = _in_host(host[0].lower().replace("-", "").replace(".", " "))
    return codes[0] if len(set(codes)) == 1 else None


def _known(folded: str) -> str | None:
    rows = data.table("provinces/sources.csv")
    return next((row["province_code"] for row in rows if fold(row["source"]) in folded), None)


def _old_codes(mention: PlaceMention) -> set[str]:
    """Codes of the places of that name before the merger."""
    return {code for unit in mention.units if unit.valid_from != MERGER for code in unit.provinces}


def _in_host(host: str) -> list[str]:
    return [code for name, code in _ascii_names().items() if name in host]


@cache
def _ascii_names() -> dict[str, str]:
    """``Thanh Hóa`` → ``thanhhoa``; names too short to stand out in a host are left out."""
    plain = {_ascii(name): code for code, name in names_63().items()}
    return {name: code for name, code in plain.items() if len(name) >= _SHORTEST_IN_HOST}


def _ascii(name: str) -> str:
    letters = unicodedata.normalize("NFD", name.lower().replace("đ", "d"))
    return "".join(c for c in letters if c.isascii() and c.isalpha())
