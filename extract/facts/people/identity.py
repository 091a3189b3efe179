"""One person, one fact: mentions of the same name are one person, told by the fullest of them."""

from __future__ import annotations

import re

from extract.facts.people import lexicon
from extract.facts.people.mentions import Mention
from extract.facts.people.passage import Passage
from extract.facts.people.posts import Post
from extract.language.normal import tone_key
from extract.reading import Span
from extract.rules import rule
from schemas import Person

_DESCRIPTION = re.compile(r"đầu tiên|duy nhất|nhất|tiêu biểu|xuất sắc|ưu tú|giỏi")


def merge(passage: Passage, people: list[tuple[Mention, str]]) -> list[Person]:
    """Facts in order of place; each stands where the person's post is told most fully."""
    best: dict[str, tuple[tuple[int, int, bool], Person]] = {}
    for mention, rule_id in people:
        key = " ".join(passage.key[mention.name.start : mention.name.end].split())
        person = _fact(passage, mention, rule_id)
        fullness = _fullness(person)
        if key not in best or fullness > best[key][0] or _names_body_in_full(person, best[key][1]):
            best[key] = (fullness, person)
    parts = {part for key in best for part in _endings(key)}
    whole = [person for key, (_, person) in best.items() if key not in parts]
    return sorted(whole, key=lambda person: person.start)


def _endings(key: str) -> list[str]:
    """Shorter names a name ends in, by which a text goes on to call the person: ``tiến dũng``, ``dũng``."""
    words = key.split()
    return [" ".join(words[count:]) for count in range(1, len(words))]


def _fullness(person: Person) -> tuple[int, int, bool]:
    told = 2 * bool(person.position) + bool(person.organisation)
    if told < 3:
        return told, 0, False
    names_body = lexicon.ORGANISATION.match(tone_key(person.organisation or "")) is not None
    return told, len(person.position or ""), names_body


def _names_body_in_full(person: Person, known: Person) -> bool:
    """Whether a mention of the same post has the body's whole name: ``Hội Luật gia tỉnh``, not ``Hội``."""
    if not person.organisation or not known.organisation or not person.position or not known.position:
        return False
    same = tone_key(person.position) == tone_key(known.position)
    return same and tone_key(person.organisation).startswith(tone_key(known.organisation) + " ")


def _fact(passage: Passage, mention: Mention, rule_id: str) -> Person:
    position, organisation = _post(passage, mention)
    evidence = rule(rule_id).evidence(passage.text, mention.name.start, mention.name.end)
    return Person(name=evidence["text"], position=position, organisation=organisation, **evidence)


def _post(passage: Passage, mention: Mention) -> tuple[str | None, str | None]:
    """Position and organisation as printed; posts on both sides of the name are joined by a comma."""
    before, after = mention.before, mention.after
    if before and after and before.role and after.position:
        if after.role and _describes(passage, after, after.position):
            after = None
        else:
            before = None
    if before and before.organisation and after and after.position and not after.organisation:
        after = None  # the position is all up to the last organisation
    parts = [_printed(passage, before, whole=bool(after and after.position)), _printed(passage, after)]
    if not any(parts) and mention.title:
        parts = [_title(passage, mention.title)]
    body = (after.organisation if after else None) or (before.organisation if before else None)
    organisation = " ".join(passage.text[body.start : body.end].split("\n")) if body else None
    return ", ".join(filter(None, parts)) or None, organisation


def _title(passage: Passage, title: Span) -> str:
    """A title as the position, unless it says nothing of what the person is: ``tác giả``."""
    says_nothing = passage.key[title.start : title.end] in lexicon.NO_POSITION
    return "" if says_nothing else passage.text[title.start : title.end]


def _printed(passage: Passage, post: Post | None, *, whole: bool = False) -> str:
    """A position as printed; with its organisation where another post follows."""
    if not post or not post.position:
        return ""
    end = max(post.position.end, post.organisation.end if whole and post.organisation else 0)
    return passage.text[post.position.start : end]


def _describes(passage: Passage, post: Post, position: Span) -> bool:
    """Whether a second occupation only describes the first: ``xạ thủ X, vận động viên đầu tiên``."""
    return not post.organisation or bool(_DESCRIPTION.search(passage.key, position.start, position.end))
