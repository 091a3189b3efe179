"""Granters and union bodies: the printed name and the article's province give an entry of the register.

The register is ``data/bodies``: ``national.csv`` has bodies of the whole country by name, ``local.csv`` the
kinds of body that every province, district or commune has. Written down from union news; ministries as they
were called in 2024 and 2025.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache, lru_cache

import data
from extract.article.places import PlaceMention, mentions
from extract.article.places.gazetteer import names_63
from extract.language.normal import tone_key

_WORDS = re.compile(r"[^\W_]+")
_JOINTS = re.compile(r"\s*(?:[,;/]| và | cùng )\s*")
_LEADERS = re.compile(
    r"^(?:(?:lãnh đạo|ban thường vụ|ban chấp hành|btv|bch|thường trực|đoàn chủ tịch|chủ tịch|phó chủ tịch"
    r"|bí thư|phó bí thư|giám đốc|chánh án|trưởng ban|bộ trưởng(?= bộ\b)) )+"
)
_PLACE = re.compile(r"(?:(?<= )| ?\b)(tỉnh|thành phố|huyện|quận|thị xã|xã|phường|thị trấn)$")
_LEVELS = {
    "tỉnh": "province",
    "huyện": "district",
    "quận": "district",
    "thị xã": "district",
    "xã": "commune",
    "phường": "commune",
    "thị trấn": "commune",
    "thị": "district",
    "thành": "province",
}
_LONGEST = 300
"""Characters of a name that are looked at."""
_SHORT = {"uỷ": "ủy", "tp": "thành phố", "tx": "thị xã", "vn": "việt nam", "tw": "trung ương"}


@dataclass(frozen=True, slots=True)
class Body:
    """A body as the register knows it."""

    id: str
    """Register entry, with ``@`` and the place of a local one; ``printed:`` and the folded name if none."""
    name: str
    level: str | None = None
    """``national``, ``sector``, ``province``, ``district``, ``commune`` or ``grassroots``."""
    kind: str | None = None


@lru_cache(maxsize=50_000)
def canonical(printed: str, province: str | None) -> Body:
    """The register's entry for a name as printed.

    Several bodies that give together are one entry, in whatever order they are printed.

    Args:
        printed: the granter's or union's name.
        province: code among the 63 of the province the article is about, which ``UBND tỉnh`` means.
    """
    if found := _several(printed[:_LONGEST], province):
        return found[0] if len(found) == 1 else _joint(found)
    where = f"@{province}" if province else ""
    level = "grassroots" if _is_grassroots(_key(printed)) else None
    return Body(f"printed:{_key(printed)}{where}", printed, level)


def _several(printed: str, province: str | None) -> list[Body]:
    """Bodies that a name lists; empty unless every one of them is known."""
    if body := _one(printed, province):
        return [body]
    for joint in _JOINTS.finditer(printed):
        first = _one(printed[: joint.start()], province)
        if first and (rest := _several(printed[joint.end() :], province)):
            return [first, *rest]
    return []


def _joint(bodies: list[Body]) -> Body:
    distinct = sorted({body.id: body for body in bodies}.values(), key=lambda body: body.id)
    levels = {body.level for body in distinct}
    kinds = {body.kind for body in distinct}
    return Body(
        "+".join(body.id for body in distinct),
        ", ".join(body.name for body in distinct),
        levels.pop() if len(levels) == 1 else None,
        kinds.pop() if len(kinds) == 1 else None,
    )


def _one(printed: str, province: str | None) -> Body | None:
    key = _key(printed)
    return _national(key) or _local(printed, province)


def _key(name: str) -> str:
    """Words in lower case, dashes and ampersands apart, short forms of places spelt out."""
    words = _WORDS.findall(tone_key(name).replace("&", " và "))
    return " ".join(_SHORT.get(word, word) for word in words)


@cache
def _national_names() -> Mapping[str, Body]:
    names: dict[str, Body] = {}
    for row in data.table("bodies/national.csv"):
        body = Body(row["id"], row["name"], row["level"], row["kind"])
        for name in (row["name"], *filter(None, row["aliases"].split("|"))):
            names[_key(name)] = body
            names[_key(name).replace(" và ", " ")] = body
    return names


def _national(key: str) -> Body | None:
    bare = _LEADERS.sub("", key)
    minister = re.sub(r"^(?:bộ trưởng|thứ trưởng) ", "bộ ", bare)
    tried = (form for name in (key, bare, minister) for form in (name, name.replace(" và ", " ")))
    return next((body for name in tried if (body := _national_names().get(name))), None)


@cache
def _local_kinds() -> Mapping[str, dict[str, str]]:
    return {
        _key(name): row
        for row in data.table("bodies/local.csv")
        for name in (row["name"], *filter(None, row["aliases"].split("|")))
    }


def _local(printed: str, province: str | None) -> Body | None:
    """A body of a province, district or commune: a kind of the register, then its place."""
    place = next(iter(mentions(printed)), None)
    if place and printed[place.end :].strip():
        return None
    before = _key(printed[: place.start] if place else printed)
    bare = _LEADERS.sub("", before)
    for form in dict.fromkeys((before, bare)):
        word = _PLACE.search(form)
        row = _local_kinds().get(form[: word.start()].strip() if word else form)
        if row:
            return _at(row, place, _level(form, word, place), province)
    return None


def _level(form: str, word: re.Match[str] | None, place: PlaceMention | None) -> str | None:
    if place:
        return place.level
    if word and word[1] != "thành phố":
        return _LEVELS[word[1]]
    first = re.match(r"(?:bí thư |thường trực )?(tỉnh|thành|huyện|quận|thị)\b", form)
    return _LEVELS[first[1]] if first else "province" if word else None


def _at(
    row: dict[str, str], place: PlaceMention | None, level: str | None, province: str | None
) -> Body | None:
    """The body at its place. Without a name for its district nothing tells which one it is."""
    if level == "province":
        code = _province(place, province)
        return (
            Body(f"{row['id']}@{code}", f"{row['name']} {names_63()[code]}", level, row["kind"])
            if code
            else None
        )
    if not place or not level:
        return None
    unit = next((u for u in place.units if province in u.provinces), place.units[0])
    where = f"{unit.kind} {unit.name}"
    owner = unit.provinces[0] if len(unit.provinces) == 1 else province
    return Body(f"{row['id']}@{owner}:{where}", f"{row['name']} {where}", level, row["kind"])


def _province(place: PlaceMention | None, province: str | None) -> str | None:
    if not place:
        return province
    codes = place.provinces
    return province if province in codes else min(codes) if len(codes) == 1 else _of_the_name(place)


def _of_the_name(place: PlaceMention) -> str | None:
    """The province of the map of 63 that bears the name, where the new one of that name has several parts."""
    old = [unit.code for unit in place.units if unit.provinces == (unit.code,) and unit.code in names_63()]
    return old[0] if len(old) == 1 else None


def _is_grassroots(key: str) -> bool:
    return bool(
        re.match(r"(?:cđcs|công đoàn cơ sở|công đoàn công ty|công đoàn bộ phận|công ty|trường)\b", key)
    )
