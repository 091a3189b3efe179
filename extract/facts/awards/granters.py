"""Who gives: the organisation that acts, or in whose name it is done."""

from __future__ import annotations

import re

from extract.facts.awards.agents import BELONGS, DOES_NOT_GIVE, agent_after, spelled_out, subject_of_clause
from extract.facts.awards.elements import Row
from extract.facts.awards.grammar import Match

_LONGEST_LINK = 75
_HORIZON = 150
"""How many elements back a granter can stand."""
_BRACKETED = 3
"""How many elements stand in a bracket that only abbreviates."""
_IN_THE_NAME = re.compile(r"thừa (?:uỷ|ủy) quyền (?:của )?$")


def acting(row: Row, text: str, key: str, before: int) -> str | None:
    """The nearest organisation before an index that acts: ``UBND tỉnh tặng``, ``được UBND tỉnh tặng``.

    Who proposes or registers gives nothing: after ``LĐLĐ tỉnh đề nghị tặng`` it is not said who gives.
    """
    before = min(before, len(row.codes))
    for verb in range(before - 1, max(0, before - _HORIZON) - 1, -1):
        if row.codes[verb : verb + 2] == "B:" and row.codes[max(0, verb - 1) : verb] in {"", ";", "-"}:
            return _name(row, text, key, verb)
        if row.codes[verb] not in "GC":
            continue
        subject = _subject_of(row, key, verb)
        if subject is None:
            if (first := subject_of_clause(row, text, key, verb)) is not None:
                return _name(row, text, key, first)
            continue
        if row.codes[subject] in "QDO":
            return None
        if found := _giver(row, text, key, subject, verb):
            return found
    return None


def _subject_of(row: Row, key: str, verb: int) -> int | None:
    """Index of what stands before a verb as its subject; None where other words part them."""
    index = verb - 1
    if row.codes[index : index + 1] == ")":  # a short name in brackets
        index = row.codes.rfind("(", max(0, index - _BRACKETED), index) - 1
    while index >= 0 and row.codes[index] in "_KUC,G" and row.codes[index:verb].count("_") < 2:
        if row.codes[index] == "," and row.codes[index - 1 : index] not in {"G", "C"}:
            return None
        index -= 1
    if index < 0 or row.elements[verb].start - row.elements[index].end > _LONGEST_LINK:
        return None
    between = key[row.elements[index].end : row.elements[verb].start]
    return None if DOES_NOT_GIVE.search(between) else index


def _giver(row: Row, text: str, key: str, subject: int, verb: int) -> str | None:
    if row.codes[subject] == "P":
        return _unknown_agent(row, text, subject, verb)
    start = row.elements[subject].start
    if row.codes[subject] != "B" or key.endswith(BELONGS, 0, start):
        return None
    return _name(row, text, key, subject)


def _name(row: Row, text: str, key: str, index: int) -> str:
    """The organisation at an index with those joined to it: ``Chính phủ và UBND thành phố``."""
    first = index
    while first >= 2 and row.codes[first - 2 : first] == "B," and index - first < 8:
        if key.endswith(BELONGS, 0, row.elements[first - 2].start):
            break
        first -= 2
    if row.codes[max(0, first - 3) : first] == "P_,":  # "được các bộ, ngành Trung ương"
        first -= 2
    return text[row.elements[first].start : row.elements[index].end]


def _unknown_agent(row: Row, text: str, passive: int, verb: int) -> str | None:
    """What stands between ``được`` and the verb, if it looks like a name."""
    words = text[row.elements[passive].end : row.elements[verb].start].strip()
    return words if verb == passive + 2 and words[:1].isupper() and len(words) > 3 else None


def _authorised(row: Row, text: str, key: str, last: int) -> str | None:
    """In whose name it is handed over: ``thừa ủy quyền của Chủ tịch nước, ông … trao``."""
    for element in row.elements[max(0, last - _HORIZON) : last]:
        if element.code == "B" and _IN_THE_NAME.search(key, max(0, element.start - 24), element.start):
            return text[element.start : element.end]
    return None


def granter(row: Row, match: Match, text: str, key: str, carried: str | None) -> str | None:
    """Who gives the award of a match, as printed; None where nobody is said to.

    Args:
        row: the sentence's elements.
        match: what ties the numbers to the award.
        text: the whole text.
        key: the same, tone-folded.
        carried: who gives according to the head of the list or the sentence before.
    """
    mention = row.elements[match.award].mention if match.award is not None else None
    if mention and mention.owner:
        return spelled_out(mention.owner, acting(row, text, key, match.first))
    if (agent := agent_after(row, match)) is not None:
        return _name(row, text, key, agent)
    if match.rule == "commended" and (body := row.codes.find("B", match.first, match.counts[0])) >= 0:
        return _name(row, text, key, body)
    last = max(match.last, match.award or 0) + 1
    if _is_reached(row, match, last):
        return None
    return _authorised(row, text, key, last) or acting(row, text, key, last) or carried


def _is_reached(row: Row, match: Match, last: int) -> bool:
    """Whether recipients who are the clause's subject reach the award: ``3 tổ đạt …``, ``2 lần nhận …``."""
    predicate = row.codes[match.counts[-1] + 1 : match.award or last]
    if {"G", "C"} & set(predicate):
        return False
    if match.rule == "times":
        return match.award is not None and match.award > match.counts[-1]
    return "V" in predicate and (match.first == 0 or row.codes[match.first - 1] in ";:-_")
