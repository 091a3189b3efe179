"""The posts after a name: X``, Chủ tịch LĐLĐ tỉnh``; X ``(35 tuổi, công nhân)``; X ``nay là Giám đốc Y``."""

from __future__ import annotations

import re

from extract.facts.people import lexicon, organisations, posts
from extract.facts.people.mentions import Mention
from extract.facts.people.passage import Passage
from extract.facts.people.posts import Post
from extract.reading import Span

_BRACKET = 160
_NOTES = 240  # characters that notes behind a name may take
_OTHERS = re.compile(r" (?:các|những|nhiều) (?!ban |phòng |khu |kcn|cơ quan|trường|vấn đề)")
_NOTE = re.compile(r" ?\((?P<inner>[^()\n]{1,90})\)")
_AGE = re.compile(
    r"(?:, | \()(?:\d{1,3} tuổi|sinh (?:năm|ngày) [\d/.-]+|sn:? ?\d{4}|nữ|nam)\)?(?=[,; ])"
    r"|,? (?:người (?:dân tộc )?(?!từng |đang |hiện |vốn |là )|dân tộc |quê |ngụ |trú |sinh ra )"
    r"[^,;.()\n]{2,40}(?=,)"
    r"| \((?:quê|ngụ|trú) [^,;.()\n]{2,40}(?=, đang )"
)
_WHEN = (
    r"đều|cùng|từng|đang|hiện đang|hiện nay|hiện tại|hiện|vốn|cũng|nguyên|nay|bây giờ|giờ|trước đây|trước kia"
    r"|trước|sau này|(?:lúc|khi|thời điểm) (?:đó|ấy|bấy giờ|này)|bấy giờ|khi còn"
    r"|(?:vừa |mới )?(?:được (?:bầu|bổ nhiệm|cử|tín nhiệm bầu|tiếp tục bầu)|tiếp tục)"
)
_HOLDS = (
    r"(?:(?:giữ|đảm nhiệm|đảm nhận|(?:tái )?đắc cử|trúng cử)"
    r"(?: chức(?: vụ| danh)?| cương vị| vai trò| vị trí)|(?:tái )?đắc cử|trúng cử|trở thành)"
)
_IS = re.compile(r"(?:(?:hiện |nay |đang |hiện đang |hiện nay |nguyên )?(?:là|làm) )?(?:một )?")
_ALL = re.compile(r"\b(?:đều|cùng)\b")
_SPEAKS_FOR = re.compile(r"đại diện (?:cho )?")
_LINK = re.compile(
    r"(?P<of> (?:thuộc|của|ở|tại|đến từ) |,? (?:đang )?(?:công tác|làm việc|làm) (?:tại|ở) )"
    rf"|(?P<is>,? (?:(?:người )?(?:{_WHEN}) )?(?:là|làm|{_HOLDS}) )"
    r"|(?P<open>,? \()|(?P<comma> ?, ?)|(?P<dash> ?[-–—] ?)|(?P<colon>: )|(?P<blank> )"
)
_CAPITALS = re.compile(rf"([{lexicon.UPPER}]\w*) [{lexicon.UPPER}]\w*( [{lexicon.UPPER}])?")
_LINE_START = re.compile(r"(?:\A|\n)[^\S\n]*(?:[-–+•*]|\d{1,2}[.)/])?\s*\Z")
_AREA = re.compile(
    r", (?:(?:ở|tại) )?(?:tổ dân phố|khu phố|phường|xã|quận|huyện|thị xã|thị trấn|thành phố|tp|tỉnh|ấp|thôn"
    r"|bản|làng|buôn|xóm|khóm)\b[^,;.()\n]{1,30}(?=,)"
)


def read(passage: Passage, mention: Mention, stop: int) -> None:
    """Adds the post or body that follows a name, up to the next name."""
    link = _LINK.match(passage.key, _over_notes(passage, mention.name.end), stop)
    if not link or not link.lastgroup:
        return
    kind, start = link.lastgroup, link.end()
    if kind == "is" and mention.before and "làm" in link[0]:
        return  # "Hội đồng do Thủ tướng X làm chủ tịch"
    if kind == "colon" and not _LINE_START.search(passage.text, max(0, mention.start - 9), mention.start):
        return
    if kind == "open":
        close = passage.text.find(")", start, start + _BRACKET)
        stop = min(stop, close) if close >= 0 else stop
    start = _after_is(passage, start) if kind in ("open", "comma", "dash", "is") else start
    post = posts.read(passage, start, stop) or _body_only(passage, start, stop, kind)
    post = post or (None if mention.before else _speaker(passage, start, stop))
    if post and not _is_next_persons(passage, post, stop) and _plausible(passage, kind, start, post):
        kind = "all" if kind == "is" and _ALL.search(link[0].lower()) else kind
        mention.link, mention.after, mention.end = kind, post, post.end + (kind == "open")


def _is_next_persons(passage: Passage, post: Post, stop: int) -> bool:
    """Whether a post runs up to the next name: ``Bí thư A, Chủ tịch UBND tỉnh B``."""
    if post.position is None or passage.text[post.end : post.end + 1] != " ":
        return False
    if stop < len(passage.text) and post.end + 1 == stop:
        return True
    named = _CAPITALS.match(passage.text, post.end + 1)
    families = lexicon.FAMILY if named and named[2] else lexicon.COMMON_FAMILY
    return post.role and named is not None and named[1].lower() in families


def _over_notes(passage: Passage, end: int) -> int:
    """Past an age, or a note in brackets that is no post: ``(thứ hai từ trái sang)``."""
    limit = end + _NOTES
    while end < limit:
        if age := _AGE.match(passage.key, end):
            end = _out_of_bracket(passage, age)
            continue
        area = _AREA.match(passage.key, end)
        if area and not passage.post_at(area.start() + 2):
            end = area.end()
            continue
        note = _NOTE.match(passage.key, end)
        if not note or _is_told(passage, note.start("inner")):
            return end
        end = _first_told(passage, note.start("inner"), note.end("inner"))
        if end < 0:
            end = note.end()
    return end


def _out_of_bracket(passage: Passage, age: re.Match[str]) -> int:
    """Where reading goes on after an age: in its bracket if a post follows there, else after the bracket."""
    end = age.end()
    if "(" not in age[0] or ")" in age[0]:
        return end
    close = passage.text.find(")", end, end + _BRACKET)
    if close < 0 or "(" in passage.text[end:close]:
        return end
    end = end if _is_told(passage, end) else _first_told(passage, end, close)
    return end if end >= 0 else close + 1


def _first_told(passage: Passage, start: int, close: int) -> int:
    """Where, in a bracket, the comma before a post or a place of work stands; -1 where none does."""
    comma = passage.text.find(", ", start, close)
    while comma >= 0 and not _is_told(passage, comma + len(", ")):
        comma = passage.text.find(", ", comma + 1, close)
    return comma


def _is_told(passage: Passage, start: int) -> bool:
    """Whether a post or a place of work stands at an offset."""
    if passage.key.startswith("đang ", start):
        return True
    start = _after_is(passage, start)
    return passage.post_at(start) or passage.rank_at(start) > 0


def _after_is(passage: Passage, start: int) -> int:
    """Past ``hiện là``, ``là một`` and the like."""
    is_ = _IS.match(passage.key, start)
    return is_.end() if is_ else start


def _body_only(passage: Passage, start: int, stop: int, link: str) -> Post | None:
    """An organisation without a post: ``X (Công ty Y)``, ``X, Khoa Y``; it has to have a name of its own."""
    if link in ("is", "blank") or not passage.rank_at(start):
        return None
    body = organisations.read(passage, start, stop)
    named = any(letter.isupper() for letter in passage.text[start : body.end])
    return Post(None, body, body.end) if named and body.end > start else None


def _speaker(passage: Passage, start: int, stop: int) -> Post | None:
    """``X, đại diện`` | ``Nghiệp đoàn Y``."""
    speaks = _SPEAKS_FOR.match(passage.key, start, stop)
    if speaks and not passage.rank_at(speaks.end()) and passage.starts_upper(speaks.end()):
        named = organisations.read(passage, speaks.end(), stop)
        nobody = organisations.is_place(passage, named) or named.end <= named.start
        return None if nobody else Post(Span(start, start + len("đại diện")), named, named.end)
    if not speaks or not passage.rank_at(speaks.end()):
        return None
    body = organisations.read(passage, speaks.end(), stop)
    return Post(Span(start, start + len("đại diện")), body, body.end)


def _plausible(passage: Passage, link: str, start: int, post: Post) -> bool:
    """Whether what follows may be the person's: with nothing but a blank between, only a sure post is."""
    if link == "of":
        return post.position is None
    if post.position and _OTHERS.match(passage.key, post.end):
        return False  # "Phó Thủ tướng X, bộ trưởng các bộ": another's
    if link != "blank":
        return True
    aged = passage.key[start - 6 : start] == " tuổi "
    return post.position is not None and (passage.starts_upper(start) or aged or not post.role)
