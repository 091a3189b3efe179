"""Makes the tables of districts and communes from the wheel of vietnamadminunits 1.0.4 (MIT).

Run once; the tables are kept in the repository and the package is no dependency. The other tables here
are kept by hand::

    pip download --no-deps vietnamadminunits==1.0.4 && python -m zipfile -e vietnamadminunits-*.whl unpacked
    python data/provinces/build.py unpacked/vietnamadminunits/data
"""

from __future__ import annotations

import csv
import json
import re
import sqlite3
import sys
from collections import defaultdict
from collections.abc import Iterable
from pathlib import Path
from typing import Any

HERE = Path(__file__).resolve().parent
_OLD = """select provinceCode, provinceKey, districtCode, districtKey, districtType, districtShort,
                 wardCode, wardKey, wardType, wardShort
          from admin_units_legacy order by districtCode, wardCode"""
_NEW = """select provinceCode, provinceKey, wardCode, wardKey, wardType, wardShort
          from admin_units order by wardCode"""


def main(source: Path) -> None:
    """Reads the package's database and converter, writes the three tables."""
    database = sqlite3.connect(source / "dataset.db")
    old, new = database.execute(_OLD).fetchall(), database.execute(_NEW).fetchall()
    successors = _successors(json.loads((source / "converter_2025.json").read_text("utf-8")), new)
    districts = {row[2]: (row[2], row[4].lower(), _bare(row[5]), row[0]) for row in old}
    _write("districts.csv", ("code", "kind", "name", "province_code"), districts.values())
    _write(
        "communes_old.csv",
        ("code", "kind", "name", "district_code", "successors"),
        (_old_commune(row, successors) for row in old),
    )
    _write(
        "communes_2025.csv",
        ("code", "kind", "name", "province_code"),
        ((code, kind.lower(), name, province) for province, _, code, _, kind, name in new),
    )


def _old_commune(row: tuple[str, ...], successors: dict[str, list[str]]) -> tuple[str, ...]:
    """Five island districts had no communes; they stand in the table under their own code, kind ``huyện``."""
    _, province, district, district_key, _, short, code, key, kind, name = row
    codes = " ".join(successors.get(f"{province}_{district_key}_{key or ''}", []))
    return (code or district, (kind or "huyện").lower(), _bare(name or short), district, codes)


def _bare(name: str) -> str:
    """``Kỳ Anh (Huyện)`` → ``Kỳ Anh``; ``Quận 1`` → ``1``."""
    return re.sub(r" \(.*\)$|^(?:Quận|Phường) (?=\d)", "", name)


def _successors(converter: dict[str, Any], new: list[tuple[str, ...]]) -> dict[str, list[str]]:
    """Key of an old commune → codes of the communes it went to, the one that took most of it first."""
    codes = {(province, ward): code for _, province, code, ward, _, _ in new}
    found: dict[str, list[str]] = defaultdict(list)
    for province, wards in converter["DICT_PROVINCE_WARD_NO_DIVIDED"].items():
        for ward, olds in wards.items():
            for old in olds:
                found[old].append(codes[province, ward])
    for province, olds in converter["DICT_PROVINCE_WARD_DIVIDED"].items():
        for old, parts in olds.items():
            for part in sorted(parts, key=lambda part: not part["isDefaultNewWard"]):
                found[old].append(codes[province, part["newWardKey"]])
    return found


def _write(name: str, header: tuple[str, ...], rows: Iterable[tuple[str, ...]]) -> None:
    with (HERE / name).open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(header)
        writer.writerows(rows)


if __name__ == "__main__":
    main(Path(sys.argv[1]))
