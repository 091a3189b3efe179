"""Makers told in the sentences behind a title: Cùng đứng tên tác giả là B; Giải pháp này do C khởi xướng."""

from __future__ import annotations

import re
from bisect import bisect_right

from extract.facts.initiatives.makers import named
from extract.facts.initiatives.makers.cast import People
from extract.facts.initiatives.nouns import one_of
from extract.facts.initiatives.titles import Title
from extract.reading import Reading, Span

SENTENCES_ON = 3
"""How many sentences behind a title, in its paragraph, may tell of its makers."""
NEAR = 70

_IT = (
    rf"(?:(?:của|ra|nên|đứng sau)\s+(?:nó|{one_of('one_thing', 'made_nouns', 'made_things')}"
    r"(?:\s+\w+){0,3}?)\s*)?"
)
_IS = r"\s*(?:(?:chính|vốn|còn)\s+)?(?:là|gồm|có|gồm có|còn có|:|,|không ai khác(?:\s+ngoài|\s+là)?)(?!\w)"
_WITH_HIM = (
    rf"(?:(?:cùng|chung|với|bên|giúp|hỗ trợ|của)\s+)*(?:{one_of('honorifics')}(?:\s+\w+)?\s*)?"
    r"(?:(?:làm|thực hiện|nghiên cứu|tham gia|chế tạo|mày mò|trong việc này)\s*)?"
)
_BESIDE_HIM = (
    rf"người\s+(?:đã\s+|luôn\s+)?(?:cùng|giúp|hỗ trợ|sát cánh cùng|sát cánh với|đồng hành cùng)\s+"
    rf"{one_of('honorifics')}(?:\s+\w+){{0,5}}?"
)
_FURTHER = re.compile(
    rf"(?:{one_of('turns_to')}\s+)?(?:{one_of('further_makers')}(?:\s+{one_of('close')})?|{_BESIDE_HIM}){_IT}\s*{_WITH_HIM}{_IT}{_IS}"
)
_MAKERS = re.compile(
    rf"(?:(?:và|còn|được biết)[,\s]+)*(?:{one_of('says_maker')})\s*{_IT}(?:này|ấy|đó|trên)?{_IS}"
)
_WHO_MADE = re.compile(
    r"(?:và\s+)?người\s+(?:\w+\s+){1,3}?(?:ra\s+|nên\s+)?"
    rf"(?:nó|{one_of('one_thing', 'made_nouns', 'made_things')})"
    rf"(?:\s+\w+){{0,3}}?{_IS}"
)
_THIS_BY = re.compile(
    rf"(?:đây (?:cũng |chính )*là\s+|đó (?:cũng |chính )*là\s+)?"
    rf"(?:{one_of('one_thing')}\s+)?{one_of('one_thing', 'made_nouns', 'made_things')}"
    r"(?:\s+\w+){0,3}?\s+(?:này|ấy|đó|trên|đầu tay)?\s*(?:(?:vốn|cũng)\s+)?(?:là của|do|của)(?!\w)"
)


def makers(reading: Reading, people: People, title: Title, after: int) -> list[str]:
    """Whom the sentences behind a title call its makers, before the next title at ``after``."""
    for sentence in _following(reading, title, after):
        for tells in (_MAKERS, _WHO_MADE, _THIS_BY):
            told = tells.match(reading.lower, sentence.start, sentence.end)
            start = told.end() if told else sentence.end
            if names := named.run(people, reading.text, start, sentence.end, near=NEAR):
                return names
    return []


def further(reading: Reading, people: People, title: Title, after: int) -> list[str]:
    """Whom the sentences behind a title add to its makers: ``Đồng tác giả với anh là chị Y``."""
    for sentence in _following(reading, title, after):
        if told := _FURTHER.match(reading.lower, sentence.start, sentence.end):
            return named.run(people, reading.text, told.end(), sentence.end, near=NEAR)
    return []


def _following(reading: Reading, title: Title, after: int) -> list[Span]:
    end = min(after, reading.paragraph_at(title.start).end)
    index = bisect_right(reading.sentences, title.start, key=lambda span: span.start)
    return [other for other in reading.sentences[index : index + SENTENCES_ON] if other.start < end]
