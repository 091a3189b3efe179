"""What the heads of columns say of the cells below: who receives, who gives, which award, how many."""

from __future__ import annotations

import re
from dataclasses import dataclass

from extract.facts.awards.lexicon import MEANINGS, AwardEntry, Unit
from extract.reading import Span

_WHO_GIVES = re.compile(
    r"cấp (?:khen|tặng|quyết định)|(?:cơ quan|đơn vị|người) (?:khen|tặng|trao)|thẩm quyền"
)
_HOW_MANY = re.compile(r"(?:tổng )?số(?: lượng)?\Z|tổng cộng|cộng\Z|kết quả")
_NAMES_NOTHING = ("danh hiệu", "giải thưởng", "giải")
_RANK_AFTER = re.compile(r"\s(?:vàng|bạc|đồng|(?:hạng\s)?(?:nhất|nhì|ba|i{1,3}))\Z")


@dataclass(frozen=True, slots=True)
class Column:
    """What the head of a column says of the numbers below it."""

    unit: Unit | None
    gives: bool
    """Whether its cells say who gives: below ``Cấp khen``."""
    counts: bool
    """Whether bare numbers say how many: below ``Tập thể`` or ``Số lượng``, not below ``Tiền thưởng``."""
    award: AwardEntry | None = None
    """The award that its numbers count, where its head names one: below ``HCV`` or ``Bằng khen``."""


def column(key: str, head: Span) -> Column:
    """The column below a head."""
    words = key[head.start : head.end]
    unit = kind_of(key, Span(head.start + 3 * words.startswith("số "), head.end))
    award = None if unit else _award_of(words)
    return Column(unit, _WHO_GIVES.match(words) is not None, bool(unit or _HOW_MANY.match(words)), award)


def _award_of(words: str) -> AwardEntry | None:
    """The award that a head names by itself, with no more than its rank: ``Số HCV``, ``Giải Nhất``."""
    name = words.removeprefix("số lượng ").removeprefix("số ").removeprefix("danh hiệu ")
    meaning = MEANINGS.get(name) or MEANINGS.get(_RANK_AFTER.sub("", name))
    return meaning.award if meaning and name not in _NAMES_NOTHING else None


def kind_of(key: str, cell: Span) -> Unit | None:
    """Kind of recipients that a cell names by itself: ``Tập thể``."""
    meaning = MEANINGS.get(key[cell.start : cell.end])
    return None if meaning is None or meaning.unit == "none" else meaning.unit  # type: ignore[return-value]
