"""Organisations and posts that give awards, as printed: ``Chủ tịch UBND tỉnh``, ``Công đoàn Y tế Việt Nam``."""

from __future__ import annotations

import re
from functools import cache

import data
from extract.facts.awards.lexicon import MEANINGS, Role
from extract.language.normal import tone_key

_LONGEST = 90
_TABLE = {row["kind"]: row["names"].split("|") for row in data.table("awards/granters.csv")}
_INSIDE = "|".join(sorted((re.escape(tone_key(w)) for w in _TABLE["inside"]), key=len, reverse=True))
# A word of a name: begins with a capital (or is an abbreviation), or is a common noun found inside such names.
_WORD = re.compile(
    rf"(?P<link>\s?[-–&,]\s?|\s(?:và|&)\s|\.?\s|(?<=tp)\.)(?:(?P<lower>(?:{_INSIDE})(?!\w))|(?P<word>\w[\w&./-]*))"
)
_PLACE_NOUN = re.compile(
    r"(?:tỉnh|thành phố|tp|huyện|quận|thị xã|xã|phường|thị trấn|lđlđ|ubnd|liên đoàn lao động)\.?$"
)
_PERSON_LEAD = re.compile(r"(?:ông|bà|đồng chí|đ/c|anh|chị)(?!\w)")


@cache
def _family_names() -> frozenset[str]:
    return frozenset(tone_key(name) for name in data.lines("names/family.txt"))


@cache
def _places() -> frozenset[str]:
    return frozenset(tone_key(row["name"]) for row in data.table("provinces/provinces.csv"))


def end_of(text: str, key: str, start: int, end: int, kind: Role, limit: int) -> int:
    """Where the name that a head begins ends; the head's own end where it is complete by itself.

    Args:
        start: where the head stands.
        end: end of the head.
        kind: ``whole`` (complete by itself), ``open`` (goes on), ``post`` (needs its organisation), ``local``.
        limit: where the sentence ends.
    """
    if kind == "whole":
        return end
    limit = min(limit, start + _LONGEST)
    while (match := _WORD.match(key, end, limit)) and _continues(text, key, start, match):
        end = match.end("lower") if match["lower"] else _trimmed(text, match)
    return end


def _trimmed(text: str, match: re.Match[str]) -> int:
    end = match.end("word")
    while text[end - 1] in ".-/&":
        end -= 1
    return end


def _continues(text: str, key: str, start: int, match: re.Match[str]) -> bool:
    word_start = match.start("lower") if match["lower"] else match.start("word")
    link = match["link"].strip()
    if match["lower"] and (not link or text[word_start].isupper()):
        return True
    if match["lower"] and key.startswith(("bộ ", "sở ", "phòng "), start):
        return True
    if not text[word_start].isupper():
        return False
    if link in {",", "và", "-", "–"}:
        return _joined(text, key, start, match.start(), word_start)
    return not _begins_person(text, key, match.start(), word_start, match.end())


def _joined(text: str, key: str, start: int, before: int, after: int) -> bool:
    """Whether a comma, dash or ``và`` stands inside one name: ``Bộ Giáo dục và Đào tạo``, ``Bà Rịa - Vũng Tàu``."""
    head = key[start:before]
    if any(
        (m := MEANINGS.get(key[after : after + n])) and (m.award or m.role or m.body) for n in range(2, 20)
    ):
        return False
    return head.startswith(("bộ", "sở", "ban", "phòng", "hội đồng", "khối", "cụm")) or bool(
        re.match(r"(?:vũng tàu|huế)", key[after:])
    )


def _begins_person(text: str, key: str, before: int, word_start: int, word_end: int) -> bool:
    """Whether a post's holder begins here: ``Chủ tịch UBND TP Hà Nội | Trần Văn Sơn``."""
    if key[word_start:word_end] not in _family_names() or _PLACE_NOUN.search(
        key, max(0, before - 20), before
    ):
        return False
    given = re.match(r"\s\w+", text[word_end : word_end + 12])
    if given is None or not given[0][1].isupper():
        return False
    previous = key.rfind(" ", 0, before) + 1
    return not any(key.startswith(place, (previous, word_start)[i]) for place in _places() for i in (0, 1))


def body_at(text: str, key: str, start: int, limit: int) -> int | None:
    """End of the organisation or post whose name begins at a place; None where none does."""
    for length in range(min(48, limit - start), 1, -1):
        meaning = MEANINGS.get(key[start : start + length])
        stop = start + length
        if meaning and meaning.body and (stop >= limit or not key[stop].isalnum()):
            end = end_of(text, key, start, stop, meaning.body, limit)
            if meaning.body == "post" and (inner := _after_post(text, key, stop, limit)):
                return max(inner, end)
            return end
    return None


def _after_post(text: str, key: str, stop: int, limit: int) -> int | None:
    gap = re.match(r"\s", key[stop : stop + 1])
    return body_at(text, key, stop + 1, limit) if gap else None


def is_person_lead(key: str, start: int) -> bool:
    """Whether an honorific stands here: what follows is a person, no organisation."""
    return bool(_PERSON_LEAD.match(key, start))
