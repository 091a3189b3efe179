"""What leads to a title without quotation marks: a verb, a plaque, the start of a clause."""

from __future__ import annotations

import re

from extract.facts.initiatives.nouns import Noun, one_of
from extract.reading import Reading

LONGEST = 220
"""How far, in characters, behind a class noun a gain is looked for."""

_COUNT_OR_MANY = re.compile(r"(?:\d|một|hai|ba|bốn|năm|các|những|nhiều|số|vài|mấy|loạt)\s*(?:\w+\s+){0,2}$")
_LED_TO = re.compile(rf"(?:{one_of('leads')}|:)\s+(?:một\s+|1\s+|01\s+)?$")
_OPENS_CLAUSE = re.compile(r"(?:^|[.;]\s+|[;,]\s+(?:và|cùng|còn|rồi)\s+|;\s*)$")
_LED_BY_AUTHOR = re.compile(rf"{one_of('leads_solution')}\s+(?:một\s+|1\s+|01\s+)?$")
_GAINS = re.compile(r"(?:làm lợi|tiết kiệm)[^.;]{0,60}?\d")
_THEN_MAKER = re.compile(
    rf"\s(?:của|do)\s+(?:{one_of('several')}\s+)?{one_of('honorifics', 'trades')}\s+(?:\w+\s+){{0,2}}?[A-ZĐ]"
)
_PUTS_PLAQUE = re.compile(
    rf"(?<!\w){one_of('puts_plaque')}\s+"
    r"(?:(?:công trình[^.;]{2,200}[”\"’]\s*(?:,|và)|[“\"‘][^“”\";.]{2,200}[”\"’])\s+)?"
    rf"(?:(?:cho|tại|vào|lên|các|những|số|\d{{1,2}}|{one_of('several')}|sáu|bảy|tám|chín|mười)\s+)*$"
)
_GOES_ON = re.compile(r"(?:nhờ đó|nhờ vậy|nhờ thế|giải pháp này|sáng kiến này|kết quả|mỗi năm|qua đó)(?!\w)")


def is_led_to(reading: Reading, noun: Noun, floor: int) -> bool:
    """Whether a verb or preposition that leads to a title stands before a class noun."""
    before = reading.lower[max(floor, noun.start - 40) : noun.start]
    if not reading.lower.startswith("giải pháp", noun.start) or _LED_BY_AUTHOR.search(before):
        return bool(_LED_TO.search(before))
    sentence = reading.sentence_at(noun.start)
    following = reading.sentence_at(min(sentence.end + 1, len(reading.text) - 1))
    until = following.end if _GOES_ON.match(reading.lower, following.start) else sentence.end
    gains = _GAINS.search(reading.lower, noun.end, min(until, noun.end + LONGEST))
    maker = _THEN_MAKER.search(reading.text, noun.end, min(sentence.end, noun.end + LONGEST))
    return bool((gains or maker) and _LED_TO.search(before))


def opens_clause(reading: Reading, noun: Noun, floor: int) -> bool:
    """``…; sáng kiến Sổ lỗi theo ca do …``: a class noun that opens a clause, then a capital."""
    before = reading.lower[max(floor, noun.start - 12) : noun.start]
    is_named = (
        reading.text[noun.end : noun.end + 1] == " " and reading.text[noun.end + 1 : noun.end + 2].isupper()
    )
    return is_named and noun.needs == "title" and bool(_OPENS_CLAUSE.search(before))


def is_plaqued(reading: Reading, noun: Noun, floor: int) -> bool:
    """``gắn biển công trình lò hơi số 2``, ``công trình Đường nội bộ … được gắn biển``."""
    if noun.needs != "plaque":
        return False
    if puts_plaque(reading, noun, floor):
        return True
    sentence = reading.sentence_at(noun.start)
    is_named = reading.text[noun.end + 1 : noun.end + 2].isupper()
    return is_named and "gắn biển" in reading.lower[sentence.start : sentence.end]


def puts_plaque(reading: Reading, noun: Noun, floor: int) -> bool:
    """``gắn biển “Công trình chào mừng Đại hội” cho hai công trình``: a plaque before a class noun."""
    return bool(_PUTS_PLAQUE.search(reading.lower, max(floor, noun.start - 250), noun.start))


def is_counted(reading: Reading, noun: Noun) -> bool:
    """Whether a number or a plural word stands before a class noun: 3 sáng kiến, các đề tài."""
    before = reading.lower[max(0, noun.start - 30) : noun.start]
    return bool(_COUNT_OR_MANY.search(before.rpartition("\n")[2]))
