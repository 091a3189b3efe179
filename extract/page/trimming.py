"""Taking out of an article's stretch of the page what is not its text."""

from __future__ import annotations

import re

from extract.page import dates, layout, lines, siblings, teasers
from extract.page.content import Line
from extract.page.markers import Marker, key

_BOX_LENGTH = 6
_EARLY = 4
"""Links to other articles run together stand just under the lead."""
_ALT = re.compile(r"\s*-\s*(?:ảnh|hình|image|photo) \d+$")


def trim(page: list[Line], found: layout.Layout, title: str | None) -> list[str]:
    """The paragraphs of the article, in order."""
    own = siblings.homes(page, [lines.is_prose(line) for line in page], found.body)
    dropped = teasers.find(page) | _boxes(page, found, own) | _under_the_lead(page, found, own)
    headline = key(title or "")
    kept: list[str] = []
    for i in found.body:
        line = page[i]
        if i in dropped and not _is_told_twice(page, i):
            continue
        early = i - found.start < _EARLY
        if (
            _is_foreign(line)
            or (early and lines.is_run_together(line))
            or (headline and _ALT.sub("", key(line.text)) == headline)
        ):
            continue
        if kept and kept[-1] == line.text and not line.row:
            continue
        kept.append(line.text)
    return kept


def _is_told_twice(page: list[Line], i: int) -> bool:
    """A caption printed twice, once as the picture's alternative text, is still a caption."""
    return lines.is_caption(page[i]) and i > 0 and page[i - 1].text == page[i].text


def _is_foreign(line: Line) -> bool:
    if line.row:
        return line.furniture
    if line.furniture or lines.has(line, Marker.BOX, Marker.AFTER, Marker.END):
        return True
    if lines.has(line, Marker.TEASER) and not line.text.endswith("."):
        return True
    if lines.has(line, Marker.FURNITURE):
        return True
    linked = line.links > 0.8 and not line.heading and not line.caption and not lines.is_prose(line)
    return linked or (dates.is_stamp(line.text) and len(line.text) < 60 and dates.has_cue(line.text))


def _boxes(page: list[Line], found: layout.Layout, own: siblings.Homes) -> set[int]:
    """Headlines under the heading of a box of related news."""
    inside: set[int] = set()
    left = 0
    for i in range(found.start if found.title is None else found.title, found.end):
        line = page[i]
        if lines.has(line, Marker.BOX, Marker.AFTER):
            left = _BOX_LENGTH
        elif left and _is_in_a_box(line) and not (line.heading and siblings.is_own(line, own)):
            inside.add(i)
            left -= 1
        else:
            left = 0
    return inside


def _is_in_a_box(line: Line) -> bool:
    if lines.is_prose(line) or lines.is_caption(line) or line.row:
        return False
    return lines.is_headline(line) or not lines.is_sentence(line)


def _under_the_lead(page: list[Line], found: layout.Layout, own: siblings.Homes) -> set[int]:
    """Headlines just under the lead, if several: links, for no article has two subheadings in a row there."""
    lead = next((n for n, i in enumerate(found.body[:_EARLY]) if lines.is_prose(page[i])), None)
    if lead is None:
        return set()
    row: list[int] = []
    for i in found.body[lead + 1 :]:
        line = page[i]
        if lines.is_prose(line) or not teasers.is_in_a_row(line) or siblings.is_own(line, own):
            break
        row.append(i)
    wrapped = any(lines.continues(page[i]) for i in found.body[: lead + len(row) + 2])
    return set(row) if len(row) >= 2 and not wrapped else set()
