"""Statistics: counts of initiatives, works, union members, grassroots unions and turn-outs of a movement.

What is counted is said by the noun after the number. A count that is already an award's, or that is part of a
campaign's name, is none; nor are members and unions that merely receive something or take part in something.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Literal

import data
from extract.grammar.context import governing_period
from extract.grammar.quantities import alternatives
from extract.reading import Number, Reading, Span, within
from extract.rules import rule
from schemas import Award, Campaign, Statistic
from schemas.facts import Status

Metric = Literal["initiatives", "works", "members", "grassroots_unions", "participants"]

_WORDS = data.toml("facts/statistic_words.toml")
_METRIC: dict[str, Metric] = {noun: metric for metric, nouns in _WORDS["metric"].items() for noun in nouns}


def _any_of(words: list[str]) -> str:
    return rf"(?<!\w)(?:{alternatives(words)})(?!\w)"


_HEAD = re.compile(rf"\s(?P<head>{alternatives(_METRIC)})(?!\w)")
_TURNOUT = re.compile(
    rf"\slượt(?:\s[^\W\d]+|,\s[^\W\d]+|\s?-\s?[^\W\d]+){{0,14}}?\s(?:{alternatives(_WORDS['turnout']['verbs'])})(?!\w)"
)
_MORE_NOUNS = re.compile(rf"(?:,\s|\svà\s|\shoặc\s)(?:{alternatives(_METRIC)})(?!\w)")
_CONTEXT = {metric: re.compile(_any_of(words)) for metric, words in _WORDS["context"].items()}
_STRENGTH = re.compile(rf"{_any_of(_WORDS['strength']['before'])}[^;.\d]{{0,25}}$")
_RECIPIENT = re.compile(rf"{_any_of(_WORDS['strength']['not_before'])}\s(?:[^\W\d]+\s){{0,2}}$")
_REPRESENTED = re.compile(r"(?:đại diện|thay mặt)(?: cho)?\s$")
_ACTOR = re.compile(
    rf"(?:\snữ|\snam)?(?:\s?[,\-–])?\s(?:{alternatives(_WORDS['strength']['not_after'])})(?!\w)"
)
_REGISTERED = re.compile(_any_of(_WORDS["status"]["registered"]))
_PROPOSED = re.compile(_any_of(_WORDS["status"]["proposed"]))
_MET = re.compile(_any_of(_WORDS["status"]["met"]))
_YOUTH = re.compile(
    r"(?<!\w)(?:đoàn thanh niên|thanh niên|bí thư đoàn|đoàn cơ sở|tuổi trẻ|chi đoàn|tỉnh đoàn)(?!\w)"
)
_TRADE_UNION = re.compile(r"(?<!\w)(?:công đoàn|lđlđ|cđcs|cđ|liên đoàn lao động|cnvclđ)(?!\w)")
_NEW_START = re.compile(r"[;:]|(?:,|\s)\strong đó|,\s(?:đã\s)?có\s|,\s(?:đã\s)?được\s")
_AWARDED_BEFORE = re.compile(r"(?:tặng|trao|khen|thưởng|tôn vinh|tuyên dương)[^.;\d]{0,60}\s(?:cho\s)?$")
_AWARDED_AFTER = re.compile(
    r"\s(?:[^\W\d]+\s){0,6}?(?:đạt|đoạt|được trao|được tặng|được giải|nhận)\s(?:giải|bằng|danh hiệu)"
)
_SPELLS_OUT = re.compile(r"(?:cụ thể|tiêu biểu|trong đó|theo đó|đó là|gồm)(?!\w)")
_IN_NAME = re.compile(r"(?:chương trình|phong trào|chiến dịch|cuộc vận động)\s[“\"‘'”]*$")
_OUT_OF = re.compile(r"(?:\d|\smột) trong(?: số)?\s$")


def find(reading: Reading) -> list[Statistic]:
    """All facts of the type, in order of place."""
    return list(_find(reading))


def _find(reading: Reading) -> Iterator[Statistic]:
    taken = [Span(f.start, f.end) for f in reading.facts if isinstance(f, Award | Campaign)]
    for number in reading.numbers:
        counted = _turnout(reading, number) or _counted(reading, number)
        if counted is None or _is_told_otherwise(reading, number, taken):
            continue
        metric, end, name = counted
        yield _statistic(reading, number, metric, end, name)


def _statistic(reading: Reading, number: Number, metric: Metric, end: int, name: str) -> Statistic:
    period = governing_period(reading, number.start, end)
    return Statistic(
        **rule(name).evidence(reading.text, number.start, end),
        metric=metric,
        value=number.value,
        qualifier=number.qualifier,
        status=_status(reading, number, end),
        year_start=period.year_start if period else None,
        year_end=period.year_end if period else None,
    )


def _turnout(reading: Reading, number: Number) -> tuple[Metric, int, str] | None:
    found = _TURNOUT.match(reading.lower, number.end)
    return ("participants", found.end(), "statistic.turnout") if found else None


def _counted(reading: Reading, number: Number) -> tuple[Metric, int, str] | None:
    """The metric and the end of the evidence, if the noun after the number is counted as a statistic."""
    head = _HEAD.match(reading.lower, number.end)
    if head is None:
        return None
    metric, end = _METRIC[" ".join(head["head"].split())], head.end()
    while more := _MORE_NOUNS.match(reading.lower, end):
        end = more.end()
    sentence = reading.sentence_at(number.start)
    if metric in ("members", "grassroots_unions"):
        return (
            (metric, end, "statistic.strength")
            if _is_strength(reading.lower, sentence, number, end)
            else None
        )
    if _is_awarded(reading.lower, sentence, number, end) or not _has_context(
        reading.lower, sentence, metric, head
    ):
        return None
    one = number.value == 1 and number.rule == "number.words"  # "một" is an article more often than a count
    return None if one else (metric, end, "statistic.counted")


def _has_context(lower: str, sentence: Span, metric: Metric, head: re.Match[str]) -> bool:
    if head["head"].startswith(("sáng kiến", "cải tiến", "phần việc", "skkn", "lượt sáng kiến")):
        return True
    rest = lower[sentence.start : head.start()] + " " + lower[head.end() : sentence.end]
    return bool(_CONTEXT[metric].search(rest))


def _is_awarded(lower: str, sentence: Span, number: Number, end: int) -> bool:
    before = lower[max(sentence.start, number.start - 80) : number.start]
    return bool(
        _AWARDED_AFTER.match(lower, end) or (before.endswith("cho ") and _AWARDED_BEFORE.search(before))
    )


def _is_strength(lower: str, sentence: Span, number: Number, end: int) -> bool:
    before = lower[max(sentence.start, number.start - 60) : number.start]
    if _REPRESENTED.search(before):
        return True
    if _RECIPIENT.search(before) or _ACTOR.match(lower, end):
        return False
    return bool(_STRENGTH.search(before)) or number.start == sentence.start


def _is_youth(reading: Reading, number: Number, metric: Metric) -> bool:
    """Whether đoàn viên are the Youth Union's: its paragraph names the youth, and no trade union."""
    if metric != "members":
        return False
    paragraph = reading.paragraph_at(number.start)
    words = reading.lower[paragraph.start : paragraph.end]
    return bool(_YOUTH.search(words)) and not _TRADE_UNION.search(words)


def _is_told_otherwise(reading: Reading, number: Number, taken: list[Span]) -> bool:
    """Whether the count is an award's, stands in a name, or only picks some out of others."""
    if any(span.start < number.end and number.digits < span.end for span in taken):
        return True
    before = reading.lower[max(0, number.start - 24) : number.start]
    if _IN_NAME.search(before) or _OUT_OF.search(before):
        return True
    quotes = within(reading.quotes, max(0, number.start - 300), number.end + 300)
    return any(quote.inner.holds(number) for quote in quotes)


def _status(reading: Reading, number: Number, end: int) -> Status | None:
    sentence = reading.sentence_at(number.start)
    before = reading.lower[sentence.start : number.start]
    after = reading.lower[end : min(sentence.end, end + 70)]
    after = re.split(r"[;.\d]|, có", after, maxsplit=1)[0]
    if _PROPOSED.search(_MET.sub("", before)) or _lists_targets(reading, sentence):
        return "proposed"
    own = before[max((m.end() for m in _NEW_START.finditer(before)), default=0) :]
    if _REGISTERED.search(own) or _REGISTERED.search(after):
        return "registered"
    return "registered" if _REGISTERED.search(reading.lower, number.end, end) else None


def _lists_targets(reading: Reading, sentence: Span) -> bool:
    """Whether the sentence spells out targets that the one before it announces."""
    if not _SPELLS_OUT.match(reading.lower, sentence.start):
        return False
    before = reading.sentence_at(max(0, sentence.start - 2))
    return bool(re.search(r"(?<!\w)chỉ tiêu(?!\w)", _MET.sub("", reading.lower[before.start : before.end])))
