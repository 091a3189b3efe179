"""Who an initiative is by: people behind its title, else before it, else the one the article is about."""

from __future__ import annotations

import re

from extract.facts.initiatives import groups, nouns, proper
from extract.facts.initiatives.cast import People
from extract.facts.initiatives.nouns import one_of
from extract.facts.initiatives.titles import Title
from extract.reading import Reading, Span, within

OPENS_WITHIN = 40
"""How far into its sentence, in characters, a title may begin that is about the sentence before."""

_HONORIFIC = one_of("honorifics")
_BY = re.compile(
    r"[”\"’'»“\s]*(?:[,:–-]?\s*\(?\s*(?:do|của|đồng\s+tác\s+giả|nhóm\s+tác\s+giả|tác\s+giả|chủ\s+nhiệm)"
    rf"\s*:?(?!\w)|\(\s*(?={one_of('honorifics', 'trades')}))"
)
_TOLD = re.compile(
    r"(?<!\w)(?:tác giả|chủ nhiệm|chủ nhiệm đề tài|người thực hiện|thực hiện)\s*(?::|là(?!\w))"
)
_OPENS_WITH = re.compile(r"(?:^|[,;]\s|\s)(?:với|bằng|nhờ|từ|qua|về)\s*(?:một\s|1\s|việc\s)?\s*$")
_LEADS_ON = re.compile(
    rf"[^.;:“”\"]{{4,80}}?\s(?:với|có|là tác giả(?: của)?)\s+{one_of('class_nouns')}?[\s:]*[“”\"'‘«]"
)
_BESIDE = re.compile(r"[”\"’'»“\s]*(?:\s[-–—]|[-–—:,(])\s*")
_THEN = re.compile(r"[”\"’'»“\s]*,\s*")
_TOGETHER = re.compile(
    rf"[”\"’'»“\s]*,?\s*(?:do\s+|được\s+|mà\s+)?({_HONORIFIC})\s+(?:\w+\s+){{0,4}}?(?:chung )?(?:cùng|với)\s",
    re.IGNORECASE,
)
_WITH_OTHERS = re.compile(rf"(?<!\w)({_HONORIFIC}|tôi)\s+(?:và|cùng|với|cùng với)\s", re.IGNORECASE)
_PRONOUN = re.compile(
    rf"(?<!\w)({one_of('honorifics', 'doers')})(?:\s+\w+){{0,3}}?\s+{one_of('acts')}", re.IGNORECASE
)
_SINGLE_PRONOUN = re.compile(
    rf"[”\"’'»“\s]*(?:do|của)\s+(?:chính\s+)?({_HONORIFIC})(?:\s*[,.;)]|\s+{one_of('acts_behind')})",
    re.IGNORECASE,
)
_WITH = re.compile(r"(?<!\w)(?:cùng|cùng với)\s[^.;,]{0,40}$", re.IGNORECASE)
_THEN_ACTS = re.compile(rf",\s*({_HONORIFIC})\s+(?:\w+\s+){{0,2}}?{one_of('acts')}", re.IGNORECASE)
_MAKING = re.compile(rf"(?<!\w){one_of('makes', 'thinks')}")
_CREDIT = re.compile(rf"(?:{one_of('credits')}|:)")
_NAMED_BEFORE = re.compile(
    rf"({proper.PROPER})\s*(?:\([^()]{{2,90}}\)|,[^,;.]{{2,90}},)?"
    r"\s*(?:với|có|hoàn thành|là tác giả|là tác giả của)\s*(?:một\s*)?$"
)
_MAY_PRECEDE = re.compile(
    rf"(?:^|[,;:.(–-]|(?<!\w)(?:{one_of('honorifics', 'trades', 'doers')}|tác giả|cá nhân|\w{{2,6}}II?))\s*$",
    re.IGNORECASE,
)
"""What may stand before a name that is none of an organisation or place."""
_HAS_SEVERAL = re.compile(
    r"[^.;:]{0,70}?(?<!\w)(?:có|với|tác giả(?:\s+của)?|hoàn thành|thực hiện)\s+"
    r"(?:\d+|hai|ba|bốn|năm|các|những|nhiều)\s"
)


def of(reading: Reading, people: People, title: Title, scope: Span) -> tuple[list[str], bool]:
    """Authors of a title, and whether its own clause tells them."""
    if title.kind == "work":
        return [], False
    told = _behind(reading, people, title, scope) or _before(reading, people, title, scope)
    if told := told or _at_head(reading, people, title):
        return told, True
    by = _BY.match(reading.lower, title.end, scope.end)
    if by:  # a body, or someone that is no known person: nobody else is meant
        unsure = proper.behind(reading.text, by.end(), scope.end)
        return unsure, bool(unsure)
    return _carried(reading, people, title, scope)


def led(reading: Reading, people: People, title: Title, scope: Span) -> list[str]:
    """Authors told before a title, whose list may go on with further titles of theirs."""
    if _behind(reading, people, title, scope):
        return []
    names = _before(reading, people, title, scope)
    if names or _BY.match(reading.lower, title.end, scope.end):
        return names
    names, told = _carried(reading, people, title, scope)
    return names if told else []


def _behind(reading: Reading, people: People, title: Title, scope: Span) -> list[str]:
    """``“…” của anh X và chị Y``, ``“…” (tác giả X)``, ``“…” anh thực hiện cùng chị Y``."""
    text = reading.text
    floor = reading.paragraph_at(title.start).start
    if pronoun := _SINGLE_PRONOUN.match(text, title.end):
        one = people.taken_up(pronoun[1], title.start, floor)
        return [one] if one else []
    if together := _TOGETHER.match(text, title.end, scope.end):
        one = people.taken_up(together[1], title.start, floor)
        others = _run(people, text, together.end(), scope.end, near=40)
        return [*([one] if one else []), *(other for other in others if other != one)]
    if by := _BY.match(reading.lower, title.end, scope.end):
        told_behind = _run(people, text, by.end(), scope.end, near=110)
        return [] if _is_of_next(reading, by) else told_behind
    if listed := _beside_item(reading, people, title, scope):
        return listed
    if told := _TOLD.search(reading.lower, title.end, scope.end):
        return _run(people, text, told.end(), scope.end, near=40) or proper.behind(
            text, told.end(), scope.end
        )
    if people.between(scope.start, title.head) or not _OPENS_WITH.search(
        reading.lower[scope.start : title.head]
    ):
        return []
    then = _THEN.match(text, title.end)
    return _run(people, text, then.end(), scope.end, near=60) if then else []


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
    named = _run(people, reading.text, beside.end(), scope.end, near=30)
    return named or proper.behind(reading.text, beside.end(), scope.end)


def _run(people: People, text: str, start: int, end: int, near: int) -> list[str]:
    """People named one after another from an offset on, the first at most ``near`` characters away."""
    names: list[str] = []
    last = start
    for begin, stop, name in people.between(start, end):
        gap = text[last:begin]
        if not names and (begin - start > near or re.search(r"[.;”\"]", gap)):
            break
        if names and not groups.joined(gap):
            break
        names.append(name)
        last = stop
    return names


def _before(reading: Reading, people: People, title: Title, scope: Span) -> list[str]:
    """``anh X, công nhân …, với sáng kiến “…”``: the people who lead the title's own clause."""
    named = people.between(scope.start, title.head)
    clause = reading.text[scope.start : title.head]
    if not named:
        unsure = _NAMED_BEFORE.search(clause)
        if unsure is None or not _MAY_PRECEDE.search(clause[: unsure.start()]):
            return []
        return [unsure[1]] if proper.is_family_name(unsure[1].split()[0]) else []
    group = groups.last(reading.text, named)
    if not _CREDIT.search(reading.lower, group[-1][1], title.start):
        return []
    names = groups.names(group)
    others = _WITH_OTHERS.search(clause, 0, group[0][0] - scope.start)
    if others is None and _WITH.search(clause, 0, group[0][0] - scope.start):
        others = _THEN_ACTS.search(clause, group[-1][1] - scope.start)
    if others and len(group) == len(named):
        one = people.taken_up(others[1], scope.start, 0)
        names = [*([one] if one and one not in names else []), *names]
    return names


def _at_head(reading: Reading, people: People, title: Title) -> list[str]:
    """``anh X có hai đề tài: “…” và “…”``: the people at the head of a list, for each of its items."""
    head = title.list_head(reading)
    named = people.between(head.start, head.end) if head else []
    if not named:
        return []
    group = groups.last(reading.text, named)
    has = head and _HAS_SEVERAL.search(reading.lower, group[-1][1], head.end)
    return groups.names(group) if has else []


def _carried(reading: Reading, people: People, title: Title, scope: Span) -> tuple[list[str], bool]:
    """Nobody named in the clause: a pronoun takes up the last person, else the sentence before tells.

    Failing that the one hero of the article is meant.
    """
    clause = reading.text[scope.start : title.start]
    paragraph = reading.paragraph_at(title.start)
    if pronoun := _PRONOUN.search(clause):
        one = people.taken_up(pronoun[1], scope.start, paragraph.start)
        return ([one], True) if one else ([], False)
    if makers := _made_before(reading, people, title, paragraph):
        return makers, True
    hero = people.hero()
    return [hero] if hero else [], False


def _made_before(reading: Reading, people: People, title: Title, paragraph: Span) -> list[str]:
    """``X cùng hai đồng nghiệp Y và Z mày mò làm ra … . Sáng kiến mang tên “…” …``."""
    sentence = reading.sentence_at(title.start)
    if title.head - sentence.start > OPENS_WITHIN or sentence.start <= paragraph.start:
        return []
    before = reading.sentence_at(max(paragraph.start, sentence.start - 2))
    named = people.between(max(before.start, paragraph.start), sentence.start)
    if within(reading.quotes, before.start, before.end):
        return []  # which tells of something else
    if not named or not _MAKING.search(reading.lower, named[0][1], sentence.start):
        return []
    group = groups.first(reading.text, named)
    one_more = set(groups.names(named)) - set(groups.names(group))
    return [] if one_more else groups.names(group)
