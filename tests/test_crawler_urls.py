"""Addresses: canonical forms, traps, dates; and which hosts and addresses may be asked."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crawler import safety, sources, urls

TODAY = dt.date(2026, 11, 22)
SOURCE = sources.parse(
    'name = "Nguồn thử"\nkind = "other"\nhome = "https://congdoan.example/"\n'
    '[[discovery]]\nkind = "list"\nurls = ["https://congdoan.example/a"]\n',
    "thu",
)


@pytest.mark.parametrize(
    ("written", "canonical"),
    [
        ("HTTPS://CongDoan.Example:443/Tin/a.html#binh-luan", "https://congdoan.example/Tin/a.html"),
        ("http://a.example", "http://a.example/"),
        ("http://a.example/x?b=2&a=1", "http://a.example/x?a=1&b=2"),
        ("http://a.example/x?id=7&utm_source=zalo&fbclid=Q", "http://a.example/x?id=7"),
        ("http://a.example/x?id=7&PHPSESSID=1&ASP.NET_SessionId=q", "http://a.example/x?id=7"),
        ("http://a.example/x;jsessionid=0A1B?id=7", "http://a.example/x?id=7"),
        ("http://a.example/(S(abcdefghijklmnopqrstuvwx))/x.aspx", "http://a.example/x.aspx"),
        ("http://a.example/xem?sid=123", "http://a.example/xem?sid=123"),
        ("http://a.example/xem?sid=0123456789abcdef0123", "http://a.example/xem"),
        ("http://a.example:8080/đoàn viên", "http://a.example:8080/%C4%91o%C3%A0n%20vi%C3%AAn"),
        ("mailto:a@a.example", None),
        ("javascript:void(0)", None),
        ("http://nguoi:mat-khau@a.example/", None),
        ("http://[::1/", None),
        ("http://a.example:port/", None),
    ],
)
def test_canonical(written: str, canonical: str | None) -> None:
    assert urls.canonical(written) == canonical


@given(st.text(max_size=60), st.text(max_size=30))
def test_canonical_is_stable_on_any_text(path: str, query: str) -> None:
    once = urls.canonical(f"http://a.example/{path}?{query}")
    assert once is None or urls.canonical(once) == once
    urls.canonical(path)


@pytest.mark.parametrize(
    ("url", "reason"),
    [
        ("http://a.example/lich/2031/05", "calendar"),
        ("http://a.example/lich?nam=2031&thang=5", "calendar"),
        ("http://a.example/lich?month=2026-12", None),
        ("http://a.example/2026/11/tin-moi/", None),
        ("http://a.example/van-ban-2045-tam-nhin", None),
        ("http://a.example/a/b/a/b/a/b", "path repeats itself"),
        ("http://a.example/" + "x" * 2000, "address too long"),
        ("http://a.example/?" + "&".join(f"p{n}=1" for n in range(12)), "too many parameters"),
        ("http://a.example/tin/cong-doan-trao-qua-123.html", None),
    ],
)
def test_traps(url: str, reason: str | None) -> None:
    assert urls.trap(url, TODAY) == reason


def test_date_in_address() -> None:
    assert urls.date_in("http://a.example/2025/03/08/tin") == dt.date(2025, 3, 8)
    assert urls.date_in("http://a.example/2024/02/tin/") == dt.date(2024, 2, 29)
    assert urls.date_in("http://a.example/2025/13/tin") is None
    assert urls.date_in("http://a.example/tin-2025") is None


@pytest.mark.parametrize(
    "url",
    [
        "/cong-doan-trao-qua-tet.html",
        "/tin/123456.htm",
        "/ChiTiet.aspx?id=12",
        "/index.php?newsid=4",
        "/a-post99999.html",
    ],
)
def test_guess_takes_articles(url: str) -> None:
    assert urls.looks_like_article("http://a.example" + url)


@pytest.mark.parametrize("url", ["/", "/tin-tuc", "/lien-he", "/tin-tuc?page=2", "/gioi-thieu.html"])
def test_guess_leaves_lists(url: str) -> None:
    assert not urls.looks_like_article("http://a.example" + url)


@pytest.mark.parametrize(
    "address",
    [
        *("127.0.0.1", "10.1.2.3", "192.168.0.1", "172.16.0.1", "169.254.169.254", "0.0.0.0", "100.64.0.1"),
        *(
            "::1",
            "fe80::1",
            "fc00::1",
            "::ffff:127.0.0.1",
            "2002:7f00:1::",
            "224.0.0.1",
            "255.255.255.255",
            "x",
        ),
    ],
)
def test_private_addresses_are_not_public(address: str) -> None:
    assert not safety.is_public(address)


@pytest.mark.parametrize("address", ["203.113.131.1", "1.1.1.1", "2606:4700::1111"])
def test_public_addresses_are(address: str) -> None:
    assert safety.is_public(address)


@pytest.mark.parametrize(
    ("url", "reason"),
    [
        ("https://congdoan.example.evil.example/", "outside"),
        ("https://evil.example/congdoan.example", "outside"),
        ("https://congdoan.example@evil.example/", "outside"),
        ("http://127.0.0.1/", "outside"),
        ("ftp://congdoan.example/", "unsafe"),
        ("file:///etc/passwd", "unsafe"),
    ],
)
def test_refused(url: str, reason: str) -> None:
    with pytest.raises(safety.UnsafeAddress) as refusal:
        safety.check(url, SOURCE)
    assert refusal.value.reason == reason


@pytest.mark.parametrize("host", ["127.0.0.1", "2130706433", "0x7f.1", "017700000001", "[::1]"])
def test_loopback_written_otherwise_is_refused(host: str) -> None:
    local = SOURCE.model_copy(update={"domains": (host.strip("[]"),)})
    with pytest.raises(safety.UnsafeAddress):
        safety.check(f"http://{host}/", local)
    safety.check(
        "http://127.0.0.1:80/", SOURCE.model_copy(update={"domains": ("127.0.0.1",)}), ["127.0.0.1:80"]
    )
