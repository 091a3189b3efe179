"""The body that a sentence, a paragraph or a whole article is about, for the initiatives told without one."""

from __future__ import annotations

import re
from bisect import bisect_right
from functools import cached_property

from extract.facts.initiatives.nouns import one_of
from extract.facts.people import organisations
from extract.facts.people.passage import Passage
from extract.reading import Reading, Span

HEAD = 900
"""How far into a text, in characters, the body that it is about is named."""
TAKEN_UP = 2
"""How often the class noun of that body must take it up: công ty, nhà trường."""
SENTENCES_BACK = 6
MOST_NAMED = 8
"""Past so many bodies at its head a text is about none of them."""

_CAPITAL = re.compile(r"(?<!\w)[A-ZĐ]\w*")
_HEADS = one_of("workplaces")
_NOT_ONE = "".join(
    f"(?<!{word} )"
    for word in ("cơ", "trụ", "hội", "môi", "thị", "công", "hiện", "chiến", "ngư", "lập", "quảng", "thư")
)
"""Words whose second syllable is a class noun: cơ sở, môi trường, thư viện."""
_NOUN = re.compile(rf"(?<!\w){_NOT_ONE}({_HEADS})")
_PLACED = re.compile(rf"(?:{one_of('turns_to')}[\s,]+)*(?:ở|tại)\s+(?={_HEADS})", re.IGNORECASE)
_LEADS = re.compile(rf"(?:{one_of('turns_to')}[\s,]+)*(?={_HEADS})", re.IGNORECASE)
_PART = re.compile(r"[,(–-]\s*")
_WORKS = re.compile(rf"(?:làm việc|công tác|gắn bó)\s+(?:tại|ở|với|cùng)\s+(?={_HEADS})")
_THEN_DOES = re.compile(
    rf"\s(?:{one_of('does')})|\s[–-]\s(?!\w+\b(?:\s\w+)?\s*$)"
    r"|\s*\((?=[^)]*(?:tỉnh|thành phố|tp|huyện|quận|xã|phường)(?!\w))"
)
_HOST = re.compile(r"(?:lđlđ|liên đoàn lao động|tổng liên đoàn|tổng lđlđ)")
_CLASS = re.compile(rf"(?:(?:{_HEADS}|đơn vị|công đoàn|nhà)(?:\s+|$))+", re.IGNORECASE)
_WORKSHOP_RANK = 3
_BARE = {"trường": r"(?:nhà trường|trường)", "công ty": r"(?:công ty|đơn vị|doanh nghiệp)"}


def is_name(body: str) -> bool:
    """Whether an organisation is named, not just called ``công ty``."""
    called = _CLASS.match(body)
    start = called.end() if called else 0
    return bool(_CAPITAL.search(body, start)) or body[start : start + 1].isdigit()


def is_host(body: str) -> bool:
    """Whether it is a federation of unions, which hosts and honours rather than makes."""
    return bool(_HOST.match(body.lower()))


def body_at(passage: Passage, start: int, stop: int) -> str | None:
    """The organisation whose name starts at an offset, if one does."""
    if not passage.rank_at(start):
        return None
    span = organisations.read(passage, start, stop)
    body = _THEN_DOES.split(passage.text[span.start : span.end], maxsplit=1)[0].strip(" ,")
    return body if is_name(body) else None


def workplace(body: str) -> tuple[str, bool]:
    """A person's organisation without the workshop before it, and whether it is more than a workshop.

    ``tổ 3, Công ty X`` is Công ty X; ``phân xưởng Cơ điện`` alone stays, for want of better.
    """
    passage = Passage.of(body)
    rank = passage.rank_at(0)
    if not 0 < rank <= _WORKSHOP_RANK:
        return body, is_name(body)
    nouns_inside = {noun.start() for noun in _NOUN.finditer(body.lower())}
    for start in sorted(nouns_inside | {part.end() for part in _PART.finditer(body)}):
        if passage.rank_at(start) > _WORKSHOP_RANK and (own := body_at(passage, start, len(body))):
            return own, True
    return body, False


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
        return self.of_article

    def _placed(self, sentence: Span, offset: int) -> str | None:
        """``Tại Công ty X, …``; ``Công ty X …``: the body that a sentence begins with."""
        for pattern in (_PLACED, _LEADS):
            if opens := pattern.match(self._reading.lower, sentence.start, sentence.end):
                body = body_at(self._passage, opens.end(), min(sentence.end, max(offset, opens.end() + 1)))
                if body and not is_host(body):
                    return body
        works = _WORKS.search(self._reading.lower, sentence.start, min(sentence.end, sentence.start + HEAD))
        return body_at(self._passage, works.end(), sentence.end) if works else None

    @cached_property
    def of_article(self) -> str | None:
        """The one body named at the head of the text that its bare class noun then takes up."""
        reading = self._reading
        named: dict[str, str] = {}
        position = 0
        head = min(HEAD, len(reading.text))
        while len(named) < MOST_NAMED and (noun := _NOUN.search(reading.lower, position, head)):
            body = body_at(self._passage, noun.start(), len(reading.text))
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
