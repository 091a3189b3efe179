"""Linking people and campaign names: tones tell people apart, a name alone never links, decisions win."""

from __future__ import annotations

import pytest

from warehouse.linking import campaigns, people
from warehouse.linking.clusters import cluster
from warehouse.linking.model import Link
from warehouse.linking.people import Mention


def probability(left: Mention, right: Mention) -> float:
    return people.weights().probability(people.compare(people.profile(left), people.profile(right)))


CHAIR = Mention("Đặng Thị Minh Thuý", "Chủ tịch", "LĐLĐ tỉnh Cà Mau", "Cà Mau", 2019)


@pytest.mark.parametrize(
    "other",
    [
        Mention("Đặng Thị Minh Thúy", "Chủ tịch", "Liên đoàn Lao động tỉnh Cà Mau", "Cà Mau", 2021),
        Mention("ĐẶNG THỊ MINH THUÝ", "Phó Chủ tịch", "Liên đoàn Lao động tỉnh", "Cà Mau", 2016),
    ],
)
def test_one_person_in_two_spellings(other: Mention) -> None:
    assert people.name_key(CHAIR.name) == people.name_key(other.name)
    assert probability(CHAIR, other) >= people.weights().threshold


def test_tones_tell_people_apart() -> None:
    assert people.name_key("Đặng Thị Minh Thuỷ") != people.name_key("Đặng Thị Minh Thúy")
    assert not list(
        people.link([CHAIR, Mention("Đặng Thị Minh Thuỷ", "Chủ tịch", "LĐLĐ tỉnh Cà Mau", "Cà Mau")])
    )


@pytest.mark.parametrize(
    ("left", "right"),
    [
        (Mention("Nguyễn Văn Hùng"), Mention("Nguyễn Văn Hùng")),
        (
            Mention("Nguyễn Văn Hùng", "công nhân", "Công ty Than Hà Lầm", "Quảng Ninh", 2020),
            Mention("Nguyễn Văn Hùng", "giáo viên", "Trường THPT Châu Thành", "Tây Ninh", 2020),
        ),
    ],
)
def test_a_name_alone_never_links(left: Mention, right: Mention) -> None:
    assert probability(left, right) < people.weights().threshold


def test_decisions_go_before_scores_and_come_back_when_withdrawn() -> None:
    links = [Link(0, 1, 0.99, ()), Link(1, 2, 0.95, ())]
    assert cluster(3, links, 0.8) == [[0, 1, 2]]
    assert cluster(3, links, 0.8, {(0, 2): "different"}) == [[0, 1], [2]]
    assert cluster(3, [], 0.8, {(0, 2): "same"}) == [[0, 2], [1]]


@pytest.mark.parametrize(
    ("left", "right", "same"),
    [
        (
            "Mỗi ngày một việc tốt, mỗi tuần một sáng kiến",
            "Mỗi ngày một việc tốt - mỗi tuần một sáng kiến",
            True,
        ),
        ("Ca máy an toàn, hiệu quả", "Phong trào thi đua “Ca máy an toàn, hiệu quả” năm 2022", True),
        ("Công sở văn hoá, thân thiện", "Công sở văn hóa thân thiện", True),
        ("Gia đình 3 không", "Gia đình 5 không", False),
        ("Giờ học tốt", "Giờ làm tốt của thợ lò", False),
    ],
)
def test_campaign_names(left: str, right: str, same: bool) -> None:
    assert (campaigns.similarity(left, right) >= campaigns.THRESHOLD) is same


def test_proposals_gather_forms_provinces_and_articles() -> None:
    names = [
        campaigns.Name("Công sở văn hóa thân thiên", "movement", "Cà Mau", "a1"),
        campaigns.Name("Công sở văn hóa - thân thiện", "movement", "Cà Mau", "a1"),
        campaigns.Name("Công sở văn hoá, thân thiện", "movement", "Sơn La", "a2"),
        campaigns.Name("Công sở văn hoá, thân thiện", None, "Sơn La", "a3"),
        campaigns.Name("Một lần thấy", "drive", None, "a4"),
    ]
    (proposal,) = campaigns.propose(names)
    assert proposal.name == "Công sở văn hoá, thân thiện"
    assert proposal.aliases == ("Công sở văn hóa thân thiên",)
    assert (proposal.kind, proposal.provinces) == ("movement", ("Cà Mau", "Sơn La"))
    assert proposal.articles == ("a1", "a2", "a3")
