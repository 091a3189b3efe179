"""Whether a count is registered, hoped for, or neither."""

from __future__ import annotations

import re

from extract.facts.statistics.heads import status_of_head
from extract.facts.statistics.words import WORDS, compiled
from extract.grammar.quantities import whole_words
from extract.reading import Number, Reading, Span
from schemas.facts import Status

_WORDS = WORDS["status"]
_REGISTERED, _PROPOSED = compiled(_WORDS["registered"]), compiled(_WORDS["proposed"])
_AIMS = re.compile(rf"{whole_words(_WORDS['aims'])}[^.;,\d]{{0,24}}$")
# A target told as met: "vượt chỉ tiêu", "đạt 94% kế hoạch"; what follows it is a result.
_MET = re.compile(
    rf"(?:{whole_words(_WORDS['met'])})"
    rf"|(?<!\w)(?:đạt|vượt|bằng|hoàn thành)(?!\w)[^.;]{{0,20}}"
    r"(?:chỉ tiêu|kế hoạch|mục tiêu)"
)
_RESULT = re.compile(r"(?<!\w)(?:đã|kết quả|đạt được)(?!\w)")
# A new start, to which "đăng ký" said before does not reach.
_NEW_START = re.compile(r"[;:]|(?:,|\s)\strong đó|,\s(?:đã\s)?(?:có|được)\s")
# The head of a list: "Các đơn vị đăng ký: …; 19 sáng kiến; …".
_REGISTER = re.compile(r"(?<!\w)đăng k[ýí](?:\s[^\W\d]+){0,3}:")
_END = re.compile(r"[;.\d]|, có")
_SPELLS_OUT = re.compile(r"(?:cụ thể|tiêu biểu|trong đó|theo đó|đó là|gồm)(?!\w)")
_TARGETS = re.compile(r"(?<!\w)chỉ tiêu(?!\w)")
_BEFORE = 400
_AFTER = 70


def status_of(reading: Reading, number: Number, end: int) -> Status | None:
    """``proposed`` after a word of hoping in the sentence; ``registered`` if its clause says so."""
    sentence = reading.sentence_at(number.start)
    before = reading.lower[max(sentence.start, number.start - _BEFORE) : number.start]
    hoped = _MET.sub("", _since(_RESULT, before))
    if _PROPOSED.search(hoped) or _AIMS.search(hoped) or _lists_targets(reading, sentence):
        return "proposed"
    if _REGISTER.search(_since(_RESULT, before)):
        return "registered"
    own = _since(_NEW_START, before)
    after = _END.split(reading.lower[end : min(sentence.end, end + _AFTER)], maxsplit=1)[0]
    said = _REGISTERED.search(own) or _REGISTERED.search(reading.lower[number.end : end] + after)
    return "registered" if said else status_of_head(reading, sentence, before)


def _since(mark: re.Pattern[str], text: str) -> str:
    """What follows the last of a kind of mark; all of the text where none is."""
    return text[max((found.end() for found in mark.finditer(text)), default=0) :]


def _lists_targets(reading: Reading, sentence: Span) -> bool:
    """Whether the sentence spells out targets that the one before it announces."""
    if not _SPELLS_OUT.match(reading.lower, sentence.start):
        return False
    before = reading.sentence_at(max(0, sentence.start - 2))
    told = reading.lower[max(before.start, before.end - _BEFORE) : before.end]
    return bool(_TARGETS.search(_MET.sub("", told)))
