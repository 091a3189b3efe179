"""A page saved as text, and an article kept as text: headline, blank line, body."""

from __future__ import annotations

import datetime as dt
import re

from extract.page import bylines, dates, layout, lines, tables, teasers, trimming
from extract.page.content import Content, Line, UnreadablePage
from extract.page.markers import Marker, key
from extract.page.wrapping import unwrap

_LONGEST_HEADLINE = 250
_FURNISHED = 2
"""From so many buttons, counters and menu entries on, a text is a page; one can be a line of an article."""
_LETTERS = re.compile(r"[^\W\d_]{2}")
_TOKEN = re.compile(r"\w")


def read(text: str) -> Content:
    """The article in a page saved as text; a clean article keeps its body word for word.

    Raises:
        UnreadablePage: no letters, or nothing but menus.
    """
    page = tables.marked(unwrap(lines.split(text)))
    if not any(_TOKEN.search(line.text) for line in page):
        raise UnreadablePage("the text holds no words: save the page again")
    return _clean(page) if is_clean(page) else from_lines(page)


def is_clean(page: list[Line]) -> bool:
    """Whether a text is an article alone: a headline, then text, and nothing of a page around them."""
    if not lines.is_prose(page[0]) and not _starts_like_an_article(page):
        return False
    page = page[: lines.MOST]
    told = [key(line.text) for line in page]
    if teasers.find(page) or told[0] in told[2:]:
        return False
    strong = any(lines.has(line, Marker.AFTER, Marker.END, Marker.BOX) for line in page)
    return not strong and sum(map(_is_furniture, page)) < _FURNISHED


def _starts_like_an_article(page: list[Line]) -> bool:
    """A headline first, and soon running text."""
    if lines.names_a_site(page[0].text) or lines.is_marked(page[0]) or dates.is_stamp(page[0].text):
        return False
    return len(page) < 4 or any(lines.is_prose(line) or lines.is_sentence(line) for line in page[1:4])


def _is_furniture(line: Line) -> bool:
    return lines.has(line, Marker.FURNITURE) and bool(_LETTERS.search(line.text))


def _has_headline(page: list[Line]) -> bool:
    """Whether a clean text begins with a headline: a line set apart, or short and without a full stop.

    A text that begins with a blank line and goes on without one has had its headline taken away.
    """
    first, apart = page[0], len(page) > 1 and page[1].broken
    if len(page) == 1 or len(first.text) > _LONGEST_HEADLINE or (first.broken and not apart):
        return False
    return apart or not first.text.endswith(".")


def _clean(page: list[Line]) -> Content:
    if not _has_headline(page):
        return Content("\n".join(line.text for line in page))
    title, rest = page[0].text, page[1:]
    published: dt.date | None = None
    authors: list[str] = []
    while rest and dates.is_stamp(rest[0].text) and len(rest) > 1:
        published = published or dates.find(rest[0].text)
        authors += bylines.names(dates.remainder(rest[0].text))
        rest = rest[1:]
    while len(rest) > 2 and not lines.is_caption(rest[-1]) and (signed := bylines.names(rest[-1].text)):
        authors += signed
        rest = rest[:-1]
    if len(rest) > 1 and key(rest[0].text) == key(title):
        rest = rest[1:]
    authors += [name for line in rest[1:] if len(line.text) < 60 for name in bylines.names(line.text)]
    body = "\n".join(line.text for line in rest)
    marks = (rest[0].text,) if rest else ()
    return Content(body, title, _unique(authors), published, marks=marks)


def from_lines(page: list[Line], title: str | None = None) -> Content:
    """The article among the lines of a page.

    Args:
        page: its lines.
        title: the headline where markup tells it.

    Raises:
        UnreadablePage: the page has no running text.
    """
    page = page[: lines.MOST]
    found = layout.find(page, title)
    if found is None:
        raise UnreadablePage("the page has no running text, only menus or lists: give it an article's page")
    headline = title or (page[found.title].text if found.title is not None else None)
    body = trimming.trim(page, found, headline)
    kept = frozenset(body)
    marks = (*(line.text for line in page if line.text not in kept), *body[:1])
    return Content("\n".join(body), headline, _authors(page, found), _published(page, found), marks=marks)


def _authors(page: list[Line], found: layout.Layout) -> tuple[str, ...]:
    """Names below the text; else those between headline and text."""
    below: list[str] = []
    for line in page[found.end : found.end + 4]:
        if lines.is_marked(line) and not bylines.is_signed(line.text):
            break
        below += bylines.names(line.text) or bylines.names(dates.remainder(line.text))
    under = page[found.title + 1 : found.start] if found.title is not None else []
    top = [name for line in under for name in bylines.names(line.text) or _beside_a_date(line.text)]
    return _unique(top if not below or _are_initials(below, top) else below)


def _are_initials(below: list[str], top: list[str]) -> bool:
    """Whether the names below a text are short for those above it (``M.C``), or the same in capitals."""
    if [name.lower() for name in below] == [name.lower() for name in top]:
        return True
    written = [re.sub(r"\W", "", name) for name in below]
    full = ["".join(word[0] for word in name.split()) for name in top]
    return len(written) == len(full) and all(map(str.endswith, full, written))


def _beside_a_date(text: str) -> tuple[str, ...]:
    return bylines.names(re.split(r"\s[—|]\s", dates.remainder(text))[0]) if dates.is_stamp(text) else ()


def _published(page: list[Line], found: layout.Layout) -> dt.date | None:
    """The date printed for this article: under its headline, else just above it or just below the text.

    A date higher up is the visitor's today; one further down belongs to another article or a licence.
    """
    head = found.title if found.title is not None else found.start
    under = page[head + 1 : found.start] if found.title is not None else page[max(0, head - 3) : head]
    above = [line for line in page[max(0, head - 2) : head] if _is_dated(line.text)]
    below = [
        line
        for line in page[found.end : found.end + 5]
        if dates.is_stamp(line.text) and dates.has_cue(line.text)
    ]
    stamped = [line for line in under if dates.is_stamp(line.text)]
    return next((date for line in (*stamped, *above, *below) if (date := dates.find(line.text))), None)


def _is_dated(text: str) -> bool:
    return dates.is_stamp(text) and (dates.has_cue(text) or dates.has_time(text))


def _unique(names: list[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(names))
