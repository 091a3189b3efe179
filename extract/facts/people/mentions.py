"""What stands beside a name: the honorifics and titles before it, the posts before and after it."""

from __future__ import annotations

from dataclasses import dataclass

from extract.facts.people import lexicon
from extract.facts.people.names import Candidate
from extract.facts.people.passage import Passage
from extract.facts.people.posts import Post
from extract.reading import Span


@dataclass(slots=True)
class Mention:
    """A candidate with what is said beside it."""

    name: Candidate
    start: int
    """Where its honorific, title or post begins."""
    end: int
    """Where what follows it ends: post, organisation, bracket."""
    honorific: bool = False
    title: Span | None = None
    before: Post | None = None
    after: Post | None = None
    link: str = ""
    """How what follows is joined to the name: comma, dash, open, of, is, all, blank."""

    @property
    def told(self) -> bool:
        """Whether a post or organisation stands beside it."""
        return bool(self.before or self.after)


def heads(passage: Passage) -> list[Span]:
    """Every place where a post's word stands, in order."""
    key = passage.key
    return [
        Span(start, end)
        for _, start, end in lexicon.POST_HEADS.find_matches_as_indexes(key)
        if not key[start - 1 : start].isalnum()
        and not key[end : end + 1].isalnum()
        and key[max(0, start - 4) : start] != "ban "  # "Ban Giám đốc" is no director
    ]
