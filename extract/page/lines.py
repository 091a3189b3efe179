"""The shape of a line: paragraph, sentence, headline, slogan, caption, name of a site."""

from __future__ import annotations

import html
import re
from collections.abc import Iterable

import data
from extract.language.normal import lower, normalise
from extract.page import dates
from extract.page.content import Line
from extract.page.markers import Marker, markers

_ENTITY = re.compile(
    r"&(?:nbsp|amp|quot|lt|gt|#\d{2,5}|#x[0-9a-fA-F]{2,5}|[A-Za-z](?:grave|acute|circ|tilde));"
)
_BLANKS = re.compile(r"[^\S\n]+")
_ENDS = re.compile(r"[.!?…;:][”’\"')\]»*]*$")
_SENTENCE_END = re.compile(r"[.?…][”’\"')\]»*]*$")
_PAUSE = re.compile(r"[.!?…;,:]")
_INNER_STOP = re.compile(r"[^\W\d][.!?…][”\"’')]*\s+[“\"‘(]?[^\W\d_a-z]")
_CREDIT = re.compile(
    r"(?:^|[\s(.\[-])(?:ảnh|nguồn ảnh|đồ họa|video|clip|photo)\s*(?:[:/]|minh họa|tư liệu|chụp|do )|\(nguồn:"
)
_CAPTION = re.compile(r"^(?:\(?ảnh|trong ảnh|hình ảnh:|toàn cảnh|quang cảnh|\(?từ trái|ảnh minh)")
_QUOTED = re.compile(r"^[“\"«].*[”\"»!.]$", re.DOTALL)
_MOTTOS = data.lines("page/mottos.txt")
_LEAD_MARK = re.compile(
    r"^\(?(?P<mark>[A-ZĐ][\w.&/+]{1,14}(?: \w{1,10}){0,2})\)?\s*[-–—:]\s"
    r"|^\((?P<bracketed>[A-ZĐ][\w&]{1,14}(?: \w{1,10}){0,2})\)\s*[-–—:]?\s*"
)
_ITEM = re.compile(r"^(?:[-–—+*]|\(?\d{1,2}[.)/]|[a-zđIVX]{1,4}[.)/])\s?\S")

_LONGEST_MOTTO = 400
_ONE_SENTENCE = 85
"""A line from this many characters on is a paragraph if it ends as a sentence does."""
_TWO_SENTENCES = 60
"""The same if another sentence ends inside it."""
_UNENDED = 100
"""The same if it ends in another mark, or has lost its own."""
_CHOSEN = 60
"""The same if trafilatura takes it for article text."""
MOST = 40_000
"""Lines of a page that are looked at; no article stands below so many."""
LONG = 200
"""A line from this many characters on is a paragraph however it is punctuated."""


def split(text: str) -> list[Line]:
    """The lines of a text that hold anything, normalised, with single blanks between words."""
    if _ENTITY.search(text):  # left by the program that saved the page
        text = html.unescape(text)
    lines: list[Line] = []
    broken = False
    for raw in (
        normalise(text).replace("\u2028", "\n").replace("\u2029", "\n").replace("\x85", "\n").splitlines()
    ):
        line = tidy(raw)
        if line:
            lines.append(Line(line, broken=broken))
        broken = not line
    return lines


def tidy(line: str) -> str:
    """A line with single blanks between words and none around it."""
    return _BLANKS.sub(" ", line).strip()


def is_prose(line: Line) -> bool:
    """Whether a line reads as a paragraph of running text."""
    if line.furniture or line.row or line.links > 0.5 or is_marked(line):
        return False
    text, length = line.text, len(line.text)
    if line.chosen and length >= _CHOSEN and _ENDS.search(text):
        return True
    if length < _TWO_SENTENCES or is_shouted(text):
        return False
    if length >= LONG:
        return True
    if _SENTENCE_END.search(text):
        return not line.heading and (length >= _ONE_SENTENCE or _INNER_STOP.search(text) is not None)
    return length >= _UNENDED and not line.heading and bool(_ENDS.search(text) or _INNER_STOP.search(text))


def is_sentence(line: Line) -> bool:
    """Whether a line ends as a sentence does; shorter than a paragraph."""
    return (
        len(line.text) >= 35
        and bool(_SENTENCE_END.search(line.text))
        and not line.row
        and not is_marked(line)
    )


def is_caption(line: Line) -> bool:
    """Whether a line stands under a picture, by markup or by its wording."""
    lowered = lower(line.text[:400])
    return line.caption or bool(_CREDIT.search(lowered) or _CAPTION.match(lowered))


def is_slogan(line: Line) -> bool:
    """Whether a line is a motto of a header: quoted whole, in capitals, or an exclamation."""
    text = line.text
    if is_shouted(text):
        return True
    if len(text) > _LONGEST_MOTTO or _INNER_STOP.search(text):
        return False
    return bool(_QUOTED.match(text)) or (text.endswith("!") and any(w in lower(text) for w in _MOTTOS))


def is_shouted(text: str) -> bool:
    """Whether a text of some length stands in capitals."""
    letters = [char for char in text[:400] if char.isalpha()]
    return len(letters) > 8 and sum(char.isupper() for char in letters) > 0.8 * len(letters)


def is_headline(line: Line) -> bool:
    """Whether a line could be a headline: some words, a capital, no full stop, not furniture."""
    text = line.text
    if not 12 <= len(text) <= 220 or len(text.split()) < 4 or line.furniture or line.row:
        return False
    if is_marked(line) or text[0].islower() or dates.is_stamp(text):
        return False
    return not (text.endswith((".", ";", ",", ":")) and not text.endswith(("...", "/.")))


def is_listed(line: Line) -> bool:
    """Whether a line is an item of a list inside a text, or a heading of it by markup."""
    return line.heading or bool(_ITEM.match(line.text))


def is_marked(line: Line) -> bool:
    """Whether a line is furniture, a pointer elsewhere or the heading of such."""
    return not line.row and bool(markers(line.text))


def has(line: Line, *kinds: Marker) -> bool:
    """Whether a line has the wording of one of these kinds."""
    return not line.row and not markers(line.text).isdisjoint(kinds)


def continues(line: Line) -> bool:
    """Whether a line goes on from the one before it, as text broken at a fixed width does."""
    return line.text[0].islower()


def is_run_together(line: Line) -> bool:
    """Whether a line is several headlines of other articles without anything between them."""
    text = line.text
    return (
        len(text) > 110 and text.count(": ") >= 2 and not _ENDS.search(text) and not _INNER_STOP.search(text)
    )


def lead_mark(text: str) -> str | None:
    """The mark of a paper before a lead: ``(LĐTĐ)``, ``LCĐT -``; None where there is none."""
    match = _LEAD_MARK.match(text)
    return (match["mark"] or match["bracketed"]) if match else None


_ORGANISATIONS = tuple(data.lines("page/site_heads.txt"))
_NAMING = frozenset(data.lines("page/site_words.txt"))


def names_a_site(text: str) -> bool:
    """Whether a line is the name of a paper, a federation or an office, without a verb."""
    lowered = lower(text)
    if len(text) > 90 or not lowered.startswith(_ORGANISATIONS) or _PAUSE.search(text.rstrip(".")):
        return False
    return is_shouted(text) or all(word in _NAMING for word in lowered.split() if word in text.split())


def size(lines: Iterable[Line]) -> int:
    """Characters of text in some lines."""
    return sum(len(line.text) for line in lines)
