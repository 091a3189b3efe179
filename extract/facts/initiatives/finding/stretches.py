"""How far a title without quotation marks runs, and what is none."""

from __future__ import annotations

import re
from dataclasses import dataclass

from extract.facts.initiatives import nouns
from extract.facts.initiatives.makers import proper
from extract.facts.initiatives.nouns import Kind, Needs, Noun, one_of
from extract.reading import Reading, Span

DASHES = ("-", "–", "—")
LONGEST = 220
_NO_NAME = re.compile(one_of("not_a_name"))
_RESEARCH = re.compile(r"nghiên cứu|chế tạo|thiết kế|ứng dụng")
_ENDS = re.compile(
    rf"\s*(?:[;!?\n]|:\s|\.(?!\d)|…|[–—(]|\s-\s|,(?!\d)(?!\s*{one_of('also_done')})"
    rf"|\s(?:của|do|mà)\s+(?=(?-i:[A-ZĐ])|(?:{one_of('several')}\s+)*"
    rf"{one_of('makers', 'trades', 'honorifics')})|\s{one_of('ends')})",
    re.IGNORECASE,
)
_ENDS_AT = re.compile(one_of("ends"))
_COUNTS = re.compile(
    r"(?:tiết kiệm|làm lợi|trị giá|giảm|tăng|thưởng)\s+(?:\w+\s+){0,2}\d"
    r"|(?:năm|quý|tháng|giai đoạn|từ)\s+\d|\d[\d.]*\s+(?:sáng kiến|đề tài|giải pháp|công trình)"
)
_GENERIC = re.compile(
    rf"(?:cải tiến kỹ thuật|cải tiến|kỹ thuật|áp dụng|ứng dụng|hay|tốt|mới|có giá trị|phù hợp|thiết thực)\W*$"
    rf"|{one_of('generic')}"
)


@dataclass(frozen=True, slots=True)
class Shown(Span):
    """A stretch shown as a title, with what its class noun says."""

    kind: Kind | None
    needs: Needs
    head: int
    rule: str


def read(
    reading: Reading, start: int, limit: int, noun: Noun, rule: str, *, in_lower_case: bool = False
) -> Shown | None:
    """The title that begins at ``start``: up to its maker, its benefit or the end of its clause."""
    while start < limit and reading.text[start] in " :":
        start += 1
    opens = nouns.words("initiative_openings").match(reading.lower, start, limit)
    if start >= limit or _ENDS_AT.match(reading.lower, start) or not (opens or reading.text[start].isalnum()):
        return None
    if not (opens or reading.text[start].isupper()) and not (
        in_lower_case and not _NO_NAME.match(reading.lower, start, limit)
    ):
        return None
    end = end_of(reading, start, min(limit, start + LONGEST))
    title = reading.lower[start:end].strip(" ,.:")
    if not 3 <= len(title.split()) <= 40 or _GENERIC.match(title) or _COUNTS.match(title):
        return None
    kind, needs = noun.kind, noun.needs
    if kind == "work" and opens and noun.needs == "plaque" and _RESEARCH.match(opens[0]):
        kind = "study"
    return Shown(start, start + len(title), kind, "maker" if needs == "title" else needs, noun.start, rule)


def end_of(reading: Reading, start: int, limit: int) -> int:
    """Where a title without a closing mark ends: before its maker, its benefit or the end of its clause."""
    for end in _ENDS.finditer(reading.text, start + 1, limit):
        if not (
            end[0].strip() in DASHES and proper.joins(reading.text, start, end.start(), end.end(), limit)
        ):
            return end.start()
    return limit
