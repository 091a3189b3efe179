"""A sentence as a row of typed elements, and the row as a string of one-letter codes for the grammar.

====  ==============================================  ====  ===========================================
N     a bare number                                   P     được: the passive
R     a number of recipients of a known kind          G     a verb of giving or recognising
r     a number of something else                      V     a verb of receiving
M     a number of times                               D     đăng ký: registering
Y     a number of years in a row                      Q     đề nghị: proposing
A     an award                                        O     phấn đấu, chỉ tiêu: a goal
B     an organisation or post                         C     khen thưởng, biểu dương: commending
U     recipients without a number                     F     cho: to
K     a level, ``cấp tỉnh``                           T     trong đó, gồm: of which
E     ``tiêu biểu`` said of a family                  I     tham gia: taking part
_     other words
====  ==============================================  ====  ===========================================

Commas, semicolons, colons, brackets and dashes stand for themselves; ``và`` is a comma. Words such as ``đã``
and ``vinh dự`` leave no trace.
"""

from __future__ import annotations

from dataclasses import dataclass

from extract.facts.awards.lexicon import Unit
from extract.facts.awards.mentions import Mention
from extract.reading import Number, Span


@dataclass(frozen=True, slots=True)
class Element(Span):
    """One element of a sentence; which of the other fields it fills depends on its code."""

    code: str
    number: Number | None = None
    unit: Unit | None = None
    mixed: bool = False
    """Whether its recipients are of several kinds under one number: ``30 tập thể, cá nhân``."""
    mention: Mention | None = None


@dataclass(frozen=True, slots=True)
class Row:
    """The elements of a sentence, and their codes, one letter each."""

    elements: list[Element]
    codes: str
