"""A headline or a body with the places named in it, and which of them are only items of a list."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Sequence

from extract.article.places.mentions import find
from extract.article.places.naming import PlaceMention

LEAD = 400
"""Characters of the body that count as its lead, where the first paragraphs are shorter than that."""
WINDOW = 48
"""Characters before a name that are looked at."""

_JOINT = re.compile(r"\s*(?:,|;|và|-|/)\s*(?:các )?")
_PLURAL = re.compile(r"(?:các|hai|ba|bốn|nhiều|một số) (?:tỉnh|thành phố|địa phương)\W{0,2}(?:thành |phố )?$")


class Passage:
    """A text with the places named in it."""

    def __init__(self, text: str, folded: str, found: list[PlaceMention] | None, on: dt.date) -> None:
        """Finds the places, unless they are at hand; ``on`` is the day whose units they mean first."""
        self.text, self.folded, self.on = text, folded, on
        self.found = find(text, folded) if found is None else found
        self.listed = _listed(folded, self.found)
        end = text.find("\n", LEAD // 2, LEAD)
        self.lead = end if end > 0 else min(LEAD, len(text))

    def before(self, mention: PlaceMention) -> str:
        """The folded words before a mention."""
        return self.folded[max(0, mention.start - WINDOW) : mention.start]


def _listed(folded: str, found: Sequence[PlaceMention]) -> frozenset[int]:
    """Starts of the mentions in an enumeration of three provinces or more, or after ``các tỉnh``."""
    listed: set[int] = set()
    run: list[PlaceMention] = []
    for mention in [*(m for m in found if m.level == "province"), None]:
        if mention and run and _JOINT.fullmatch(folded, run[-1].end, mention.start):
            run.append(mention)
            continue
        if _is_list(folded, run):
            listed.update(m.start for m in run)
        run = [mention] if mention else []
    return frozenset(listed)


def _is_list(folded: str, run: Sequence[PlaceMention]) -> bool:
    if len({mention.provinces for mention in run}) > 2:
        return True
    return bool(run) and bool(_PLURAL.search(folded[max(0, run[0].start - 30) : run[0].start]))
