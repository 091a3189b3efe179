"""Whether a capitalised sequence is a person, by the evidence beside and inside it."""

from __future__ import annotations

import re
from dataclasses import dataclass

from extract.facts.people import bylines, lexicon
from extract.facts.people.addresses import words_before
from extract.facts.people.mentions import Mention
from extract.facts.people.names import Candidate
from extract.facts.people.passage import Passage
from extract.reading import Reading, Span, within
from schemas import Campaign

_SHORT_QUOTE = 90
_KNOWN_AREAS = frozenset(("tỉnh", "thành phố", "tp", "huyện", "quận"))
"""Areas whose names are all known, so that after them two syllables may be a person's."""
_LONGEST_TITLE = 300
_NAMED_NOT_AFTER = frozenset(("nhà trường", "toàn trường", "cơ sở", "đồng đội", "già làng", "chủ tịch nước"))
_CREDIT = re.compile(
    r"(?:\bảnh|(?:tin|bài|nguồn|pv|clip|video|tác giả|đồ họa|thực hiện|ctv)\s*[:/])"
    r"\s*[:/]?\s*(?:và|&|-|–)?\s*\Z"
)


@dataclass(frozen=True, slots=True)
class Titles:
    """Stretches that name a campaign or a work, in order: names inside them are no people."""

    spans: list[Span]

    @classmethod
    def of(cls, reading: Reading) -> Titles:
        """Campaigns found so far and short quotations."""
        quoted = [q.inner for q in reading.quotes if q.inner.end - q.inner.start < _SHORT_QUOTE]
        campaigns = [Span(c.start, c.end) for c in reading.facts_of(Campaign)]
        return cls(sorted({*quoted, *campaigns}, key=lambda span: span.start))

    def hold(self, name: Span) -> bool:
        """Whether a name lies inside one of them."""
        near = within(self.spans, name.start - _LONGEST_TITLE, name.end + _LONGEST_TITLE)
        return any(span.holds(name) for span in near)


def rule_for(passage: Passage, titles: Titles, mention: Mention) -> str | None:
    """Id of the rule by which the mention is a person, None if it is not one."""
    name = mention.name
    teaches = passage.key.endswith("giáo ", 0, name.start)  # "Cô giáo Phú Quốc": one from there
    if is_thing(passage, name, honorific=mention.honorific and not teaches):
        return None
    if mention.honorific:
        return "person.honorific" if _may_follow_honorific(passage, name) else None
    named_after = is_namesake(passage, name, after_post=mention.before is not None)
    if (named_after and not _ends_trade(passage, mention)) or titles.hold(name):
        return None
    if not name.family:
        return "person.honorific" if _is_stage_name(passage, mention) else None
    if mention.title:
        return "person.honorific"
    if mention.told and (mention.before or (mention.after and mention.after.position)):
        rule_id = "person.post-before" if mention.before else "person.post-after"
        return rule_id if name.syllables > 2 or name.common or (name.minority and name.opens_run) else None
    if not name.full or bylines.is_byline(passage, name) or bylines.is_address(passage, name):
        return None
    return "person.organisation-after" if mention.after else "person.bare-name"


def _ends_trade(passage: Passage, mention: Mention) -> bool:
    """Whether the word before a full name closes a trade: ``công nhân quét đường X``."""
    post, end = mention.before, mention.name.start - 1
    if post is None or post.position is None or not mention.name.full or post.end != end:
        return False
    comma = passage.key.rfind(", ", post.position.start, end)
    last = comma + len(", ") if comma >= 0 else post.position.start
    return lexicon.POST.fullmatch(passage.key, last, end) is not None


def _is_stage_name(passage: Passage, mention: Mention) -> bool:
    """An artist's name, whose first word need be no family name: ``NSƯT Minh Vương``."""
    title, start = mention.title, mention.name.start
    if title is None or not mention.name.opens_run or mention.name.minority:
        return False
    artist = passage.key[title.start : title.end] in ("nsưt", "nsnd")
    return artist and not passage.rank_at(start) and not passage.post_at(start)


def may_be_listed(passage: Passage, titles: Titles, mention: Mention) -> bool:
    """Whether a mention without evidence of its own may be a person if it stands in a list of people."""
    name = mention.name
    if (
        not (name.common or (name.family and name.opens_run and name.syllables > 2))
        or is_thing(passage, name)
        or is_namesake(passage, name, after_post=False)
    ):
        return False
    return not (titles.hold(name) or bylines.is_byline(passage, name) or bylines.is_address(passage, name))


def is_thing(passage: Passage, name: Candidate, *, honorific: bool = False) -> bool:
    """A place, a historical figure, a body. After an honorific a district's name is a person's."""
    key = passage.key[name.start : name.end]
    without_first = key.partition(" ")[2]
    if key in lexicon.HISTORICAL or (name.syllables == 4 and without_first in lexicon.HISTORICAL):
        return True
    if key in lexicon.NOT_NAMES:
        return True
    if key in lexicon.PROVINCES:
        return True  # also after "Anh" in the name of a hospital
    return not honorific and (key in lexicon.PLACES or passage.rank_at(name.start) > 0)


def is_namesake(passage: Passage, name: Candidate, *, after_post: bool) -> bool:
    """Named after somebody: a street, a school, an award; or a credit under a picture.

    After a post, a word such as ``tỉnh`` may close the organisation before a person's full name.
    """
    if passage.text[max(0, name.start - 2) : name.start].rstrip()[-1:] not in (",", ";", ")", "-", "–"):
        for words in words_before(passage, name.start):
            if words in _NAMED_NOT_AFTER:
                return False
            if words in lexicon.NAMESAKE and not _ends_place(passage, name.start):
                full = name.full or (name.common and words in _KNOWN_AREAS)
                person = full and passage.key[name.start : name.end] not in lexicon.COMMUNES
                return not (after_post and person and words in lexicon.MAY_CLOSE)
    return _CREDIT.search(passage.key, max(0, name.start - 14), name.start) is not None


_PLACE_BEFORE = re.compile(r"(?<!\w)[^\W\d_]+ [^\W\d_]+ \Z")


def _ends_place(passage: Passage, start: int) -> bool:
    """Whether the word before a name ends a place's own name: ``Côn Đảo``."""
    words = _PLACE_BEFORE.search(passage.key, max(0, start - 24), start)
    return words is not None and words[0].strip() in lexicon.PLACES


def _may_follow_honorific(passage: Passage, name: Candidate) -> bool:
    """After an honorific even foreign names are believed, unless they begin like a body or a post."""
    if name.family:
        return True
    starts_otherwise = passage.rank_at(name.start) or passage.post_at(name.start)
    return name.opens_run and not starts_otherwise and passage.key[name.end : name.end + 1] != "-"
