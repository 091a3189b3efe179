"""Feeds, sitemaps and section pages, whole, broken and hostile."""

from __future__ import annotations

import gzip
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crawler import politeness
from crawler.discovery import feeds, sections, sitemaps
from crawler.discovery.link import moment
from crawler.discovery.xml import TooLargeError
from crawler.politeness import Protego, retry_after

BASE = "http://a.example/tin/"
LIMIT = 1_000_000


def feed(body: str) -> list[tuple[str, str | None]]:
    return [
        (link.url, link.changed.isoformat() if link.changed else None)
        for link in feeds.links(body.encode(), BASE, LIMIT)
    ]


def test_rss_atom_and_rdf() -> None:
    rss = "<rss><channel><link>/</link><item><link> /a </link>"
    rss += "<pubDate>Sun, 08 Mar 2026 09:00:00 +0700</pubDate></item>"
    assert feed(rss + "</channel></rss>") == [("http://a.example/a", "2026-03-08T09:00:00+07:00")]
    atom = (
        "<feed xmlns='http://www.w3.org/2005/Atom'><entry><link rel='self' href='x'/><link href='b'/>"
        "<updated>2026-03-08T01:00:00Z</updated></entry></feed>"
    )
    assert feed(atom) == [("http://a.example/tin/b", "2026-03-08T01:00:00+00:00")]
    rdf = (
        "<rdf:RDF xmlns:rdf='r' xmlns='s' xmlns:dc='d'><item><link>c</link><dc:date>2026-03</dc:date></item>"
    )
    assert feed(rdf) == [("http://a.example/tin/c", "2026-03-01T00:00:00+00:00")]


def test_broken_feed_gives_what_it_has() -> None:
    assert (
        feed("\n<rss><channel><item><link>/a</link></item><item><link>/b & c</link>")[0][0]
        == "http://a.example/a"
    )
    assert feed("") == feed("không phải XML") == []
    assert feed("<rss><item><guid>http://a.example/g</guid></item></rss>") == [("http://a.example/g", None)]


def test_entities_and_files_stay_closed(tmp_path: Path) -> None:
    secret = tmp_path / "secret"
    secret.write_text("bí mật")
    hostile = f"<!DOCTYPE r [<!ENTITY x SYSTEM 'file://{secret}'>]><rss><item><link>/&x;</link></item></rss>"
    assert "bí mật" not in str(feed(hostile))
    laughs = "<!DOCTYPE r [<!ENTITY a 'ha'>" + "".join(
        f"<!ENTITY {chr(98 + n)} '{('&' + chr(97 + n) + ';') * 10}'>" for n in range(9)
    )
    assert len(str(feed(laughs + "]><rss><item><link>/&j;</link></item></rss>"))) < 1000


def test_sitemap_index_and_news() -> None:
    maps = "".join(f"<sitemap><loc>{path}</loc></sitemap>" for path in ("/1.xml.gz", "/anh.xml"))
    index = f"<sitemapindex xmlns='x'>{maps}</sitemapindex>"
    links = list(sitemaps.links(index.encode(), BASE, LIMIT, [r"/\d+\.xml"]))
    assert [(link.url, link.kind) for link in links] == [("http://a.example/1.xml.gz", "sitemap")]
    news = (
        "<urlset xmlns='x' xmlns:news='n'><url><loc>/a</loc><news:news>"
        "<news:publication_date>2026-03-08</news:publication_date></news:news></url></urlset>"
    )
    (link,) = sitemaps.links(gzip.compress(news.encode()), BASE, LIMIT)
    assert (link.kind, str(link.changed)) == ("article", "2026-03-08 00:00:00+00:00")
    assert [x.url for x in sitemaps.links(b"http://a.example/1\n\nrac\n", BASE, LIMIT)] == [
        "http://a.example/1"
    ]


def test_gzip_bomb_is_too_large() -> None:
    with pytest.raises(TooLargeError):
        list(sitemaps.links(gzip.compress(b" " * 5_000_000), BASE, LIMIT))
    assert list(sitemaps.links(gzip.compress(b"<urlset/>")[:-9], BASE, LIMIT)) == []


def test_section_links_and_next_page() -> None:
    page = (
        "<base href='/muc/'><a href='a.html'>A</a><a href='#x'>x</a><a href='javascript:x()'>j</a>"
        "<a href='//b.example/c'>C</a><a href='a.html#y'>A</a><a href='?p=2'><span>Trang sau</span></a>"
    )
    listing = sections.read(page.encode(), BASE, "utf-8")
    assert listing.hrefs[:2] == ("http://a.example/muc/a.html", "http://b.example/c")
    assert listing.next_page == "http://a.example/muc/?p=2"
    assert sections.read(b"<link rel='next' href='/3'>", BASE, None).next_page == "http://a.example/3"


@given(st.binary(max_size=300), st.sampled_from([None, "utf-8", "no-such-encoding", "windows-1258"]))
def test_any_bytes_can_be_read(body: bytes, encoding: str | None) -> None:
    sections.read(body, BASE, encoding)
    list(feeds.links(body, BASE, LIMIT))
    list(sitemaps.links(body, BASE, LIMIT))


@pytest.mark.parametrize(
    "text", ["2026", "2026-03", "2026-03-08", "2026-03-08T10:00:00+07:00", "Sun, 08 Mar 2026 10:00:00 GMT"]
)
def test_moments(text: str) -> None:
    found = moment(text)
    assert found is not None
    assert found.tzinfo is not None
    assert found.year == 2026


@pytest.mark.parametrize("text", [None, "", "hôm qua", "2026-99-99", "99999999999", "Sun, 99 Mar 2026"])
def test_no_moments(text: str | None) -> None:
    assert moment(text) is None


def test_retry_after() -> None:
    assert retry_after("120", 1000.0) == 1120.0
    assert retry_after("Sun, 08 Mar 2026 00:00:10 GMT", 1772928000.0) == 1772928010.0
    assert retry_after("Sun, 08 Mar 2026 00:00:00 GMT", 1772928060.0) == 1772928060.0
    assert retry_after("99999999999999", 0.0) == 86400.0
    assert retry_after("lát nữa", 0.0) is retry_after(None, 0.0) is None


@pytest.mark.parametrize(
    ("rules", "delay"),
    [
        ("Crawl-delay: 2", 2),
        ("Request-rate: 1/10s", 10),
        ("Request-rate: 1/10s\nCrawl-delay: 4", 10),
        ("", 0),
    ],
)
def test_robots_delay(rules: str, delay: float) -> None:
    assert politeness.robots_delay(Protego.parse(f"User-agent: *\n{rules}\nDisallow: /x\n")) == delay
    named = f"User-agent: *\nDisallow:\n\nUser-agent: ThiDuaBot\n{rules}\nDisallow: /x\n"
    assert politeness.robots_delay(Protego.parse(named)) == delay


def test_user_agent_says_who_crawls_and_pretends_nothing() -> None:
    agent = politeness.user_agent("thu@example.org")
    assert agent.startswith("ThiDuaBot/")
    assert "thu@example.org" in agent
    assert "mozilla" not in agent.lower()
