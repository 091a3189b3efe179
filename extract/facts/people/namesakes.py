"""Companies called like people: ``anh A, thợ hàn Công ty CP Xi măng Hoàng Mai Sơn, tác giả …``.

What looks like a name at the end of a company's is the company's if its post explains the person before it:
only a comma stands between the two, nothing else is said of that person, and a comma closes it.
"""

from __future__ import annotations

import re

from extract.facts.people import runs
from extract.facts.people.mentions import Mention
from extract.facts.people.passage import Passage
from extract.facts.people.posts import Post
from extract.reading import Span

_ENTERPRISE = re.compile(r"(?:tổng )?công ty|nhà máy|xí nghiệp|tập đoàn|hợp tác xã|htx|doanh nghiệp|trại|mỏ ")
_CLOSES = re.compile(r", (?![A-ZĐ])|\)|\.(?=\s|\Z)")


def belongs_to_last(passage: Passage, people: list[Mention], mention: Mention) -> bool:
    """Whether a mention is the end of a company's name, which then is the last person's; gives it to them."""
    post = mention.before
    if not people or post is None or post.position is None or post.organisation is None:
        return False
    last, name = people[-1], mention.name
    if (
        not last.honorific
        or last.told
        or mention.honorific
        or mention.title
        or runs.has_sure_middle(passage.key[name.start : name.end].split())
    ):
        return False
    if passage.text[last.name.end : mention.start] != ", " or not _CLOSES.match(passage.text, name.end):
        return False
    is_its_end = passage.text[post.organisation.end : name.start] == " "
    if not is_its_end or not _ENTERPRISE.match(passage.key, post.organisation.start):
        return False
    last.after = Post(post.position, Span(post.organisation.start, name.end), name.end, post.role)
    last.link, last.end = "comma", name.end
    return True
