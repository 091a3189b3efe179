"""Which lines of a page are the article: its headline, where its text begins, where it ends.

Pages differ without end, articles little: they are the longest run of paragraphs. Headings such as "Tin cùng
chuyên mục", buttons and rows of headlines cut the page into stretches; the stretch with the most running text
holds the article, and one after it belongs to it only if it goes on like one.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from itertools import pairwise

from extract.page import bylines, dates, lines
from extract.page.content import Line
from extract.page.markers import Marker, key

_ROW = 4
"""So many headlines in a row are a list of other articles."""
Run = tuple[int, int]
"""First index of some lines, and the index after their last."""
_REACH = 25
"""How many lines above the text the headline is looked for."""


@dataclass(frozen=True, slots=True)
class Layout:
    """Places of an article in the lines of its page."""

    title: int | None
    body: tuple[int, ...]
    """Indices of the lines between headline and end, captions and what is still to be trimmed included."""
    start: int
    end: int
    """Index after the last paragraph."""


def teasers(page: list[Line]) -> set[int]:
    """Lines of teasers: a headline printed twice, once for the picture, and the summary under it."""
    found: set[int] = set()
    # Before any text, a headline printed twice is the article's own, in the trail and above the text.
    begin = next((i for i, line in enumerate(page) if lines.is_prose(line)), len(page))
    for i in range(begin, len(page) - 1):
        first, second = page[i], page[i + 1]
        if first.text != second.text or not lines.is_headline(first) or lines.is_caption(first):
            continue
        found |= {i, i + 1}
        if i + 2 < len(page) and lines.is_prose(page[i + 2]) and not _pictured(page, i):
            found.add(i + 2)
    return found


def _pictured(page: list[Line], i: int) -> bool:
    """Whether a picture's file name stands just above: then a line told twice is its caption."""
    return i > 0 and key(page[i - 1].text).endswith((".jpg", ".jpeg", ".png", ".gif", ".webp"))


def find(page: list[Line], title: str | None = None) -> Layout | None:
    """The layout of a page, or None where it has no running text.

    Args:
        page: its lines.
        title: the headline where markup tells it; else it is looked for above the text.
    """
    skipped = teasers(page)
    prose = [lines.is_prose(line) and i not in skipped for i, line in enumerate(page)]
    if not any(prose):  # a short item
        prose = [lines.is_sentence(line) and not lines.is_slogan(line) for line in page]
    stretches = _stretches(page, prose)
    if not any(prose):
        return None
    runs = max(_chains(page, prose, stretches), key=lambda chain: _own_text(page, prose, chain))
    begin, stop = runs[0]
    anchor = next((i for i in range(begin, stop) if prose[i] and not lines.is_slogan(page[i])), None)
    if anchor is None:
        anchor = next(i for i in range(begin, stop) if prose[i])
    head = _known_title(page, title, anchor) if title else _title(page, anchor)
    start = _first(page, head, anchor)
    first = range(start, max(start, _last(page, prose, start, stop)))
    body = [i for run in (first, *(range(*run) for run in runs[1:])) for i in run]
    return Layout(head, tuple(body), start, body[-1] + 1 if body else start)


def _stretches(page: list[Line], prose: list[bool]) -> list[Run]:
    """The page cut at headings of other matter, at buttons below text, and at rows of headlines."""
    cuts: list[int] = []
    row = 0
    for i, line in enumerate(page):
        row = row + 1 if not prose[i] and _is_in_a_row(line) else 0
        if row == _ROW:
            cuts.append(i - _ROW + 1)
        if lines.has(line, Marker.AFTER, Marker.BOX, Marker.END):
            cuts.append(i)
    edges = [0, *cuts, len(page)]
    return [(a, b) for a, b in pairwise(edges) if a < b] or [(0, len(page))]


def _is_in_a_row(line: Line) -> bool:
    """Whether a line could be one of a row of headlines of other articles."""
    return lines.is_headline(line) and not lines.is_listed(line) and not lines.is_caption(line)


def _known_title(page: list[Line], title: str, anchor: int) -> int | None:
    """The last line above the text that is the headline, which a page also prints in menus and trails."""
    wanted = key(title)
    places = [i for i in range(anchor) if key(page[i].text) == wanted]
    return places[-1] if places else None


def _title(page: list[Line], anchor: int) -> int | None:
    candidates = [i for i in range(max(0, anchor - _REACH), anchor) if _may_be_title(page[i])]
    # A motto in capitals is a headline only where nothing else could be one.
    candidates = [i for i in candidates if not lines.is_shouted(page[i].text)] or candidates
    if not candidates:
        return _short_title(page, anchor)
    if _is_set_apart(page, candidates[0]) and len(candidates) <= _ROW:
        return candidates[0]
    told = Counter(key(line.text) for line in page)
    nearest = candidates[-1]
    again = [i for i in candidates if told[key(page[i].text)] > 1 and i + 1 < anchor]
    first = candidates[0]
    if len(candidates) <= 2 and first == _first_ink(page):
        return first
    return again[-1] if again and nearest - again[-1] <= 3 else nearest


def _is_set_apart(page: list[Line], i: int) -> bool:
    """Whether the page begins with this line and a blank line follows: a headline kept with its article."""
    return i == 0 and len(page) > 1 and page[1].broken and not lines.is_shouted(page[0].text)


def _may_be_title(line: Line) -> bool:
    text = line.text
    return (
        lines.is_headline(line)
        and not lines.is_caption(line)
        and not lines.names_a_site(text)
        and not bylines.names(text)
        and not (lines.is_slogan(line) and text[0] in "“\"‘'«")
    )


def _short_title(page: list[Line], anchor: int) -> int | None:
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


def _first(page: list[Line], head: int | None, anchor: int) -> int:
    """Where the text begins: after the headline and what is printed under it, at a lead or a subheading."""
    if head is None:
        return anchor
    start = head + 1
    while start < anchor and _is_meta(page[start]):
        start += 1
    # Other matter between headline and text: begin after its last piece.
    for i in range(start, anchor):
        line = page[i]
        in_row = i > start and lines.is_marked(line) and lines.is_marked(page[i - 1])
        if in_row or dates.is_stamp(line.text) or lines.has(line, Marker.AFTER, Marker.BOX, Marker.END):
            start = i + 1
    return start


def _is_meta(line: Line) -> bool:
    """Whether a line is printed between headline and text without being text: date, names, buttons."""
    text = line.text
    return (
        lines.is_marked(line)
        or line.furniture
        or dates.is_stamp(text)
        or bool(bylines.names(text))
        or len(text) < 3
    )


def _last(page: list[Line], prose: list[bool], start: int, stop: int) -> int:
    """Index after the last paragraph, sentence or caption of a stretch."""
    end = start
    for i in range(start, stop):
        if prose[i] or (end >= i - 2 and not page[i].furniture and _closes(page[i])):
            end = i + 1
    return max(end, start)


def _closes(line: Line) -> bool:
    if lines.is_marked(line) or bylines.is_signed(line.text):
        return False
    return lines.is_sentence(line) or lines.is_caption(line)


def _is_closed(page: list[Line], end: int) -> bool:
    """Whether an article says that it is over: "./." after its last word, or its author's name below it."""
    closing = page[end - 1].text if end else ""
    return closing.rstrip('”" ').endswith("./.") or (end < len(page) and bool(bylines.names(page[end].text)))


def _chains(page: list[Line], prose: list[bool], stretches: list[Run]) -> list[list[Run]]:
    """For every stretch with text in it, that stretch and the later ones in which it goes on."""
    chains = []
    for i, (begin, stop) in enumerate(stretches):
        if any(prose[begin:stop]):
            closed = _is_closed(page, _last(page, prose, begin, stop))
            chains.append([(begin, stop), *(() if closed else _resumed(page, prose, stretches[i + 1 :]))])
    return chains


def _own_text(page: list[Line], prose: list[bool], chain: list[Run]) -> int:
    """Characters of running text; in a stretch of other news, summaries under headlines do not count."""
    foreign = _is_heading_of_other_news(page[chain[0][0]])
    own = [
        i for run in chain for i in range(*run) if prose[i] and not (foreign and _is_summary(page, prose, i))
    ]
    return lines.size(page[i] for i in own)


def _is_heading_of_other_news(line: Line) -> bool:
    return lines.has(line, Marker.AFTER, Marker.BOX, Marker.END)


def _is_summary(page: list[Line], prose: list[bool], i: int) -> bool:
    """Whether a paragraph stands under a headline, or under a headline and its date."""
    above = [j for j in range(max(0, i - 2), i) if not dates.is_stamp(page[j].text)]
    return bool(above) and not prose[above[-1]] and _is_in_a_row(page[above[-1]])


def _resumed(page: list[Line], prose: list[bool], later: list[Run]) -> list[Run]:
    """Later stretches in which an article goes on after a box of related news."""
    found: list[Run] = []
    for begin, end in later:
        run = _resumption(page, prose, begin, end)
        if run is None:
            break
        found.append((run, _last(page, prose, run, end)))
        if _is_closed(page, found[-1][1]):
            break
    return found


def _resumption(page: list[Line], prose: list[bool], begin: int, end: int) -> int | None:
    """Where an article goes on after something else, if it does.

    At two paragraphs in a row, which summaries under headlines never are. In a box also at a paragraph below
    several headlines, since it could be the summary of one of them only.
    """
    first = next((i for i in range(begin, end) if prose[i]), None)
    if first is None:
        return None
    above = [i for i in range(begin, first) if lines.is_headline(page[i])]
    boxed = lines.has(page[begin], Marker.BOX) and len(above) != 1
    summaries = sum(prose[i] and _is_summary(page, prose, i) for i in range(begin, end))
    if boxed and summaries <= 1:
        return first
    return next((i for i in range(begin, end - 1) if prose[i] and prose[i + 1]), None)
