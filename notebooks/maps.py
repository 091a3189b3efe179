"""Maps of Vietnam for notebooks: tiles and outlines, 63 units before July 2025 and 34 since.

Hoàng Sa (Đà Nẵng) and Trường Sa (Khánh Hòa) stand as insets: tiles to the east on the tile map, boxes on the
map of outlines, whose source lacks them. They take the colour of the province they belong to.
"""

from __future__ import annotations

from typing import Any

import altair as alt
import polars as pl

import data

ISLANDS = {"Hoàng Sa": "48", "Trường Sa": "56"}
"""Archipelago → official code of its province, the same on both maps."""
TILE_COLUMNS = {"63": 13, "34": 9}
BOXES = {"Hoàng Sa": (111.2, 112.8, 15.7, 17.1), "Trường Sa": (111.5, 114.5, 8.0, 11.5)}
"""Where the insets lie, in degrees: west, east, south, north."""
NO_DATA = "#e4e4e4"
SCALE = alt.Scale(range=["#fde3c8", "#f08a3c"], nice=True)
"""Light enough at its dark end for a name to be read on it."""
SHORT = {"Bà Rịa - Vũng Tàu": "Bà Rịa\nV.Tàu", "Thừa Thiên Huế": "T.Thiên\nHuế", "Hồ Chí Minh": "TP\nHCM"}


def tiles(values: pl.DataFrame, value: str, title: str, units: str = "63") -> alt.LayerChart:
    """One tile a province, coloured by a figure; grey where there is none.

    Args:
        values: ``province_code`` and the column named by ``value``, one row a province.
        value: the column to colour by.
        title: legend, in Vietnamese.
        units: ``"63"`` or ``"34"``.
    """
    frame = _tiles(units).join(values, left_on="code", right_on="province_code", how="left")
    base = alt.Chart(frame).encode(x=alt.X("column:O", axis=None), y=alt.Y("row:O", axis=None))
    land = base.mark_rect(color=NO_DATA, stroke="white", strokeWidth=2).encode(tooltip="name")
    known = base.transform_filter(f"isValid(datum.{value})")
    squares = known.mark_rect(stroke="white", strokeWidth=2).encode(
        color=alt.Color(f"{value}:Q", title=title, scale=SCALE),
        tooltip=["name", alt.Tooltip(f"{value}:Q", title=title, format=",")],
    )
    names = base.mark_text(fontSize=8, lineBreak="\n", dy=-3).encode(text="label")
    size, rows = 40, frame.select(pl.col("row").max()).item()
    chart = alt.layer(land, squares, names)
    return chart.properties(width=size * (TILE_COLUMNS[units] + 1), height=size * (rows + 1))


def outlines(values: pl.DataFrame, value: str, title: str, units: str = "63") -> alt.LayerChart:
    """Outlines coloured by a figure, with the two archipelagos as boxes in the eastern sea.

    Arguments as for ``tiles``. Outlines © OpenStreetMap contributors, ODbL.
    """
    figures = {row["province_code"]: row[value] for row in values.iter_rows(named=True)}
    shapes = _features(f"map/outlines_{units}.geojson", figures)
    boxes = [_box(name, figures.get(code)) for name, code in ISLANDS.items()]
    base = alt.Chart(alt.Data(values=[*shapes, *boxes]))
    name = alt.Tooltip("properties.name:N", title="Tỉnh, thành phố")
    land = base.mark_geoshape(fill=NO_DATA, stroke="white", strokeWidth=0.5).encode(tooltip=name)
    known = base.transform_filter("isValid(datum.properties.value)")
    coloured = known.mark_geoshape(stroke="white", strokeWidth=0.5).encode(
        color=alt.Color("properties.value:Q", title=title, scale=SCALE),
        tooltip=[name, alt.Tooltip("properties.value:Q", title=title, format=",")],
    )
    places = [{"name": n, "lon": (w + e) / 2, "lat": north + 0.3} for n, (w, e, _, north) in BOXES.items()]
    labels = alt.Chart(alt.Data(values=places)).mark_text(fontSize=9, fontStyle="italic")
    named = labels.encode(longitude="lon:Q", latitude="lat:Q", text="name:N")
    chart = alt.layer(land, coloured, named)
    return chart.project("mercator").properties(width=360, height=520)


def _tiles(units: str) -> pl.DataFrame:
    names = {row["code"]: row["name"] for row in data.table("provinces/provinces.csv") if row["map"] == units}
    placed = [row for row in data.table("map/tiles.csv") if row["map"] == units]
    rows = [
        {"code": r["code"], "name": names[r["code"]], "column": int(r["column"]), "row": int(r["row"])}
        for r in placed
    ]
    heights = {row["code"]: row["row"] for row in rows}
    rows += [
        {"code": code, "name": name, "column": TILE_COLUMNS[units], "row": heights[code]}
        for name, code in ISLANDS.items()
    ]
    return pl.DataFrame(
        [row | {"label": SHORT.get(row["name"], row["name"].replace(" ", "\n"))} for row in rows]
    )


def _features(name: str, figures: dict[str, float]) -> list[dict[str, Any]]:
    features: list[dict[str, Any]] = data.json_file(name)["features"]
    return [f | {"properties": f["properties"] | {"value": figures.get(f["id"])}} for f in features]


def _box(name: str, value: float | None) -> dict[str, Any]:
    west, east, south, north = BOXES[name]
    # Clockwise, as d3 wants an outer ring: the other way round it means the rest of the globe.
    ring = [[west, south], [west, north], [east, north], [east, south], [west, south]]
    return {
        "type": "Feature",
        "properties": {"name": name, "value": value},
        "geometry": {"type": "Polygon", "coordinates": [ring]},
    }
