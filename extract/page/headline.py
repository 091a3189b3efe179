"""The headline of an article among the lines above its text."""

from __future__ import annotations

import re
from collections import Counter

from extract.page import bylines, dates, lines
from extract.page.content import Line
from extract.page.markers import Marker, key

_SUFFIX = re.compile(r"\s*(?:[|»›>·:]|\s[-–—])\s*")
_PREFIX = re.compile(r"[|»›>/·]\s*$")
_LONGEST_NAME = 60
_SECTION = 28
REACH = 25
"""How many lines above the text the headline is looked for."""
_NEAR = 4
"""So many lines that are neither text nor furniture may stand between the article's date and its text."""
_FEW = 4
_MENU = 3


def known(page: list[Line], title: str, anchor: int) -> int | None:
    """The last line above the text that is the headline, which a page also prints in menus and trails."""
    wanted = key(title)
    places = [i for i in range(anchor) if key(page[i].text) == wanted]
    return places[-1] if places else None


def find(page: list[Line], anchor: int) -> int | None:
    """The headline above the paragraph at ``anchor``; None where nothing there could be one.

    In order: the line that a title or a trail above it tells with more around it; the line above the
    article's date; the line that begins the page, set apart from what follows; the line that the page prints
    again as a picture's text or in its trail; the nearest.
    """
    candidates = [i for i in range(max(0, anchor - REACH), anchor) if may_be(page[i])]
    candidates = _without_mottos(page, candidates)
    if not candidates:
        return _short(page, anchor)
    if (stated := _stated(page, candidates, anchor)) is not None:
        return stated
    if (dated := _dated(page, candidates, anchor)) is not None:
        return dated
    first, nearest = candidates[0], candidates[-1]
    menu = any(lines.is_marked(page[i]) for i in range(first, nearest))
    apart = _is_set_apart(page, first) and len(candidates) <= _FEW
    if not menu and (apart or (len(candidates) <= 2 and first == _first_ink(page))):
        return first
    told = Counter(key(line.text) for line in page)
    again = [i for i in candidates if told[key(page[i].text)] > 1 and _is_long(page[i])]
    return again[-1] if again and nearest - again[-1] <= _NEAR else nearest


def _stated(page: list[Line], candidates: list[int], anchor: int) -> int | None:
    """The candidate that a line above it tells too, with the site's name after it or a trail before it."""
    above = [key(line.text) for line in page[max(0, anchor - REACH) : anchor]]
    for i in filter(lambda i: _is_long(page[i]), reversed(candidates)):
        bare = key(page[i].text)
        longer = (line for line in above if len(bare) < len(line) <= len(bare) + _LONGEST_NAME)
        if any(is_stated(bare, line) for line in longer):
            return i
    return None


def _is_long(line: Line) -> bool:
    """Whether a line is longer than the names of sections, which pages print again and again."""
    return len(line.text) >= _SECTION


def is_stated(bare: str, title: str) -> bool:
    """Whether a title is a headline with the site's name after it or a trail of sections before it."""
    before, found, after = title.partition(bare)
    if not found or bool(before) == bool(after):
        return False
    return bool(_SUFFIX.match(after) if after else _PREFIX.search(before))


def _without_mottos(page: list[Line], candidates: list[int]) -> list[int]:
    """The candidates less mottos, unless a menu stands between all others and a last one in quotes."""
    plain = [i for i in candidates if not lines.is_slogan(page[i])]
    if plain and plain[-1] != candidates[-1] and not lines.is_shouted(page[candidates[-1]].text):
        between = page[plain[-1] + 1 : candidates[-1]]
        if any(lines.is_marked(line) for line in between):
            return candidates[-1:]
    return plain or candidates


def _dated(page: list[Line], candidates: list[int], anchor: int) -> int | None:
    """The candidate above the article's date; a line just above it may end like a sentence.

    The visitor's date has a menu between itself and the text.
    """
    for stamp in range(anchor - 1, max(0, anchor - REACH), -1):
        if not dates.is_stamp(page[stamp].text):
            continue
        if _is_of_today(page, stamp, candidates, anchor):
            return None
        above = [i for i in candidates if stamp - _NEAR < i < stamp]
        if above:
            return above[-1]
        line = page[stamp - 1]
        if lines.is_sentence(line) and not (lines.names_a_site(line.text) or lines.is_slogan(line)):
            return stamp - 1
    return None


def _is_of_today(page: list[Line], stamp: int, candidates: list[int], anchor: int) -> bool:
    """Whether a menu stands between a date and the text, or between a date and a headline below it."""
    boxed = next((i for i in range(stamp, anchor) if lines.has(page[i], Marker.BOX)), anchor)
    if sum(not is_meta(line) for line in page[stamp:boxed]) > _NEAR:
        return True
    below = next((i for i in reversed(candidates) if i > stamp), stamp)
    return sum(_is_in_a_menu(line) for line in page[stamp + 1 : below]) >= _MENU


def _is_in_a_menu(line: Line) -> bool:
    return lines.is_marked(line) and not lines.has(line, Marker.BUTTON, Marker.END)


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
