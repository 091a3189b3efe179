"""What the rules find in news that is not about unions: facts per 1,000 articles, and some to read."""

from __future__ import annotations

import random
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from schemas import Document, Fact

CONTEXT = 70
"""Characters of the body shown on either side of a sampled fact."""


@dataclass(frozen=True, slots=True)
class Sampled:
    """One fact to read, with the words around it."""

    document: str
    type: str
    rule: str
    confidence: float
    before: str
    text: str
    after: str


@dataclass(slots=True)
class Tally:
    """Facts by type and rule over a corpus, and a fair sample of them."""

    size: int
    """How many facts of each type to keep to read."""
    seed: int = 0
    articles: int = 0
    by_rule: Counter[tuple[str, str]] = field(default_factory=Counter)
    _kept: dict[str, list[Sampled]] = field(default_factory=lambda: defaultdict(list))
    _chance: random.Random = field(init=False)

    def __post_init__(self) -> None:
        """Seeds the sample."""
        self._chance = random.Random(self.seed)  # noqa: S311 - a sample, no secret

    def add(self, document: Document) -> None:
        """Counts the facts of one article; each of a type is equally likely to stay in the sample."""
        self.articles += 1
        for fact in document.facts:
            self.by_rule[fact.type, fact.rule] += 1
            seen = sum(count for (kind, _), count in self.by_rule.items() if kind == fact.type)
            kept = self._kept[fact.type]
            place = len(kept) if len(kept) < self.size else self._chance.randrange(seen)
            if place < self.size:
                kept[place : place + 1] = [_sampled(document, fact)]

    def per_thousand(self, kind: str, rule: str | None = None) -> float:
        """Facts of a type, or of one of its rules, per 1,000 articles."""
        count = sum(n for (k, r), n in self.by_rule.items() if k == kind and rule in (None, r))
        return 1000 * count / self.articles if self.articles else 0.0

    def samples(self) -> Iterator[Sampled]:
        """The facts to read, type by type."""
        for kind in sorted(self._kept):
            yield from self._kept[kind]


def _sampled(document: Document, fact: Fact) -> Sampled:
    before = document.body[max(0, fact.start - CONTEXT) : fact.start]
    after = document.body[fact.end : fact.end + CONTEXT]
    return Sampled(document.id, fact.type, fact.rule, fact.confidence, before, fact.text, after)


def tally(documents: Iterable[Document], size: int, seed: int = 0) -> Tally:
    """The tally of many articles, read one at a time."""
    counted = Tally(size, seed)
    for document in documents:
        counted.add(document)
    return counted
