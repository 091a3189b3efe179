"""From a sentence to its row of elements."""

from __future__ import annotations

import re
from collections.abc import Iterator

from extract.facts.awards import bodies, counts, lexicon, mentions
from extract.facts.awards.elements import Element, Row
from extract.facts.awards.lexicon import Hit, Unit, hits
from extract.reading import Number, Reading, Span, within

CODES = {
    "passive": "P", "grant": "G", "receive": "V", "register": "D", "propose": "Q", "goal": "O",
    "commend": "C", "to": "F", "wherein": "T", "attend": "I", "exemplary": "E",
}  # fmt: skip
_LIGHT = "·"
_NOUN_BEFORE = re.compile(
    r"(?:phần|mức|quỹ|theo|hồ sơ|thi đua|thi đua,|thi đua -|thi đua –|thi đua-|thi đua và|công tác|hình thức|luật|chính sách|"
    r"chế độ|kinh phí|chi|ban|cơ chế|vượt|không|chưa)\s?$"
)
"""Before ``khen thưởng`` and ``đề nghị`` as nouns: ``Ban Thi đua – Khen thưởng``, ``theo đề nghị``."""
_ASKED_BEFORE = re.compile(r"(?:theo|xét|hồ sơ|vượt|không|chưa|văn bản|công văn)\s$")
_NOUN_AFTER = re.compile(r"\s(?:của|tiêu chuẩn|bởi|lại|kết quả)(?!\w)")
_NOUNISH_BEFORE = re.compile(
    r"(?:cán|toàn|nội|xã|cơ|đại|lễ|môi|thị|bố|hiện|vũ|dạ|quân|hỏa|hoả|phim|thông|ngoại|thi|phòng)\s$"
)
_OPENING = re.compile(r"\s?[“\"‘«]{1,2}")
_ADJACENT = re.compile(r"(?:\s|,|và|các|những|toàn thể|hai|nhiều)*")
_ACTS_NEXT = re.compile(
    r"\s(?:đã |sẽ |cũng |vừa |còn |quyết định )*(?:tặng|trao|khen|công nhận|biểu dương|tuyên dương|tôn vinh|vinh danh|suy tôn|cấp)(?!\w)"
)
_GAP = re.compile(r"[;:,()…]|\.{2,}|\s[-–—]\s|\.(?=\s|$)|^\s*[-–•*+]|[^;:,()\s]+|\s")


def scan(reading: Reading, key: str, sentence: Span) -> Row:
    """The elements of a sentence, in order, with punctuation and other words between them."""
    found = [e for e in _elements(reading, key, sentence) if e.end > e.start]
    row: list[Element] = []
    position = sentence.start
    pending: list[tuple[int, int]] = []
    for element in found:
        pending.append((position, element.start))
        position = element.end
        if element.code != _LIGHT:
            row += _gap(reading.text, key, pending)
            row.append(element)
            pending = []
    row += _gap(reading.text, key, [*pending, (position, sentence.end)])
    return Row(row, "".join(e.code for e in row))


def _gap(text: str, key: str, stretches: list[tuple[int, int]]) -> Iterator[Element]:
    """What stands between two elements: punctuation, and runs of other words as one ``_``."""
    tokens = [(m, *m.span()) for s, e in stretches for m in _GAP.finditer(key, s, e) if m[0].strip(" “”\"'‘’«»*\t\xa0")]  # fmt: skip
    words: list[tuple[int, int]] = []
    for index, (match, start, end) in enumerate(tokens):
        mark = match[0].strip()
        edge = index in (0, len(tokens) - 1)
        code = {"–": "-", "—": "-", "•": "-", "*": "-", "+": "-", "…": ";", "&": ","}.get(mark, mark)
        code = ";" if mark.startswith(".") else code
        if edge and mark in {"và", "cùng", "với"}:
            code = ","
        if len(code) == 1 and code in ";:,()-":
            yield from _words(words)
            words = []
            yield Element(start, end, code)
        else:
            words.append((start, end))
    yield from _words(words)


def _words(words: list[tuple[int, int]]) -> Iterator[Element]:
    if words:
        yield Element(words[0][0], words[-1][1], "_")


def _elements(reading: Reading, key: str, sentence: Span) -> Iterator[Element]:
    """Elements and light words of a sentence; the longest wins where two begin."""
    text, limit = reading.text, sentence.end
    found = [Hit(h.start + sentence.start, h.end + sentence.start, h.meaning)
             for h in hits(key[sentence.start : limit], text[sentence.start : limit])]  # fmt: skip
    at = {hit.start: hit for hit in found}
    numbers = [*within(reading.numbers, sentence.start, limit), *counts.parts(key, sentence.start, limit)]
    starts = sorted(
        [(n.digits or n.start, 0, n) for n in numbers] + [(h.start, 1, h) for h in found], key=lambda s: s[:2]
    )
    position = sentence.start
    last: Element | None = None
    for start, _, item in starts:
        if start < position:
            continue
        element = (
            counts.counted(key, item, at, limit) if isinstance(item, Number)
            else _element(text, key, item, at, limit, last)
        )  # fmt: skip
        if element:
            made = element if isinstance(element, Element) else Element(*element)
            position = made.end
            if made.code == "N" and last and last.code in "GC" and (title := _title(text, key, made, at, limit)):
                yield made
                made, position = title, title.end
            last = made if made.code != _LIGHT else last
            yield made


def _title(text: str, key: str, number: Element, at: dict[int, Hit], limit: int) -> Element | None:
    """The quoted title that a verb of giving and a number introduce: ``tôn vinh 20 “Cán bộ trẻ tiêu biểu”``."""
    opening = _OPENING.match(key, number.end, limit)
    if opening is None or ((known := at.get(opening.end())) and known.meaning.award):
        return None
    found = mentions.quoted_title(text, key, opening.start(), limit)
    return Element(opening.start(), found[1], "A", mention=found[0]) if found else None


def _element(
    text: str, key: str, hit: Hit, at: dict[int, Hit], limit: int, last: Element | None
) -> Element | None:
    """What a phrase is where it stands; None where it is only a word."""
    meaning = hit.meaning
    if meaning.award and not _leads_an_award(key, hit, at):
        if found := mentions.mention_at(text, key, hit, limit):
            return Element(hit.start, found[1], "A", mention=found[0])
        return None
    if level := _level(key, hit, limit):
        return level
    if hit.meaning.unit == "family" and (end := mentions.family_award(key, hit.start)):
        family = mentions.Mention(lexicon.ENTRIES["Gia đình tiêu biểu"])
        level_at = mentions.LEVEL.match(key, end + 1, limit)
        if level_at:
            family = mentions.Mention(family.entry, text[level_at.start() : level_at.end()])
        return Element(hit.start, level_at.end() if level_at else end, "A", mention=family)
    if meaning.unit and (key[hit.start - 1] == "(" or _follows_to(key, last, hit)):
        return Element(hit.start, hit.end, "U", unit=_unit(meaning.unit))
    if meaning.body and (body := _body(text, key, hit, limit)):
        return body
    if meaning.role == "exemplary" and (last is None or last.code != "V" or last.end + 1 != hit.start):
        return None
    return _verb(key, hit) if meaning.role else None


def _follows_to(key: str, last: Element | None, hit: Hit) -> bool:
    """Whether recipients without a number stand here: after ``cho``, a commending verb, or others such."""
    return last is not None and last.code in "FUC" and bool(_ADJACENT.fullmatch(key, last.end, hit.start))


def _unit(unit: str) -> Unit | None:
    return None if unit == "none" else unit  # type: ignore[return-value]


def _leads_an_award(key: str, hit: Hit, at: dict[int, Hit]) -> bool:
    """Whether ``danh hiệu`` only introduces an award that is named next."""
    if key[hit.start : hit.end] != "danh hiệu":
        return False
    lead = re.compile(r"(?: thi đua| cao quý)?[\s:“\"‘'”«]{1,4}").match(key, hit.end)
    following = at.get(lead.end()) if lead else None
    return bool(following and (following.meaning.award or following.meaning.unit == "family"
                               and mentions.family_award(key, following.start)))  # fmt: skip


def _level(key: str, hit: Hit, limit: int) -> Element | None:
    if key.startswith(("cấp ", "các cấp"), hit.start) and (
        match := mentions.LEVEL.match(key, hit.start, limit)
    ):
        if hit.meaning.body and hit.end > match.end():
            return None
        return Element(hit.start, match.end(), "K")
    return None


def _body(text: str, key: str, hit: Hit, limit: int) -> Element | None:
    end = bodies.body_at(text, key, hit.start, limit)
    if end is None or _NOUNISH_BEFORE.search(key, max(0, hit.start - 8), hit.start):
        return None
    named = end > hit.end or text[hit.start].isupper() or " " in key[hit.start : hit.end]
    if hit.meaning.body == "local" or hit.meaning.body == "post" and end == hit.end or not named:
        if not _ACTS_NEXT.match(key, end):
            return None
    return Element(hit.start, end, "B")


def _verb(key: str, hit: Hit) -> Element | None:
    role = hit.meaning.role
    if role == "light":
        return Element(hit.start, hit.end, _LIGHT)
    as_noun = {"commend": _NOUN_BEFORE, "propose": _ASKED_BEFORE, "goal": _ASKED_BEFORE}.get(role or "")
    if as_noun and (as_noun.search(key, max(0, hit.start - 12), hit.start) or _NOUN_AFTER.match(key, hit.end)):
        return None
    return Element(hit.start, hit.end, CODES[role]) if role in CODES else None
