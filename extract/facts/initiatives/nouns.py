"""Class nouns of initiatives and of other titled things, as data tells them."""

from __future__ import annotations

import re
from functools import cache
from typing import Literal, NamedTuple

import data
from extract.grammar.quantities import alternatives

Kind = Literal["initiative", "study", "work"]
Needs = Literal["title", "maker", "plaque"]

MAY_TITLE_ONE = re.compile(
    r"sáng kiến|giải pháp|đề tài|công trình|dự án|sáng chế|cải tiến|phần việc|chế tạo|nghĩ ra|sản phẩm"
    r"|thiết bị|phần mềm|ý tưởng|lao động sáng tạo|làm lợi|mày mò|tự chế|thiết kế\s*[“”‘\"]"
)
"""Without one of these words a text titles no initiative."""


BULLET = re.compile(r"\s*(?:[-+•*●▪–]|\d{1,2}[.)])\s")
"""The mark of a list's item at the start of a line."""


ITEM = re.compile(r"\s*(?:[-+•*●▪–]\s|\d{1,2}[.)]\s|[“”\"‘«])")
"""The same, or a line that begins with a quotation mark."""


class Noun(NamedTuple):
    """A class noun in a text; ``kind`` is None where it names another titled thing."""

    start: int
    end: int
    kind: Kind | None
    needs: Needs


@cache
def _table() -> tuple[re.Pattern[str], dict[str, tuple[Kind | None, Needs]]]:
    known: dict[str, tuple[Kind | None, Needs]] = {
        row["noun"]: (row["kind"], row["needs"])  # type: ignore[misc]
        for row in data.table("facts/initiative_nouns.csv")
    }
    known |= dict.fromkeys(data.lines("facts/initiative_not.txt"), (None, "title"))
    longest_first = sorted(known, key=len, reverse=True)
    return re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, longest_first))})(?!\w)"), known


def last_in(lower: str, start: int, end: int) -> Noun | None:
    """The last class noun between two offsets."""
    last = None
    for last in _table()[0].finditer(lower, start, end):  # noqa: B007
        pass
    return _noun(last) if last else None


def all_in(lower: str, start: int, end: int) -> list[Noun]:
    """Class nouns between two offsets, in order."""
    return [_noun(match) for match in _table()[0].finditer(lower, start, end)]


def _noun(match: re.Match[str]) -> Noun:
    return Noun(match.start(), match.end(), *_table()[1][match[0]])


@cache
def words(name: str) -> re.Pattern[str]:
    """Any entry of a word list below data/facts, as whole words."""
    entries = sorted(data.lines(f"facts/{name}.txt"), key=len, reverse=True)
    return re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, entries))})(?!\w)")


def one_of(*roles: str) -> str:
    """A group of a regular expression: any word of some roles in ``initiative_words.toml``, whole."""
    words = data.toml("facts/initiative_words.toml")
    return rf"(?:(?:{alternatives(word for role in roles for word in words[role])})(?!\w))"
