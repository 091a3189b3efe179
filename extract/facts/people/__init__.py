"""People: a name, and the post and organisation printed beside it. Once per person in a document."""

from __future__ import annotations

from bisect import bisect_right

from extract.facts.people import evidence, identity, lists, mentions, names, opinion
from extract.facts.people.mentions import Mention
from extract.facts.people.names import Candidate
from extract.facts.people.organisations import Page
from extract.language.normal import tone_key
from extract.reading import Reading
from schemas import Person


def find(reading: Reading) -> list[Person]:
    """All facts of the type, in order of place."""
    page = Page(reading.text, tone_key(reading.text))
    found = names.candidates(page)
    post_heads = mentions.heads(page)
    after_post = {head.end + 1 for head in post_heads}
    stops = [*(n.start for n in found if _is_sure(page, n, n.start in after_post)), len(page.text)]
    people: list[tuple[Mention, str]] = []
    floor = 0
    for name in found:
        stop = stops[bisect_right(stops, name.start)]
        mention = mentions.addressed(page, name, floor)
        if not (name.family or mention.honorific) or (name.end <= floor and not mention.honorific):
            continue
        mentions.read_posts(page, mention, post_heads, floor, stop)
        if rule_id := evidence.rule_for(reading, page, mention):
            people.append((mention, rule_id))
            floor = mention.end
    lists.share(page, [mention for mention, _ in people], post_heads)
    return opinion.weigh(reading, identity.merge(page, people))


def _is_sure(page: Page, name: Candidate, after_post: bool) -> bool:
    """Whether a candidate is a person by itself, so that no organisation before it runs over it."""
    if not name.common or (name.syllables < 3 and not after_post) or evidence.is_thing(page, name):
        return False
    return not evidence.is_namesake(page, name, after_post=True)
