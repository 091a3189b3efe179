"""Reported against distinct, contradictions, and every view and macro, on figures that were added up by hand.

The documents: an award in Yên Bái told by two papers, another number for it in a third, one in a text that
two papers print, the same award in the old Lào Cai, which is one province with Yên Bái since 2025; money,
counts, a campaign and a person.
"""

from __future__ import annotations

import datetime as dt
import hashlib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import duckdb
import pytest

from schemas import Award, Benefit, Campaign, Document, Initiative, Page, Person, Statistic
from warehouse import Entry, loading

AWARD = "Liên đoàn Lao động tỉnh tặng {} Bằng khen cho tập thể năm 2023"
FILLER = (
    " Hội nghị tổng kết có mặt đông đủ cán bộ của các công đoàn trực thuộc, nhiều ý kiến nêu cách làm hay ở"
    " tổ sản xuất và trong ca đêm, chủ tọa ghi nhận từng ý kiến rồi giao ban nghiệp vụ trả lời trong tháng."
)


def evidence(body: str, words: str) -> dict[str, Any]:
    start = body.index(words)
    place = {"text": words, "start": start, "end": start + len(words)}
    return place | {"rule": "test.rule", "rule_version": 1, "confidence": 0.9}


def award(body: str, count: int, **known: Any) -> Award:
    words = body[: body.index(" năm")]
    about = {"unit": "group", "granter": "Liên đoàn Lao động tỉnh", "year_start": 2023, "year_end": 2023}
    return Award(award="Bằng khen", count=count, **(about | known), **evidence(body, words))


def entry(name: str, body: str, *facts: Any, fetched: int = 1, **known: Any) -> Entry:
    page = Page(
        sha256=hashlib.sha256(f"{name}{fetched}".encode()).hexdigest(),
        fetched=dt.datetime(2025, 8, fetched, tzinfo=dt.UTC),
        url=f"http://{name}.example/",
    )
    return Entry(Document(id=name, url=page.url, body=body, facts=facts, **known), page)


YEN_BAI = {"province": "Yên Bái", "province_2025": "Lào Cai"}
LAO_CAI = {"province": "Lào Cai", "province_2025": "Lào Cai"}
CAMPAIGN = "Công đoàn phát động phong trào “Ba sẵn sàng ở lò cao”."


def documents() -> Iterator[Entry]:
    twelve, fifteen = AWARD.format(12) + ".", AWARD.format(15) + "."
    day = dt.date(2024, 1, 5)
    yield entry("a", twelve, award(twelve, 12), source="Báo A", published=day, **YEN_BAI)
    yield entry("b", twelve + " Tin thêm.", award(twelve, 12), source="Báo B", published=day, **YEN_BAI)
    yield entry("c", fifteen, award(fifteen, 15), source="Báo C", published=dt.date(2024, 2, 1), **YEN_BAI)
    yield entry("d", twelve, award(twelve, 12), source="Báo A", published=day, **LAO_CAI)
    # One text in two papers, its award without a period: a claim of its own, told twice.
    text = AWARD.format(7) + "." + FILLER
    for name, end in (("e", ""), ("f", " Theo báo bạn.")):
        body = text + end
        fact = award(body, 7, year_start=None, year_end=None)
        yield entry(name, body, fact, source=f"Báo {name}", published=dt.date(2022, 3, 3), **YEN_BAI)
    yield from money_and_counts()
    yield from campaigns_and_people()


def money_and_counts() -> Iterator[Entry]:
    body = "Sáng kiến năm 2023 làm lợi 2 tỷ đồng, 300 sáng kiến, hỗ trợ 50 triệu đồng, có đề tài Giá đỡ gập."
    years = {"year_start": 2023, "year_end": 2023}
    yield entry(
        "g",
        body,
        Benefit(amount_vnd=2_000_000_000, basis="benefit", **years, **evidence(body, "2 tỷ đồng")),
        Benefit(amount_vnd=50_000_000, basis="support", **years, **evidence(body, "50 triệu đồng")),
        Statistic(metric="initiatives", value=300, **years, **evidence(body, "300 sáng kiến")),
        Initiative(title="Giá đỡ gập", **years, **evidence(body, "Giá đỡ gập")),
        published=dt.date(2024, 1, 9),
        source="Báo A",
        **YEN_BAI,
    )
    body = "Toàn tỉnh làm lợi gần 500 triệu đồng trong năm, 300 sáng kiến."
    yield entry(
        "h",
        body,
        Benefit(amount_vnd=500_000_000, basis="benefit", **years, **evidence(body, "500 triệu đồng")),
        Statistic(metric="initiatives", value=300, **years, **evidence(body, "300 sáng kiến")),
        published=dt.date(2024, 1, 9),
        source="Báo B",
        **LAO_CAI,
    )


def campaigns_and_people() -> Iterator[Entry]:
    for name, month in (("k", 1), ("l", 1), ("m", 4)):
        body = CAMPAIGN + f" Bà Lò Thị Ươm, Chủ tịch Công đoàn Nhà máy Gạch Lò Cao, nói {name}."
        found = Campaign(
            name="Ba sẵn sàng ở lò cao",
            year_start=2024,
            year_end=2025,
            **evidence(body, "Ba sẵn sàng ở lò cao"),
        )
        person = Person(
            name="Lò Thị Ươm",
            position="Chủ tịch",
            organisation="Công đoàn Nhà máy Gạch Lò Cao",
            **evidence(body, "Lò Thị Ươm"),
        )
        yield entry(name, body, found, person, published=dt.date(2024, month, 8), source="Báo A", **YEN_BAI)


@pytest.fixture(scope="module")
def database(tmp_path_factory: pytest.TempPathFactory) -> Iterator[duckdb.DuckDBPyConnection]:
    path: Path = tmp_path_factory.mktemp("claims") / "claims.duckdb"
    with loading(path, "1.0") as loader:
        loader.load(documents())
    with duckdb.connect(str(path), read_only=True) as opened:
        yield opened


def ask(database: duckdb.DuckDBPyConnection, query: str, *values: Any) -> list[tuple[Any, ...]]:
    return database.execute(query, values).fetchall()


FIGURES = 'province_code, province, award, unit, reported, "distinct", total, largest, len(fact_ids)'


def test_awards_by_province_on_the_map_of_63(database: duckdb.DuckDBPyConnection) -> None:
    # Yên Bái: 12 told twice and 15 once, so 3 statements, 2 claims, 12 + 15. Lào Cai: 12 once.
    assert ask(database, f"SELECT {FIGURES} FROM awards_by_province(2023)") == [
        ("10", "Lào Cai", "Bằng khen", "group", 1, 1, 12, 12, 1),
        ("15", "Yên Bái", "Bằng khen", "group", 3, 2, 27, 15, 3),
    ]


def test_a_province_merged_in_2025_counts_once_on_the_map_of_34(database: duckdb.DuckDBPyConnection) -> None:
    query = f"SELECT {FIGURES} FROM awards_by_province(2023, map := 34)"
    assert ask(database, query) == [("15", "Lào Cai", "Bằng khen", "group", 4, 3, 39, 15, 4)]


def test_a_syndicated_article_counts_once_in_distinct(database: duckdb.DuckDBPyConnection) -> None:
    query = 'SELECT reported, "distinct", total, year_start FROM awards_by_province(NULL) WHERE largest = 7'
    assert ask(database, query) == [(2, 1, 7, None)]
    assert ask(database, "FROM awards_by_province(2022)") == [], (
        "no period is stated: 2022 is when it was printed"
    )


def test_claims_say_who_reported_them(database: duckdb.DuckDBPyConnection) -> None:
    query = """SELECT reported, articles, sources, first_published, first_seen, len(fact_ids) FROM claims
               WHERE type = 'award' AND value = ? AND province_code = '15'"""
    seen = dt.datetime(2025, 8, 1)
    assert ask(database, query, 12) == [(2, 2, ["Báo A", "Báo B"], dt.date(2024, 1, 5), seen, 2)]
    assert ask(database, query, 7) == [(2, 1, ["Báo e", "Báo f"], dt.date(2022, 3, 3), seen, 2)]


def test_statements_lead_back_from_a_claim(database: duckdb.DuckDBPyConnection) -> None:
    ((claim, facts),) = ask(
        database, "SELECT claim_id, fact_ids FROM claims WHERE value = 12 AND province_code = '15'"
    )
    found = ask(database, "SELECT fact_id, url, source, text FROM statements_of(?) ORDER BY url", claim)
    assert sorted(row[0] for row in found) == facts
    assert [row[1:3] for row in found] == [("http://a.example/", "Báo A"), ("http://b.example/", "Báo B")]
    assert found[0][3] == "Liên đoàn Lao động tỉnh tặng 12 Bằng khen cho tập thể"


def test_contradictions_are_of_one_granter_province_and_period(database: duckdb.DuckDBPyConnection) -> None:
    columns = 'award, body_id, province_code, year_start, "values", articles, sources, len(fact_ids)'
    sources = ["Báo A", "Báo B", "Báo C"]
    assert ask(database, f"SELECT {columns} FROM contradictions") == [
        ("Bằng khen", "lien-doan-lao-dong@15", "15", 2023, [12, 15], 3, sources, 3)
    ]


def test_benefit_never_mixes_with_support(database: duckdb.DuckDBPyConnection) -> None:
    columns = 'province_code, per, reported, "distinct", total_vnd, largest_vnd'
    query = f"SELECT {columns} FROM benefit_by_province(?, map := {{}})"
    assert ask(database, query.format(63), 2023) == [
        ("10", None, 1, 1, 500_000_000, 500_000_000),
        ("15", None, 1, 1, 2_000_000_000, 2_000_000_000),
    ]
    assert ask(database, query.format(34), 2023) == [("15", None, 2, 2, 2_500_000_000, 2_000_000_000)]
    assert ask(database, query.format(63), 2022) == []


def test_initiatives_counted_and_titled_are_never_added(database: duckdb.DuckDBPyConnection) -> None:
    query = 'SELECT what, reported, "distinct", total, largest FROM initiatives_by_province(2023, map := 34)'
    assert ask(database, query) == [("counted", 2, 2, 600, 300), ("titled", 1, 1, 1, None)]


COVERAGE = (
    'SELECT campaign, province_code, month, reported, "distinct", articles FROM campaign_coverage(?, ?, ?)'
)


def test_campaign_coverage_by_province_and_month(database: duckdb.DuckDBPyConnection) -> None:
    # One claim, since campaign, province and period are one: it counts in January, when it was first told.
    january = ("Ba sẵn sàng ở lò cao", "15", dt.date(2024, 1, 1), 2, 1, 2)
    april = ("Ba sẵn sàng ở lò cao", "15", dt.date(2024, 4, 1), 1, 0, 1)
    assert ask(database, COVERAGE + " ORDER BY month", None, None, None) == [january, april]
    campaign = "printed:ba sẵn sàng ở lò cao"
    assert ask(database, COVERAGE, campaign, "15", dt.date(2024, 4, 20)) == [april]
    assert ask(database, COVERAGE, campaign, "10", None) == []
    query = "SELECT count(*) FROM statements_of_campaign(?, ?, ?)"
    assert ask(database, query, campaign, "15", dt.date(2024, 1, 1)) == [(2,)]


def test_province_profile(database: duckdb.DuckDBPyConnection) -> None:
    query = 'SELECT type, label, reported, "distinct", total, largest FROM province_profile(?, map := ?)'
    assert ask(database, query, "15", 63) == [
        ("award", "Bằng khen", 5, 3, 12 + 15 + 7, 15),
        ("benefit", "benefit", 1, 1, 2_000_000_000, 2_000_000_000),
        ("benefit", "support", 1, 1, 50_000_000, 50_000_000),
        ("campaign", "ba sẵn sàng ở lò cao", 3, 1, None, None),
        ("initiative", None, 1, 1, None, None),
        ("person", None, 3, 3, None, None),
        ("statistic", "initiatives", 1, 1, 300, 300),
    ]
    merged = {(row[0], row[1]): row[2:] for row in ask(database, query, "15", 34)}
    assert merged["award", "Bằng khen"] == (6, 4, 46, 15)
    assert merged["benefit", "benefit"] == (2, 2, 2_500_000_000, 2_000_000_000)
    assert ask(database, query, "10", 34) == [], "10 is no code since July 2025"


def test_people_across_articles(database: duckdb.DuckDBPyConnection) -> None:
    query = "SELECT name, organisations, provinces, reported, articles, lowest_score > 0.8 FROM linked_people"
    assert ask(database, query) == [("Lò Thị Ươm", ["Công đoàn Nhà máy Gạch Lò Cao"], ["15"], 3, 3, True)]


def test_coverage_gaps_name_what_is_missing(database: duckdb.DuckDBPyConnection) -> None:
    found = ask(database, "SELECT map, province, year, articles, sources, figures, gap FROM coverage_gaps")
    by_place = {row[:3]: row[3:] for row in found}
    # Three years on both maps: all but Yên Bái and Lào Cai in 2024, of which three and two papers wrote, and
    # the Lào Cai that is both.
    assert len(found) == len(by_place) == 3 * 63 - 2 + 3 * 34 - 1
    assert by_place[63, "Yên Bái", 2022] == (1, 2, 2, "no period"), "the syndicated text is one article"
    assert by_place[34, "Lào Cai", 2022] == (1, 2, 2, "no period")
    assert by_place[63, "Hà Giang", 2023] == (0, 0, 0, "no article")
    assert not {(63, "Yên Bái", 2024), (63, "Lào Cai", 2024), (34, "Lào Cai", 2024)} & set(by_place)


def test_the_map_of_63_has_no_gaps_after_its_end(tmp_path: Path) -> None:
    later = [entry(f"z{year}", "Tin.", published=dt.date(year, 9, 1), **LAO_CAI) for year in (2025, 2026)]
    with loading(tmp_path / "later.duckdb", "1.0") as loader:
        loader.load(later)
    with duckdb.connect(str(tmp_path / "later.duckdb"), read_only=True) as database:
        counted = ask(database, "SELECT map, year, count(*) FROM coverage_gaps GROUP BY ALL ORDER BY ALL")
    assert counted == [(34, 2025, 34), (34, 2026, 34), (63, 2025, 63)]


def test_every_figure_has_its_statements(database: duckdb.DuckDBPyConnection) -> None:
    for name in ("awards_by_province", "benefit_by_province", "initiatives_by_province"):
        query = f"SELECT bool_and(len(fact_ids) = reported) FROM {name}(NULL)"
        assert ask(database, query) == [(True,)]
    query = (
        "SELECT count(*) FROM (SELECT unnest(fact_ids) AS fact_id FROM claims) ANTI JOIN fact USING (fact_id)"
    )
    assert ask(database, query) == [(0,)]
    assert ask(database, "SELECT bool_and(len(fact_ids) = figures) FROM coverage_gaps") == [(True,)]


@pytest.mark.parametrize(("code", "units"), [("15", 63), ("10", 63), ("15", 34)])
def test_every_row_of_a_profile_has_its_statements(
    database: duckdb.DuckDBPyConnection, code: str, units: int
) -> None:
    profile = """SELECT type, label, unit, status, per, reported, "distinct"
                 FROM province_profile($code, map := $units)"""
    statements = """
        SELECT type, CASE WHEN type IN ('person', 'initiative') THEN NULL
                          WHEN type = 'campaign' THEN name_key(label) ELSE label END AS label,
               unit, status, per, count(*), count(DISTINCT claim_id)
        FROM statements_of_province($code, map := $units) GROUP BY ALL"""
    values = {"code": code, "units": units}
    told = database.execute(profile, values).fetchall()
    assert told
    assert sorted(told, key=repr) == sorted(database.execute(statements, values).fetchall(), key=repr)


def test_hostile_names_and_numbers_harm_no_query(tmp_path: Path) -> None:
    body = "A'; DROP TABLE fact; -- \x00\x1f trao 9 Bằng khen"
    largest = 2**63 - 1
    hostile = [
        entry(
            f"h{i}",
            body,
            Award(award="=cmd|'x'", count=largest - i, granter="'; --\x00", level="\x1f", year_start=2020,
                  year_end=2020, **evidence(body, "Bằng khen")),
            Benefit(amount_vnd=largest - i, basis="benefit", **evidence(body, "9")),
            Campaign(name="'); DROP", **evidence(body, "DROP")),
            Person(name="Ươm", organisation="Z" * 5000, **evidence(body, "A'")),
            source="\x00'; --",
            province="Nowhere'",
        )
        for i in range(2)
    ]  # fmt: skip
    path = tmp_path / "hostile.duckdb"
    with loading(path, "1.0") as loader:
        loader.load(hostile)
    with duckdb.connect(str(path), read_only=True) as database:
        for view in ("claims", "contradictions", "coverage_gaps", "linked_people", "facts_long"):
            ask(database, f"FROM {view}")
        for macro in (
            "benefit_by_province(?)",
            "initiatives_by_province(?)",
            "province_profile(?)",
            "statements_of_province(?)",
        ):
            assert ask(database, f"FROM {macro}", None) is not None
        assert len(ask(database, "FROM campaign_coverage(?, NULL, NULL)", "printed:drop")) == 1
        totals = 'SELECT reported, "distinct", total, largest FROM awards_by_province(2020)'
        assert ask(database, totals) == [(2, 2, None, largest)], "a sum too large for đồng or counts is null"
