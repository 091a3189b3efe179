"""The body that a sentence, a paragraph or a whole article is about, for the initiatives told without one."""

from __future__ import annotations

import re
from bisect import bisect_right
from functools import cached_property
from itertools import islice

from extract.facts.initiatives.bodies import names as body_names
from extract.facts.initiatives.bodies import places
from extract.facts.initiatives.makers import proper
from extract.facts.initiatives.nouns import one_of
from extract.facts.people.passage import Passage
from extract.reading import Reading, Span
from schemas import Person

HEAD = 900
"""How far into a text, in characters, the body that it is about is named."""
TAKEN_UP = 2
"""How often the class noun of that body must take it up: công ty, nhà trường."""
SENTENCES_BACK = 6
MOST_NAMED = 8
"""Past so many bodies at its head a text is about none of them."""

_PLACED = re.compile(
    rf"(?:{one_of('turns_to')}[\s,]+)*(?:ở|tại|bên|phía)\s+(?={body_names.HEADS})", re.IGNORECASE
)
_LEADS = re.compile(rf"(?:{one_of('turns_to')}[\s,]+)*(?={body_names.HEADS})", re.IGNORECASE)
_BEHIND_CLAUSE = re.compile(rf"(?:[^\W\d_][^,.;:“”\"]{{4,60}}),\s+(?={body_names.HEADS})", re.IGNORECASE)
_ACTS = re.compile(r"\s+(?:cũng|lại|thì)\s+(?:lại\s+|có|vừa|đang|nổi|tự|được)")
"""``Cách đó ba cây số, Nhà máy X cũng có một thợ giỏi``: the sentence goes over to another body."""
_WORKS = re.compile(rf"(?:làm việc|công tác|gắn bó)\s+(?:tại|ở|với|cùng)\s+(?={body_names.HEADS})")
_BARE = {"trường": r"(?:nhà trường|trường)", "công ty": r"(?:công ty|đơn vị|doanh nghiệp)"}


class Home:
    """What body each place of a text is about."""

    def __init__(self, reading: Reading, passage: Passage) -> None:
        """Remembers a reading; nothing is looked up before it is asked for."""
        self._reading = reading
        self._passage = passage

    def at(self, offset: int) -> str | None:
        """The body that the sentence at an offset, or one before it in its paragraph, places itself in.

        Failing that, the one the whole article is about.
        """
        reading = self._reading
        paragraph = reading.paragraph_at(offset)
        index = bisect_right(reading.sentences, offset, key=lambda span: span.start)
        for sentence in reversed(reading.sentences[max(0, index - SENTENCES_BACK) : index]):
            if sentence.start < paragraph.start:
                break
            if body := self._placed(sentence, offset):
                return body
        sentence = reading.sentence_at(offset)
        start, end = max(sentence.start, offset - places.FAR), min(sentence.end, offset + places.FAR)
        return places.taken_up(reading.text, self.named, start, end, self.of_article) or self.of_article

    def enterprise_above(self, offset: int) -> str | None:
        """The last enterprise, school or hospital named before an offset, for a workshop told without one."""
        return places.last_before(self.named, offset)

    def enterprise_in_paragraph(self, offset: int) -> str | None:
        """The one enterprise, school or hospital that the paragraph of an offset names."""
        paragraph = self._reading.paragraph_at(offset)
        inside = [place for place in self.named if paragraph.start <= place.start < paragraph.end]
        return places.only(inside)

    @cached_property
    def only(self) -> str | None:
        """The one place of work the whole text names, if it names one."""
        return places.only(self.named)

    @cached_property
    def _people(self) -> dict[int, str]:
        """Names of people by where a rule for people read them."""
        return {person.start: person.name for person in self._reading.facts_of(Person)}

    @cached_property
    def named(self) -> list[places.Named]:
        """The places of work that the text names, in order."""
        named: list[places.Named] = []
        for noun in islice(body_names.NOUN.finditer(self._reading.lower), places.MOST_NAMED):
            body = body_names.body_at(
                self._passage, noun.start(), min(len(self._reading.text), noun.end() + 90)
            )
            if body and not body_names.is_host(body) and not proper.is_person(body[len(noun[1]) :].strip()):
                body = places.without_person(body, noun.start(), self._people)
                whole = places.with_legal_form(named[-1] if named else None, noun.start(), body)
                named.append(places.Named(noun.start(), noun[1], whole))
        return named

    def _placed(self, sentence: Span, offset: int) -> str | None:
        """``Tại Công ty X, …``; ``Công ty X …``: the body that a sentence begins with."""
        for pattern in (_PLACED, _LEADS):
            if opens := pattern.match(self._reading.lower, sentence.start, sentence.end):
                body = body_names.body_at(
                    self._passage, opens.end(), min(sentence.end, max(offset, opens.end() + 1))
                )
                if body and not body_names.is_host(body):
                    return body
        if behind := _BEHIND_CLAUSE.match(self._reading.lower, sentence.start, sentence.end):
            body = body_names.body_at(self._passage, behind.end(), sentence.end)
            then = behind.end() + len(body) if body else sentence.end
            if body and not body_names.is_host(body) and _ACTS.match(self._reading.lower, then, sentence.end):
                return body
        works = _WORKS.search(self._reading.lower, sentence.start, min(sentence.end, sentence.start + HEAD))
        return body_names.body_at(self._passage, works.end(), sentence.end) if works else None

    @cached_property
    def of_article(self) -> str | None:
        """The one body named at the head of the text that its bare class noun then takes up."""
        reading = self._reading
        named: dict[str, str] = {}
        position = 0
        head = min(HEAD, len(reading.text))
        while len(named) < MOST_NAMED and (noun := body_names.NOUN.search(reading.lower, position, head)):
            body = body_names.body_at(self._passage, noun.start(), len(reading.text))
            position = noun.start() + len(body) if body else noun.end()
            if body:
                named.setdefault(body, noun[1])
        about = [body for body, noun in named.items() if self._is_taken_up(body, noun)]
        return about[0] if len(about) == 1 or (about and reading.text.count(about[0]) > TAKEN_UP) else None

    def _is_taken_up(self, body: str, noun: str) -> bool:
        """Whether a body's class noun, bare, or its own name comes back often enough."""
        bare = re.compile(rf"(?<!\w){_BARE.get(noun, re.escape(noun))}(?!\w|\s+(?-i:[A-ZĐ]))", re.IGNORECASE)
        times = sum(1 for _ in bare.finditer(self._reading.text))
        return times >= TAKEN_UP or self._reading.text.count(body) > TAKEN_UP
