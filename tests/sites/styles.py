"""Four styles of site: a federation's ASP.NET, a newspaper, a union's WordPress, pages without an end."""

from __future__ import annotations

import datetime as dt
import gzip
import hashlib
import json
import unicodedata
from abc import ABC, abstractmethod
from dataclasses import dataclass, field
from email.utils import format_datetime
from urllib.parse import parse_qs, urlsplit

from tests.sites.server import Reply

PLACES = ("Suối Trong", "Đồi Chè", "Bến Lau", "Cầu Mây", "Làng Gốm", "Khe Tre", "Bãi Ngô", "Đá Bạc")
DEEDS = (
    "trao quà cho đoàn viên khó khăn",
    "phát động thi đua quý mới",
    "khánh thành mái ấm công đoàn",
    "biểu dương lao động sáng tạo",
)
FIRST_DAY = dt.datetime(2026, 3, 2, 8, 30, tzinfo=dt.timezone(dt.timedelta(hours=7)))


@dataclass
class Story:
    """One article; ``edition`` grows when it is changed."""

    number: int
    edition: int = 1

    @property
    def title(self) -> str:
        return f"Công đoàn {PLACES[self.number % 8]} {DEEDS[self.number % 4]} lần thứ {self.number}"

    @property
    def slug(self) -> str:
        return f"cong-doan-co-so-trao-qua-dot-{self.number}"

    @property
    def published(self) -> dt.datetime:
        return FIRST_DAY + dt.timedelta(hours=7 * self.number)

    @property
    def updated(self) -> dt.datetime:
        return self.published + dt.timedelta(days=400 * (self.edition - 1))

    @property
    def paragraphs(self) -> list[str]:
        place = PLACES[self.number % 8]
        return [
            f"Sáng {self.published:%d/%m/%Y}, công đoàn cơ sở {place} tổ chức gặp mặt"
            f" {self.number + 20} đoàn viên tiêu biểu, bản in thứ {self.edition}.",
            f"Ban chấp hành đã trao {self.number + 3} suất quà, mỗi suất 600.000 đồng, cho người lao động"
            " đang gặp khó khăn sau đợt mưa lũ vừa qua ở địa phương.",
            f"Dịp này, tập thể {place} đăng ký thêm ba sáng kiến cải tiến dây chuyền và phấn đấu hoàn thành"
            " trước ngày kỷ niệm thành lập đơn vị.",
        ]

    def html(self, extra_head: str = "", extra_body: str = "") -> str:
        text = "".join(f"<p>{paragraph}</p>" for paragraph in self.paragraphs)
        return (
            f"<!doctype html><html lang='vi'><head><meta charset='utf-8'><title>{self.title}</title>"
            f"{extra_head}"
            f"</head><body><nav><a href='/'>Trang chủ</a></nav>{extra_body}<article><h1>{self.title}</h1>"
            f"<p class='ngay'>Ngày {self.published:%d/%m/%Y}</p><div class='noi-dung'>{text}</div></article>"
            "</body></html>"
        )


@dataclass
class Site(ABC):
    """A site of so many stories."""

    size: int = 24
    port: int = 0
    scheme: str = "http"
    stories: list[Story] = field(init=False)
    robots: str | None = "User-agent: *\nDisallow: /cam/\n"
    validators: bool = True
    politeness: str = "delay = 0, autothrottle = false, concurrency = 4, recheck_hours = 0"

    def __post_init__(self) -> None:
        self.stories = [Story(number) for number in range(1, self.size + 1)]

    @property
    def root(self) -> str:
        return f"{self.scheme}://127.0.0.1:{self.port}"

    @abstractmethod
    def path_of(self, story: Story) -> str:
        """Address of a story below the root."""

    @abstractmethod
    def page(self, path: str, query: dict[str, str]) -> Reply | None:
        """The answer to a request, or None if there is no such page."""

    @abstractmethod
    def toml(self) -> str:
        """The site declared as a source."""

    def articles(self) -> set[str]:
        """Addresses of all stories."""
        return {self.root + self.path_of(story) for story in self.stories}

    def is_article(self, target: str) -> bool:
        return self.root + target in self.articles()

    def __call__(self, target: str, headers: dict[str, str]) -> Reply:
        parts = urlsplit(target)
        if parts.path == "/robots.txt":
            return Reply(self.robots.encode(), 200) if self.robots is not None else Reply(status=404)
        query = {name: values[0] for name, values in parse_qs(parts.query).items()}
        reply = self.page(parts.path, query)
        if reply is None:
            return Reply(
                "<h1>Không tìm thấy</h1>".encode(), 404, {"Content-Type": "text/html; charset=utf-8"}
            )
        reply.headers.setdefault("Content-Type", "text/html; charset=utf-8")
        return self._validated(reply, headers) if self.validators and reply.status == 200 else reply

    def _validated(self, reply: Reply, headers: dict[str, str]) -> Reply:
        etag = '"' + hashlib.md5(reply.body, usedforsecurity=False).hexdigest() + '"'
        reply.headers["ETag"] = etag
        if headers.get("if-none-match") == etag:
            return Reply(b"", 304, {"ETag": etag})
        return reply

    def _discovery(self, kind: str, path: str, more: str = "") -> str:
        return f'[[discovery]]\nkind = "{kind}"\nurls = ["{self.root}{path}"]\n{more}'

    def _head(self, pattern: str) -> str:
        return (
            f'name = "Nguồn thử"\nkind = "other"\nhome = "{self.root}/"\n'
            f"article_urls = ['{pattern}']\n"
            f"politeness = {{ {self.politeness} }}\n"
        )


class Federation(Site):
    """ASP.NET: ``?id=`` addresses, a 'today' widget, numbered list pages, session ids in links."""

    validators = False
    per_page = 8

    def path_of(self, story: Story) -> str:
        return f"/ChiTiet.aspx?id={story.number}"

    def page(self, path: str, query: dict[str, str]) -> Reply | None:
        today = f"<div id='homnay'>Hôm nay, ngày {dt.date.today():%d/%m/%Y}</div>"
        if path == "/ChiTiet.aspx":
            story = self.stories[int(query["id"]) - 1] if 0 < int(query.get("id", 0)) <= self.size else None
            return Reply(story.html(extra_body=today).encode()) if story else None
        if path != "/Default.aspx":
            return None
        page = int(query.get("trang", 1))
        shown = list(reversed(self.stories))[(page - 1) * self.per_page : page * self.per_page]
        items = "".join(
            f"<li><a href='ChiTiet.aspx?id={s.number}&ASP.NET_SessionId=k{page}x{s.number}'>{s.title}</a>"
            f"<a href='/ChiTiet.aspx?id={s.number}&utm_source=zalo#binh-luan'>Bình luận</a></li>"
            for s in shown
        )
        return Reply(
            f"<html><body>{today}<ul>{items}</ul><a href='/cam/in.aspx?id=1'>In</a></body></html>".encode()
        )

    def toml(self) -> str:
        return self._head(r"ChiTiet\.aspx\?id=\d+$|/cam/") + self._discovery(
            "section", "/Default.aspx", 'next = "?trang={page}"\n'
        )


class Newspaper(Site):
    """JSON-LD, a sitemap index over gzip and plain sitemaps, canonical links."""

    per_map = 10
    dated: dt.datetime | None = None  # stands in for every date of change

    def path_of(self, story: Story) -> str:
        return f"/thoi-su/{story.slug}-post{story.number + 1000}.html"

    def page(self, path: str, query: dict[str, str]) -> Reply | None:
        if path == "/sitemap.xml":
            return self._index()
        if path.startswith("/sitemaps/"):
            return self._map(path)
        for story in self.stories:
            if path == self.path_of(story):
                return Reply(self._article(story))
        return None

    def _article(self, story: Story) -> bytes:
        about = {
            "@context": "https://schema.org",
            "@type": "NewsArticle",
            "headline": story.title,
            "datePublished": story.published.isoformat(),
            "dateModified": story.updated.isoformat(),
        }
        return story.html(f"<script type='application/ld+json'>{json.dumps(about)}</script>").encode()

    def _parts(self) -> list[list[Story]]:
        return [self.stories[at : at + self.per_map] for at in range(0, self.size, self.per_map)]

    def _index(self) -> Reply:
        entries = "".join(
            f"<sitemap><loc>{self.root}/sitemaps/{n}.xml{'.gz' if n % 2 else ''}</loc>"
            f"<lastmod>{(self.dated or max(s.updated for s in part)).isoformat()}</lastmod></sitemap>"
            for n, part in enumerate(self._parts())
        )
        return _xml(
            f"<sitemapindex xmlns='http://www.sitemaps.org/schemas/sitemap/0.9'>{entries}</sitemapindex>"
        )

    def _map(self, path: str) -> Reply | None:
        number = int(path.removeprefix("/sitemaps/").partition(".")[0])
        urls = "".join(
            f"<url><loc>{self.root}{self.path_of(s)}</loc>"
            f"<lastmod>{(self.dated or s.updated).isoformat()}</lastmod></url>"
            for s in self._parts()[number]
        )
        reply = _xml(f"<urlset xmlns='http://www.sitemaps.org/schemas/sitemap/0.9'>{urls}</urlset>")
        if path.endswith(".gz"):
            return Reply(gzip.compress(reply.body, mtime=0), headers={"Content-Type": "application/gzip"})
        return reply

    def toml(self) -> str:
        return self._head(r"-post\d+\.html$") + self._discovery("sitemap", "/sitemap.xml")


class Union(Site):
    """WordPress: an RSS feed, dated addresses, pages in NFD under a wrong charset, gzip, chunks."""

    def path_of(self, story: Story) -> str:
        return f"/{story.published:%Y/%m}/{story.slug}/"

    def page(self, path: str, query: dict[str, str]) -> Reply | None:
        if path == "/feed/":
            return self._feed()
        for story in self.stories:
            if path == self.path_of(story):
                body = unicodedata.normalize("NFD", story.html()).encode()
                if story.number % 2:
                    return Reply(
                        gzip.compress(body, mtime=0), headers={"Content-Encoding": "gzip"}, chunked=True
                    )
                return Reply(body, headers={"Content-Type": "text/html; charset=iso-8859-1"})
        return None

    def _feed(self) -> Reply:
        items = "".join(
            f"<item><title>{s.title}</title><link>{self.root}{self.path_of(s)}?utm_medium=rss</link>"
            f"<pubDate>{format_datetime(s.updated)}</pubDate></item>"
            for s in reversed(self.stories)
        )
        return _xml(f"<rss version='2.0'><channel><title>Tin</title>{items}</channel></rss>")

    def toml(self) -> str:
        return self._head(r"/\d{4}/\d{2}/[^/]+/$") + self._discovery("feed", "/feed/")


class Endless(Site):
    """Pages that never end: after the last story the list repeats itself, and a calendar runs on for ever."""

    per_page = 6

    def path_of(self, story: Story) -> str:
        return f"/bai/{story.slug}-{story.number}.html"

    def page(self, path: str, query: dict[str, str]) -> Reply | None:
        for story in self.stories:
            if path == self.path_of(story):
                return Reply(story.html().encode())
        if path == "/lich":
            year, month = int(query.get("nam", 2026)), int(query.get("thang", 1))
            after = f"/lich?nam={year + month // 12}&thang={month % 12 + 1}"
            return Reply(f"<a href='{after}'>Tháng sau</a>".encode())
        if path != "/tin-tuc":
            return None
        page = int(query.get("page", 1))
        last = -(-self.size // self.per_page)
        start = (min(page, last) - 1) * self.per_page
        items = "".join(
            f"<a href='{self.path_of(s)}'>{s.title}</a>" for s in self.stories[start : start + self.per_page]
        )
        more = f"<a href='/lich'>Lịch</a><a href='?page={page + 1}'>Xem thêm</a>"
        return Reply(f"<html><body>{items}{more}</body></html>".encode())

    def toml(self) -> str:
        return self._head(r"/bai/.+\.html$") + self._discovery(
            "section", "/tin-tuc", "max_pages = 500\nfollow = ['/lich']\n"
        )


def _xml(content: str) -> Reply:
    return Reply(
        f'<?xml version="1.0" encoding="UTF-8"?>{content}'.encode(),
        headers={"Content-Type": "application/xml"},
    )
