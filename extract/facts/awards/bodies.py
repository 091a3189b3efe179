"""Organisations and posts that give awards, as printed: ``Chủ tịch UBND tỉnh``, ``Công đoàn ngành Y tế``."""

from __future__ import annotations

import re

import data
from extract.facts.awards.lexicon import MEANINGS, Role
from extract.grammar.quantities import alternatives
from extract.language.normal import tone_key

_LONGEST = 90
_LONGEST_HEAD = 48
_INSIDE = alternatives(
    tone_key(word)
    for row in data.table("awards/granters.csv")
    if row["kind"] == "inside"
    for word in row["names"].split("|")
)
# A word of a name begins with a capital, or is a common noun found inside such names.
_WORD = re.compile(
    rf"(?P<link>\s?[-–&,]\s?|\s(?:và|&)\s|\.?\s|(?<=tp)\.)"
    rf"(?:(?P<lower>(?:{_INSIDE})(?!\w))|(?P<word>\w[\w&./-]*))"
)
_PLACE_NOUN = re.compile(
    r"(?:tỉnh|thành phố|tp|huyện|quận|thị xã|xã|phường|thị trấn|lđlđ|ubnd|liên đoàn lao động)\.?$"
)
_LEVEL = re.compile(r" cấp (?:tỉnh|huyện|quận|xã|thành phố|trên(?: trực tiếp)? cơ sở)(?!\w)")
_AREA = re.compile(r"(?:tỉnh|thành phố|tp|huyện|quận|thị xã|xã|phường|thị trấn|đặc khu)")
_AREA_BEFORE = re.compile(r"(?<!\w)(?:tỉnh|thành phố|tp|huyện|quận|thị xã|xã|phường|thị trấn)$")
_GIVEN_NAME = re.compile(r"\s\w")
_FULL_NAME = re.compile(r"(?:[^\W\d_a-zà-ỹđ][^\W\d_]*\s){2,3}[^\W\d_a-zà-ỹđ]")
"""Of three words or four: after ``LĐLĐ tỉnh`` a person, where it is no place."""
_JOINS_NAMES = (
    "bộ ", "sở ", "ban ", "phòng ", "hội đồng ", "khối ", "cụm ", "tập đoàn ", "tổng công ty ", "cục ",
    "viện ",
)  # fmt: skip
"""Heads whose own names hold commas, dashes and ``và``: ``Sở Văn hóa, Thể thao và Du lịch``."""
_TRADE_UNION = ("công đoàn ", "cđ ")
_FAMILY_NAMES = frozenset(tone_key(name) for name in data.lines("names/family.txt"))
_PLACES = tuple(
    {
        tone_key(row["name"])
        for part in ("provinces", "districts")
        for row in data.table(f"provinces/{part}.csv")
    }
)
_NAME_GOES_ON = re.compile(r" (?:[-–] )?(?=[^\W\d_a-zà-ỹđ])")
_CLAUSE_WORDS = frozenset(
    tone_key(line.rstrip("*").split()[0])
    for line in data.lines("names/clause_words.txt")
    if not line.endswith("+")
)
_VERBS = frozenset({"grant", "receive", "commend", "passive", "register", "propose"})


def body_at(text: str, key: str, start: int, limit: int) -> int | None:
    """End of the organisation or post whose name begins at a place; None where none does.

    Args:
        text: the whole text.
        key: the same, tone-folded.
        start: where the name would begin.
        limit: where the sentence ends.
    """
    for stop in range(min(start + _LONGEST_HEAD, limit), start + 1, -1):
        meaning = MEANINGS.get(key[start:stop])
        if meaning and meaning.body and (stop >= limit or not key[stop].isalnum()):
            end = _end_of(text, key, start, stop, meaning.body, limit)
            has_more = meaning.body == "post" and key[stop : stop + 1] == " "
            inner = body_at(text, key, stop + 1, limit) if has_more else None
            return max(inner or end, end)
    return None


def _end_of(text: str, key: str, start: int, end: int, kind: Role, limit: int) -> int:
    """Where the name that a head begins ends; the head's own end where it is complete by itself."""
    if kind == "whole":
        return end
    limit = min(limit, start + _LONGEST)
    while (match := _WORD.match(key, end, limit)) and _continues(text, key, start, match):
        end = match.end("lower") if match["lower"] else _trimmed(text, match)
    level = _LEVEL.match(key, end, limit)
    return level.end() if level and text[start:end].isupper() else end


def _trimmed(text: str, match: re.Match[str]) -> int:
    end = match.end("word")
    while text[end - 1] in ".-/&":
        end -= 1
    return end


def _continues(text: str, key: str, start: int, match: re.Match[str]) -> bool:
    """Whether the next word still belongs to the name."""
    word = match.start("lower") if match["lower"] else match.start("word")
    link, capital = match["link"].strip(), text[word].isupper()
    if link == "," and _AREA.fullmatch(key, word, match.end()):
        return _AREA_BEFORE.search(key, max(0, match.start() - 12), match.start()) is not None
    if link in {",", "và", "-", "–"}:
        joined = key.startswith(_JOINS_NAMES, start) or key.startswith(("vũng tàu", "huế"), word)
        joined = joined or _is_trade(text, key, start, match)
        return bool(capital or match["lower"]) and joined and _is_one_name(key, word)
    if match["lower"]:
        return True
    if not capital and link == "" and _is_half_word(text, key, match.start(), match.end()):
        return True
    if not capital or ((verb := MEANINGS.get(key[word : match.end()])) and verb.role in _VERBS):
        return False
    return not _begins_person(text, key, match.start(), word, match.end())


def _is_half_word(text: str, key: str, before: int, end: int) -> bool:
    """Whether a word in lower case ends a compound inside a name: ``Hóa chất Phương Nam``."""
    opens = text.rfind(" ", max(0, before - 12), before) + 1
    if not text[opens].isupper() or text[opens:before].isupper():
        return False
    word = key[before:end].strip()
    return word not in _CLAUSE_WORDS and word not in MEANINGS and bool(_NAME_GOES_ON.match(text, end))


def _is_one_name(key: str, word: int) -> bool:
    """Whether what follows a comma, dash or ``và`` begins nothing else: ``Bộ Giáo dục và Đào tạo``."""
    phrases = (MEANINGS.get(key[word : word + length]) for length in range(20, 1, -1))
    longest = next((meaning for meaning in phrases if meaning), None)
    return not (longest and (longest.award or longest.role or longest.body))


def _is_trade(text: str, key: str, start: int, match: re.Match[str]) -> bool:
    """Whether a dash or ``và`` joins two trades of one union: ``Công đoàn Dầu khí - Hóa chất``."""
    if match["link"].strip() == "," or not match["lower"] or not text[match.start("lower")].isupper():
        return False
    return key.startswith(_TRADE_UNION, start) and key[start : match.start()].count(" ") > 1


def _begins_person(text: str, key: str, before: int, start: int, end: int) -> bool:
    """Whether a post's holder begins here: ``Chủ tịch UBND TP Hà Nội | Trần Văn Sơn``."""
    if key[start:end] not in _FAMILY_NAMES:
        return False
    if _PLACE_NOUN.search(key, max(0, before - 20), before) and not _FULL_NAME.match(text, start):
        return False
    if not (_GIVEN_NAME.match(text, end) and text[end + 1].isupper()):
        return False
    previous = key.rfind(" ", max(0, before - 20), before) + 1
    return not key.startswith(_PLACES, start) and not key.startswith(_PLACES, previous)
