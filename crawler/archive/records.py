"""Bytes of WARC/1.1 records. Each is a gzip member of its own.

warcio builds the same records at gzip's level 9 only, for about 1.7 times the processor time (800 responses
of 9 kB). tests/test_crawler_archive.py reads what this writes with warcio and fastwarc.
"""

from __future__ import annotations

import gzip
import uuid
from collections.abc import Iterable, Mapping

from crawler.archive.exchange import Exchange, digest

LEVEL = 4
"""Level of gzip: at 6 a page costs half as much again and becomes 2 % smaller."""
KIND = "Thidua-Page-Kind"
"""Field of our own in response records: what the page is. Readers leave out what is no article."""
REVISIT_SAME = "http://netpreserve.org/warc/1.1/revisit/identical-payload-digest"
REVISIT_NOT_MODIFIED = "http://netpreserve.org/warc/1.1/revisit/server-not-modified"


def record_id() -> str:
    """A new record id."""
    return f"<urn:uuid:{uuid.uuid4()}>"


def record(kind: str, headers: Iterable[tuple[str, str]], block: bytes) -> bytes:
    """One record, compressed."""
    lines = [f"WARC-Type: {kind}", *(f"{name}: {value}" for name, value in headers)]
    lines += [f"WARC-Block-Digest: {digest(block)}", f"Content-Length: {len(block)}"]
    head = ("WARC/1.1\r\n" + "\r\n".join(lines) + "\r\n\r\n").encode("utf-8")
    return gzip.compress(head + block + b"\r\n\r\n", LEVEL, mtime=0)


def fields(pairs: Mapping[str, object]) -> bytes:
    """Block of a warcinfo or metadata record."""
    clean = {name: " ".join(str(value).split()) for name, value in pairs.items() if value is not None}
    return "".join(f"{name}: {value}\r\n" for name, value in clean.items()).encode("utf-8")


def warcinfo(date: str, name: str, facts: Mapping[str, object]) -> bytes:
    """The record that opens a file: who made it, with what."""
    headers = [
        ("WARC-Record-ID", record_id()),
        ("WARC-Date", date),
        ("WARC-Filename", name),
        ("Content-Type", "application/warc-fields"),
    ]
    return record("warcinfo", headers, fields(facts))


def exchange_records(
    exchange: Exchange, earlier: tuple[str, str, str] | None, kind: str, facts: Mapping[str, object]
) -> tuple[str, bytes, bytes]:
    """Records of one exchange: the response or the revisit in its place, then request and metadata.

    Args:
        kind: what the page is: article, section, feed, sitemap, robots or refused.
        earlier: address, date and record id of the archived body that this response repeats.
        facts: fields of the metadata record.

    Returns:
        Id of the response's record, its bytes, the bytes of the records that follow it.
    """
    response_id = record_id()
    common = [("WARC-Target-URI", exchange.url), ("WARC-Date", exchange.date)]
    from_host = [("WARC-IP-Address", exchange.address)] if exchange.address else []
    http = ("Content-Type", "application/http; msgtype=response")
    headers = [("WARC-Record-ID", response_id), *common, *from_host, http, (KIND, kind)]
    if earlier is None:
        block = exchange.response_head + exchange.body
        response = record("response", [*headers, ("WARC-Payload-Digest", exchange.digest)], block)
    else:
        response = record("revisit", [*headers, *_refers(exchange, earlier)], exchange.response_head)
    concurrent = ("WARC-Concurrent-To", response_id)
    request = record(
        "request",
        [
            ("WARC-Record-ID", record_id()),
            *common,
            concurrent,
            ("Content-Type", "application/http; msgtype=request"),
        ],
        exchange.request_head,
    )
    metadata = record(
        "metadata",
        [("WARC-Record-ID", record_id()), *common, concurrent, ("Content-Type", "application/warc-fields")],
        fields(facts),
    )
    return response_id, response, request + metadata


def _refers(exchange: Exchange, earlier: tuple[str, str, str]) -> list[tuple[str, str]]:
    url, date, earlier_id = earlier
    profile = REVISIT_NOT_MODIFIED if exchange.status == 304 else REVISIT_SAME
    refers = [
        ("WARC-Profile", profile),
        ("WARC-Refers-To", earlier_id),
        ("WARC-Refers-To-Target-URI", url),
        ("WARC-Refers-To-Date", date),
    ]
    return refers if exchange.status == 304 else [*refers, ("WARC-Payload-Digest", exchange.digest)]
