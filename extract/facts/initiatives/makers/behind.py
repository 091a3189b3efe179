"""Who is named behind a title: “…” của anh X và chị Y; “…” (tác giả X); “…”, sáng kiến anh X theo đuổi."""

from __future__ import annotations

import re

from extract.facts.initiatives import nouns
from extract.facts.initiatives.finding import apposed
from extract.facts.initiatives.makers import named, plural, proper
from extract.facts.initiatives.makers.cast import People
from extract.facts.initiatives.nouns import one_of
from extract.facts.initiatives.titles import Title
from extract.reading import Reading, Span

OPENS_WITHIN = 40
"""How far into its sentence, in characters, a title may begin that is about the sentence before."""

_HONORIFIC = one_of("honorifics")
_ONE = rf"(?:{one_of('several')}\s+)?{one_of('honorifics', 'trades')}\s"
_APPOSED = rf"{apposed.LINK}{one_of('made_nouns')}(?:\s+\w+){{0,3}}?"
_BY = re.compile(
    rf"(?:{_APPOSED}\s+(?:do|của|mà)(?!\w)|{_APPOSED}\s+(?={_ONE})"
    r"|[”\"’'»“\s]*(?:[,:–-]?\s*\(?\s*(?:(?:thì|vốn|cũng|đều|là|tất cả|cả hai|cả ba)\s+)*"
    r"(?:do|của|nhóm\s+tác\s+giả|tác\s+giả|chủ\s+nhiệm"
    rf"|người\s+(?:thực\s+hiện|đề\s+xuất)|(?:mà|được)(?=\s+{_ONE}))\s*(?:gồm|là)?\s*:?(?!\w)"
    rf"|\(\s*(?={_ONE}|nhóm\s|các\s)))"
)
_TOLD = re.compile(
    r"(?<!\w)(?<!đồng )(?:tác giả|chủ nhiệm|chủ nhiệm đề tài|người thực hiện|thực hiện)"
    r"\s*(?::|(?:là|gồm)(?!\w))"
)
_OPENS_WITH = re.compile(r"(?:^|[,;]\s|\s)(?:với|bằng|nhờ|từ|qua|về)\s*(?:một\s|1\s|việc\s)?\s*$")
_OWNER = re.compile(r"(?<!\w)(?<!là )(?<!đồng )(?:cha đẻ|mẹ đẻ|chủ nhân|tác giả)(?:\s+của)?\s*$")
_LEADS_ON = re.compile(
    rf"[^.;:“”\"]{{4,80}}?\s(?:với|có|là tác giả(?: của)?)\s+{one_of('class_nouns')}?[\s:]*[“”\"'‘«]"
)
_BESIDE = re.compile(r"[”\"’'»“\s]*(?:\s[-–—]|[-–—:,(])\s*")
_THEN = re.compile(r"[”\"’'»“\s]*,\s*")
_TOGETHER = re.compile(
    rf"(?:[”\"’'»“\s]*,?\s*|{_APPOSED}\s+)(?:do\s+|được\s+|mà\s+)?({_HONORIFIC})\s+(?:\w+\s+){{0,8}}?"
    r"(?:chung )?(?:cùng|với)\s",
    re.IGNORECASE,
)
_ALONG = re.compile(
    r"[”\"’'»“\s]*[,(]?\s*(?:(?:chung\s+)?(?:cùng với|cùng|với)\s+|đồng tác giả\s*(?:là|gồm)?\s*:?\s*)"
    rf"(?:{one_of('mates', 'several')}\s+)*(?=\w)"
)
_NEXT = rf"(?:\s*[,.;:)]|\s+(?!{one_of('trades', 'honorifics')}|(?-i:[A-ZĐ])))"
_SINGLE_PRONOUN = re.compile(
    rf"(?:[”\"’'»“\s]*(?:do|của|mà|được)|{_APPOSED}(?:\s+(?:do|của|mà))?)\s+(?:chính\s+)?({_HONORIFIC}){_NEXT}",
    re.IGNORECASE,
)


def of(reading: Reading, people: People, title: Title, scope: Span) -> list[str]:
    """``“…” của anh X và chị Y``, ``“…” (tác giả X)``, ``“…” anh thực hiện cùng chị Y``."""
    text = reading.text
    floor = reading.paragraph_at(title.start).start
    if together := _TOGETHER.match(text, title.end, scope.end):
        one = people.taken_up(together[1], title.start, floor)
        others = named.run(people, text, together.end(), scope.end, near=40)
        return [*([one] if one else []), *(other for other in others if other != one)]
    if several := plural.behind(reading, people, title.start, title.end):
        return several
    if pronoun := _SINGLE_PRONOUN.match(text, title.end):
        one = people.taken_up(pronoun[1], title.start, floor)
        return [one] if one else []
    if by := _BY.match(reading.lower, title.end, scope.end):
        told_behind = named.run(people, text, by.end(), scope.end, near=110)
        return [] if _is_of_next(reading, by) else told_behind
    if listed := _beside_item(reading, people, title, scope):
        return listed
    if told := _TOLD.search(reading.lower, title.end, scope.end):
        return named.run(people, text, told.end(), scope.end, near=40) or proper.behind(
            text, told.end(), scope.end
        )
    if people.between(scope.start, title.head):
        return []
    if _OWNER.search(reading.lower, scope.start, title.head):
        return named.run(people, text, title.until, scope.end, near=200)
    if not _OPENS_WITH.search(reading.lower[scope.start : title.head]):
        return []
    then = _THEN.match(text, title.end)
    return named.run(people, text, then.end(), scope.end, near=60) if then else []


def _is_of_next(reading: Reading, by: re.Match[str]) -> bool:
    """Whether the ``tác giả`` behind a title leads to the next one: ``A với “…”, tác giả B với “…”``."""
    is_apart = "," in by[0] and "tác" in by[0]
    return is_apart and bool(_LEADS_ON.match(reading.lower, by.end(), by.end() + 120))


def _beside_item(reading: Reading, people: People, title: Title, scope: Span) -> list[str]:
    """``- Khuôn ép ba ngăn - Phạm Thị Lệ, Công ty X``: whoever stands next to the title of a list's item."""
    paragraph = reading.paragraph_at(title.start)
    item = nouns.ITEM.match(reading.text, paragraph.start, paragraph.end)
    beside = _BESIDE.match(reading.text, title.end, scope.end) if item else None
    if beside is None or title.start - paragraph.start > OPENS_WITHIN or people.passage.rank_at(beside.end()):
        return []
    names = named.run(people, reading.text, beside.end(), scope.end, near=30)
    return names or proper.behind(reading.text, beside.end(), scope.end)


def along(reading: Reading, people: People, title: Title, scope: Span) -> list[str]:
    """``“…” (cùng kỹ sư X)``, ``“…” cùng với chị Y``: who is told behind a title to have worked along."""
    told = _ALONG.match(reading.lower, title.end, scope.end)
    return named.run(people, reading.text, told.end(), scope.end, near=40) if told else []


def begins(reading: Reading, title: Title, scope: Span) -> re.Match[str] | None:
    """The words behind a title that a maker must follow, if they stand there."""
    return _BY.match(reading.lower, title.end, scope.end)
