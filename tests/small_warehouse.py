"""A few documents written by hand, to load into small databases, and the command to run on them."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from typer.testing import CliRunner, Result

from schemas import Award, Document, Initiative, Page, Person
from thidua.cli import app
from warehouse import Entry, loading

BODY = (
    '=HYPERLINK("http://a.example") là dòng đầu; -2+3 là dòng hai.\n'
    "Bà Tạ Thị Én, Tổ trưởng Tổ kén Nhà máy Lụa Mây, trao 3 Bằng khen.\n"
    "- Anh Lò Văn Sậy làm máy “+Guồng sợi”."
)


def words(text: str) -> dict[str, Any]:
    start = BODY.index(text)
    place = {"text": text, "start": start, "end": start + len(text)}
    return place | {"rule": "test.rule", "rule_version": 1, "confidence": 0.9}


FACTS = (
    Person(
        name="Tạ Thị Én",
        position="Tổ trưởng",
        organisation="Tổ kén Nhà máy Lụa Mây",
        **words("Tạ Thị Én, Tổ trưởng"),
    ),
    Award(award="Bằng khen", count=3, granter="Tạ Thị Én", **words("3 Bằng khen")),
    Initiative(title="+Guồng sợi", authors=("Lò Văn Sậy",), benefit_vnd=2**60, **words("+Guồng sợi")),
)


def entry(name: str, facts: Iterable[Any] = FACTS, **known: Any) -> Entry:
    page = Page(sha256=hashlib.sha256(name.encode()).hexdigest(), origin=f"{name}.html", url=known.get("url"))
    return Entry(Document(id=name, body=BODY, facts=tuple(facts), **known), page)


def load(path: Path, *entries: Entry, version: str = "1.0") -> Path:
    with loading(path, version) as loader:
        loader.load(entries)
    return path


def thidua(*arguments: object) -> Result:
    return CliRunner().invoke(app, [str(argument) for argument in arguments])
