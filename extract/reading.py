"""What has been read of a text so far: the layers that grammar adds and facts rest on.

Every layer is a list of spans with offsets in Unicode code points into ``Reading.text``; none ever changes
the text. Components of the pipeline fill the layers in order, and each may read those before it.
"""

from __future__ import annotations

import datetime as dt
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Literal, TypeVar

if TYPE_CHECKING:
    from schemas import Evidence
    from schemas.facts import Qualifier


@dataclass(frozen=True, slots=True)
class Span:
    """A stretch of text, ``text[start:end]``."""

    start: int
    end: int

    def holds(self, other: Span) -> bool:
        """Whether the other span lies wholly inside this one."""
        return self.start <= other.start and other.end <= self.end


@dataclass(frozen=True, slots=True)
class Number(Span):
    """A count, with the words that qualify it inside the span: ``hơn 1.000``.

    ``start`` is where the qualifier begins, ``digits`` where the number itself begins.
    """

    value: int
    qualifier: Qualifier = "exact"
    digits: int = 0
    rule: str = "number.digits"


@dataclass(frozen=True, slots=True)
class Amount(Span):
    """A sum of money in đồng, qualifier and unit inside the span: ``gần 2 tỷ 350 triệu đồng``."""

    vnd: int
    qualifier: Qualifier = "exact"
    per: Literal["year", "month", "unit"] | None = None
    rule: str = "money.scaled"


@dataclass(frozen=True, slots=True)
class Period(Span):
    """Years the text names: ``giai đoạn 2012-2017``, ``năm 2021``, ``5 năm qua`` (given a date).

    ``year_end`` is None where the period runs until now and the article's date is not known.
    """

    year_start: int
    year_end: int | None
    kind: Literal["range", "year", "school_year", "since", "date", "relative"] = "year"
    rule: str = "period.year"


@dataclass(frozen=True, slots=True)
class Quote(Span):
    """A quoted stretch with its marks; ``inner`` is what stands between. Marks pair wrongly in the wild."""

    inner: Span
    closed: bool = True


@dataclass(frozen=True, slots=True)
class Abbreviation(Span):
    """A short form defined by the text itself: ``Công đoàn cơ sở (CĐCS)``; the span is the short form's."""

    short: str
    long: str


S = TypeVar("S", bound=Span)


@dataclass(slots=True)
class Reading:
    """A text and everything read from it so far."""

    text: str
    lower: str
    """``text`` in lower case, character for character: the same offsets hold in both."""
    published: dt.date | None = None
    source: str | None = None
    paragraphs: list[Span] = field(default_factory=list)
    sentences: list[Span] = field(default_factory=list)
    quotes: list[Quote] = field(default_factory=list)
    numbers: list[Number] = field(default_factory=list)
    amounts: list[Amount] = field(default_factory=list)
    periods: list[Period] = field(default_factory=list)
    abbreviations: list[Abbreviation] = field(default_factory=list)
    facts: list[Evidence] = field(default_factory=list)

    def sentence_at(self, offset: int) -> Span:
        """The sentence that holds an offset; the nearest one before it where none does."""
        return _at(self.sentences, offset) or Span(0, len(self.text))

    def paragraph_at(self, offset: int) -> Span:
        """The paragraph that holds an offset; the nearest one before it where none does."""
        return _at(self.paragraphs, offset) or Span(0, len(self.text))

    def facts_of(self, kind: type[F]) -> Iterator[F]:
        """Facts of one kind found so far."""
        return (fact for fact in self.facts if isinstance(fact, kind))


F = TypeVar("F", bound="Evidence")


def _at(spans: list[S], offset: int) -> S | None:
    index = bisect_right(spans, offset, key=lambda span: span.start) - 1
    return spans[max(index, 0)] if spans else None


def within(spans: list[S], start: int, end: int) -> list[S]:
    """The spans, sorted by start, that lie wholly inside ``start:end``. Logarithmic in the list's length."""
    first = bisect_right(spans, start - 1, key=lambda span: span.start)
    last = bisect_right(spans, end - 1, key=lambda span: span.start)
    return [span for span in spans[first:last] if span.end <= end]
