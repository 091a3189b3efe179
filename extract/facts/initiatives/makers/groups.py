"""People named together: A, B và C; A - Trưởng phòng X cùng các cộng sự B, C."""

from __future__ import annotations

import re

from extract.facts.initiatives.nouns import one_of

NEAR = 60
"""How far, in characters, behind one name the next of its group may end."""

Place = tuple[int, int, str]
"""Where a person is named: start, end and full name."""

_MATES = rf"(?:{one_of('mates')}\s+)*(?:{one_of('honorifics', 'trades')}\.?\s+)*"
_AND = r"(?:,\s*và|,|và|cùng với|cùng|với|&|;|[-–])"
_JOINS = re.compile(rf"\s*(?:\([^()]{{1,60}}\))?\s*\(?{_AND}\s*{_MATES}", re.IGNORECASE)
_POST_THEN_WITH = re.compile(
    r"\s*(?:[-–,]|\()[^.;:“”\"()]{2,110}?\)?,?\s+"
    rf"(?:cùng(?:\s+với)?\s+(?:\d+\s+)?{_MATES}|và\s+(?:{one_of('honorifics', 'trades', 'mates')}\.?\s+)+)",
    re.IGNORECASE,
)


def joined(gap: str) -> bool:
    """Whether what stands between two names makes them one group."""
    return bool(_JOINS.fullmatch(gap) or _POST_THEN_WITH.fullmatch(gap))


def last(text: str, named: list[Place]) -> list[Place]:
    """The group that ends with the last of some names, which must not be none."""
    group = [named[-1]]
    for place in reversed(named[:-1]):
        if not joined(text[place[1] : group[0][0]]):
            break
        group.insert(0, place)
    return group


def first(text: str, named: list[Place]) -> list[Place]:
    """The group that begins with the first of some names, which must not be none."""
    group = [named[0]]
    for place in named[1:]:
        if not joined(text[group[-1][1] : place[0]]):
            break
        group.append(place)
    return group


def names(group: list[Place]) -> list[str]:
    """The names of a group, each once."""
    return list(dict.fromkeys(name for _, _, name in group))
