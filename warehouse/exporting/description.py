"""What goes with the files: a Frictionless data package, the dictionary, the licence and the citation."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from warehouse.exporting.files import Written
from warehouse.exporting.relations import Relation

TITLE = "Thi Đua: facts read from Vietnamese trade-union news"
PROFILE = "https://datapackage.org/profiles/2.0/datapackage.json"

_MEDIA = {
    ".parquet": "application/vnd.apache.parquet",
    ".csv": "text/csv",
    ".jsonl": "application/jsonl",
    ".xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
}
_TYPES = {
    "VARCHAR": "string",
    "BIGINT": "integer",
    "INTEGER": "integer",
    "UBIGINT": "integer",
    "HUGEINT": "integer",
    "DOUBLE": "number",
    "BOOLEAN": "boolean",
    "DATE": "date",
    "TIMESTAMP": "datetime",
}
_REFERENCES = {"article_id": "article", "fact_id": "fact", "source_id": "source"}
_LOOSE = ("page", "fact_seen", "link_decision")
"""Tables whose rows may stay when the article or fact they speak of is gone."""
_MOMENTS = {".csv": "%Y-%m-%d %H:%M:%S.%f", ".jsonl": "any"}
"""How files write moments, where that is not the standard's way."""

_LICENCE = """# Licence

The tables, as a selection and arrangement of facts with their codes and figures, are offered under the
Creative Commons Attribution 4.0 International licence (CC BY 4.0, https://creativecommons.org/licenses/by/4.0/).

That licence does not reach what others wrote: titles, bodies and quoted words of articles (`article.title`,
`article.body`, `fact.text`) belong to their publishers and are here so that every figure can be checked. Ask
them before you publish more than a quotation. Names of people are personal data wherever the law says so.
"""
_PRIVATE_NOTE = """
This export is private: people are pseudonyms, and texts, titles, addresses, posts and organisations are left
out. It is pseudonymous, not anonymous: who holds the articles may recognise one by its figures and date.
"""
_SYNTHETIC_NOTE = "This is synthetic data for load tests. No figure in it was ever said by anybody.\n"
_CITATION = """cff-version: 1.2.0
message: "If you use these tables, please cite them, and the article that each figure comes from."
title: "{title}"
type: dataset
version: "{version}"
license: CC-BY-4.0
authors:
  - name: "The Thi Đua engineers"
"""
_CELLS_NOTE = (
    "Cells whose text would begin like a formula (= + - @, tab, line end; also after ; or a line end inside) "
    "have an apostrophe before it."
)


def describe(
    folder: Path, written: Sequence[Written], *, version: str, private: bool, synthetic: bool
) -> None:
    """Writes ``datapackage.json``, ``DICTIONARY.md``, ``LICENSE.md`` and ``CITATION.cff`` to the folder."""
    package = json.dumps(_package(written, version, private, synthetic), ensure_ascii=False, indent=2)
    texts = {
        "datapackage.json": package + "\n",
        "DICTIONARY.md": "\n".join(_dictionary(written, private, synthetic)),
        "LICENSE.md": _LICENCE + (_PRIVATE_NOTE if private else ""),
        "CITATION.cff": _CITATION.format(title=_title(synthetic), version=version),
    }
    for name, text in texts.items():
        (folder / name).write_text(text, encoding="utf-8", newline="\n")


def _title(synthetic: bool) -> str:
    return TITLE + (" (synthetic, for load tests)" if synthetic else "")


def _package(written: Sequence[Written], version: str, private: bool, synthetic: bool) -> dict[str, Any]:
    notes = [_SYNTHETIC_NOTE.strip()] if synthetic else []
    notes += [" ".join(_PRIVATE_NOTE.split())] if private else []
    names = {one.relation.name for one in written}
    return {
        "$schema": PROFILE,
        "name": "thi-dua",
        "title": _title(synthetic),
        "description": " ".join(["One row per fact, with its article, rule and confidence.", *notes]),
        "version": version,
        "keywords": ["Vietnamese", "trade unions", "emulation movements", "information extraction"],
        "licenses": [
            {
                "name": "CC-BY-4.0",
                "path": "https://creativecommons.org/licenses/by/4.0/",
                "title": "Creative Commons Attribution 4.0; not for texts of articles, see LICENSE.md",
            }
        ],
        "contributors": [{"title": "The Thi Đua engineers", "roles": ["creator"]}],
        "resources": [_resource(one, names) for one in written],
    }


def _resource(one: Written, names: set[str]) -> dict[str, Any]:
    suffix = one.file.suffix
    resource: dict[str, Any] = {
        "name": one.relation.name.replace("_", "-"),
        "title": one.relation.name,
        "type": "table",
        "description": _about(one),
        "path": one.file.name,
        "format": suffix[1:],
        "mediatype": _MEDIA[suffix],
        "encoding": "utf-8",
        "bytes": one.file.stat().st_size,
        "hash": f"sha256:{one.sha256()}",
        "schema": _schema(one.relation, names, suffix),
    }
    if suffix == ".xlsx":
        resource["dialect"] = {"sheetName": one.sheets[0]}
    return resource


def _about(one: Written) -> str:
    parts = [one.relation.comment.rstrip(".") + f". {one.rows:,} rows."]
    if one.file.suffix == ".csv":
        parts.append(_CELLS_NOTE)
    if len(one.sheets) > 1:
        parts.append(f"Goes on in the sheets {', '.join(one.sheets[1:])}.")
    if one.cut:
        parts.append(f"{one.cut:,} cells were too long for a workbook and end in ….")
    return " ".join(parts)


def _schema(relation: Relation, names: set[str], suffix: str) -> dict[str, Any]:
    fields = [
        {
            "name": one.name,
            "type": _type(one.sql_type, suffix),
            **({"format": _MOMENTS[suffix]} if one.sql_type == "TIMESTAMP" and suffix in _MOMENTS else {}),
            "description": one.comment,
            **({} if one.nullable or not relation.is_table else {"constraints": {"required": True}}),
        }
        for one in relation.fields
    ]
    schema: dict[str, Any] = {"fields": fields, "missingValues": [""]}
    if relation.is_table and relation.fields[0].name.endswith("_id"):
        schema["primaryKey"] = [relation.fields[0].name]
    if keys := list(_foreign_keys(relation, names)):
        schema["foreignKeys"] = keys
    return schema


def _type(sql_type: str, suffix: str) -> str:
    if sql_type.endswith("[]"):
        return "string" if suffix in (".csv", ".xlsx") else "array"
    return _TYPES.get(sql_type.partition("(")[0], "any")


def _foreign_keys(relation: Relation, names: set[str]) -> Iterator[dict[str, Any]]:
    for one in relation.fields:
        target = _REFERENCES.get(one.name)
        if target in names and target != relation.name and relation.is_table and relation.name not in _LOOSE:
            resource = str(target).replace("_", "-")
            yield {"fields": [one.name], "reference": {"resource": resource, "fields": [one.name]}}


def _dictionary(written: Sequence[Written], private: bool, synthetic: bool) -> Iterator[str]:
    yield "# Data dictionary\n"
    if synthetic:
        yield _SYNTHETIC_NOTE
    if private:
        yield _PRIVATE_NOTE.strip() + "\n"
    yield "Money is in đồng. Offsets count Unicode code points in `article.body`. Moments are in UTC.\n"
    for one in written:
        yield f"## `{one.relation.name}`\n\n{_about(one)}\n\n| column | type | meaning |\n| --- | --- | --- |"
        for column in one.relation.fields:
            meaning = column.comment.replace("|", "\\|")
            yield f"| `{column.name}` | {column.sql_type} | {meaning} |"
        yield ""
