"""Who published an article: from what its page states, its address, the mark before its lead, its footer."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache
from itertools import pairwise
from urllib.parse import urlsplit

import data
from extract.language.normal import tone_key
from extract.page.content import Content
from extract.page.lines import lead_mark, names_a_site

_PREFIX = re.compile(
    r"^(?:chào mừng .{0,30}đến với )?"
    r"(?:trang thông tin điện tử|trang tin điện tử|cổng thông tin điện tử|cổng ttđt|trang tin|trang web"
    r"|website|bản quyền(?: thuộc)?(?: về)?|©(?: \d{4})?|copyright)[\s:-]+"
)
_FEDERATION = re.compile(
    r"(liên đoàn lao động|lđlđ|công đoàn viên chức|công đoàn giáo dục|công đoàn ngành [\w ]{2,25}?)"
    r" (tỉnh|thành phố|tp\.?) ?"
)
_PROVINCE_WORDS = 4


def source(content: Content) -> str | None:
    """Name of the site or paper, as its readers know it where it is a known one; else its host; else None."""
    host = urlsplit(content.url).hostname if content.url else None
    known = _by_name(content.source) or _by_host(host) or _by_marks(content.marks)
    if known:
        return known
    stated = _without_prefix(content.source) if content.source else None
    return stated or _federation(content.marks) or (host.removeprefix("www.") if host else None)


@cache
def _sites() -> tuple[dict[str, str], dict[str, str], dict[str, str]]:
    """Names of known sites by another form of the name, by mark, and by host."""
    names: dict[str, str] = {}
    marks: dict[str, str] = {}
    hosts: dict[str, str] = {}
    for site in data.toml("page/sites.toml")["site"]:
        names |= {tone_key(form): site["name"] for form in (site["name"], *site.get("also", ()))}
        hosts |= dict.fromkeys(site.get("hosts", ()), site["name"])
        for mark in site.get("marks", ()):
            # A mark that two papers print tells neither.
            marks[mark] = "" if mark in marks else site["name"]
    return names, marks, hosts


def _by_name(stated: str | None) -> str | None:
    return _sites()[0].get(tone_key(stated.strip())) if stated else None


def _by_host(host: str | None) -> str | None:
    if not host:
        return None
    parts = host.lower().split(".")
    return next((name for i in range(len(parts)) if (name := _sites()[2].get(".".join(parts[i:])))), None)


def _by_marks(lines: Iterable[str]) -> str | None:
    """The paper whose mark stands before a lead, of this article or of a teaser beside it."""
    found: dict[str, int] = {}
    for line in lines:
        mark = lead_mark(line)
        if name := _sites()[1].get(mark or "") or _by_name(line if len(line) < 60 else None):
            found[name] = found.get(name, 0) + 1
    return max(found, key=lambda name: found[name], default=None)


def _without_prefix(name: str) -> str:
    match = _PREFIX.match(tone_key(name))
    return name[match.end() :].strip() if match and len(name) - match.end() > 3 else name


def _federation(lines: tuple[str, ...]) -> str | None:
    """A federation or sector union with its province, in a header or a footer."""
    pairs = (f"{first} {second}" for first, second in pairwise(lines))
    for line in (*lines, *pairs):
        bare = _without_prefix(line)
        match = _FEDERATION.match(tone_key(bare)) if len(bare) < 160 else None
        if match and (bare != line or names_a_site(bare)) and (province := _province(bare[match.end() :])):
            body = match[1].replace("lđlđ", "liên đoàn lao động").replace("lao động", "Lao động")
            level = "thành phố" if match[2].startswith("t") and match[2] != "tỉnh" else "tỉnh"
            return f"{body[0].upper()}{body[1:]} {level} {province}"
    return None


@cache
def _provinces() -> dict[str, str]:
    return {tone_key(row["name"]): row["name"] for row in data.table("provinces/provinces.csv")}


def _province(text: str) -> str | None:
    """The province a text begins with, spelled as in the table of provinces."""
    words = tone_key(text).replace("-", " ").replace(".", " ").split()
    known = {name.replace("-", " "): proper for name, proper in _provinces().items()}
    known = {" ".join(name.split()): proper for name, proper in known.items()}
    for length in range(_PROVINCE_WORDS, 0, -1):
        if name := known.get(" ".join(words[:length])):
            return name
    return None
