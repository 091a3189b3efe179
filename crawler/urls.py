"""Addresses: one canonical form for every way of writing the same page, and which addresses are traps."""

from __future__ import annotations

import datetime as dt
import re
from collections import Counter
from functools import lru_cache
from urllib.parse import parse_qsl, urlencode, urlsplit, urlunsplit

from w3lib.url import canonicalize_url

SESSION = re.compile(
    r"(?:j|php|asp(?:net)?_?|asp\.net_)?sess(?:ion)?_?id\w*|phpsessid|aspsessionid\w*|jsessionid|cfid|cftoken|zenid",
    re.IGNORECASE,
)
"""Names of query parameters that carry a session and never change the page."""
_MAYBE_SESSION = re.compile(r"s|sid|ssid|token|key", re.IGNORECASE)  # sid is the story's number on some sites
_TOKEN = re.compile(r"(?=.*[a-f])[0-9a-f]{16,}|(?=.*[a-z])(?=.*\d)\w{20,}", re.IGNORECASE)
TRACKING = re.compile(
    r"utm_\w+|fbclid|gclid|dclid|msclkid|yclid|igshid|mc_[ce]id|_ga|_gl|zarsrc|zalo_\w+|vca_\w+|_hs\w+|fb_\w+"
    r"|share_?\w*|print|gidzl|ref_src",
    re.IGNORECASE,
)
"""Names of query parameters that say where the reader came from."""
_PATH_SESSION = re.compile(
    r";(?:jsessionid|phpsessid|sid)=[^/?#;]*|/\([a-zA-Z]\([a-z0-9]{20,}\)\)", re.IGNORECASE
)
MAX_LENGTH = 2000
MAX_PARAMETERS = 10
_YEAR_MONTH = re.compile(r"(?:^|[/=_-])((?:19|20|21)\d\d)(?:[/_-]|%2F)(\d{1,2})(?=\D|$)")
_YEAR_PARAMETER = re.compile(
    r"[?&](?:year|nam|y|yr|date|ngay|month|thang)=(?:[^&]*\D)?((?:19|20|21)\d\d)(?:\D|$)"
)


@lru_cache(maxsize=1 << 16)
def canonical(url: str) -> str | None:
    """The one form under which a page is asked for and kept, or None for what is no web address.

    Session ids, marks of where the reader came from and the fragment go, parameters are put in order.
    Scheme, host and path stay: a site may serve different pages under them.
    """
    try:
        parts = urlsplit(url.strip())
        if parts.scheme.lower() not in ("http", "https") or not parts.hostname or parts.username:
            return None
        port = parts.port
    except ValueError:
        return None
    path = _PATH_SESSION.sub("", parts.path) or "/"
    query = parts.query
    if query:
        kept = [
            (name, value)
            for name, value in parse_qsl(query, keep_blank_values=True)
            if not _is_session(name, value) and not TRACKING.fullmatch(name)
        ]
        query = urlencode(kept)
    scheme = parts.scheme.lower()
    host = parts.hostname if ":" not in parts.hostname else f"[{parts.hostname}]"
    if port is not None and port != {"http": 80, "https": 443}[scheme]:
        host = f"{host}:{port}"
    return str(canonicalize_url(urlunsplit((scheme, host, path, query, ""))))


def _is_session(name: str, value: str) -> bool:
    if SESSION.fullmatch(name):
        return True
    return bool(_MAYBE_SESSION.fullmatch(name) and _TOKEN.fullmatch(value))


def trap(url: str, today: dt.date) -> str | None:
    """Why an address looks like one of an endless many, or None.

    Traps are calendars that run on into the future or far back, paths that repeat themselves,
    and addresses that only grow.
    """
    if len(url) > MAX_LENGTH:
        return "address too long"
    parts = urlsplit(url)
    if parts.query.count("&") >= MAX_PARAMETERS:
        return "too many parameters"
    segments = Counter(segment for segment in parts.path.split("/") if segment)
    if any(count >= 3 for count in segments.values()):
        return "path repeats itself"
    return _calendar(parts.path, parts.query, today)


def _calendar(path: str, query: str, today: dt.date) -> str | None:
    found = _YEAR_MONTH.search(path) or _YEAR_MONTH.search(query) or _YEAR_PARAMETER.search("?" + query)
    if found is None:
        return None
    year = int(found[1])
    month = int(found[2]) if found.lastindex and found.lastindex > 1 else 1
    far_ahead = (year, month) > (today.year + (today.month == 12), today.month % 12 + 1)
    return "calendar" if far_ahead or year < 1990 else None


_DATE_IN_PATH = re.compile(r"/((?:19|20)\d\d)[/-](0?[1-9]|1[0-2])(?:[/-](0?[1-9]|[12]\d|3[01]))?(?=/|$)")


def date_in(url: str) -> dt.date | None:
    """Day that an address names as ``/2025/03/08/``; the last of the month where it names a month."""
    found = _DATE_IN_PATH.search(urlsplit(url).path)
    if found is None:
        return None
    year, month = int(found[1]), int(found[2])
    try:
        if found[3]:
            return dt.date(year, month, int(found[3]))
        return dt.date(year + month // 12, month % 12 + 1, 1) - dt.timedelta(days=1)
    except ValueError:
        return None


_SLUG = re.compile(r"(?:[\w%]+-){3,}[\w%]+")
_ID_PARAMETER = re.compile(r"(?:^|&)(?:\w*id|tin|news|bai|p)=\d+(?:&|$)", re.IGNORECASE)
_NUMBERED = re.compile(r"[-_/.a-z]\d{3,}\.(?:html?|aspx|php|ldo|tld|epi)$", re.IGNORECASE)


def looks_like_article(url: str) -> bool:
    """Guess for sources that declare no pattern: a slug of words, a numbered page, or an id in the query."""
    parts = urlsplit(url)
    last = parts.path.rstrip("/").rpartition("/")[2]
    return bool(_SLUG.search(last) or _NUMBERED.search(parts.path) or _ID_PARAMETER.search(parts.query))
