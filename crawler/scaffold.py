"""A new source from the address of its site: the declaration, a test, and a place for saved pages."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit

TOML = """\
id = "{id}"
name = "{name}"
kind = "other"  # federation, sector union, party newspaper, union press or other
home = "{home}"
# province_code = "01"  # official code of its province before July 2025
verified = false
# article_urls = ['-\\d+\\.html$']  # without it, what looks like an article is taken for one

[[discovery]]
kind = "section"  # or feed, sitemap, list
urls = ["{home}"]
"""
TEST = '''\
"""Saved pages of {id} read as {pages}/expected.json says."""

from pathlib import Path

from crawler.saved import check
from crawler.sources import load

HERE = Path(__file__).parent


def test_saved_pages_of_{name}() -> None:
    """Every saved page gives the title, date and length of body that expected.json names."""
    source = load(HERE / "{id}.toml")
    assert [finding for finding in check(source, HERE / "pages" / "{id}") if not finding.well] == []
'''
NOTE = """\
Save pages of {home} here, as .html, and describe each in expected.json:

{{"article.html": {{"url": "{home}…", "title": "…", "published": "2026-03-08", "body_at_least": 200}},
 "list.html": {{"url": "{home}", "articles_at_least": 5}}}}

They stay on your machine where their owner's rights ask for it: keep this folder out of git then.
"""


@dataclass(frozen=True, slots=True)
class Scaffold:
    """Files of a new source."""

    id: str
    declaration: Path
    test: Path
    pages: Path


def id_for(url: str) -> str:
    """A source's id from its address: the host without www and endings."""
    host = (urlsplit(url).hostname or "").removeprefix("www.")
    bare = re.sub(r"\.(?:com|org|net|gov|edu)?\.?(?:vn|com|org|net)$", "", host)
    return re.sub(r"[^a-z0-9]+", "-", bare.lower()).strip("-") or "source"


def write(url: str, folder: Path, source_id: str | None = None) -> Scaffold:
    """Write the files of a new source into a folder.

    Raises:
        FileExistsError: there is a source of that id; nothing was written.
        ValueError: no web address.
    """
    parts = urlsplit(url)
    if parts.scheme not in ("http", "https") or not parts.hostname:
        raise ValueError(f"{url} is no http(s) address")
    name = source_id or id_for(url)
    if not re.fullmatch(r"[a-z0-9][a-z0-9-]*", name):
        raise ValueError(f"{name} is no id: lower-case letters, digits and hyphens only")
    made = Scaffold(
        name, folder / f"{name}.toml", folder / f"test_{name.replace('-', '_')}.py", folder / "pages" / name
    )
    folder.mkdir(parents=True, exist_ok=True)
    with made.declaration.open("x", encoding="utf-8") as file:
        file.write(TOML.format(id=name, name=parts.hostname, home=url))
    made.pages.mkdir(parents=True, exist_ok=True)
    made.test.write_text(
        TEST.format(id=name, name=name.replace("-", "_"), pages=f"pages/{name}"), encoding="utf-8"
    )
    (made.pages / "README.txt").write_text(NOTE.format(home=url), encoding="utf-8")
    return made
