"""What is read from a page before it becomes an article: lines, and the content taken from them."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, field, replace


class UnreadablePage(ValueError):  # noqa: N818 - named for what the user sees, not for the machinery
    """A page from which no article can be read. The message gives the reason and what to do about it."""


@dataclass(frozen=True, slots=True)
class Line:
    """One line of a page: a paragraph, a heading, a caption, a menu entry.

    The flags are what markup says of it; a page saved as text leaves them at their defaults.
    """

    text: str
    links: float = 0.0
    """Share of its characters inside links, 0 to 1."""
    heading: bool = False
    caption: bool = False
    chosen: bool = False
    """Whether trafilatura takes it for article text."""
    furniture: bool = False
    """Whether it stands in an element that holds menus, related lists, comments, footers."""
    row: bool = False
    """Whether it is a row of a table of data, or a cell of one: text, whatever words it holds."""
    parent: int = 0
    """Number of the element that holds the paragraph; 0 where markup tells nothing."""
    broken: bool = False
    """Whether a blank line stands before it."""


@dataclass(frozen=True, slots=True)
class Content:
    """An article's text and what its page prints about it, normalised (NFC)."""

    body: str
    title: str | None = None
    authors: tuple[str, ...] = ()
    published: dt.date | None = None
    source: str | None = None
    url: str | None = None
    marks: tuple[str, ...] = field(default=(), compare=False)
    """Lines outside the article that may name the site: headers, footers, the mark before the lead."""

    def updated(self, **known: object) -> Content:
        """A copy in which every given value that is not empty replaces what was read."""
        given = {name: value for name, value in known.items() if value}
        return replace(self, **given)  # type: ignore[arg-type]
