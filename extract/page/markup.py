"""An HTML page as lines: what it prints, top to bottom, with what its markup says of every line."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

import lxml.html
from lxml.etree import LxmlError, _Comment, _Element, _ProcessingInstruction

import data
from extract.language.normal import normalise
from extract.page.content import Line, UnreadablePage
from extract.page.lines import tidy

_WORDS = data.toml("page/markup.toml")
_SILENT = frozenset(_WORDS["silent"])
_OUTSIDE = frozenset(_WORDS["outside"])
_BLOCKS = frozenset(_WORDS["blocks"])
_HEADINGS = frozenset(_WORDS["headings"])
_BREAKS = re.compile(r"\s+")
_CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff]")
_LETTERS = re.compile(r"[\W_]+")
_HIDDEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
_HUMP = re.compile(r"(?<=[a-z0-9])(?=[A-Z])")
_CENTRED = re.compile(r"text-align\s*:\s*center", re.IGNORECASE)
_SET_OFF = frozenset(_WORDS["set_off"])
_PICTURE = "\ufffc"
_LONGEST_CAPTION = 300
_DECLARATION = re.compile(r"^\s*<\?xml[^>]{0,200}\?>")


def _parts(names: list[str]) -> re.Pattern[str]:
    return re.compile(r"(?:^|[\s_-])(?:" + "|".join(names) + ")")


_FURNITURE, _CAPTION, _TITLE = (_parts(_WORDS[kind]) for kind in ("furniture", "caption", "title"))


def parse(text: str) -> _Element:
    """The tree of a page.

    Raises:
        UnreadablePage: there is no markup in it that can be read.
    """
    try:
        return lxml.html.document_fromstring(_CONTROL.sub("", _DECLARATION.sub("", text)))
    except (LxmlError, ValueError, AssertionError) as error:
        raise UnreadablePage("the markup holds no page: save the article's page again") from error


def key(text: str) -> str:
    """Letters and digits of a line alone, to know it again in another program's output."""
    return _LETTERS.sub("", text.lower())[:120]


@dataclass(slots=True)
class _Open:
    """The line being put together, and where in the tree it stands."""

    pieces: list[str] = field(default_factory=list)
    linked: int = 0
    length: int = 0


@dataclass(frozen=True, slots=True)
class _Place:
    """What the elements around a piece of text say of it."""

    furniture: bool = False
    heading: bool = False
    caption: bool = False
    link: bool = False
    title: bool = False
    set_off: bool = False
    """In italics or centred, as captions are where no class name says so."""


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
    guarded = _guarded(tree, known)
    found = PageLines([], [])
    current, place_of_line = _Open(), _Place()
    for text, place in _pieces(tree, guarded):
        if text is None:
            _close(current, place_of_line, known, found)
            current = _Open()
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


def _close(current: _Open, place: _Place, known: frozenset[str], found: PageLines) -> None:
    text = tidy(_BREAKS.sub(" ", normalise("".join(current.pieces))))
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
    )
    found.lines.append(line)
    if place.title and not place.furniture:
        found.titles.append(text)


def _pieces(tree: _Element, guarded: frozenset[_Element]) -> Iterator[tuple[str | None, _Place]]:
    """Pieces of text with their places; None where a line ends. An explicit stack: nesting may be hostile."""
    stack: list[tuple[_Element, _Place] | tuple[str | None, _Place]] = [(tree, _Place())]
    while stack:
        item, place = stack.pop()
        if item is None or isinstance(item, str):
            yield item, place
            continue
        if _is_silent(item):
            continue
        if item.tag == "img":
            yield _PICTURE, place
        inside = _inside(item, place, guarded)
        block = item.tag in _BLOCKS
        if block:
            yield None, place
            stack.append((None, place))
        for child in reversed(item):
            if child.tail:
                stack.append((child.tail, inside))
            stack.append((child, inside))
        if item.text:
            stack.append((item.text, inside))


def _is_silent(element: _Element) -> bool:
    if isinstance(element, _Comment | _ProcessingInstruction) or not isinstance(element.tag, str):
        return True
    if element.tag in _SILENT or element.get("hidden") is not None:
        return True
    style = element.get("style")
    return bool(style and _HIDDEN.search(style))


def _inside(element: _Element, place: _Place, guarded: frozenset[_Element]) -> _Place:
    """What an element adds to the place of the text in it."""
    names = _names(element)
    tag = element.tag
    away = (tag in _OUTSIDE or bool(names and _FURNITURE.search(names))) and element not in guarded
    return _Place(
        furniture=place.furniture or away,
        heading=place.heading or tag in _HEADINGS,
        caption=place.caption or tag in ("figcaption", "caption") or bool(names and _CAPTION.search(names)),
        link=place.link or tag == "a",
        set_off=place.set_off or tag in _SET_OFF or bool(_CENTRED.search(element.get("style") or "")),
        title=place.title or tag == "h1" or bool(names and tag not in ("a", "body") and _TITLE.search(names)),
    )


def _names(element: _Element) -> str:
    """Class names and id, in lower case, with humps (``TinKhac``) cut like dashes."""
    found = f"{element.get('class') or ''} {element.get('id') or ''}".strip()
    return _HUMP.sub("-", found[:400]).lower() if found else ""


def _guarded(tree: _Element, known: frozenset[str]) -> frozenset[_Element]:
    """Elements around the bulk of the article: their class names say nothing about it.

    Themes put ``right-sidebar`` or ``tag-news`` on the element that holds everything.
    """
    weight: dict[_Element, int] = {}
    total = 0
    for element in tree.iter("p", "td", "div", "span", "li"):
        if (text := element.text) and len(text) >= 40:
            worth = len(text) * (4 if key("".join(element.itertext())[:4000]) in known else 1)
            total += worth
            weight[element] = weight.get(element, 0) + worth
    around: dict[_Element, int] = {}
    for element, worth in weight.items():
        for outer in (element, *element.iterancestors()):
            around[outer] = around.get(outer, 0) + worth
    return frozenset(element for element, worth in around.items() if worth > 0.5 * total)
