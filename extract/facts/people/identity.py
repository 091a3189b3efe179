"""One person, one fact: mentions of the same name are one person, told by the fullest of them."""

from __future__ import annotations

import re

from extract.facts.people.mentions import Mention
from extract.facts.people.organisations import Page
from extract.facts.people.posts import Post
from extract.rules import rule
from schemas import Person


def merge(page: Page, people: list[tuple[Mention, str]]) -> list[Person]:
    """Facts in order of place; each stands where the person's post is told most fully."""
    best: dict[str, tuple[tuple[int, int], Person]] = {}
    for mention, rule_id in people:
        key = " ".join(page.key[mention.name.start : mention.name.end].split())
        person = _fact(page, mention, rule_id)
        fullness = _fullness(person)
        if key not in best or fullness > best[key][0]:
            best[key] = (fullness, person)
    whole = {key: person for key, (_, person) in best.items() if not _is_part(key, best)}
    return sorted(whole.values(), key=lambda person: person.start)


def _fullness(person: Person) -> tuple[int, int]:
    told = 2 * bool(person.position) + bool(person.organisation)
    return told, len(person.position or "") if told == 3 else 0


def _is_part(key: str, names: dict[str, tuple[tuple[int, int], Person]]) -> bool:
    """Whether a longer name in the document ends in this one: ``Tiến Dũng`` of ``Bùi Tiến Dũng``."""
    return any(other.endswith(f" {key}") for other in names)


def _fact(page: Page, mention: Mention, rule_id: str) -> Person:
    position, organisation = _post(page, mention)
    evidence = rule(rule_id).evidence(page.text, mention.name.start, mention.name.end)
    return Person(name=evidence["text"], position=position, organisation=organisation, **evidence)


_DESCRIPTION = re.compile(r"đầu tiên|duy nhất|nhất|tiêu biểu|xuất sắc|ưu tú|giỏi")


def _describes(page: Page, post: Post) -> bool:
    """Whether a second occupation only describes the first: ``xạ thủ X, vận động viên đầu tiên``."""
    return not post.organisation or bool(
        _DESCRIPTION.search(page.key, post.position.start, post.position.end)
    )  # type: ignore[union-attr]


def _post(page: Page, mention: Mention) -> tuple[str | None, str | None]:
    """Position and organisation as printed; two posts around the name are joined by a comma."""
    before, after = mention.before, mention.after
    parts: list[str] = []
    if before and before.role and after and after.role and _describes(page, after):
        after = None  # "công nhân X, người thợ đầu tiên": the second describes, the first is the post
    if before and before.position and not (after and after.position and before.role):
        parts.append(page.text[before.position.start : before.position.end])
    if before and before.organisation and after and after.position and parts:
        parts[-1] = page.text[before.position.start : before.organisation.end]  # type: ignore[union-attr]
    if after and after.position:
        parts.append(page.text[after.position.start : after.position.end])
    body = (after.organisation if after else None) or (before.organisation if before else None)
    if not parts and mention.title:
        parts.append(page.text[mention.title.start : mention.title.end])
    return ", ".join(parts) or None, page.text[body.start : body.end] if body else None
