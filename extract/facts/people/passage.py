"""A text as printed and as a key for matching, with what can be looked up at an offset of either."""

from __future__ import annotations

import re
from dataclasses import dataclass

from extract.facts.people import lexicon
from extract.language.normal import tone_key

_AREA = re.compile(
    r"(?:tỉnh|thành phố|tp\.?|quận|huyện|thị xã|thị trấn|xã|phường|tx\.?|khu|kcn|khu công nghiệp)"
    + lexicon.END
)
_PEOPLE = re.compile(
    r"(?:ông|bà|anh|chị|đồng chí|các|đại diện|lãnh đạo|nhiều|toàn|hơn|gần|một|hai|ban giám|tập thể|những)\b"
)


@dataclass(frozen=True, slots=True)
class Passage:
    """A text and its key: lower case, one placement of tones, the same offsets."""

    text: str
    key: str

    @classmethod
    def of(cls, text: str) -> Passage:
        """The passage of a normalised text."""
        return cls(text, tone_key(text))

    def starts_upper(self, offset: int) -> bool:
        """Whether a capital stands at an offset."""
        return self.text[offset : offset + 1].isupper()

    def body_at(self, offset: int) -> str:
        """The class noun, such as ``sở``, of the body named at an offset; empty where none is."""
        head = lexicon.ORGANISATION.match(self.key, offset)
        return head[0] if head and lexicon.ORGANISATIONS[head[0]] else ""

    def rank_at(self, offset: int) -> int:
        """Rank of the body whose name starts at an offset; 0 where none does."""
        noun = self.body_at(offset)
        return lexicon.ORGANISATIONS[noun] if noun else 0

    def area_at(self, offset: int) -> bool:
        """Whether a word for an administrative area stands at an offset."""
        return bool(_AREA.match(self.key, offset))

    def post_at(self, offset: int) -> bool:
        """Whether a post stands at an offset."""
        return bool(lexicon.POST.match(self.key, offset))

    def office_at(self, offset: int) -> bool:
        """Whether a post stands at an offset that is no given name, as the occupation ``Thu Ngân`` may be."""
        post = lexicon.POST.match(self.key, offset)
        return post is not None and (
            lexicon.POSTS[post["head"]] != "role" or not self.text[offset : post.end()].istitle()
        )

    def people_at(self, offset: int) -> bool:
        """Whether a word for people stands at an offset: ``ông``, ``đại diện``, ``các``."""
        return bool(_PEOPLE.match(self.key, offset))
