"""Which counts are statistics, by the noun beside the number."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal

from extract.facts.statistics.strength import is_strength
from extract.facts.statistics.turnouts import turnout_end
from extract.facts.statistics.words import WORDS, compiled
from extract.grammar.quantities import alternatives
from extract.reading import Number, Reading, Span

Metric = Literal["initiatives", "works", "members", "grassroots_unions", "participants"]

_METRIC: dict[str, Metric] = {noun: metric for metric, nouns in WORDS["metric"].items() for noun in nouns}
_NOUNS = alternatives(_METRIC)
# Nouns that need no context: nothing but emulation counts them.
_PLAIN = ("sáng kiến", "cải tiến", "phần việc", "skkn", "lượt sáng kiến")


_HEAD = re.compile(
    rf"(?:/\d[\d.]*|(?P<some>\s(?:trong|trên)\s(?:(?:tổng\s)?số\s)?\d[\d.]*))?\s(?:nữ\s)?(?P<head>{_NOUNS})(?!\w)"
)
# "505/530 lao động là đoàn viên công đoàn", "90 công nhân gia nhập công đoàn": those counted are members.
_ARE_MEMBERS = re.compile(
    rf"(?:/\d[\d.]*)?\s(?:{alternatives(WORDS['turnout']['people'])})(?:,?\s[^\W\d]+){{0,6}}?\s"
    r"(?:là\sđoàn viên(?:\scông đoàn)?(?!\s(?:ưu tú|tiêu biểu|xuất sắc|thanh niên|mới))"
    r"|(?:gia nhập|được\skết nạp\svào)\s(?:tổ chức\s)?(?:công đoàn|nghiệp đoàn))(?!\w)"
)
_MORE_NOUNS = re.compile(rf"(?:,\s|\svà\s|\shoặc\s)(?:{_NOUNS})(?!\w)")
_NOUN_FIRST = re.compile(
    rf"(?<!\w)số(?:\slượng)?\s(?P<head>{_NOUNS})(?:\s[^\W\d]+){{0,8}}?"
    r"(?:(?:\stừ\s[\d.]+(?:\s[^\W\d]+){0,2})?\s(?:là|đạt|lên|đến|tới)|:)\s$"
)
_BARE_AFTER = re.compile(r"(?:/\d|\s?(?:[.,;)\n]|$|người|đơn vị|đoàn viên|sáng kiến))")
# "Đăng ký 40 sáng kiến, được công nhận 31": the noun is that of the count before.
_ELLIPSIS = re.compile(
    r"\s?[,;(]\s?(?:trong đó\s)?(?:đã\s)?(?:được\s)?(?:công nhận|nghiệm thu|áp dụng|xét duyệt)(?:\sđược)?\s"
)
_CONTEXT = {metric: compiled(words) for metric, words in WORDS["context"].items()}
_CONTEXT_REACH = 500  # characters
_AWARDED_BEFORE = re.compile(r"(?:tặng|trao|khen|thưởng|tôn vinh|tuyên dương)[^.;\d]{0,60}\scho\s$")
_AWARDED_AFTER = re.compile(
    r"\s(?:(?:[^\W\d]+|/)\s){0,6}?(?:(?:đạt|đoạt|được trao|được tặng|được giải|nhận)\s(?:giải|bằng|danh hiệu)"
    r"|trong top|được (?:tuyên dương|biểu dương|khen thưởng|bình chọn|vinh danh|tôn vinh))(?!\w)"
)


@dataclass(frozen=True, slots=True)
class Count:
    """What a number counts: the metric, where its evidence ends, and the rule that read it."""

    metric: Metric
    end: int
    rule: str


def counted(reading: Reading, number: Number) -> Count | None:
    """What a number counts, if that is a statistic."""
    if (turnout := turnout_end(reading, number)) is not None:
        return Count("participants", turnout, "statistic.turnout")
    if are := _ARE_MEMBERS.match(reading.lower, number.end):
        return Count("members", are.end(), "statistic.strength")
    if head := _HEAD.match(reading.lower, number.end):
        return _by_noun(reading, number, head)
    return _noun_first(reading, number)


def _by_noun(reading: Reading, number: Number, head: re.Match[str]) -> Count | None:
    metric, end = _METRIC[_key(head)], head.end()
    while more := _MORE_NOUNS.match(reading.lower, end):
        end = more.end()
    if metric in ("members", "grassroots_unions"):
        if head["some"]:  # "3 trong số 40 đoàn viên" are no union's strength
            return None
        return Count(metric, end, "statistic.strength") if is_strength(reading, number, metric, end) else None
    sentence = reading.sentence_at(number.start)
    if _is_awarded(reading.lower, sentence, number, end):
        return None
    if number.value == 1 and number.rule == "number.words":  # "một" is an article more often than a count
        return None
    return Count(metric, end, "statistic.counted") if _fits(reading.lower, sentence, metric, head) else None


def _fits(lower: str, sentence: Span, metric: Metric, head: re.Match[str]) -> bool:
    """Whether a noun that says many things is one of emulation here, by the rest of its sentence."""
    if head["head"].startswith(_PLAIN):
        return True
    context = _CONTEXT[metric]
    start, end = (
        max(sentence.start, head.start() - _CONTEXT_REACH),
        min(sentence.end, head.end() + _CONTEXT_REACH),
    )
    return bool(context.search(lower, start, head.start()) or context.search(lower, head.end(), end))


def _is_awarded(lower: str, sentence: Span, number: Number, end: int) -> bool:
    """Whether the count is of what received an award: ``26 sáng kiến đạt giải A``."""
    before = lower[max(sentence.start, number.start - 80) : number.start]
    return bool(_AWARDED_AFTER.match(lower, end) or _AWARDED_BEFORE.search(before))


def _noun_first(reading: Reading, number: Number) -> Count | None:
    """``Tổng số đoàn viên là 7.905 người``: the noun before the number."""
    if not _BARE_AFTER.match(reading.lower, number.end):
        return None
    sentence = reading.sentence_at(number.start)
    found = _NOUN_FIRST.search(reading.lower, max(sentence.start, number.start - 80), number.start)
    return Count(_METRIC[_key(found)], number.end, "statistic.noun-first") if found else None


def repeated(reading: Reading, number: Number, last: Count) -> bool:
    """Whether a number without a noun counts what the count before it did, as far as it was recognised."""
    if last.metric not in ("initiatives", "works") or not _BARE_AFTER.match(reading.lower, number.end):
        return False
    return bool(_ELLIPSIS.fullmatch(reading.lower, last.end, number.start))


def _key(head: re.Match[str]) -> str:
    return " ".join(head["head"].split())
