"""What ``là`` and ``có`` tie together: ``8 thợ là Chiến sĩ thi đua``, ``nhận Giấy khen có 40 người``."""

from __future__ import annotations

import re

from extract.facts.awards.elements import Element
from extract.facts.awards.lexicon import context

_COUNTS = re.compile(rf"(?:{context('counts_after_award')})")
_ATTENDS = re.compile(r"[^.,;]{0,40}?\s(?:đến dự|về dự|tới dự|tham dự|tham gia|dự thi|dự)(?!\w)")
_CEREMONY = re.compile(r"(?<!\w)(?:lễ|buổi|hội nghị|chương trình|đêm|ban|hội đồng)\s[^.,;]{0,30}$")
_REACH = 60


def copula(
    key: str, row: list[Element], between: list[tuple[int, int]], element: Element
) -> list[Element] | None:
    """What stands for a copula between two elements: nothing for ``là``, ``trong đó`` for ``có``.

    Args:
        key: the text, tone-folded.
        row: the elements before.
        between: the stretches since the last of them.
        element: what follows.

    Returns:
        The elements that take the gap's place, or None where the words are no copula.
    """
    if not row:
        return None
    words = " ".join(key[start:end].strip() for start, end in between).strip()
    if element.code == "A" and row[-1].code in "Rr" and (words == "là" or _is_owned(words, element)):
        return []
    if element.code == "R" and row[-1].code == "A" and _COUNTS.fullmatch(words):
        told = not _is_of_an_event(key, row, element)
        return [Element(row[-1].end, element.start, "T")] if told else None
    return None


def _is_owned(words: str, element: Element) -> bool:
    """``12 thợ có Bằng Lao động sáng tạo``: what is handed out, not a title that others may have."""
    entry = element.mention.entry if element.mention else None
    return words == "có" and entry is not None and entry.sure and entry.unit is None


def _is_of_an_event(key: str, row: list[Element], element: Element) -> bool:
    """Whether those counted only attend: ``Lễ trao Bằng khen có 300 người tham dự``."""
    verb = row[-2].start if len(row) > 1 and row[-2].code in "GVC" else row[-1].start
    ceremony = _CEREMONY.search(key, max(0, verb - _REACH), verb)
    return bool(ceremony or _ATTENDS.match(key, element.end, element.end + _REACH))
