"""People: a name, and the post and organisation printed beside it. Once per person in a document.

The way of a name: ``names`` cuts candidates out of capitalised sequences, ``addresses``, ``preceding`` and
``following`` read what stands beside each, ``evidence`` says whether it is a person, ``lists`` shares what a
list says once, ``identity`` makes one fact of all mentions, ``opinion`` weighs the doubtful.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator

from extract.facts.people import (
    addresses,
    evidence,
    following,
    fronts,
    identity,
    lists,
    mentions,
    names,
    namesakes,
    opinion,
    preceding,
)
from extract.facts.people.evidence import Titles
from extract.facts.people.mentions import Mention
from extract.facts.people.names import Candidate
from extract.facts.people.passage import Passage
from extract.reading import Reading, Span
from schemas import Person


def find(reading: Reading) -> list[Person]:
    """All facts of the type, in order of place."""
    passage, titles = Passage.of(reading.text), Titles.of(reading)
    post_heads = mentions.heads(passage)
    people: list[tuple[Mention, str]] = []
    others: list[Mention] = []
    for mention in _mentions(passage, post_heads, people):
        if namesakes.belongs_to_last(passage, [person for person, _ in people[-1:]], mention):
            continue
        if rule_id := evidence.rule_for(passage, titles, mention):
            people.append((mention, rule_id))
        elif evidence.may_be_listed(passage, titles, mention):
            others.append(mention)
    listed = lists.neighbours(passage, [mention for mention, _ in people], others)
    people = sorted((*people, *((m, "person.list") for m in listed)), key=lambda pair: pair[0].name.start)
    lists.share(passage, [mention for mention, _ in people], post_heads)
    fronts.give(passage, [mention for mention, _ in people])
    return opinion.weigh(reading, identity.merge(passage, people))


def _mentions(
    passage: Passage, post_heads: list[Span], people: list[tuple[Mention, str]]
) -> Iterator[Mention]:
    """Mentions in order, none read further left than the last of ``people``, which the caller adds."""
    found = names.candidates(passage)
    after_post = {head.end + 1 for head in post_heads}
    stops = [*(n.start for n in found if _is_sure(passage, n, n.start in after_post)), len(passage.text)]
    for name in found:
        floor = people[-1][0].end if people else 0
        mention = addresses.mention(passage, name, floor)
        if mention.honorific or mention.title or (name.family and name.end > floor):
            preceding.read(passage, mention, post_heads, floor)
            following.read(passage, mention, stops[bisect_right(stops, name.start)])
            yield mention


def _is_sure(passage: Passage, name: Candidate, after_post: bool) -> bool:
    """Whether a candidate is a person by itself, so that no organisation before it runs over it."""
    if not name.common or (name.syllables < 3 and not after_post) or evidence.is_thing(passage, name):
        return False
    return not evidence.is_namesake(passage, name, after_post=True)
