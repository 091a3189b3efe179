"""The article in an HTML page: our reading of its layout, with trafilatura's choice as a second voice.

trafilatura alone drops leads and captions and keeps related links and bylines on Vietnamese pages; what it
chooses tells our layout where the running text is, and metadata tell it the headline.
"""

from __future__ import annotations

import logging
import re

import trafilatura

from extract.language.normal import normalise
from extract.page import headline, lines, markup, metadata
from extract.page import text as plain
from extract.page.content import Content, UnreadablePage
from extract.page.markers import key

_TAGS = re.compile(
    r"<(?:!doctype|html|head|body|meta|div|p|article|table|span|br|h[1-6]|a|ul|section|title)\b",
    re.IGNORECASE,
)
_MOST_TAGS = 60_000
"""trafilatura takes a second for every 50,000 elements; the largest front pages have 20,000 tags."""
logging.getLogger("trafilatura").setLevel(logging.CRITICAL)


def is_markup(text: str) -> bool:
    """Whether a text is HTML, whatever its file is called."""
    head = text[:3000].lstrip("\ufeff \t\r\n")
    return head.startswith(("<!", "<?xml", "<html", "<HTML")) or len(_TAGS.findall(text[:20_000])) >= 3


def read(text: str) -> Content:
    """The article in a page of HTML.

    Raises:
        UnreadablePage: no markup, or a page without running text.
    """
    tree = markup.parse(text)
    known = metadata.read(tree)
    page = markup.read(tree, _chosen(text))
    title = _title(page, known)
    if not page.lines:
        raise UnreadablePage(
            "the page prints nothing: its text may be made by scripts; save it from a browser"
        )
    content = plain.from_lines(page.lines, title)
    return content.updated(
        title=content.title or _stated(known),
        authors=known.authors or content.authors,
        published=known.published or content.published,
        source=known.site,
        url=known.url,
    )


def _chosen(text: str) -> str:
    """What trafilatura takes for the article; nothing where it fails, which hostile markup can make it do."""
    if text.count("<") > _MOST_TAGS:
        return ""
    try:
        return normalise(trafilatura.extract(text, fast=True, include_comments=False) or "")
    except Exception:  # whatever it stumbles over, our own reading goes on without it
        return ""


def _title(page: markup.PageLines, known: metadata.Metadata) -> str | None:
    """The headline as the page prints it, where metadata state it or one line alone is set as one."""
    stated = [key(title) for title in known.titles if not _is_general(title, known)]
    printed = [
        line.text for line in page.lines if not line.furniture and lines.is_headline(line)
    ] + page.titles
    for text in (*page.titles, *printed):
        bare = key(text)
        if (
            len(bare.split()) >= 3
            and not lines.names_a_site(text)
            and any(_states(title, bare) for title in stated)
        ):
            return text
    set_as_title = [text for text in page.titles if len(text.split()) >= 4 and not lines.names_a_site(text)]
    if len(set(set_as_title)) == 1:
        return set_as_title[0]
    return None


def _is_general(title: str, known: metadata.Metadata) -> bool:
    """Whether a stated title is that of every page of the site: its name, "Chi tiết tin"."""
    name = key(known.site or "")
    return key(title) == name or lines.names_a_site(title) or len(title.split()) < 4


def _states(title: str, bare: str) -> bool:
    """Whether a stated title is a printed one, with or without the name of the site after it."""
    return title == bare or headline.is_stated(bare, title)


def _stated(known: metadata.Metadata) -> str | None:
    """A headline that only metadata give, without the site's name at its end."""
    title = next((title for title in known.titles if not _is_general(title, known)), None)
    if not title:
        return None
    pieces = re.split(r"\s[|»›>–—-]\s", title)
    last = pieces[-1]
    if len(pieces) > 1 and (lines.names_a_site(last) or (known.site and key(last) in key(known.site))):
        return title[: title.rindex(last)].rstrip(" |»›>–—-")
    return title
