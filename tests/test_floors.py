"""No kind of gold may fall below the figures it has reached; see tests/floors.toml.

``THIDUA_UPDATE=1 pytest tests/test_floors.py`` raises the floors to what is reached now, and lowers none.
"""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from thidua.evaluation import floors, score
from thidua.quality import gold

SHARED = Path(__file__).resolve().parents[2] / "shared"
FLOORS = Path(__file__).parent / "floors.toml"
KINDS = (
    "real page dumps",
    "real articles, text",
    "composed pages, dumps",
    "composed pages, HTML",
    "real pages, HTML",
    "union news, our annotation",
    "union news, annotated apart",
    "pages of our own",
    "articles of our own, text",
)


@pytest.fixture(scope="module")
def kinds() -> dict[str, gold.Kind]:
    if not (SHARED / "gold" / "seeds.jsonl").exists():
        pytest.skip("../shared is absent: most gold lies there")
    return {kind.name: kind for kind in gold.kinds(SHARED)}


@pytest.mark.parametrize("name", KINDS)
def test_figures_stand_on_their_floors(kinds: dict[str, gold.Kind], name: str) -> None:
    report = score(kinds[name].gold, kinds[name].read())
    now, stored = floors.reached(report), floors.read(FLOORS)
    if os.environ.get("THIDUA_UPDATE"):
        floors.write(FLOORS, stored | {name: floors.raised(stored.get(name, {}), now)})
    assert report.bad_offsets == 0
    assert floors.broken(stored.get(name, {}), now) == {}


def test_every_kind_has_floors(kinds: dict[str, gold.Kind]) -> None:
    assert set(kinds) == set(KINDS) <= set(floors.read(FLOORS))
