"""How far an organisation's name runs, from its first word."""

from __future__ import annotations

import re

from extract.facts.people import clauses, lexicon
from extract.facts.people.passage import Passage
from extract.reading import Span

_LONGEST = 160
_STEP = re.compile(
    r"(?P<word>[^\W_]+(?:[&/'’+-][^\W_]+)*)|(?P<dash> *[-–—] *)|(?P<mark>[^\s\w]|\n)|(?P<blank>[^\S\n]+)|_"
)
_PROPER_ENDINGS = frozenset(("tỉnh", "phố", "huyện", "quận", "xã", "phường", "nước", "ngành", "ương", "nam"))
_CLASS_NOUN = re.compile(
    r"sở|cục|vụ|ban|phòng|đoàn|tổ|hội|trung|tâm|viện|khoa|cụm"
    r"|cp|tnhh|mtv|tm|dv|sx|xd|đt|cpđt|cptm|tmdv|sxtm|sxkd|tmcp|xn|htx|dntn"
)
_DOTTED = frozenset(("t", "tp", "tx", "tt", "q", "p", "h", "st", "co", "ltd"))
_LAST_WORD = re.compile(r"(?<!\w)\w+\Z")
_ABBREVIATION = re.compile(r"\([A-ZĐ][\w&. -]{1,12}\)")
_WITHIN_UNIONS, _AREA_RANK = 8, 9
_ENUMERATED = re.compile(
    r"chống |đoàn thể|(?=[^\W\d_])(?!.{0,40}? và (?:ông|bà|các|đại|lãnh|nhiều|hơn|gần|\d))"
    r"(?:[^\W\d_]+ ){1,4}và [^\W\d_]+"
)
"""What follows a comma inside one name: ``Văn hóa, Thể thao và Du lịch``; ``phòng, chống``."""
_PARK = re.compile(r"(?:khu (?:công nghiệp|chế xuất|công nghệ cao|kinh tế)|kcn|kcx|kkt)\b")
_PLACES = re.compile(r"((?:[^\W\d_]+ ?){1,4})(?:, ((?:[^\W\d_]+ ?){1,4}))?")


def read(passage: Passage, start: int, stop: int) -> Span:
    """The organisation that starts at ``start``, no further than ``stop``."""
    stop = min(stop, start + _LONGEST)
    end = position = start
    rank, proper = passage.rank_at(start), False
    while position < stop and (step := _STEP.match(passage.text, position, stop)):
        position = step.end()
        if step["word"]:
            reached = clauses.belongs_to(passage, step.start(), proper=proper)
            if reached is None:
                break
            position = end = min(max(position, reached), stop)
            proper = _is_proper(passage, step.start(), end)
        elif not step["blank"]:
            position, rank = _over_mark(passage, step, stop, rank)
            if position < 0:
                break
            if passage.text[position - 1] == ")":
                end = position
                if not _continues(passage, position):
                    break
    if passage.key.endswith(" và", start, end):  # the next person stands after it
        end -= 3
    return Span(start, end)


def _is_proper(passage: Passage, start: int, end: int) -> bool:
    """Whether a word is a proper noun, or closes a name as one does; ``Sở``, ``TNHH`` open names."""
    word = passage.key[start:end]
    return word in _PROPER_ENDINGS or (passage.starts_upper(start) and not _CLASS_NOUN.fullmatch(word))


def _over_mark(passage: Passage, step: re.Match[str], stop: int, rank: int) -> tuple[int, int]:
    """Where reading goes on after a mark, with the rank reached; -1 where the name ends before it."""
    after, mark = step.end(), step["mark"]
    if step["dash"]:
        goes_on = _over_dash(passage, after)
    elif mark == ".":
        word = _LAST_WORD.search(passage.key, max(0, step.start() - 6), step.start())
        goes_on = word is not None and word[0] in _DOTTED
    elif mark == "\n":  # a line broken after the stop of "TP."
        goes_on = passage.key.endswith((" tp.", " tx."), 0, step.start()) and _is_place(passage, after)
    elif mark == "," and passage.text[after : after + 1] == " ":
        return _over_comma(passage, after + 1, rank)
    elif mark == "(":
        return _over_bracket(passage, step.start(), stop, rank)
    else:
        goes_on = (mark or "\n") in "&+'’"
    return (after if goes_on else -1), rank


def _over_dash(passage: Passage, after: int) -> bool:
    """A dash inside a name, ``Điện - Điện tử``; not before a post, a person or a clause."""
    if lexicon.SECOND_PART.match(passage.key, after):
        return True
    return passage.starts_upper(after) and not passage.post_at(after) and not passage.people_at(after)


def _over_comma(passage: Passage, start: int, rank: int) -> tuple[int, int]:
    """After a comma a name goes on with an area, a body of higher rank, or the rest of an enumeration."""
    if passage.post_at(start):
        return -1, rank
    if _PARK.match(passage.key, start) and rank < _WITHIN_UNIONS:
        return -1, rank  # where a company stands is no part of its name
    if passage.area_at(start) or _is_place(passage, start):
        return start, _AREA_RANK
    higher = passage.rank_at(start)
    if higher > rank and rank < _WITHIN_UNIONS and not passage.people_at(start):
        return start, higher
    goes_on = _ENUMERATED.match(passage.text, start) and not _is_another(passage, start)
    return (start if goes_on else -1), rank


def _is_another(passage: Passage, start: int) -> bool:
    """Whether another body, person or clause begins at an offset."""
    if passage.rank_at(start) or passage.people_at(start) or clauses.ends(passage, start):
        return True
    first = passage.key[start : start + 12].split(" ")[0]
    return first in lexicon.COMMON_FAMILY and passage.starts_upper(start)


def _is_place(passage: Passage, start: int) -> bool:
    """A bare place, or two with the greater one last: ``Tuy An, Phú Yên``."""
    places = _PLACES.match(passage.key, start, start + 60)
    if not places or not passage.starts_upper(start):
        return False
    return any(" ".join(place.split()[:n]) in lexicon.PLACES for place in places.groups("") for n in (2, 3))


def is_place(passage: Passage, span: Span) -> bool:
    """Whether a name is a place's, with or without the greater one after it: ``Nga Tân, huyện Nga Sơn``."""
    comma = passage.key.find(", ", span.start, span.end)
    return _is_place(passage, span.start) or (comma >= 0 and passage.area_at(comma + 2))


def _over_bracket(passage: Passage, start: int, stop: int, rank: int) -> tuple[int, int]:
    """Past ``(LĐLĐ)`` in the middle of a name, or a body of higher rank in brackets at its end."""
    close = passage.text.find(")", start, stop)
    if close < 0:
        return -1, rank
    short = _ABBREVIATION.match(passage.text, start)
    if short and _continues(passage, short.end()):
        return short.end(), rank
    inner = passage.rank_at(start + 1)
    return (close + 1, inner) if inner > rank else (-1, rank)


def _continues(passage: Passage, offset: int) -> bool:
    """Whether a name goes on after a bracket, as ``Liên đoàn Lao động (LĐLĐ) quận X`` does."""
    capital = passage.text[offset : offset + 1] == " " and passage.starts_upper(offset + 1)
    return capital or passage.area_at(offset + 1)
