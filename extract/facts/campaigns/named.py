"""Which mentions name a campaign: read from left to right, for an enumeration hands on what opened it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from extract.facts.campaigns import lead
from extract.facts.campaigns.mentions import Mention, mentions
from extract.facts.campaigns.names import Name
from extract.facts.campaigns.register import AFTER_UNCLE_HO, Kind, link
from extract.reading import Reading, Span
from extract.rules import rule
from schemas import Campaign

AROUND = 400
"""How far from a name, in characters, its paragraph tells what kind of article it stands in."""

ARTICLE = 20_000
"""Length, in characters, within which an article says what it is about."""

_HANDED_OUT = re.compile(r"(?:đạt|công nhận|trao tặng|gương|phụ nữ|chị em|nữ|cá nhân)\W*$")
_SPEAKS_OF_ONE = re.compile(r"phong trào|pttđ|cuộc vận động|hưởng ứng|thi đua")
_SET_GOING = re.compile(r"(?:triển khai|thực hiện|tổ chức|phát động|khởi động)\W*$")
_OWN_CLASS = re.compile(r"(?:hành trình|chiến dịch)\s")
_NOT_LAUNCHED = re.compile(
    r"(?:tháng|tuần|ngày hội|giải|hội thi|hội thao|cuộc thi|quỹ|lễ|đêm|năm|giờ|đề án|dự án|nghị quyết)\s"
)
_WAR = re.compile(r"(?<!\w)(?:ukraine|quân sự|tấn công|tổng thống|israel|hamas)(?!\w)")

_Says = Kind | Literal["campaign", "other"] | None


@dataclass(frozen=True, slots=True)
class _Verdict:
    """What a mention is: a campaign of a kind, by a rule; the next item of its list inherits ``says``."""

    says: _Says = None
    rule: str | None = None
    kind: Kind | None = None


_NOTHING, _OTHER = _Verdict(), _Verdict("other")


def named(reading: Reading) -> Iterator[Campaign]:
    """Every mention of a campaign, in order, repeated ones too."""
    previous, verdict = Span(0, 0), _NOTHING
    for mention in mentions(reading):
        if verdict.rule and mention.start < previous.end:
            continue  # a quote inside a campaign's own name
        paragraph = reading.paragraph_at(mention.start)
        nested = mention.start < previous.end
        anchor = max(paragraph.start, previous.start + 1 if nested else previous.end)
        inherited = None if nested or previous.end <= paragraph.start else verdict.says
        read = _read(reading, mention, reading.lower[anchor : mention.start][-2000:], inherited)
        if read.rule and mention.name:
            yield _campaign(reading, mention, mention.name, read.rule, read.kind)
        if read.says or mention.is_quoted:
            previous, verdict = mention, read


def _read(reading: Reading, mention: Mention, between: str, inherited: _Says) -> _Verdict:
    """What a mention is, by the words between it and the mention before, and by what that one was."""
    if mention.name is None:
        return _NOTHING
    words = lead.words_before(between)
    said = lead.read(words)
    if said == "other":
        return _OTHER
    if said is not None:
        return _led(reading, mention, words, said)
    carried = lead.carries_on(between) if inherited else None
    if carried and inherited == "other":
        return _OTHER
    if carried:
        kind = inherited if carried == "same" and inherited in ("movement", "drive", "programme") else None
        if kind != "programme" or _is_programme(reading, mention, ""):
            return _Verdict(kind or "campaign", "campaign.enumerated", kind)
    return _alone(reading, mention, words)


def _led(reading: Reading, mention: Mention, words: str, said: lead.Lead) -> _Verdict:
    """A name with a class noun before it."""
    verdict = _Verdict(said.kind or "campaign", said.rule, said.kind)
    if not mention.is_quoted:
        verdict = _Verdict(said.kind or "campaign", "campaign.known", said.kind)
        return verdict if _is_known(reading, mention, said) else _alone(reading, mention, words)
    if mention.entry is not None:
        return verdict
    if said.kind == "programme":
        return verdict if _is_programme(reading, mention, said.gap) else _NOTHING
    if not _is_capital(reading, mention) and (said.gap or not lead.is_civic(_around(reading, mention))):
        return _NOTHING
    return verdict if said.rule == "campaign.quoted" or _is_called_for(reading, mention) else _NOTHING


def _is_called_for(reading: Reading, mention: Mention) -> bool:
    """Whether what is launched or answered is a campaign, not a cry or a military operation."""
    if mention.name is None or _NOT_LAUNCHED.match(reading.lower, mention.name.span.start):
        return False
    around = _around(reading, mention)
    return (
        lead.is_civic(around)
        and "!" not in reading.text[mention.start : mention.end]
        and not _WAR.search(around)
    )


def _alone(reading: Reading, mention: Mention, words: str) -> _Verdict:
    """A name with nothing before it that tells: known to any reader, or one that names its own class."""
    if mention.name is None or _HANDED_OUT.search(words):
        return _NOTHING
    lower = reading.lower[mention.name.span.start : mention.name.span.end]
    if mention.entry is None:
        sets_going = mention.is_quoted and _OWN_CLASS.match(lower) and _SET_GOING.search(words)
        return _Verdict("campaign", "campaign.launched") if sets_going else _NOTHING
    if mention.entry.name == AFTER_UNCLE_HO:
        return _Verdict("drive", "campaign.known", "drive")
    syllables = len(lower.split())
    if mention.is_quoted and not _SPEAKS_OF_ONE.search(reading.lower[:ARTICLE]):
        return _NOTHING
    kind = lead.list_kind(words)
    enough = 6 if not _is_capital(reading, mention) else 3 if kind else 4
    if not mention.entry.unquoted or syllables < enough:
        return _NOTHING
    if not _is_capital(reading, mention) and not _SPEAKS_OF_ONE.search(words):
        return _NOTHING
    return _Verdict(kind or "campaign", "campaign.known", kind)


def _is_known(reading: Reading, mention: Mention, said: lead.Lead) -> bool:
    """Whether an unquoted name behind a class noun is a campaign's: it stands right there, or in a list."""
    if mention.entry is None or not (mention.entry.unquoted or _is_capital(reading, mention)):
        return False
    return (said.kind is not None or said.noun == "chiến dịch") and (not said.gap or said.is_listed)


def _is_programme(reading: Reading, mention: Mention, gap: str) -> bool:
    """Whether a quoted “chương trình” is a social one, not a broadcast, a show or a sale."""
    if mention.entry is not None:
        return True
    around = _around(reading, mention)
    name = reading.lower[mention.start : mention.end]
    return (
        _is_capital(reading, mention) and not lead.is_show(f"{gap} {name}", around) and lead.is_civic(around)
    )


def _is_capital(reading: Reading, mention: Mention) -> bool:
    first = reading.text[mention.name.span.start] if mention.name else ""
    return first.isupper() or first.isdigit()


def _around(reading: Reading, mention: Mention) -> str:
    paragraph = reading.paragraph_at(mention.start)
    start, end = max(paragraph.start, mention.start - AROUND), min(paragraph.end, mention.end + AROUND)
    return reading.lower[start:end]


def _campaign(reading: Reading, mention: Mention, name: Name, rule_id: str, kind: Kind | None) -> Campaign:
    start, end = name.span.start, name.span.end
    entry = mention.entry or link(reading.text[start:end])
    after_uncle_ho = entry is not None and entry.name == AFTER_UNCLE_HO
    return Campaign(
        **rule(rule_id).evidence(reading.text, start, end),
        name=reading.text[start:end],
        kind="drive" if after_uncle_ho else kind,
        campaign_id=entry.id if entry else None,
        year_start=name.year_start,
        year_end=name.year_end,
    )
