"""Whether a capitalised sequence is a person, by the evidence beside and inside it."""

from __future__ import annotations

import re

from extract.facts.people import lexicon, organisations
from extract.facts.people.mentions import Mention, words_before
from extract.facts.people.names import Candidate
from extract.facts.people.organisations import Page
from extract.reading import Reading
from schemas import Campaign

_SHORT_QUOTE = 90
_CREDIT = re.compile(
    r"(?:\bảnh|(?:tin|bài|nguồn|pv|clip|video|tác giả|đồ họa|thực hiện|ctv)\s*[:/])\s*[:/]?\s*(?:và|&|-|–)?\s*\Z"
)
_INITIALS = re.compile(r"(?<!\w)\w{1,2}\.\Z")
_AGENCY = re.compile(r"\s*(?:[/-]\s*)?\(?(?:ttxvn|vov|vgp|tổng hợp|thực hiện|ghi|theo báo|theo ttxvn)\b")


def rule_for(reading: Reading, page: Page, mention: Mention) -> str | None:
    """Id of the rule by which the mention is a person, None if it is not one."""
    namesake = is_namesake(page, mention.name, after_post=bool(mention.before))
    if (
        (namesake and not mention.honorific)
        or is_thing(page, mention.name, honorific=mention.honorific)
        or _stands_in_title(reading, mention)
    ):
        return None
    name = mention.name
    if mention.honorific or (mention.title and name.family):
        return "person.honorific" if _likely_after_honorific(page, mention) else None
    if not name.family:
        return None
    if mention.before:
        return "person.post-before" if name.syllables > 2 or name.common or name.minority else None
    if mention.after and mention.after.position:
        return "person.post-after" if name.syllables > 2 or name.common or name.minority else None
    if _is_byline(page, mention) or _is_address(page, mention) or _is_heading(page, mention):
        return None
    if mention.after and name.common and name.syllables > 2:
        return "person.organisation-after"
    return "person.bare-name" if name.common and name.syllables > 2 else None


def _key(page: Page, mention: Mention) -> str:
    return page.key[mention.name.start : mention.name.end]


def is_thing(page: Page, name: Candidate, *, honorific: bool = False) -> bool:
    """A place, a historical figure, a body. After an honorific a district's name may be a person's: ``ông Vũ Quang``."""
    key = page.key[name.start : name.end]
    if key in lexicon.HISTORICAL or (name.syllables == 4 and key.split(" ", 1)[1] in lexicon.HISTORICAL):
        return True
    if key in lexicon.NOT_NAMES:
        return True
    return not honorific and (key in lexicon.PLACES or organisations.rank_at(page, name.start) > 0)


def is_namesake(page: Page, name: Candidate, *, after_post: bool) -> bool:
    """Named after somebody: a street, a school, an award; or a credit under a picture.

    After a post, a word such as ``tỉnh`` or ``công ty`` may close the organisation before a person's full name.
    """
    adjacent = page.text[max(0, name.start - 2) : name.start].rstrip()[-1:] not in (",", ";", ")", "-", "–")
    for words in words_before(page, name.start) if adjacent else ():
        if words in _NO_NAMESAKE:
            return False
        if words in lexicon.NAMESAKE:
            key = page.key[name.start : name.end]
            full = name.common and name.syllables > 2 and key not in lexicon.COMMUNES
            return not (after_post and full and words in lexicon.MAY_CLOSE)
    return bool(_CREDIT.search(page.key[max(0, name.start - 14) : name.start]))


_NO_NAMESAKE = frozenset(("nhà trường", "toàn trường", "cơ sở", "đồng đội", "già làng", "chủ tịch nước"))


def _likely_after_honorific(page: Page, mention: Mention) -> bool:
    """After an honorific even foreign names are believed, unless they begin like a body or a post."""
    start = mention.name.start
    if mention.name.family:
        return True
    if organisations.rank_at(page, start) or lexicon.POST.match(page.key, start):
        return False
    return mention.name.opens_run and page.key[mention.name.end : mention.name.end + 1] != "-"


def _stands_in_title(reading: Reading, mention: Mention) -> bool:
    """Inside the name of a campaign, or inside a short quotation."""
    name = mention.name
    if any(c.start <= name.start and name.end <= c.end for c in reading.facts_of(Campaign)):
        return True
    around = (q for q in reading.quotes if q.inner.start <= name.start and name.end <= q.inner.end)
    return any(q.inner.end - q.inner.start < _SHORT_QUOTE for q in around) and not mention.honorific


_NUMBER_BEFORE = re.compile(r"\d\w*,? \Z|(?<!\w)số \Z")
_AREA_AFTER = re.compile(r",? (?:quận|phường|p\.|q\.|tp\.?|huyện|thị xã|xã|thị trấn)(?!\w)")


def _is_address(page: Page, mention: Mention) -> bool:
    """A street, ward or commune named after somebody: ``46 Nguyễn Công Trứ``."""
    name = mention.name
    if _NUMBER_BEFORE.search(page.key, max(0, name.start - 8), name.start):
        return True
    return _key(page, mention) in lexicon.COMMUNES or bool(_AREA_AFTER.match(page.key, name.end))


def _is_heading(page: Page, mention: Mention) -> bool:
    """Capitals alone say nothing in a line of capitals."""
    return page.text[mention.name.start : mention.name.end].isupper()


def _is_byline(page: Page, mention: Mention) -> bool:
    """A name alone at the end of a line, after a full stop or nothing; or one with an agency."""
    name, text = mention.name, page.text
    if _AGENCY.match(page.key, name.end) or _INITIALS.search(text, max(0, name.start - 5), name.start):
        return True
    line_end = text[name.end : name.end + 3].strip(" .)")[:1] in ("", "\n")
    before = text[max(0, name.start - 3) : name.start].rstrip(" -–(")
    return line_end and (not before or before[-1] in '\n.!?”":;…)' or name.start == 0)
