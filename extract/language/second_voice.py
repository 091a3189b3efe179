"""underthesea as a second voice: its words, tags and entities for one sentence, with exact offsets.

Asked only for candidates that rules leave open, and only to weigh them. On 325 union articles: of 43 full
names with nothing beside them it called 14 a person, all rightly, and most of the other 29, nearly all people
too, a place; of 97 capitalised sequences that rules turn down it called 17 a person, all wrongly. On the gold
documents it could not raise F1. So its yes raises a confidence, and its no says nothing.

It reads 7,000 to 15,000 characters a second and is quadratic in the length of its input, so a caller gives it
single sentences and few of them. It is imported at the first question.
"""

from __future__ import annotations

from dataclasses import dataclass

from extract.language.normal import tone_key
from extract.reading import Span

LONGEST_SENTENCE = 400
"""Characters; a longer sentence is not asked about."""


@dataclass(frozen=True, slots=True)
class Word(Span):
    """A word as underthesea cuts it, ``text[start:end]`` as printed."""

    tag: str
    """Part of speech: ``Np`` proper noun, ``N`` noun, ``V`` verb …"""
    entity: str
    """``B-PER``, ``I-PER``, ``B-LOC`` …, ``O`` outside any entity."""


def words(text: str, sentence: Span) -> list[Word]:
    """The words of one sentence; those that cannot be found again in the text are left out.

    underthesea writes ``hòa`` for ``hoà`` and joins syllables over any blank, so its words are looked up
    syllable by syllable in a key that folds the two ways of placing a tone.
    """
    printed = text[sentence.start : sentence.end]
    if not printed.strip() or len(printed) > LONGEST_SENTENCE:
        return []
    from underthesea import ner  # two seconds and 200 MB, so not at import

    key, position, found = tone_key(printed), 0, []
    for word, tag, _, entity in ner(printed):
        place = _find(key, tone_key(word), position)
        if place:
            position = place.end
            found.append(Word(sentence.start + place.start, sentence.start + place.end, tag, entity))
    return found


def people(text: str, sentence: Span) -> list[Span]:
    """What underthesea takes for people in one sentence."""
    found: list[Span] = []
    open_ = False
    for word in words(text, sentence):
        if word.entity == "I-PER" and open_:
            found[-1] = Span(found[-1].start, word.end)
        elif word.entity in ("B-PER", "I-PER"):
            found.append(Span(word.start, word.end))
        open_ = word.entity.endswith("-PER")
    return found


def _find(key: str, word: str, position: int) -> Span | None:
    """The next place of a word whose syllables may stand apart by any blanks."""
    start, end = -1, position
    for syllable in word.split():
        at = key.find(syllable, end)
        if at < 0 or (start >= 0 and key[end:at].strip()):
            return None
        start, end = (at if start < 0 else start), at + len(syllable)
    return Span(start, end) if start >= 0 else None
