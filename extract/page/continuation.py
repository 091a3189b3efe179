"""Whether an article goes on after a box of other news, and where."""

from __future__ import annotations

from extract.page import bylines, dates, headline, lines, siblings
from extract.page.content import Line
from extract.page.markers import Marker
from extract.page.teasers import LINKED, is_in_a_row

Run = tuple[int, int]
"""First index of some lines, and the index after their last."""
_MOST_RUNS = 40
_HEAD = 5
"""Lines between a headline's date and its text: an author, some buttons."""
_UNENDED = 120
"""A last line as long as this is text though its full stop is missing."""


def chains(page: list[Line], prose: list[bool], stretches: list[Run], titled: bool) -> list[list[Run]]:
    """Every stretch with text in it, each with the later ones in which it goes on.

    Args:
        page: its lines.
        prose: which of them are running text.
        stretches: the page in pieces.
        titled: whether the headline is known, and no text counted that stands above it.
    """
    found: list[list[Run]] = []
    covered = 0
    for i, (begin, stop) in enumerate(stretches):
        if i < covered or not any(prose[begin:stop]):
            continue
        first = next(k for k in range(begin, stop) if prose[k])
        opened = titled or any(map(_may_open, page[max(0, first - headline.REACH) : first]))
        closed = not opened or _is_closed(page, last(page, prose, begin, stop))
        runs = [] if closed else _resumed(page, prose, stretches, i + 1)
        found.append([(begin, stop), *runs])
        covered = next(k for k in range(i, len(stretches)) if stretches[k][1] == found[-1][-1][1]) + 1
    return found


def _may_open(line: Line) -> bool:
    """Whether an article could stand below a line; below the name of a site stands a motto or a welcome."""
    return lines.is_headline(line) and not lines.names_a_site(line.text)


def own_text(page: list[Line], prose: list[bool], chain: list[Run]) -> int:
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
    return bool(above) and not prose[above[-1]] and is_in_a_row(page[above[-1]])


def _resumed(page: list[Line], prose: list[bool], stretches: list[Run], later: int) -> list[Run]:
    """The stretches from ``later`` on in which an article goes on after a box of related news."""
    found: list[Run] = []
    own = siblings.homes(page, prose, range(*stretches[later - 1]))
    for begin, end in stretches[later : later + _MOST_RUNS]:
        run = siblings.resumption(page, prose, begin, end, own)
        if run is None:
            run = _resumption(page, prose, begin, end)
        if run is None and _is_only_a_box(page, prose, begin, end):
            continue
        if run is None or _opens_an_article(page, begin, run):
            break
        found.append((run, end))
        if _is_closed(page, last(page, prose, run, end)):
            break
    return found


def _is_only_a_box(page: list[Line], prose: list[bool], begin: int, end: int) -> bool:
    """Whether a stretch is links under the heading of a box, and after it may come more of the article."""
    boxed = lines.has(page[begin], Marker.BOX) or page[begin].links > LINKED
    return boxed and not lines.has(page[begin], Marker.AFTER) and not any(prose[begin:end])


def _opens_an_article(page: list[Line], begin: int, first: int) -> bool:
    """Whether a date and, above it, a headline stand right above a paragraph: another article begins."""
    dated = [i for i in range(max(begin, first - _HEAD), first) if dates.is_stamp(page[i].text)]
    return bool(dated) and any(headline.may_be(page[i]) for i in range(max(begin, dated[0] - 2), dated[0]))


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
    if not (boxed and summaries <= 1):
        first = next((i for i in range(begin, end - 1) if prose[i] and prose[i + 1]), None)
    while first and first - 1 > begin and _is_short_text(page[first - 1]):
        first -= 1
    return first


def _is_short_text(line: Line) -> bool:
    """Whether a line is a sentence too short for a paragraph, and no headline that asks something."""
    return lines.is_sentence(line) and not lines.is_headline(line)


def last(page: list[Line], prose: list[bool], start: int, stop: int) -> int:
    """Index after the last paragraph, sentence or caption of a stretch."""
    end = start
    for i in range(start, stop):
        if prose[i] or (end >= i - 2 and not page[i].furniture and _closes(page, i)):
            end = i + 1
    return max(end, start)


def reach(page: list[Line], prose: list[bool], start: int, stop: int) -> int:
    """The same for a stretch after which the article goes on: a line or two below are captions, not names."""
    end = last(page, prose, start, stop)
    below = range(end, stop)
    return stop if len(below) <= 2 and not any(lines.is_marked(page[i]) for i in below) else end


def _closes(page: list[Line], i: int) -> bool:
    """Whether a text may end with a line: a sentence, a caption, the last item of a list."""
    line = page[i]
    if line.row:
        return True
    if lines.is_marked(line) or bylines.is_signed(line.text):
        return False
    item = line.text.endswith(";") or (i > 0 and page[i - 1].text.endswith((":", ";")))
    return item or len(line.text) >= _UNENDED or lines.is_sentence(line) or lines.is_caption(line)


def _is_closed(page: list[Line], end: int) -> bool:
    """Whether an article says that it is over: "./." after its last word, or its author's name below it."""
    closing = page[end - 1].text if end else ""
    return closing.rstrip('”" ').endswith("./.") or (end < len(page) and bool(bylines.names(page[end].text)))
