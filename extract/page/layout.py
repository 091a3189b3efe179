"""Which lines of a page are the article: its headline, where its text begins, where it ends.

Pages differ without end, articles little: they are the longest run of paragraphs. Headings such as "Tin cùng
chuyên mục", buttons and rows of headlines cut the page into stretches; the stretch with the most running text
holds the article, and one after it belongs to it only if it goes on like one.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise

from extract.page import dates, headline, lines, siblings, teasers
from extract.page.content import Line
from extract.page.continuation import Run, chains, last, own_text, reach
from extract.page.markers import Marker, key
from extract.page.teasers import is_in_a_row

_LINKED = 0.3
_LEAST_BELOW = 0.2
_LONGEST_HEADLINE = 200
_ROW = 4
"""So many headlines in a row are a list of other articles."""


@dataclass(frozen=True, slots=True)
class Layout:
    """Places of an article in the lines of its page."""

    title: int | None
    body: tuple[int, ...]
    """Indices of the lines between headline and end, captions and what is still to be trimmed included."""
    start: int
    end: int
    """Index after the last paragraph."""


def find(page: list[Line], title: str | None = None) -> Layout | None:
    """The layout of a page, or None where it has no running text.

    Args:
        page: its lines.
        title: the headline where markup tells it; else it is looked for above the text.
    """
    skipped = teasers.find(page)
    prose = [lines.is_prose(line) and i not in skipped for i, line in enumerate(page)]
    if title:
        prose = _below(page, prose, title)
    if not any(prose):  # a short item
        prose = [lines.is_sentence(line) and not lines.is_slogan(line) for line in page]
    stretches = _stretches(page, prose)
    if not any(prose):
        return None
    runs = max(
        chains(page, prose, stretches, title is not None), key=lambda chain: own_text(page, prose, chain)
    )
    begin, stop = runs[0]
    anchor = next((i for i in range(begin, stop) if prose[i] and not _is_above_text(page, i)), None)
    if anchor is None:
        anchor = next(i for i in range(begin, stop) if prose[i])
    head = headline.known(page, title, anchor) if title else headline.find(page, anchor)
    start = _first(page, head, anchor)
    own = siblings.homes(page, prose, (i for run in runs for i in range(*run)))
    body = siblings.above(page, own, start if head is None else head + 1, start)
    for first, after in [(start, stop), *runs[1:]]:
        final = after == runs[-1][1]
        end = (last if final else reach)(page, prose, first, after)
        body += range(first, siblings.end(page, own, end, after))
    return Layout(head, tuple(body), start, body[-1] + 1 if body else start)


def _is_above_text(page: list[Line], i: int) -> bool:
    """Whether a line that reads as a paragraph is a motto, or a headline that asks: its date stands below."""
    asks = page[i].text.endswith(("?", "!")) and len(page[i].text) < _LONGEST_HEADLINE
    return lines.is_slogan(page[i]) or (
        asks and any(dates.is_stamp(line.text) for line in page[i + 1 : i + 3])
    )


def _below(page: list[Line], prose: list[bool], title: str) -> list[bool]:
    """Running text less what stands above the headline, unless next to nothing stands below it."""
    wanted = key(title)
    head = next((i for i, line in enumerate(page) if key(line.text) == wanted), 0)
    below = [is_text and i > head for i, is_text in enumerate(prose)]
    size = lines.size(line for line, is_text in zip(page, prose, strict=True) if is_text)
    left = lines.size(line for line, is_text in zip(page, below, strict=True) if is_text)
    return below if left >= _LEAST_BELOW * size else prose


def _stretches(page: list[Line], prose: list[bool]) -> list[Run]:
    """The page cut at headings of other matter, at buttons below text, and at rows of headlines."""
    cuts: list[int] = []
    homes = siblings.homes(page, prose, range(len(page)))
    row = 0
    for i, line in enumerate(page):
        listed = line.links < _LINKED and line.parent in homes  # unlinked between paragraphs: names, prizes
        row = row + 1 if not prose[i] and not listed and is_in_a_row(line) else 0
        if row == _ROW and cuts[-1:] != [i - _ROW]:  # else a heading has cut there
            cuts.append(i - _ROW + 1)
        if lines.has(line, Marker.AFTER, Marker.BOX, Marker.END):
            cuts.append(i)
    edges = [0, *cuts, len(page)]
    return [(a, b) for a, b in pairwise(edges) if a < b] or [(0, len(page))]


def _first(page: list[Line], head: int | None, anchor: int) -> int:
    """Where the text begins: after the headline and what is printed under it, at a lead or a subheading."""
    if head is None:
        return anchor
    start = head + 1
    while start < anchor and headline.is_meta(page[start]):
        start += 1
    # Other matter between headline and text: begin after its last piece.
    for i in range(start, anchor):
        line = page[i]
        in_row = i > start and lines.is_marked(line) and lines.is_marked(page[i - 1])
        if in_row or dates.is_stamp(line.text) or lines.has(line, Marker.AFTER, Marker.BOX, Marker.END):
            start = i + 1
    return start
