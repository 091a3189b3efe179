"""The headline of an article among the lines above its text."""

from __future__ import annotations

from collections import Counter

from extract.page import bylines, dates, lines
from extract.page.content import Line
from extract.page.markers import key

REACH = 25
"""How many lines above the text the headline is looked for."""
_NEAR = 4
"""So many lines that are neither text nor furniture may stand between the article's date and its text."""
_FEW = 4


def known(page: list[Line], title: str, anchor: int) -> int | None:
    """The last line above the text that is the headline, which a page also prints in menus and trails."""
    wanted = key(title)
    places = [i for i in range(anchor) if key(page[i].text) == wanted]
    return places[-1] if places else None


def find(page: list[Line], anchor: int) -> int | None:
    """The headline above the paragraph at ``anchor``; None where nothing there could be one.

    In order: the line above the article's date; the line that begins the page, set apart from what follows;
    the line that the page prints again as a picture's text or in its trail; the nearest.
    """
    candidates = [i for i in range(max(0, anchor - REACH), anchor) if may_be(page[i])]
    # A motto is a headline only where nothing else could be one.
    candidates = [i for i in candidates if not lines.is_slogan(page[i])] or candidates
    if not candidates:
        return _short(page, anchor)
    if (dated := _dated(page, candidates, anchor)) is not None:
        return dated
    first, nearest = candidates[0], candidates[-1]
    menu = any(lines.is_marked(page[i]) for i in range(first, nearest))
    apart = _is_set_apart(page, first) and len(candidates) <= _FEW
    if not menu and (apart or (len(candidates) <= 2 and first == _first_ink(page))):
        return first
    told = Counter(key(line.text) for line in page)
    again = [i for i in candidates if told[key(page[i].text)] > 1 and i + 1 < anchor]
    return again[-1] if again and nearest - again[-1] <= _NEAR else nearest


def _dated(page: list[Line], candidates: list[int], anchor: int) -> int | None:
    """The candidate above the article's date. The visitor's date has a menu between itself and the text."""
    for i in reversed(candidates):
        below = next((j for j in range(i + 1, min(i + 4, anchor)) if dates.is_stamp(page[j].text)), None)
        if below is not None and sum(not is_meta(line) for line in page[below:anchor]) <= _NEAR:
            return i
    return None


def _is_set_apart(page: list[Line], i: int) -> bool:
    """Whether the page begins with this line and a blank line follows: a headline kept with its article."""
    return i == 0 and len(page) > 1 and page[1].broken and not lines.is_shouted(page[0].text)


def may_be(line: Line) -> bool:
    """Whether a line could be the headline: not a caption, a person's name, a site's name."""
    text = line.text
    return (
        lines.is_headline(line)
        and not lines.is_caption(line)
        and not lines.names_a_site(text)
        and not bylines.names(text)
    )


def _short(page: list[Line], anchor: int) -> int | None:
    """A headline of fewer words than most have: the line just above the text, or the first one."""
    for i in range(anchor - 1, max(-1, anchor - 6), -1):
        line = page[i]
        if not (
            lines.is_marked(line) or dates.is_stamp(line.text) or bylines.names(line.text) or line.furniture
        ):
            return None if lines.names_a_site(line.text) else i
    return None


def _first_ink(page: list[Line]) -> int | None:
    """The first line of the page that is neither furniture nor the name of a site."""
    return next(
        (i for i, x in enumerate(page) if not (lines.is_marked(x) or lines.names_a_site(x.text))), None
    )


def is_meta(line: Line) -> bool:
    """Whether a line is printed between headline and text without being text: date, names, buttons."""
    text = line.text
    return (
        lines.is_marked(line)
        or line.furniture
        or dates.is_stamp(text)
        or bool(bylines.names(text))
        or len(text) < 3
    )
