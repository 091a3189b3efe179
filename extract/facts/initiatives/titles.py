"""Titles of initiatives: quoted behind a class noun or in a list, or shown without marks."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from extract.facts.initiatives import made, nouns, unquoted
from extract.facts.initiatives.nouns import Kind, Needs, Noun, one_of
from extract.reading import Quote, Reading, Span
from schemas import Campaign

MOST_SYLLABLES = 70
ALIKE = 0.8
"""Share of common words from which two titles in one document are one."""

_LEAD = 220
_SPEECH = 250
_LONGEST_LIST = 2000
_BREAK = re.compile(r"[.!?…]+[”\"]?\s+(?=\S)|\n")
_MARKS = " \t:–—-“”\"'‘’«»("
_SINGLES_OUT = re.compile(
    r"(?:trong đó\W+)?(?:nổi bật|tiêu biểu|điển hình|đáng chú ý|đáng kể|đó|trong đó|mới|gần đây|ấn tượng)"
    r"(?:\s+(?:nhất|hơn cả|nhất trong số đó))?\s*(?:là|có|như|phải kể đến|kể đến|phải kể tới)?[\s:“”\"'‘’«]*"
)
_PLAQUE = re.compile(
    r"công trình\s+(?:sản phẩm\s+|thanh niên\s+|thi đua\s+)*(?:chào|chúc|kỷ niệm|lập thành tích|mừng)"
)
_MODIFIERS = re.compile(rf"(?:[\s,]|\d+|{one_of('modifiers')})*")
_SAYS = re.compile(rf"(?<!\w){one_of('speech')}")
_VOICE = re.compile(r"(?<!\w)(?:tôi|mình|chúng tôi|chúng ta|nhé|hợp đồng)(?!\w)")
_LIST_HEAD = re.compile(rf"{one_of('shows_list')}(?:\s+(?:có|là|như))?\s*:?\s*$")
_GOES_ON = re.compile(r"(?:[;,]\s*(?:và|cùng|cùng với)?|\b(?:và|cùng|cùng với))\s*[“”\"'‘«\s]*$")


@dataclass(frozen=True, slots=True)
class Title(Span):
    """A possible title: its kind, what it needs to be believed, where its quotation ends, and its rule."""

    kind: Kind | None
    needs: Needs
    head: int
    """Where the class noun, or else the title, begins."""
    until: int
    """Where the title with its closing mark ends."""
    rule: str

    def list_head(self, reading: Reading) -> Span | None:
        """The words before the colon of the list that the title stands in, if it stands in one."""
        sentence = reading.sentence_at(self.start)
        colon = reading.text.rfind(":", max(sentence.start, self.start - _LONGEST_LIST), self.start)
        return Span(max(sentence.start, colon - _LEAD), colon) if colon >= 0 else None


def find(reading: Reading) -> list[Title]:
    """Possible titles in order of place, none within another."""
    named = sorted(reading.facts_of(Campaign), key=lambda campaign: campaign.start)
    found = sorted(
        [*_quoted(reading, named), *unquoted_titles(reading)], key=lambda title: (title.start, -title.end)
    )
    kept: list[Title] = []
    for title in found:
        if not kept or title.start >= kept[-1].until:
            kept.append(title)
    return kept


def unquoted_titles(reading: Reading) -> Iterator[Title]:
    """Titles without quotation marks; those that overlap a quote of their own size are left to it."""
    for shown in unquoted.find(reading):
        if not any(
            quote.start < shown.end and shown.start < quote.end for quote in _near(reading, shown.start)
        ):
            yield Title(shown.start, shown.end, shown.kind, shown.needs, shown.head, shown.end, shown.rule)


def _near(reading: Reading, offset: int) -> list[Quote]:
    first = bisect_left(reading.quotes, offset - 400, key=lambda quote: quote.start)
    last = bisect_left(reading.quotes, offset + 400, key=lambda quote: quote.start)
    return [quote for quote in reading.quotes[first:last] if quote.end - quote.start < 400]


def _overlaps(named: list[Campaign], quote: Quote) -> bool:
    """Whether a quote is, or holds, a campaign's name; ``named`` is sorted by start."""
    first = bisect_left(named, quote.start, key=lambda campaign: campaign.start)
    return first < len(named) and named[first].start < quote.end


def _quoted(reading: Reading, named: list[Campaign]) -> Iterator[Title]:
    previous: Title | None = None
    floor = 0
    for quote in reading.quotes:
        title = None
        if _may_be_title(reading, quote) and not _overlaps(named, quote):
            title = (
                _behind_noun(reading, quote, floor)
                or _below_head(reading, quote)
                or _singled_out(reading, quote)
                or _on_list(reading, quote, previous)
                or _without_noun(reading, quote)
            )
        if title:
            yield title
            previous = title
        floor = quote.end if quote.end - quote.start < _SPEECH else quote.start


def _may_be_title(reading: Reading, quote: Quote) -> bool:
    inner = reading.text[quote.inner.start : quote.inner.end]
    syllables = inner.split()
    lower = reading.lower[quote.inner.start : quote.inner.end]
    if not 2 < len(syllables) <= MOST_SYLLABLES or re.search(r"[!?]|[.…]\s", inner) or _VOICE.search(lower):
        return False
    is_plaque = _PLAQUE.match(lower) or reading.lower[quote.start - 5 : quote.start] == "biển "
    return not is_plaque and (opens_title(inner, lower) or _right_behind_noun(reading, quote))


def opens_title(inner: str, lower: str) -> bool:
    """Whether a quote begins as titles do: with a capital, or a verb or noun of making."""
    return inner[0].isupper() or bool(nouns.words("initiative_openings").match(lower))


def _right_behind_noun(reading: Reading, quote: Quote) -> bool:
    """Whether a class noun touches the quote, which then may begin in lower case or with a digit."""
    before = reading.lower[max(0, quote.start - 40) : quote.start].rstrip(_MARKS)
    noun = nouns.last_in(before, 0, len(before))
    return noun is not None and noun.end == len(before) and noun.needs == "title" and noun.kind is not None


def _behind_noun(reading: Reading, quote: Quote, floor: int) -> Title | None:
    """A quote with its class noun before it, at most a few words away, or at the head of its list."""
    floor = max(floor, reading.paragraph_at(quote.start).start, quote.start - _LEAD)
    for end in _BREAK.finditer(reading.lower, floor, quote.start):
        floor = end.end()
    noun = nouns.last_in(reading.lower, floor, quote.start)
    if noun is None or noun.kind is None:
        return None
    raw = reading.lower[noun.end : quote.start]
    gap = raw.strip(_MARKS)
    if (
        raw.rstrip().endswith(":")
        and len(raw) < 100
        and not _SAYS.search(raw)
        and unquoted.is_counted(reading, noun)
        and ";" not in raw
    ):
        return _title(reading, quote, noun)
    if not (
        _MODIFIERS.fullmatch(gap)
        or (_LIST_HEAD.search(gap) and len(gap) < 120 and not re.search(r"[;”\"]", gap))
    ):
        return None
    return _title(reading, quote, noun)


def _below_head(reading: Reading, quote: Quote) -> Title | None:
    """A quote that begins a line below the head of a list of titles: ``Ba giải pháp được khen:``."""
    paragraph = reading.paragraph_at(quote.start)
    if reading.text[paragraph.start : quote.start].strip(" \t-+•*●▪–0123456789.)"):
        return None
    head = unquoted.head_above(reading, paragraph)
    if head is None or head.kind is None:
        return None
    start, end = quote.inner.start, _end_of(reading, quote)
    return Title(start, end, head.kind, head.needs, quote.start, quote.end, "initiative.listed")


def _singled_out(reading: Reading, quote: Quote) -> Title | None:
    """``… có 6 sáng kiến. Nổi bật nhất là “…”``: a quote out of what the sentence before counts."""
    sentence, paragraph = reading.sentence_at(quote.start), reading.paragraph_at(quote.start)
    if sentence.start <= paragraph.start or not _SINGLES_OUT.fullmatch(
        reading.lower, sentence.start, quote.start
    ):
        return None
    before = reading.sentence_at(max(paragraph.start, sentence.start - 2))
    noun = nouns.last_in(reading.lower, max(before.start, before.end - _LEAD), before.end)
    if noun is None or noun.kind is None or not unquoted.is_counted(reading, noun):
        return None
    return _title(reading, quote, noun)


def _title(reading: Reading, quote: Quote, noun: Noun) -> Title:
    start, end = quote.inner.start, _end_of(reading, quote)
    kind, needs = noun.kind, noun.needs
    is_formal = opens_title(reading.text[start:end], reading.lower[start:end])
    if needs == "title" and not is_formal and not unquoted.is_led_to(reading, noun, 0):
        needs = "maker"
    if kind == "work" and re.match(r"nghiên cứu|chế tạo|thiết kế|ứng dụng", reading.lower[start:end]):
        kind, needs = "study", "title"
    head = noun.start if noun.start >= reading.sentence_at(quote.start).start else quote.start
    return Title(start, end, kind, needs, head, quote.end, "initiative.quoted")


def _end_of(reading: Reading, quote: Quote) -> int:
    """Where a quoted title ends; without its closing mark, where an unquoted one would."""
    end = quote.inner.end if quote.closed else unquoted.end_of(reading, quote.inner.start, quote.inner.end)
    while end > quote.inner.start and reading.text[end - 1] in " .,;:…":
        end -= 1
    return end


def _on_list(reading: Reading, quote: Quote, previous: Title | None) -> Title | None:
    """A quote that goes on the list of the title before it, in the same sentence."""
    if previous is None or not 0 <= quote.start - previous.until < 260:
        return None
    between = reading.lower[previous.until : quote.start]
    if _BREAK.search(between) or not _GOES_ON.search(between) or nouns.all_in(between, 0, len(between)):
        return None
    return Title(
        quote.inner.start,
        quote.inner.end,
        previous.kind,
        "maker" if previous.kind != "work" and len(between) > 8 else previous.needs,
        quote.start,
        quote.end,
        "initiative.listed",
    )


def _without_noun(reading: Reading, quote: Quote) -> Title | None:
    shown = made.find(reading, quote)
    if shown is None:
        return None
    head = unquoted.head_above(reading, reading.paragraph_at(quote.start))
    kind = head.kind if head and shown.rule == "initiative.credited" else None
    return Title(shown.start, _end_of(reading, quote), kind, shown.needs, quote.start, quote.end, shown.rule)


def is_same(one: str, other: str) -> bool:
    """Whether two titles are one, by the words they share."""
    a, b = Counter(one.lower().split()), Counter(other.lower().split())
    return 2 * sum((a & b).values()) >= ALIKE * (sum(a.values()) + sum(b.values()))
