"""An award as mentioned: its rank, title, level and the granter that its name carries.

``Huân chương Lao động hạng Ba``, ``danh hiệu “Đoàn viên xuất sắc” cấp tỉnh``, ``Cờ thi đua của Chính phủ``.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from extract.facts.awards import shapes
from extract.facts.awards.bodies import body_at
from extract.facts.awards.lexicon import ENTRIES, MEANINGS, AwardEntry, Hit, context

OTHER_TITLE = ENTRIES["Danh hiệu khác"]
_NOT_AN_AWARD_AFTER = re.compile(
    rf"(?<!\w)(?:{context('not_an_award_after')})(?: thi đua| thi)?\s?:?\s?[“\"‘'”«]{{0,2}}$"
)
_PRIZE_AFTER = re.compile(rf"(?:\d|(?<!\w)(?:{context('prize_after')}))\s$")
_NOT_A_PRIZE = re.compile(rf"\s(?:{context('not_a_prize')}|u\d+)(?!\w)")
_FLAG_AFTER = re.compile(r"(?:\d|tặng|nhận|trao)\s$")
_FLAG_BEFORE = re.compile(
    r"\s?(?:cho|của\s(?:tổng|ubnd|lđlđ|chính phủ|bộ|công đoàn|liên đoàn)|[,;.]|và\sbằng\skhen)"
)
_OWNER = re.compile(r"\s?(?:của|do|từ)\s?")
_LOCAL_OWNER = re.compile(r"(?:thành phố|tỉnh|huyện|quận|thị xã|bộ|ngành)(?!\w)")
_ANOTHER = re.compile(r"(?:,|,?\svà)\s")
_ACTS = re.compile(rf"\s(?:đã |cũng |sẽ |vừa )?(?:{context('acts', 'receives')})(?!\w)")
_GIVES = re.compile(r"\s(?:trao tặng|tặng thưởng|phong tặng|trao|tặng|cấp|khen tặng)(?!\w)")


@dataclass(frozen=True, slots=True)
class Mention:
    """An award at one place of the text."""

    entry: AwardEntry
    level: str | None = None
    owner: str | None = None
    """Granter that the mention names for itself: ``Bằng khen của Thủ tướng Chính phủ``."""


def family_award(key: str, start: int) -> int | None:
    """End of ``gia đình … tiêu biểu`` at a place; None where no such award stands there."""
    match = shapes.FAMILY_AWARD.match(key, start)
    return match.end() if match else None


def mention_at(text: str, key: str, hit: Hit, limit: int) -> tuple[Mention, int] | None:
    """The award that begins with a phrase, and where it ends; None where the words are no award there."""
    entry, end = hit.meaning.award, hit.end
    if entry is None or not _is_award(key, hit):
        return None
    if key[hit.start : hit.end] == "danh hiệu":
        title = shapes.QUOTE.match(key, end, limit) or shapes.FREE_TITLE.match(key, end, limit)
        if title is None:
            return None
        end = title.end()
    if key[hit.start : hit.end] == "giải thưởng" and (named := shapes.PRIZE_NAME.match(text, end, limit)):
        end = named.end()
    elif hit.start and text[hit.start - 1] in '“"«':
        end = _end_in_quote(key, end, limit)
    return _finished(text, key, entry, end, limit)


def _end_in_quote(key: str, end: int, limit: int) -> int:
    """Where a title in quotation marks ends that goes on after the award's name, but not with its level."""
    own = (shapes.EXTENSION, shapes.BARE_LEVEL)
    if any(shape.match(key, end, limit) for shape in own) or shapes.LEVEL.match(key, _ink(key, end), limit):
        return end
    rest = shapes.REST_OF_QUOTE.match(key, end, limit)
    return rest.end() if rest else end


def family_mention(text: str, key: str, end: int, limit: int) -> tuple[Mention, int]:
    """The award ``gia đình … tiêu biểu`` whose name ends at a place, with its level."""
    return _finished(text, key, ENTRIES["Gia đình tiêu biểu"], end, limit)


def quoted_title(text: str, key: str, start: int, limit: int) -> tuple[Mention, int] | None:
    """A title in quotation marks that begins at a place, as an award; its first noun is who receives it."""
    match = shapes.QUOTE.match(key, start, limit)
    if match is None:
        return None
    inner = match.start("inner")
    nouns = (MEANINGS.get(key[inner:end]) for end in range(inner + 24, inner + 1, -1))
    unit = next((noun.unit for noun in nouns if noun and noun.unit), None)
    entry = AwardEntry(OTHER_TITLE.award, None if unit == "none" else unit, True)  # type: ignore[arg-type]
    return _finished(text, key, entry, match.end(), limit)


def _is_award(key: str, hit: Hit) -> bool:
    if _NOT_AN_AWARD_AFTER.search(key, max(0, hit.start - 40), hit.start):
        return False
    phrase, before = key[hit.start : hit.end], max(0, hit.start - 8)
    if phrase == "giải":
        return bool(_PRIZE_AFTER.search(key, before, hit.start)) and not _NOT_A_PRIZE.match(key, hit.end)
    if phrase == "cờ":
        return bool(_FLAG_AFTER.search(key, before, hit.start)) and _is_emulation_flag(key, hit)
    return True


def _is_emulation_flag(key: str, hit: Hit) -> bool:
    """Whether the bare word ``cờ`` means the emulation flag: named in full or with other awards nearby."""
    near = key[max(0, hit.start - 400) : hit.end + 80]
    named = any(award in near for award in ("cờ thi đua", "bằng khen", "giấy khen"))
    return named and bool(_FLAG_BEFORE.match(key, hit.end))


def _finished(text: str, key: str, entry: AwardEntry, end: int, limit: int) -> tuple[Mention, int]:
    """The mention whose name ends at a place, with rank, title, level and granter after it."""
    end = _extended(key, end, limit)
    level = owner = None
    for _ in range(3):
        if not level and (match := shapes.LEVEL.match(key, _ink(key, end), limit)):
            level, end = text[match.start() : match.end()], match.end()
        elif not owner and (found := _owner(text, key, entry, end, limit)):
            owner, end = found
        elif match := shapes.EXTENSION.match(key, end, limit):
            end = match.end()
    if not level and (match := shapes.BARE_LEVEL.match(key, end, limit)):
        level, end = text[match.start(1) : match.end()], match.end()
    return Mention(entry, level, owner), end


def _extended(key: str, end: int, limit: int) -> int:
    if closing := shapes.CLOSING.match(key, end, limit):
        end = closing.end()
    while match := shapes.EXTENSION.match(key, end, limit) or shapes.QUOTE.match(key, end, limit):
        end = match.end()
    return end


def _ink(key: str, position: int) -> int:
    return position + 1 if key[position : position + 1] == " " else position


def _owner(text: str, key: str, entry: AwardEntry, end: int, limit: int) -> tuple[str, int] | None:
    """The granter that follows an award's name: with ``của``, with ``do … tặng``, or straight after it."""
    match = _OWNER.match(key, end, limit)
    if match is None:
        return _owner_beside(text, key, entry, _ink(key, end), limit)
    start = match.end()
    stop = body_at(text, key, start, limit)
    if match[0].strip() == "do":
        gives = _GIVES.match(key, stop, limit) if stop else None
        return (text[start:stop], gives.end()) if gives else None
    if (
        stop is None
        and text[start : start + 1].isupper()
        and (words := shapes.FREE_OWNER.match(key, start, limit))
    ):
        stop = words.end()
    return _with_others(text, key, start, stop, limit) if stop else None


def _owner_beside(text: str, key: str, entry: AwardEntry, start: int, limit: int) -> tuple[str, int] | None:
    """``Bằng khen UBND tỉnh``, ``Bằng khen thành phố``."""
    if entry.award in {"Giải", "Huy chương", OTHER_TITLE.award}:
        return None
    stop = body_at(text, key, start, limit)
    if stop is None or not (text[start].isupper() or (entry.sure and _LOCAL_OWNER.match(key, start))):
        return None
    return None if _GIVES.match(key, stop, limit) else _with_others(text, key, start, stop, limit)


def _with_others(text: str, key: str, start: int, stop: int, limit: int) -> tuple[str, int]:
    """A granter with those joined to it, ``Bộ Y tế, Tổng LĐLĐ Việt Nam``; one that acts is a new clause."""
    while more := _ANOTHER.match(key, stop, limit):
        another = body_at(text, key, more.end(), limit)
        if another is None or _ACTS.match(key, another, limit):
            break
        stop = another
    return text[start:stop], stop
