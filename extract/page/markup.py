"""An HTML page as lines: what it prints, top to bottom, with what its markup says of every line."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace

import lxml.html
from lxml.etree import LxmlError, _Element

import data
from extract.language.normal import normalise
from extract.page import tables
from extract.page.content import Line, UnreadablePage
from extract.page.elements import Place, guarded, inside, is_silent, key
from extract.page.lines import MOST, tidy

_BLOCKS = frozenset(data.toml("page/markup.toml")["blocks"])
_LINES = _BLOCKS - {"br", "hr"}
_BREAKS = re.compile(r"\s+")
_CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff]")
_YEAR = re.compile(r"[/.-](?:19|20)\d\d$")
_WORD = re.compile(r"[^\W\d_]{3}$")
_PICTURE = "\ufffc"
_LONGEST_CAPTION = 300
_DECLARATION = re.compile(r"^\s*<\?xml[^>]{0,200}\?>")
_LONGEST_RUN_TOGETHER = 160


def parse(text: str) -> _Element:
    """The tree of a page.

    Raises:
        UnreadablePage: there is no markup in it that can be read.
    """
    # Without huge_tree an element more than 255 levels deep ends the page; with it, one below 2,048.
    parser = lxml.html.HTMLParser(huge_tree=True)
    try:
        bare = _CONTROL.sub("", _DECLARATION.sub("", text))
        return lxml.html.document_fromstring(bare, parser=parser)
    except (LxmlError, ValueError, AssertionError) as error:
        raise UnreadablePage("the markup holds no page: save the article's page again") from error


@dataclass(slots=True)
class _Open:
    """The line being put together, and where in the tree it stands."""

    pieces: list[str] = field(default_factory=list)
    linked: int = 0
    length: int = 0


@dataclass(slots=True)
class PageLines:
    """The lines of a page, and those that its markup sets as a headline."""

    lines: list[Line]
    titles: list[str]
    pictured: bool = False
    """Whether the last thing printed was a picture."""


def read(tree: _Element, chosen: str) -> PageLines:
    """Lines of a page in the order it prints them.

    Args:
        tree: its markup.
        chosen: what trafilatura takes for the article, one line a paragraph.
    """
    known = frozenset(k for part in re.split(r"[\n|]", chosen) if len(k := key(part)) > 8)
    found = PageLines([], [])
    current, place_of_line = _Open(), Place()
    for text, place in _pieces(tree, guarded(tree, known)):
        if text is None:
            _close(current, place_of_line, known, found)
            current = _Open()
            if len(found.lines) >= MOST:
                break
            continue
        if text == _PICTURE:
            found.pictured = True
            continue
        if not current.length:
            place_of_line = place
        current.pieces.append(text)
        current.length += len(text.strip())
        current.linked += len(text.strip()) if place.link else 0
    _close(current, place_of_line, known, found)
    return found


def _close(current: _Open, place: Place, known: frozenset[str], found: PageLines) -> None:
    text = _joined(current.pieces)
    if not text:
        return
    under_picture = found.pictured and place.set_off and len(text) < _LONGEST_CAPTION
    found.pictured = False
    line = Line(
        text,
        links=current.linked / max(current.length, 1),
        heading=place.heading,
        caption=place.caption or under_picture,
        chosen=key(text) in known,
        furniture=place.furniture,
        row=place.row,
        parent=place.parent,
    )
    found.lines.append(line)
    if place.title and not place.furniture:
        found.titles.append(text)


def _joined(pieces: list[str]) -> str:
    """The text of a line; names, dates and buttons that only their boxes keep apart get a blank between."""
    if len(pieces) > 1 and sum(map(len, pieces)) < _LONGEST_RUN_TOGETHER and all(map(str.strip, pieces)):
        apart = [pieces[0]]
        for piece in pieces[1:]:
            apart.append(" " + piece if _are_apart(apart[-1], piece) else piece)
        pieces = apart
    return tidy(_BREAKS.sub(" ", normalise("".join(pieces))))


def _are_apart(before: str, piece: str) -> bool:
    """Whether two pieces meet as no word does: ``Hoa|Thứ Hai``, ``Hoa|12/5``, ``2024|Hoa``; CO|2 may."""
    left, right = before[-1], piece[0]
    if right.isdigit():
        if left.isdigit():
            return bool(_YEAR.search(before))
        return _WORD.search(before) is not None
    if right.isupper() and piece[1:2].islower() and before[-2:].isupper():
        return True
    return right.isupper() and (left.islower() or left.isdigit())


def _pieces(tree: _Element, known: frozenset[_Element]) -> Iterator[tuple[str | None, Place]]:
    """Pieces of text with their places; None where a line ends. An explicit stack: nesting may be hostile."""
    stack: list[tuple[_Element, Place] | tuple[str | None, Place]] = [(tree, Place())]
    number = 0
    while stack:
        item, place = stack.pop()
        if item is None or isinstance(item, str):
            yield item, place
            continue
        if is_silent(item):
            continue
        if item.tag == "img":
            yield _PICTURE, place
        number += 1
        within = inside(item, place, known, number if item.tag in _LINES else 0)
        if item.tag in _BLOCKS:
            yield None, place
            stack.append((None, place))
        rows = tables.rows(item, _text) if item.tag == "table" else None
        if rows is not None:
            stack += _rows(item, rows, within)
            continue
        for child in reversed(item):
            if child.tail:
                stack.append((child.tail, within))
            stack.append((child, within))
        if item.text:
            stack.append((item.text, within))


def _rows(
    table: _Element, rows: list[str], place: Place
) -> list[tuple[_Element, Place] | tuple[str | None, Place]]:
    """The heading and the rows of a table of data, the first one last as the stack wants it."""
    row = replace(place, row=True)
    ends: list[tuple[_Element, Place] | tuple[str | None, Place]] = []
    for text in reversed(rows):
        ends += [(None, row), (text, row)]
    return ends + [(heading, place) for heading in table.iterchildren("caption")]


def _text(element: _Element) -> str:
    """What an element prints, on one line."""
    pieces = (" " if text is None else text for text, _ in _pieces(element, frozenset()) if text != _PICTURE)
    return tidy(_BREAKS.sub(" ", normalise("".join(pieces))))
