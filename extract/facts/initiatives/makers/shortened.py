"""Places that name known people, in full or by what they are called: hai anh Tiến và Hợp."""

from __future__ import annotations

import re

from ahocorasick_rs import AhoCorasick, MatchKind

from extract.facts.initiatives.nouns import one_of

Places = dict[int, tuple[int, str]]
"""Where people are named: start → end and full name."""

_HONORIFIC = one_of("honorifics")
_GIVEN = re.compile(rf"(?<!\w){_HONORIFIC}\s+(?=\w)", re.IGNORECASE)
_CALLED = re.compile(r"([^\W\d_][\w’']*)(?:\s([^\W\d_][\w’']*))?")
_AND = re.compile(rf"(?:,|\s+(?:và|cùng|với))\s+(?:{_HONORIFIC}\s+)?(?=[A-ZĐ])")
_MORE = re.compile(r" [A-ZĐ]")
_BARE = re.compile(
    r",\s([A-ZĐ][\w’']*)(?=\s(?:cùng|và|đã|lại|còn|từng|vẫn|tiếp tục|bắt tay|làm|có|viết|chế)\s)"
)
"""A bare given name behind a comma: Hai năm sau, Lượng cùng …."""
_HIGHLAND = re.compile(r"[HK][’']|(?:Y|A|K|H)$")


def named_in_full(text: str, names: list[str]) -> Places:
    """Every place of a text that names someone in full."""
    places: Places = {}
    found = AhoCorasick(names, matchkind=MatchKind.LeftmostLongest).find_matches_as_indexes(text)
    for index, start, end in found:
        if not text[start - 1 : start].isalnum() and not text[end : end + 1].isalnum():
            places[start] = (end, names[index])
    return places


def called(text: str, names: list[str], in_full: Places) -> Places:
    """Every place that calls someone by an honorific and a short name nobody else of the text has."""
    short: dict[str, set[str]] = {}
    for name in names:
        for form in _forms(name):
            short.setdefault(form, set()).add(name)
    places: Places = {}
    for honorific in _GIVEN.finditer(text):
        start: int | None = honorific.end()
        while start is not None and start not in in_full and (place := _short_at(text, start, short)):
            places[start] = place
            further = _AND.match(text, place[0])
            start = further.end() if further else None
    for bare in _BARE.finditer(text):
        if bare[1] in short and len(short[bare[1]]) == 1 and bare.start(1) not in in_full:
            places[bare.start(1)] = (bare.end(1), next(iter(short[bare[1]])))
    return places


def _forms(name: str) -> set[str]:
    """What a name is shortened to: its last word or two; in the highlands its first."""
    words = name.split()
    forms = {words[-1], " ".join(words[-2:])}
    if _HIGHLAND.match(words[0]):
        forms.add(words[0] if len(words[0]) > 1 else " ".join(words[:2]))
    return forms


def _short_at(text: str, start: int, short: dict[str, set[str]]) -> tuple[int, str] | None:
    """The end of a short name at an offset, and whose it is: the longer form first."""
    word = _CALLED.match(text, start)
    for group in (0, 1):
        if word and (alike := short.get(word[group])) and len(alike) == 1:
            end = word.end(group)
            if not _MORE.match(text, end):
                return end, next(iter(alike))
    return None
