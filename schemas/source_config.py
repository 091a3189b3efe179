"""One source declared as data: ``data/sources/<id>.toml``. Wrong or unknown keys are refused by name."""

from __future__ import annotations

import datetime as dt
import re
from typing import Annotated, Any, Literal
from urllib.parse import urlsplit
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, model_validator

from schemas.document import Source

Kind = Literal["federation", "sector union", "party newspaper", "union press", "other"]


def _pattern(value: str) -> str:
    try:
        re.compile(value)
    except re.error as error:
        raise ValueError(f"{value!r} is no regular expression: {error}") from error
    return value


def _web_address(value: str) -> str:
    parts = urlsplit(value)
    if parts.scheme not in ("http", "https") or not parts.hostname:
        raise ValueError(f"{value!r} is no http(s) address")
    return value


def _zone(value: str) -> str:
    try:
        ZoneInfo(value)
    except (ZoneInfoNotFoundError, ValueError) as error:
        raise ValueError(f"{value!r} is no time zone") from error
    return value


UrlPattern = Annotated[str, AfterValidator(_pattern)]
WebAddress = Annotated[str, AfterValidator(_web_address)]
Share = Annotated[float, Field(ge=0, le=1)]


class _Table(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class FeedDiscovery(_Table):
    """RSS or Atom feeds."""

    kind: Literal["feed"]
    urls: tuple[WebAddress, ...] = Field(min_length=1, description="Addresses of the feeds")


class SitemapDiscovery(_Table):
    """Sitemaps and sitemap indexes, plain or gzip."""

    kind: Literal["sitemap"]
    urls: tuple[WebAddress, ...] = Field(min_length=1, description="Addresses of sitemaps or indexes")
    include: tuple[UrlPattern, ...] = Field((), description="Sub-sitemaps to open; all if empty")


class SectionDiscovery(_Table):
    """Pages that list articles, newest first, with further pages behind them."""

    kind: Literal["section"]
    urls: tuple[WebAddress, ...] = Field(min_length=1, description="First page of each section")
    next: str | None = Field(
        None,
        description="Address of page {page}, absolute or relative to the first page, such as '?page={page}'; "
        "without it the page's own link to the next page is followed",
    )
    first: int = Field(1, ge=0, description="Number the site gives to the first page")
    max_pages: int = Field(50, ge=1, description="Pages to open per section and run at most")
    follow: tuple[UrlPattern, ...] = Field((), description="Links to be opened as further sections")
    from_articles: bool = Field(False, description="Take links to articles from article pages as well")

    @model_validator(mode="after")
    def _template_names_the_page(self) -> SectionDiscovery:
        if self.next is not None and "{page}" not in self.next:
            raise ValueError("next must contain {page}")
        return self


class ListDiscovery(_Table):
    """A fixed list of article addresses."""

    kind: Literal["list"]
    urls: tuple[WebAddress, ...] = Field(min_length=1, description="Addresses of articles")


Discovery = Annotated[
    FeedDiscovery | SitemapDiscovery | SectionDiscovery | ListDiscovery, Field(discriminator="kind")
]


class Selectors(_Table):
    """CSS selectors of one layout of the site. Without any, a page is read by its text and metadata alone."""

    valid_from: dt.date | None = Field(None, description="First day of fetching they hold for")
    valid_until: dt.date | None = Field(None, description="Last day of fetching they hold for")
    title: str | None = None
    date: str | None = None
    authors: str | None = None
    body: str | None = None
    remove: tuple[str, ...] = Field((), description="Elements inside the body that are not the article's")

    @model_validator(mode="after")
    def _period_in_order(self) -> Selectors:
        if self.valid_from and self.valid_until and self.valid_from > self.valid_until:
            raise ValueError("valid_from is after valid_until")
        return self

    def hold_on(self, day: dt.date) -> bool:
        """Whether the layout was in use on a day."""
        return (self.valid_from or day) <= day <= (self.valid_until or day)


class Politeness(_Table):
    """How the site is to be treated. robots.txt is always obeyed and may only make this slower."""

    delay: float = Field(2.0, ge=0, le=600, description="Seconds between two requests to one host")
    concurrency: int = Field(1, ge=1, le=16, description="Requests at a time where delay is 0; else one")
    autothrottle: bool = Field(True, description="Slow down as the site slows down")
    timeout: float = Field(30, gt=0, le=600, description="Seconds to wait for a page")
    retries: int = Field(2, ge=0, le=10, description="Further attempts after a passing failure, per run")
    max_wait: float = Field(120, ge=0, description="Longest Retry-After, seconds, that a run sits out")
    recheck_hours: float = Field(
        72, ge=0, description="Age at which an article is asked for again, if changed"
    )
    recheck_days: float = Field(30, ge=0, description="Age at which an article is never asked for again")


class Limits(_Table):
    """What no page of the site may exceed."""

    max_bytes: int = Field(
        10_000_000, ge=1000, description="Size of a body, before and after decompression, bytes"
    )
    max_articles: int = Field(20_000, ge=1, description="Articles per run")
    max_pages: int = Field(5_000, ge=1, description="Pages that list articles, per run")


class Expectations(_Table):
    """What a run must reach to be believed. The run fails, and nothing is loaded, where one is missed."""

    min_articles: int = Field(1, ge=0, description="Articles listed by the site in one run")
    title: Share = Field(0.95, description="Share of fetched articles with a title")
    date: Share = Field(0.8, description="Share with a date of publication")
    body: Share = Field(0.9, description="Share with a body of 200 characters or more")
    max_failed: Share = Field(0.2, description="Share of requested articles that may fail; two always may")


class SourceConfig(_Table):
    """A site or paper, and how its articles are found and fetched."""

    id: str = Field(pattern=r"^[a-z0-9][a-z0-9-]*$", description="Name of the file, without .toml")
    name: str = Field(min_length=3, description="Name as its readers know it")
    kind: Kind
    home: WebAddress
    province_code: str | None = Field(
        None, pattern=r"^\d{2}$", description="Official code of its province before July 2025"
    )
    verified: bool = Field(False, description="Someone has run it against the live site")
    verify_tls: bool = Field(True, description="Ask only where the certificate holds; false accepts any")
    domains: tuple[str, ...] = Field((), description="Hosts that may be asked, with those below them")
    article_urls: tuple[UrlPattern, ...] = Field((), description="An article's address matches one of these")
    exclude_urls: tuple[UrlPattern, ...] = Field((), description="Addresses never to be asked for")
    discovery: tuple[Discovery, ...] = Field(min_length=1)
    selectors: tuple[Selectors, ...] = ()
    timezone: Annotated[str, AfterValidator(_zone)] = "Asia/Ho_Chi_Minh"
    date_formats: tuple[str, ...] = Field(
        ("%d/%m/%Y", "%d-%m-%Y", "%Y-%m-%d"), description="strptime formats of dates under selectors.date"
    )
    politeness: Politeness = Politeness()
    limits: Limits = Limits()
    expectations: Expectations = Expectations()

    @model_validator(mode="before")
    @classmethod
    def _home_is_a_domain(cls, data: Any) -> Any:
        if isinstance(data, dict) and not data.get("domains") and isinstance(data.get("home"), str):
            host = urlsplit(data["home"]).hostname or ""
            return {**data, "domains": (host.removeprefix("www."),)}
        return data

    @model_validator(mode="after")
    def _asks_only_its_own_hosts(self) -> SourceConfig:
        for url in (self.home, *(url for discovery in self.discovery for url in discovery.urls)):
            if not self.owns(url):
                raise ValueError(f"{url} is on none of the domains {', '.join(self.domains)}")
        return self

    def owns(self, url: str) -> bool:
        """Whether an address lies on one of the declared domains."""
        host = urlsplit(url).hostname or ""
        return any(host == domain or host.endswith("." + domain) for domain in self.domains)

    def selectors_on(self, day: dt.date) -> Selectors | None:
        """The layout in use on a day, the one declared last where several are."""
        return next((layout for layout in reversed(self.selectors) if layout.hold_on(day)), None)

    def as_source(self) -> Source:
        """What the warehouse keeps of a source."""
        return Source(
            id=self.id, name=self.name, kind=self.kind, home=self.home, province_code=self.province_code
        )
