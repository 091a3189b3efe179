"""Tables of places: provinces on both maps, districts, communes, and what became of each on 1 July 2025."""

from __future__ import annotations

from schemas.table import Column, Table, nullable

_FROM = nullable("valid_from", "DATE", "First day it existed; null where that lies before the tables begin")
_TO = nullable("valid_to", "DATE", "Last day it existed; null while in force")

PROVINCE = Table(
    "province",
    "Provinces on the map before and since July 2025. A code alone is no key: 15 was Yên Bái, is Lào Cai.",
    (
        Column("province_id", "VARCHAR", "Map and official code: 63:15, 34:15, former:28"),
        nullable("map", "INTEGER", "63 before 1 July 2025, 34 since; null for those gone before, or between"),
        Column("code", "VARCHAR", "Official code"),
        Column("name", "VARCHAR", "Name without tỉnh or thành phố"),
        Column("kind", "VARCHAR", "tỉnh or thành phố"),
        _FROM,
        _TO,
        Column("region", "VARCHAR", "Socio-economic region, by the division in force with its map"),
        Column("successor", "VARCHAR", "Code on the map of 34 of the province its land lies in now"),
    ),
)
DISTRICT = Table(
    "district",
    "Districts at the end of June 2025, when all ended, and some that were gone or had another kind before.",
    (
        Column(
            "district_id", "VARCHAR", "Official code; for one gone before, province, kind, name and last year"
        ),
        nullable("code", "VARCHAR", "Official code on 30 June 2025"),
        Column("name", "VARCHAR", "Name without its kind"),
        Column("kind", "VARCHAR", "quận, huyện, thị xã or thành phố"),
        Column("province_code", "VARCHAR", "Code among the 63 of its province"),
        Column("province_2025_code", "VARCHAR", "Code among the 34 of the province its land lies in now"),
        Column("valid_to", "DATE", "Last day it existed"),
    ),
)
COMMUNE = Table(
    "commune",
    "Communes at the end of June 2025, and those since.",
    (
        Column("commune_id", "VARCHAR", "State (2024 before, 2025 since 1 July 2025) and official code"),
        Column("code", "VARCHAR", "Official code; the same code may mean another commune since July 2025"),
        Column("name", "VARCHAR", "Name without its kind"),
        Column("kind", "VARCHAR", "xã, phường, thị trấn or đặc khu"),
        nullable("district_code", "VARCHAR", "Code of its district; null since July 2025"),
        nullable("province_code", "VARCHAR", "Code among the 63; null where it was made from several"),
        Column("province_2025_code", "VARCHAR", "Code among the 34 of the province its land lies in now"),
        _FROM,
        _TO,
    ),
)
COMMUNE_SUCCESSOR = Table(
    "commune_successor",
    "What became of a commune on 1 July 2025: all of today's communes that got a part of it.",
    (
        Column("succession_id", "VARCHAR", "Ids of both communes"),
        Column("commune_id", "VARCHAR", "The commune as it was"),
        Column("successor_id", "VARCHAR", "A commune since that got a part"),
        Column("rank", "INTEGER", "1 for the one that got the largest part"),
    ),
)
POPULATION = Table(
    "population",
    "People living in each province, for rates. Never add rows of both maps, nor of several years.",
    (
        Column("population_id", "VARCHAR", "Map, official code and year: 63:15:2020"),
        Column("map", "INTEGER", "63 before 1 July 2025, 34 since"),
        Column("province_code", "VARCHAR", "Official code on that map"),
        Column("year", "INTEGER", "Year the figure is of"),
        Column("people", "BIGINT", "Population; on the map of 34 the sum of the province's parts"),
        Column("source", "VARCHAR", "Who published the figure, and where"),
    ),
)
GEOGRAPHY = (PROVINCE, DISTRICT, COMMUNE, COMMUNE_SUCCESSOR, POPULATION)
"""Filled from data/provinces at the start of a load."""
