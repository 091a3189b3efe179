"""What the elements of a page say of the text in them: tags, class names, ids, styles."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import islice

from lxml.etree import _Comment, _Element, _ProcessingInstruction

import data

_WORDS = data.toml("page/markup.toml")
_SILENT = frozenset(_WORDS["silent"])
_OUTSIDE = frozenset(_WORDS["outside"])
_HEADINGS = frozenset(_WORDS["headings"])
_SET_OFF = frozenset(_WORDS["set_off"])
_LETTERS = re.compile(r"[\W_]+")
_HIDDEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
_HUMP = re.compile(r"(?<=[a-z0-9])(?=[A-Z])")
_CENTRED = re.compile(r"text-align\s*:\s*center", re.IGNORECASE)
_LONG = 40
_PIECES = 60
"""So many pieces of a paragraph are enough to know it again."""


def _parts(names: list[str]) -> re.Pattern[str]:
    return re.compile(r"(?:^|[\s_-])(?:" + "|".join(names) + ")")


_FURNITURE, _CAPTION, _TITLE, _NO_TITLE = (
    _parts(_WORDS[kind]) for kind in ("furniture", "caption", "title", "no_title")
)


@dataclass(frozen=True, slots=True)
class Place:
    """What the elements around a piece of text say of it."""

    furniture: bool = False
    heading: bool = False
    caption: bool = False
    link: bool = False
    title: bool = False
    set_off: bool = False
    """In italics or centred, as captions are where no class name says so."""
    row: bool = False
    block: int = 0
    """Number of the innermost element that breaks lines."""
    parent: int = 0
    """Number of the one around it."""


def key(text: str) -> str:
    """Letters and digits of a line alone, to know it again in another program's output."""
    return _LETTERS.sub("", text.lower())[:120]


def is_silent(element: _Element) -> bool:
    """Whether an element prints nothing."""
    if isinstance(element, _Comment | _ProcessingInstruction) or not isinstance(element.tag, str):
        return True
    if element.tag in _SILENT or element.get("hidden") is not None:
        return True
    style = element.get("style")
    return bool(style and _HIDDEN.search(style))


def inside(element: _Element, place: Place, guarded: frozenset[_Element], block: int) -> Place:
    """What an element adds to the place of the text in it.

    Args:
        element: the element.
        place: where it stands.
        guarded: elements whose names say nothing, see ``guarded``.
        block: its number if it breaks lines, else 0.
    """
    names = _names(element)
    tag = element.tag
    away = (tag in _OUTSIDE or bool(names and _FURNITURE.search(names))) and element not in guarded
    return Place(
        furniture=place.furniture or away,
        heading=place.heading or tag in _HEADINGS,
        caption=place.caption or tag in ("figcaption", "caption") or bool(names and _CAPTION.search(names)),
        link=place.link or tag == "a",
        set_off=place.set_off or tag in _SET_OFF or bool(_CENTRED.search(element.get("style") or "")),
        title=place.title or tag == "h1" or (tag not in ("a", "body") and _is_title(names)),
        row=place.row,
        block=block or place.block,
        parent=place.block if block else place.parent,
    )


def _is_title(names: str) -> bool:
    """Whether names say that an element is the headline, and not the site's or a box's."""
    return bool(names and _TITLE.search(names)) and not _NO_TITLE.search(names)


def _names(element: _Element) -> str:
    """Class names and id, in lower case, with humps (``TinKhac``) cut like dashes."""
    found = f"{element.get('class') or ''} {element.get('id') or ''}".strip()
    return _HUMP.sub("-", found[:400]).lower() if found else ""


def guarded(tree: _Element, known: frozenset[str]) -> frozenset[_Element]:
    """Elements around the bulk of the article: their class names say nothing about it.

    Themes put ``right-sidebar`` or ``tag-news`` on the element that holds everything.

    Args:
        tree: the page.
        known: keys of the paragraphs that trafilatura takes for the article.
    """
    elements = [element for element in tree.iter() if isinstance(element.tag, str)]
    around = _weights(elements, known)
    total = sum(around.values())
    # From the last element to the first, every one hands what it holds to the one around it: each step
    # once, however deep the nesting.
    for element in reversed(elements):
        if (held := around.get(element)) and (outer := element.getparent()) is not None:
            around[outer] = around.get(outer, 0) + held
    return frozenset(element for element, held in around.items() if held > 0.5 * total)


def _weights(elements: list[_Element], known: frozenset[str]) -> dict[_Element, int]:
    """Characters of long text directly in each element, those of known paragraphs fourfold."""
    weight: dict[_Element, int] = {}
    for element in elements:
        text, tail = element.text, element.tail
        if text and len(text) >= _LONG and element.tag not in _SILENT:
            told = "".join(islice(element.itertext(), _PIECES))[:4000]
            weight[element] = weight.get(element, 0) + len(text) * (4 if key(told) in known else 1)
        if tail and len(tail) >= _LONG and (outer := element.getparent()) is not None:  # after <br>
            weight[outer] = weight.get(outer, 0) + len(tail) * (4 if key(tail) in known else 1)
    return weight
