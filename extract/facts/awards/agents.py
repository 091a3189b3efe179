"""Who gives where the giver stands apart from its verb: after the award, or as subject of another verb.

``26 gia đình tiêu biểu được LĐLĐ huyện biểu dương``; in ``LĐLĐ huyện đã sơ kết
đợt thi đua và biểu dương 26 gia đình`` the subject's first verb is another.
"""

from __future__ import annotations

import re

from extract.facts.awards.elements import Row
from extract.facts.awards.grammar import Match
from extract.facts.awards.lexicon import MEANINGS, context
from extract.language.normal import tone_key

_LINKS = ("của ", "cùng ", "với ", "tại ", "do ")
BELONGS = (*_LINKS, *(f"{link}các " for link in _LINKS), "thành lập ")
"""Before an organisation that is not the subject."""
DOES_NOT_GIVE = re.compile(rf"(?<!\w)(?:{context('does_not_give')})(?!\w)")
"""Between an organisation and a verb of giving: it does not give."""
_AGENT_AFTER = re.compile(r"[_K]{0,2}P_?(?P<first>B)(?:,B){0,3}[GC](?!F?[NARr])")
_SUBJECT = re.compile(r"(?:^|(?<!B)[;,:-])(?P<first>B(?:,B){0,3})(?=_)")
_NOT_ITS_VERB = re.compile(r"[PVQDO]")
_LONGEST_CLAUSE = 40
"""Elements between a subject and the last of its verbs."""


def agent_after(row: Row, match: Match) -> int | None:
    """Index of who honoured those of a match, said after it: ``30 thợ giỏi | được LĐLĐ quận tôn vinh``."""
    found = _AGENT_AFTER.match(row.codes, match.last + 1)
    return found.end() - 2 if found else None


def subject_of_clause(row: Row, text: str, key: str, verb: int) -> int | None:
    """Index of the organisation that does something else first, and then what a verb says.

    Args:
        row: the sentence's elements.
        text: the whole text.
        key: the same, tone-folded.
        verb: index of a verb of giving or commending after a comma or ``và``.
    """
    if row.codes[verb - 1 : verb] != ",":
        return None
    start = max(row.codes.rfind(";", 0, verb) + 1, verb - _LONGEST_CLAUSE)
    subjects = list(_SUBJECT.finditer(row.codes, start, verb))
    if not subjects:
        return None
    first, last = subjects[-1].start("first"), subjects[-1].end("first") - 1
    end = row.elements[last].end
    if key.endswith((*BELONGS, "thay mặt "), 0, row.elements[first].start) or text[end + 1].isupper():
        return None  # a post with its holder: ``Bí thư Trần Văn An phát biểu và biểu dương``
    if _NOT_ITS_VERB.search(row.codes, last, verb) or DOES_NOT_GIVE.search(
        key, end, row.elements[verb].start
    ):
        return None
    return last


def spelled_out(owner: str, acting: str | None) -> str:
    """The full name of a granter named in short after the one that acts: ``Bộ Y tế … Bằng khen của Bộ``."""
    short = tone_key(owner)
    same = acting is not None and short in MEANINGS and tone_key(acting).startswith(f"{short} ")
    return acting if same and acting else owner
