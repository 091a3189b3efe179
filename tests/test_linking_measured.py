"""How well linking does on labelled pairs; the articles themselves are shared, and not in the repository."""

from __future__ import annotations

import re
from itertools import product

import pytest

from bench import linking as measure
from warehouse.linking import blocks, people
from warehouse.linking.names import rarity
from warehouse.linking.people import Mention

LEAST_PRECISION, LEAST_RECALL = 0.98, 0.90

needs_shared = pytest.mark.skipif(
    not (measure.SHARED / "corpus").is_dir(), reason="the shared articles are not beside this checkout"
)


@pytest.mark.parametrize("name", ["people.csv", "campaigns.csv"])
def test_labels_are_many_of_both_kinds_and_hold_no_text(name: str) -> None:
    pairs = measure.labels(name)
    assert len(set(pairs)) == len(pairs) >= 150
    assert {(pair.same, pair.half) for pair in pairs} == set(product((True, False), "ab"))
    line = re.compile(r"(?:(?:corpus|gold)/\w+\.jsonl(?:\.gz)?,[^,]+,\d+,\d+,){2}[01],[ab]")
    listed = (measure.LABELS / name).read_text("utf-8").splitlines()[1:]
    assert all(line.fullmatch(row) for row in listed)


@needs_shared
def test_people() -> None:
    pairs = tuple(measure.labels("people.csv"))
    figures = measure.measured(pairs, measure.people_linked(pairs))
    assert figures.precision >= LEAST_PRECISION
    assert figures.recall >= LEAST_RECALL


@needs_shared
def test_campaigns() -> None:
    figures = measure.measured(measure.labels("campaigns.csv"), measure.campaigns_linked)
    assert figures.precision >= LEAST_PRECISION
    assert figures.recall >= LEAST_RECALL


@needs_shared
def test_names_that_the_register_lacks_are_not_mixed_up() -> None:
    assert measure.measured(measure.labels("campaigns.csv"), measure.names_alike).precision >= LEAST_PRECISION


def test_campaigns_that_we_made_up() -> None:
    figures = measure.measured(measure.composed(), measure.composed_linked)
    assert figures.precision >= LEAST_PRECISION
    assert figures.recall >= LEAST_RECALL


@pytest.mark.parametrize("name", ["Nguyễn Văn Hùng", "Lò Thị Ủn Páo", "Đoàn Quý Lộc Uyên"])
def test_no_name_links_however_rare(name: str) -> None:
    (link,) = people.link([Mention(name), Mention(name)])
    assert link.score < people.weights().threshold


def test_rarity_follows_the_parts() -> None:
    assert [rarity(name) for name in ("nguyễn văn hùng", "lò thị ủn páo")] == ["common", "very_rare"]


def test_a_name_that_thousands_share_stays_cheap() -> None:
    crowd = [Mention("Nguyễn Văn Hùng", "thợ", f"Công ty {n % 700}", str(n % 63)) for n in range(5000)]
    profiles = {place: people.profile(mention) for place, mention in enumerate(crowd)}
    pairs = set(blocks.candidates(profiles))
    assert len(pairs) <= len(crowd) * len(blocks.ORDERS) * blocks.NEIGHBOURS
    assert all((place, place + 700) in pairs for place in range(5)), "neighbours by organisation are compared"
