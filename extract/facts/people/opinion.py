"""A second opinion on the names that stand bare: underthesea's yes raises their confidence."""

from __future__ import annotations

import re

from extract.language import second_voice
from extract.reading import Reading
from schemas import Person

OPEN_RULE = "person.bare-name"
AGREED = 0.95
"""Confidence where both voices say person."""
_SENTENCES = 2
"""At most so many sentences of a document are asked about: one costs as much as ten articles."""
_GENRE = re.compile(r"công đoàn|lđlđ|liên đoàn lao động|phong trào thi đua")
_OFTEN = 3
"""How often such a word stands in an article about unions."""


def weigh(reading: Reading, people: list[Person]) -> list[Person]:
    """The same people; those left open in a union article with the confidence both voices give them."""
    open_ = [person for person in people if person.rule == OPEN_RULE]
    if not open_ or len(_GENRE.findall(reading.lower)) < _OFTEN:
        return people
    asked = list(dict.fromkeys(reading.sentence_at(person.start) for person in open_))[:_SENTENCES]
    heard = [span for sentence in asked for span in second_voice.people(reading.text, sentence)]
    return [
        person.model_copy(update={"confidence": AGREED})
        if person.rule == OPEN_RULE and any(s.start == person.start and s.end == person.end for s in heard)
        else person
        for person in people
    ]
