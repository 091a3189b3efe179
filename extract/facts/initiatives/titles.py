"""What a possible title of an initiative is, and when two are one."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from extract.facts.initiatives import nouns
from extract.facts.initiatives.nouns import Kind, Needs
from extract.reading import Reading, Span

ALIKE = 0.8
"""Share of common words from which two titles in one document are one."""

_LEAD = 220
_LONGEST_LIST = 2000


@dataclass(frozen=True, slots=True)
class Title(Span):
    """A possible title: its kind, what it needs to be believed, where its quotation ends, and its rule."""

    kind: Kind | None
    needs: Needs
    head: int
    """Where the class noun, or else the title, begins."""
    until: int
    """Where the title with its closing mark ends."""
    rule: str
    counted: int = -1
    """Where the class noun stands that an earlier sentence counts, if the title is one of those."""

    def list_head(self, reading: Reading) -> Span | None:
        """The words before the colon of the list that the title stands in, if it stands in one."""
        sentence = reading.sentence_at(self.start)
        colon = reading.text.rfind(":", max(sentence.start, self.start - _LONGEST_LIST), self.start)
        return Span(max(sentence.start, colon - _LEAD), colon) if colon >= 0 else None


def opens_title(inner: str, lower: str) -> bool:
    """Whether a quote begins as titles do: with a capital, or a verb or noun of making."""
    return inner[0].isupper() or bool(nouns.words("initiative_openings").match(lower))


def is_same(one: str, other: str) -> bool:
    """Whether two titles are one, by the words they share."""
    a, b = Counter(one.lower().split()), Counter(other.lower().split())
    return 2 * sum((a & b).values()) >= ALIKE * (sum(a.values()) + sum(b.values()))
