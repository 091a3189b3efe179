"""Who an initiative told without a maker is by: a pronoun, the sentence before or the hero tells."""

from __future__ import annotations

import re

from extract.facts.initiatives.makers import behind, groups, plural
from extract.facts.initiatives.makers.cast import People
from extract.facts.initiatives.nouns import one_of
from extract.facts.initiatives.titles import Title
from extract.reading import Reading, Span, within

SOLE_WITHIN = 450
"""How far back, in characters, the one person of a paragraph may be named for clauses without a subject."""
PRONOUN = re.compile(
    r"(?<!các )(?<!những )(?<!nhiều )(?<!đội ngũ )(?<!\d )(?<!\w)"
    rf"({one_of('honorifics', 'doers')})"
    rf"(?!\s+(?:{one_of('trades', 'honorifics', 'no_pronoun')}|{one_of('reports')}(?!\s+(?:rằng\s+)?mình\s)))"
    r"(?=\s+(?-i:[^\W\d_A-ZĐÂÊÔƠƯÁÀẢÃẠ]))",
    re.IGNORECASE,
)
SAYS = re.compile(rf"(?<!\w){one_of('reports')}(?!\s+(?:về|với|câu chuyện|kinh nghiệm|cách)\s)")
_MAKING = re.compile(rf"(?<!\w){one_of('makes', 'thinks')}")


def makers(reading: Reading, people: People, title: Title, scope: Span) -> tuple[list[str], bool]:
    """Nobody named in the clause: a pronoun takes up the last person, else the sentence before tells.

    Failing that the one hero of the article is meant.
    """
    clause = reading.text[scope.start : title.start]
    paragraph = reading.paragraph_at(title.start)
    if several := plural.before(reading, people, scope.start, title.start):
        return several, True
    if pronoun := PRONOUN.search(clause):
        one = people.taken_up(pronoun[1], scope.start + pronoun.start(), paragraph.start)
        return ([one], True) if one else ([], False)
    if makers := _made_before(reading, people, title, paragraph):
        return makers, True
    hero, sole = people.hero(), sole_person(reading, people, title.head)
    one = hero or sole
    return [one] if one else [], one is not None and one == sole


def sole_person(reading: Reading, people: People, offset: int) -> str | None:
    """The one person its paragraph has named so far, where no body and nobody's words came between."""
    start = reading.paragraph_at(offset).start
    known = people.between(max(start, offset - SOLE_WITHIN), offset)
    if len({name for _, _, name in known}) != 1 or people.leads(known[0][2]):
        return None
    return None if SAYS.search(reading.lower, known[0][1], offset) else known[0][2]


def _made_before(reading: Reading, people: People, title: Title, paragraph: Span) -> list[str]:
    """``X cùng hai đồng nghiệp Y và Z mày mò làm ra … . Sáng kiến mang tên “…” …``."""
    sentence = reading.sentence_at(title.start)
    if title.head - sentence.start > behind.OPENS_WITHIN or sentence.start <= paragraph.start:
        return []
    before = reading.sentence_at(max(paragraph.start, sentence.start - 2))
    known = people.between(max(before.start, paragraph.start), sentence.start)
    if within(reading.quotes, before.start, before.end):
        return []  # which tells of something else
    if not known or not _MAKING.search(reading.lower, known[0][1], sentence.start):
        return []
    group = groups.first(reading.text, known)
    one_more = set(groups.names(known)) - set(groups.names(group))
    return [] if one_more else groups.names(group)
