"""Places in the database: the tables of both maps, and the places that articles and facts name."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from typing import Any

import duckdb
import pytest

import data
from schemas import Article, Award, Campaign, Person
from warehouse import loading
from warehouse.geography import code_34, code_63
from warehouse.places import ArticlePlaces


@pytest.fixture(scope="module")
def database(tmp_path_factory: pytest.TempPathFactory) -> Iterator[duckdb.DuckDBPyConnection]:
    path = tmp_path_factory.mktemp("places") / "places.duckdb"
    with loading(path, "1.0"):
        pass
    with duckdb.connect(str(path), read_only=True) as opened:
        yield opened


def ask(database: duckdb.DuckDBPyConnection, query: str) -> list[tuple[Any, ...]]:
    return database.execute(query).fetchall()


def test_both_maps_are_whole(database: duckdb.DuckDBPyConnection) -> None:
    counts = "map, count(*), count(DISTINCT code), count(DISTINCT region)"
    assert ask(database, f"SELECT {counts} FROM province GROUP BY 1 ORDER BY 1")[:2] == [
        (34, 34, 34, 6),
        (63, 63, 63, 6),
    ]
    merged = """SELECT count(*) FROM province AS old
                JOIN province AS new ON new.map = 34 AND new.code = old.successor WHERE old.map = 63"""
    assert ask(database, merged) == [(63,)], "every one of the 63 has one successor"
    query = "SELECT list(name ORDER BY name) FROM province WHERE map = 63 AND successor = '15'"
    assert ask(database, query) == [(["Lào Cai", "Yên Bái"],)]


def test_population_is_whole_and_agrees_on_both_maps(database: duckdb.DuckDBPyConnection) -> None:
    query = """SELECT map, year, count(*), count(DISTINCT province_code), sum(people) FROM population
               JOIN province USING (map) WHERE code = province_code GROUP BY ALL ORDER BY map"""
    (new, old) = ask(database, query)
    assert (new[:4], old[:4]) == ((34, 2020, 34, 34), (63, 2020, 63, 63))
    (series,) = data.toml("provinces/population.toml")["series"]
    assert new[4] == old[4] == pytest.approx(series["total"], abs=5_000), "as printed for the whole country"
    lao_cai = "SELECT people FROM population WHERE map = 34 AND province_code = '15'"
    assert ask(database, lao_cai) == [(746_400 + 831_600,)]


def test_a_divided_commune_has_all_its_successors(database: duckdb.DuckDBPyConnection) -> None:
    query = """SELECT old.commune_id, list(new.name ORDER BY rank), min(new.valid_from) = DATE '2025-07-01'
               FROM commune AS old JOIN commune_successor USING (commune_id)
               JOIN commune AS new ON new.commune_id = successor_id
               WHERE old.code = '00007' GROUP BY 1"""
    assert ask(database, query) == [("2024:00007", ["Ngọc Hà", "Giảng Võ"], True)]
    kept = "FROM commune SEMI JOIN commune_successor USING (commune_id)"
    assert ask(database, f"SELECT count(*) = count(valid_to), count(*) {kept}") == [(True, 10040)], (
        "none is lost"
    )


def test_no_row_points_nowhere(database: duckdb.DuckDBPyConnection) -> None:
    for table in ("district", "commune"):
        nowhere = "ANTI JOIN province ON map = 34 AND province.code = province_2025_code"
        assert ask(database, f"SELECT count(*) FROM {table} {nowhere}") == [(0,)]


def test_the_register_of_campaigns_is_there(database: duckdb.DuckDBPyConnection) -> None:
    declared = len(data.toml("campaigns/register.toml")["campaign"])
    assert ask(database, "SELECT count(*), count(DISTINCT campaign_id) FROM campaign_register") == [
        (declared, declared)
    ]


def test_codes_by_name_on_both_maps() -> None:
    assert (code_63("Yên Bái"), code_34("Lào Cai"), code_34(None, "17")) == ("15", "15", "25")
    assert (code_63(None), code_34("Yên Bái"), code_63("Huế")) == (None, None, None)


RULE = {"rule": "test.rule", "rule_version": 1, "confidence": 0.9}


def fact(body: str, words: str, model: type, **known: Any) -> Any:
    start = body.index(words)
    return model(**known, text=words, start=start, end=start + len(words), **RULE)


def article(
    body: str, province: str | None, province_2025: str | None, day: dt.date | None = None
) -> Article:
    return Article(id="a", body=body, province=province, province_2025=province_2025, published=day)


def test_a_fact_is_about_the_province_it_names_else_the_articles() -> None:
    body = "LĐLĐ tỉnh Nam Định tặng 3 Bằng khen, LĐLĐ tỉnh tặng 5 Giấy khen cho phong trào “Vì Quảng Trị”."
    places = ArticlePlaces(article(body, "Hà Nam", "Ninh Bình"))
    named = fact(body, "3 Bằng khen", Award, award="Bằng khen", count=3, granter="LĐLĐ tỉnh Nam Định")
    unnamed = fact(body, "5 Giấy khen", Award, award="Giấy khen", count=5, granter="LĐLĐ tỉnh")
    campaign = fact(body, "Vì Quảng Trị", Campaign, name="Vì Quảng Trị")
    assert places.provinces_of(named) == ("36", "37")
    assert places.provinces_of(unnamed) == ("35", "37")
    assert places.provinces_of(campaign) == ("35", "37"), (
        "a place in the name of a campaign is not where it is"
    )
    assert [place.printed for place in places.named_by(campaign)] == ["Quảng Trị"]
    assert places.named_by(unnamed) == []


def test_a_persons_name_is_no_place() -> None:
    body = "Ông Phạm Hòa Bình, Chủ tịch Công đoàn tỉnh Hà Nam, phát biểu."
    person = fact(body, "Phạm Hòa Bình", Person, name="Phạm Hòa Bình", organisation="Công đoàn tỉnh Hà Nam")
    places = ArticlePlaces(article(body, "Hà Nam", "Ninh Bình"))
    assert [place.province_code for place in places.named_by(person)] == ["35"]


def test_a_merged_name_is_read_on_the_map_of_its_day() -> None:
    body = "LĐLĐ tỉnh Lào Cai trao quà."
    award = fact(body, "LĐLĐ tỉnh Lào Cai", Award, award="Quà", count=1)
    before = ArticlePlaces(article(body, None, None, dt.date(2024, 5, 1)))
    since = ArticlePlaces(article(body, None, None, dt.date(2025, 9, 1)))
    told = ArticlePlaces(article(body, "Yên Bái", "Lào Cai", dt.date(2025, 9, 1)))
    assert before.provinces_of(award) == ("10", "15")
    assert since.provinces_of(award) == (None, "15"), "Lào Cai or Yên Bái: nothing tells"
    assert told.provinces_of(award) == ("15", "15")


def test_district_and_commune_are_those_of_the_province() -> None:
    body = "Tại huyện Bát Xát, xã Y Tý (Lào Cai), đoàn của quận Đống Đa, Hà Nội trao quà ở huyện Bát Xát."
    places = ArticlePlaces(article(body, "Lào Cai", "Lào Cai", dt.date(2024, 5, 1)))
    assert places.below_province() == ("huyện Bát Xát", "xã Y Tý")
