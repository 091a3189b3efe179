"""What words mean in award reports: every phrase of data/awards in one automaton.

Phrases are matched on tone-folded lower case, longest first, at word boundaries only.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from ahocorasick_rs import AhoCorasick, MatchKind

import data
from extract.grammar.quantities import alternatives
from extract.language.normal import tone_key

Role = Literal[
    "award", "recipient", "light", "passive", "grant", "receive", "register", "propose", "goal", "commend",
    "to", "wherein", "attend", "exemplary", "rank", "metal", "whole", "open", "post", "local",
]  # fmt: skip

Unit = Literal["individual", "group", "person_times", "initiative", "family"]


@dataclass(frozen=True, slots=True)
class AwardEntry:
    """A row of awards.csv."""

    award: str
    unit: Unit | None
    """What receives it by its nature: a Chiến sĩ thi đua is a person."""
    sure: bool
    """Whether its name is an award wherever it stands, also without a verb of giving."""


@dataclass(frozen=True, slots=True)
class Meaning:
    """What one phrase can be: one role, or an organisation that is also a recipient."""

    award: AwardEntry | None = None
    unit: str | None = None
    """Unit of a recipient noun, ``none`` for mixed ones."""
    role: Role | None = None
    body: Role | None = None


@dataclass(frozen=True, slots=True)
class Hit:
    """A phrase found at ``start:end`` of the text."""

    start: int
    end: int
    meaning: Meaning


def _meanings() -> dict[str, Meaning]:
    fields: dict[str, dict[str, object]] = {}

    def note(phrases: str, **meaning: object) -> None:
        for phrase in phrases.split("|"):
            fields.setdefault(tone_key(phrase), {}).update(meaning)

    for row in data.table("awards/granters.csv"):
        if row["kind"] != "inside":
            note(row["names"], body=row["kind"])
    for row in data.table("awards/recipients.csv"):
        note(row["nouns"], unit=row["unit"])
    for word in data.lines("awards/not_verbs.txt"):
        note(word)
    for word in data.lines("awards/light.txt"):
        note(word, role="light")
    for row in data.table("awards/words.csv"):
        note(row["words"], role=row["role"])
    for row in data.table("awards/awards.csv"):
        note(row["names"], award=AwardEntry(row["award"], row["unit"] or None, bool(row["sure"])))  # type: ignore[arg-type]
    return {phrase: Meaning(**meaning) for phrase, meaning in fields.items()}  # type: ignore[arg-type]


MEANINGS = _meanings()
ENTRIES = {meaning.award.award: meaning.award for meaning in MEANINGS.values() if meaning.award}
COMMENDED = AwardEntry("Khen thưởng", None, False)
_PHRASES = list(MEANINGS)
_AUTOMATON = AhoCorasick(_PHRASES, matchkind=MatchKind.LeftmostLongest)
_GIVES_PRIZES, _LONGEST_PRIZE = "trao giải", 18
_COMMON = ("giải", "cờ")
"""Names of awards that are also common words: they call for attention only after a verb."""
_TRIGGERS = AhoCorasick(
    [phrase for phrase, m in MEANINGS.items() if (m.award and phrase not in _COMMON) or m.role == "commend"]
    + [f"{verb} giải" for verb in ("đạt", "đoạt", "giành", "trao", "nhận")]
    + ["đạt tiêu biểu", "suy tôn", "bình chọn", "bầu chọn"]
    + [f"{verb} {quote}" for verb in ("công nhận", "xếp hạng") for quote in '“"‘«'],
    matchkind=MatchKind.LeftmostFirst,
)


def context(*names: str) -> str:
    """Words of data/awards/contexts.toml under some names, as alternatives of a regular expression."""
    table = data.toml("awards/contexts.toml")
    return alternatives(tone_key(word) for name in names for word in table[name])


def triggers(lower: str) -> Iterator[int]:
    """Where a text in lower case names an award or commends. Cheap; may name places that come to nothing."""
    for _, start, _ in _TRIGGERS.find_matches_as_indexes(lower):
        yield start


def hits(key: str, text: str) -> Iterator[Hit]:
    """Phrases of a tone-folded stretch, longest first, not overlapping, at word boundaries.

    A capital letter also begins a word: ``củaTổng Liên đoàn``.
    """
    for index, start, end in _AUTOMATON.find_matches_as_indexes(key):
        if key[start:end] == _GIVES_PRIZES and (prize := _ranked_prize(key, start, end)):
            yield Hit(start, prize.start - 1, MEANINGS["trao"])
            yield prize
        elif _is_word(key, text, start, end):
            yield Hit(start, end, MEANINGS[_PHRASES[index]])
        elif shorter := _shorter(key, text, start, end):
            yield shorter


def _ranked_prize(key: str, start: int, end: int) -> Hit | None:
    """``giải Nhì`` of ``trao giải Nhì``: the rank makes it an award by name."""
    opens = key.rfind(" ", start, end) + 1
    for stop in range(min(len(key), opens + _LONGEST_PRIZE), end, -1):
        meaning = MEANINGS.get(key[opens:stop])
        if meaning and meaning.award and (stop == len(key) or not key[stop].isalnum()):
            return Hit(opens, stop, meaning)
    return None


def _is_word(key: str, text: str, start: int, end: int) -> bool:
    opens = (
        start == 0 or not key[start - 1].isalnum() or (text[start].isupper() and text[start - 1].islower())
    )
    return opens and (end == len(key) or not key[end].isalnum())


def _shorter(key: str, text: str, start: int, end: int) -> Hit | None:
    """The longest phrase that begins a match which ends inside a word: ``hội`` of ``hội đồngx``."""
    for stop in range(end - 1, start + 1, -1):
        if (meaning := MEANINGS.get(key[start:stop])) and _is_word(key, text, start, stop):
            return Hit(start, stop, meaning)
    return None
