"""From a sentence to its row of elements."""

from __future__ import annotations

import re
from collections.abc import Iterator

from extract.facts.awards import bodies, counts, mentions, shapes, times, titles
from extract.facts.awards.copulas import copula
from extract.facts.awards.elements import Element, Row
from extract.facts.awards.lexicon import Hit, Unit, context, hits
from extract.reading import Number, Reading, Span, within

CODES = {
    "passive": "P", "grant": "G", "receive": "V", "register": "D", "propose": "Q", "goal": "O",
    "commend": "C", "to": "F", "wherein": "T", "attend": "I", "exemplary": "E",
}  # fmt: skip
_LIGHT = "·"
_AS_NOUN = {
    "commend": re.compile(rf"(?<!\w)(?:{context('commend_as_noun_after')})\s?$"),
    "propose": re.compile(rf"(?<!\w)(?:{context('ask_as_noun_after')})\s$"),
    "goal": re.compile(rf"(?<!\w)(?:{context('ask_as_noun_after')})\s$"),
}
_MINISTRIES = ("bộ", "sở")
"""Common nouns too; with a capital and a name after it, each is an organisation: ``Bộ Nội vụ``."""
_FIELD = ("khen thưởng", "khen")
_FIELD_BEFORE = re.compile(rf"(?<!\w)(?:{context('field_before')})\s?$")
_AS_NOUN_BEFORE = re.compile(rf"\s(?:{context('verb_as_noun_before')})(?!\w)")
_HALF_WORD_BEFORE = re.compile(rf"(?<!\w)(?:{context('half_word_before')})\s$")
_ACTS_NEXT = re.compile(
    rf"\s(?:\([^()]{{1,20}}\)\s)?(?:đã |sẽ |cũng |vừa |còn |quyết định )*(?:{context('acts')})(?!\w)"
)
_CLOSES = re.compile(r"\s?(?:[,;.:)\n]|$|và\s|cho\s)")
_LEADS_A_TITLE = re.compile(r"(?: thi đua| cao quý)?[\s:“\"‘'”«]{1,4}")
_ADJACENT = re.compile(r"(?:\s|,|và|các|những|toàn thể|hai|nhiều){0,12}")
_TOKEN = re.compile(r"[;:,()…]|\.{2,}|\s[-–—]\s|\.(?=\s|$)|^\s*[-–•*+]|[^;:,()\s]+")
_SILENT = " “”\"'‘’«»*\t\xa0"
_MARKS = {"–": "-", "—": "-", "•": "-", "*": "-", "+": "-", "…": ";", "&": ","}


def scan(reading: Reading, key: str, sentence: Span) -> Row:
    """The elements of a sentence, in order, with punctuation and other words between them."""
    row: list[Element] = []
    position = sentence.start
    between: list[tuple[int, int]] = []
    for element in _elements(reading, key, sentence):
        between.append((position, element.start))
        position = element.end
        if element.code != _LIGHT:
            tie = copula(key, row, between, element)
            row += _gap(key, between) if tie is None else tie
            row.append(element)
            between = []
    row += _gap(key, [*between, (position, sentence.end)])
    return Row(row, "".join(element.code for element in row))


def _gap(key: str, stretches: list[tuple[int, int]]) -> Iterator[Element]:
    """What stands between two elements: punctuation, and runs of other words as one ``_``."""
    tokens = [m for start, end in stretches for m in _TOKEN.finditer(key, start, end) if m[0].strip(_SILENT)]
    words: Element | None = None
    for index, token in enumerate(tokens):
        code = _mark(token[0].strip(), index in (0, len(tokens) - 1))
        if code:
            if words:
                yield words
            words = None
            yield Element(token.start(), token.end(), code)
        else:
            words = Element(words.start if words else token.start(), token.end(), "_")
    if words:
        yield words


def _mark(token: str, at_edge: bool) -> str | None:
    """The code of a punctuation mark, or of ``và`` next to an element; None for a word."""
    if at_edge and token in {"và", "cùng", "với"}:
        return ","
    if token.startswith("."):
        return ";"
    code = _MARKS.get(token, token)
    return code if len(code) == 1 and code in ";:,()-" else None


def _elements(reading: Reading, key: str, sentence: Span) -> Iterator[Element]:
    """Elements and light words of a sentence; the longest wins where two begin."""
    text, limit, offset = reading.text, sentence.end, sentence.start
    found = [
        Hit(h.start + offset, h.end + offset, h.meaning) for h in hits(key[offset:limit], text[offset:limit])
    ]
    at = {hit.start: hit for hit in found}
    numbers = [*within(reading.numbers, offset, limit), *counts.parts(key, offset, limit)]
    starts: list[tuple[int, int, Number | Hit | Element]] = [(n.digits or n.start, 1, n) for n in numbers]
    starts += [(hit.start, 2, hit) for hit in found]
    starts += [(spell.start, 0, spell) for spell in times.in_a_row(key, offset, limit)]
    position, last, named = offset, None, None
    for start, _, item in sorted(starts, key=lambda place: place[:2]):
        if start < position:
            continue
        element: Element | None
        if isinstance(item, Element):
            element = item
        elif isinstance(item, Number):
            element = counts.counted(key, item, at, limit)
        else:
            element = _element(text, key, item, at, limit, last) or titles.next_rank(key, item, named, last)
        if element is None:
            continue
        yield element
        title = titles.quoted(text, key, element, last, at, limit)
        if title:
            yield title
        element = title or element
        named = element.mention or named
        position, last = element.end, last if element.code == _LIGHT else element


def _element(
    text: str, key: str, hit: Hit, at: dict[int, Hit], limit: int, last: Element | None
) -> Element | None:
    """What a phrase is where it stands; None where it is only a word."""
    meaning = hit.meaning
    award = None if _leads_an_award(key, hit, at) else _award(text, key, hit, limit)
    if award or (meaning.award and meaning.role != "light"):
        return award
    if level := _level(key, hit, limit):
        return level
    if meaning.unit and (
        key[hit.start - 1] == "(" or _follows_to(key, last, hit) or _is_kind_of_award(key, last, hit)
    ):
        return Element(hit.start, hit.end, "U", unit=_unit(meaning.unit))
    if meaning.body and (body := _body(text, key, hit, limit)):
        return body
    if meaning.role == "exemplary" and (last is None or last.code != "V" or last.end + 1 != hit.start):
        return None
    return _verb(key, hit)


def _award(text: str, key: str, hit: Hit, limit: int) -> Element | None:
    if hit.meaning.award:
        found = mentions.mention_at(text, key, hit, limit)
    else:
        end = mentions.family_award(key, hit.start)
        found = mentions.family_mention(text, key, end, limit) if end else None
    return Element(hit.start, found[1], "A", mention=found[0]) if found else None


def _leads_an_award(key: str, hit: Hit, at: dict[int, Hit]) -> bool:
    """Whether ``danh hiệu`` only introduces an award that is named next."""
    if key[hit.start : hit.end] != "danh hiệu":
        return False
    lead = _LEADS_A_TITLE.match(key, hit.end)
    following = at.get(lead.end()) if lead else None
    if following is None:
        return False
    return bool(following.meaning.award or mentions.family_award(key, following.start))


def _follows_to(key: str, last: Element | None, hit: Hit) -> bool:
    """Whether recipients without a number stand here: after ``cho``, a commending verb, or others such."""
    return last is not None and last.code in "FUC" and bool(_ADJACENT.fullmatch(key, last.end, hit.start))


def _is_kind_of_award(key: str, last: Element | None, hit: Hit) -> bool:
    """Whether recipients stand right after an award and close its name: ``41 Bằng khen tập thể``."""
    beside = last is not None and last.code == "A" and last.end + 1 == hit.start
    return beside and hit.meaning.unit in ("group", "individual") and bool(_CLOSES.match(key, hit.end))


def _unit(unit: str) -> Unit | None:
    return None if unit == "none" else unit  # type: ignore[return-value]


def _level(key: str, hit: Hit, limit: int) -> Element | None:
    if not key.startswith(("cấp ", "các cấp"), hit.start):
        return None
    match = shapes.LEVEL.match(key, hit.start, limit)
    if match is None or (hit.meaning.body and hit.end > match.end()):
        return None
    return Element(hit.start, match.end(), "K")


def _body(text: str, key: str, hit: Hit, limit: int) -> Element | None:
    end = bodies.body_at(text, key, hit.start, limit)
    if end is None or _HALF_WORD_BEFORE.search(key, max(0, hit.start - 8), hit.start):
        return None
    kind, alone = hit.meaning.body, end == hit.end
    named = not alone or text[hit.start].isupper() or " " in key[hit.start : hit.end]
    full = not alone and text[hit.start].isupper() and key[hit.start : hit.end] in _MINISTRIES
    sure = named and (kind != "local" or full) and not (kind == "post" and alone)
    return Element(hit.start, end, "B") if sure or _ACTS_NEXT.match(key, end) else None


def _is_decided(key: str, hit: Hit) -> bool:
    """``công bố quyết định khen thưởng của LĐLĐ tỉnh cho 8 tập thể``."""
    return key.endswith("quyết định ", 0, hit.start) and key.startswith(" của ", hit.end)


def _is_field(key: str, hit: Hit) -> bool:
    """``công tác thi đua, khen thưởng``; but ``sơ kết phong trào thi đua và biểu dương 20 công nhân``."""
    named = key[hit.start : hit.end] in _FIELD
    return named and bool(_FIELD_BEFORE.search(key, max(0, hit.start - 14), hit.start))


def _verb(key: str, hit: Hit) -> Element | None:
    role = hit.meaning.role
    if role == "light":
        return Element(hit.start, hit.end, _LIGHT)
    as_noun = _AS_NOUN.get(role or "")
    if (
        as_noun
        and not _is_decided(key, hit)
        and (as_noun.search(key, max(0, hit.start - 14), hit.start) or _AS_NOUN_BEFORE.match(key, hit.end))
    ):
        return None
    if _is_field(key, hit):
        return None
    return Element(hit.start, hit.end, CODES[role]) if role in CODES else None
