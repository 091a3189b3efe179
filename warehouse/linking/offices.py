"""Posts and organisations as they are printed beside a name, brought to one form and compared."""

from __future__ import annotations

import re
from functools import cache, lru_cache

from rapidfuzz import fuzz

import data
from extract.language.normal import tone_key

_WORD = re.compile(r"[^\W_]+(?:&[^\W_]+)*")
_BRACKETS = re.compile(r"\([^)]*\)?")
_CENTRAL = re.compile(r"\b(?:T\.?\s?[ƯW]|t\.\s?[ưw]|tw)\b\.?")  # but not tư, as in đầu tư
_CITY = re.compile(r"\btp\.?\s?(?=hcm\b)")
_AND = re.compile(r"\s*&\s*")
_UNSAID = re.compile(r"\b(?:tỉnh|thành phố|tp|việt nam|vn|và|các|của|ngành)\b")
_PAST = re.compile(r"\b(?:nguyên|cựu|tân|quyền|thường trực|kiêm|phụ trách)\b")
_DOUBLED = re.compile(r"\b(\w+) \1\b")
_BLANKS = re.compile(r"\s+")
_VOWELS = "aeiouyàáảãạăằắẳẵặâầấẩẫậèéẻẽẹêềếểễệìíỉĩịòóỏõọôồốổỗộơờớởỡợùúủũụưừứửữựỳýỷỹỵ"
_SYLLABLE = re.compile(
    rf"(?:[bcdđhklmnprstvxg]|ch|gh|gi|kh|ngh?|nh|ph|qu|th|tr)?[{_VOWELS}]{{1,3}}(?:ch?|ng?|nh|m|p|t)?"
)

LIKE = 90
"""Least likeness, of 100, of two names of one body."""


@cache
def _short_forms() -> dict[str, str]:
    return {tone_key(row["short"]): tone_key(row["long"]) for row in data.table("linking/short_forms.csv")}


@cache
def _vague_bodies() -> frozenset[str]:
    return frozenset(body_key(name) for name in data.lines("linking/vague_bodies.txt"))


@cache
def _central_words() -> re.Pattern[str]:
    return _any_of(data.lines("linking/central_words.txt"))


@cache
def _top_posts() -> re.Pattern[str]:
    return _any_of(data.lines("linking/national_posts.txt"))


def _any_of(names: tuple[str, ...]) -> re.Pattern[str]:
    keys = sorted(map(body_key, names), key=len, reverse=True)
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, keys))})\b")


@lru_cache(maxsize=200_000)
def body_key(name: str) -> str:
    """An organisation's or post's name in lower case, short forms spelt out, classes of place left out."""
    text = tone_key(_CENTRAL.sub(" trung ương ", name))
    words = _WORD.findall(_AND.sub("&", _BRACKETS.sub(" ", _CITY.sub("", text))))
    spelt = " ".join(_short_forms().get(word, word) for word in words)
    key = _BLANKS.sub(" ", _UNSAID.sub(" ", spelt)).strip()
    return _DOUBLED.sub(r"\1", key)


def post_key(position: str) -> str:
    """A post in lower case, without words for former and acting holders."""
    return _BLANKS.sub(" ", _PAST.sub(" ", body_key(position))).strip()


def says_a_body(key: str) -> bool:
    """Whether a body's key tells it from others: "Tập đoàn" of one article may be anybody's."""
    return bool(key) and key not in _vague_bodies()


def is_central(office: str) -> bool:
    """Whether a key of post and body is one of the state's, the party's or the confederation's centre."""
    return bool(_central_words().search(office))


def is_top(office: str) -> bool:
    """Whether a key of post and body holds one of the few posts at the top of the country."""
    return bool(_top_posts().search(office))


@lru_cache(maxsize=200_000)
def body_level(left: str, right: str) -> str:
    """``same``, ``alike`` or ``different`` of two keys that each tell a body from others."""
    if left == right or fuzz.token_sort_ratio(left, right) >= LIKE:
        return "same"
    short, long = sorted((set(left.split()), set(right.split())), key=len)
    if len(short) >= 2 and short <= long:
        return "alike"
    return (
        "alike"
        if _shares_proper_word(short, long) or fuzz.token_set_ratio(left, right) >= 95
        else "different"
    )


def _shares_proper_word(left: set[str], right: set[str]) -> bool:
    """Whether both hold a word no Vietnamese syllable is: VNPT, SHB, Meiko."""
    return any(len(word) > 2 and not _SYLLABLE.fullmatch(word) for word in left & right)


@lru_cache(maxsize=200_000)
def post_level(left: str, right: str) -> str:
    """``same``, ``alike`` (one is part of the other) or ``different`` of two posts' keys."""
    if left == right or fuzz.token_sort_ratio(left, right) >= LIKE:
        return "same"
    short, long = sorted((left.split(), right.split()), key=len)
    return "alike" if set(short) <= set(long) and " ".join(short) in " ".join(long) else "different"


@lru_cache(maxsize=200_000)
def office_within(left: str, right: str) -> bool:
    """Whether one office, post and body together, stands in the other, longer one, of at least four words."""
    short, long = sorted((left, right), key=len)
    return (
        short.count(" ") >= 3
        and fuzz.partial_ratio(short, long) >= 92
        and set(short.split()) <= set(long.split())
    )
