"""Archive and frontier: whatever a kill leaves behind, what was committed is there, whole and once."""

from __future__ import annotations

import json
import time
from pathlib import Path

import pytest
from fastwarc.warc import ArchiveIterator
from warcio.archiveiterator import ArchiveIterator as WarcioIterator

from crawler.archive import Exchange, index
from crawler.discovery.link import Link
from crawler.frontier import Frontier, FrontierBusyError, Outcome, Recheck
from crawler.ledger import Ledger


def url(number: int) -> str:
    return f"http://a.example/bai/{number}.html"


def exchange(number: int, body: bytes | None = None, status: int = 200) -> Exchange:
    return Exchange(
        url(number),
        "GET",
        [(b"User-Agent", b"thu")],
        status,
        [(b"Content-Type", b"text/html"), (b"Transfer-Encoding", b"chunked"), (b"X", b"a\r\nInjected: b")],
        body if body is not None else b"<p>%d</p>" % number * 50,
    )


def ledger(folder: Path, rotate_at: int = 10**9) -> Ledger:
    book = Ledger(folder, "thu", {"software": "thu"}, rotate_at)
    book.begin()
    return book


def settle(book: Ledger, number: int, body: bytes | None = None) -> None:
    book.frontier.add([Link(url(number), "article")])
    (entry,) = book.frontier.take(1)
    made = exchange(number, body)
    book.settle(entry, Outcome("new", status=200, digest=made.digest, mime="text/html"), made)


def responses(folder: Path) -> list[str]:
    found = []
    for path in sorted(folder.glob("*.warc.gz")):
        with path.open("rb") as stream:
            for record in WarcioIterator(stream, check_digests="raise"):
                if record.rec_type == "response":
                    assert record.content_stream().read()
                    found.append(record.rec_headers["WARC-Target-URI"])
    return found


def test_records_as_other_tools_read_them(tmp_path: Path) -> None:
    book = ledger(tmp_path)
    settle(book, 1)
    book.finish(whole=True, ended=True)
    book.close()
    (path,) = tmp_path.glob("*.warc.gz")
    with path.open("rb") as stream:
        records = list(WarcioIterator(stream, check_digests="raise"))
        types = [record.rec_type for record in records]
    assert types == ["warcinfo", "response", "request", "metadata"]
    head = records[1].http_headers
    assert head.get_header("Transfer-Encoding") is None
    assert head.get_header("Injected") is None
    with path.open("rb") as stream:
        assert all(record.verify_block_digest() for record in ArchiveIterator(stream, parse_http=False))


@pytest.mark.parametrize("torn", [1, 7, 300, 2000])
def test_torn_tail_is_cut_off(tmp_path: Path, torn: int) -> None:
    book = ledger(tmp_path)
    settle(book, 1)
    book.commit()
    book.close()
    (path,) = tmp_path.glob("*.warc.gz")
    whole = path.read_bytes()
    path.write_bytes(whole + (whole * 2)[:torn])
    stray = tmp_path / "thu-20260101000000-00009.warc.gz"
    stray.write_bytes(whole)  # begun, never committed
    book = ledger(tmp_path)
    assert len(book.archive.mended) == 2
    assert not stray.exists()
    settle(book, 2)
    book.finish(whole=True, ended=True)
    book.close()
    assert responses(tmp_path) == [url(1), url(2)]


def test_what_was_not_committed_is_pending_again(tmp_path: Path) -> None:
    book = ledger(tmp_path)
    settle(book, 1)
    book.commit()
    settle(book, 2)
    book.frontier.db.execute("ROLLBACK")  # as a kill does
    book.close()
    again = ledger(tmp_path)
    assert again.run.resumed
    assert [entry.url for entry in again.frontier.take(9)] == []
    again.frontier.add([Link(url(1), "article"), Link(url(2), "article")])
    assert [entry.url for entry in again.frontier.take(9)] == [url(2)]
    again.close()


def test_lost_archive_is_said_not_hidden(tmp_path: Path) -> None:
    book = ledger(tmp_path)
    settle(book, 1)
    book.commit()
    book.close()
    (path,) = tmp_path.glob("*.warc.gz")
    path.write_bytes(path.read_bytes()[:-40])
    book = ledger(tmp_path)
    assert "shorter" in book.archive.mended[0]
    settle(book, 2)  # goes into a new file: nothing is written behind a hole
    book.commit()
    book.close()
    assert len(list(tmp_path.glob("*.warc.gz"))) == 2


def test_rotation_and_index(tmp_path: Path) -> None:
    book = ledger(tmp_path, rotate_at=3000)
    for number in range(12):
        settle(book, number)
    book.finish(whole=True, ended=True)
    book.close()
    files = sorted(tmp_path.glob("*.warc.gz"))
    assert len(files) > 2
    assert all(file.stat().st_size <= 3000 for file in files)
    assert sorted(responses(tmp_path)) == sorted(url(number) for number in range(12))
    lines = (tmp_path / index.NAME).read_text("utf-8").splitlines()
    assert lines == sorted(lines)
    assert len(lines) == 12
    for line in lines:
        key, moment, fields = line.split(" ", 2)
        where = json.loads(fields)
        assert key.startswith("example,a)/bai/")
        assert len(moment) == 14
        with (tmp_path / where["filename"]).open("rb") as stream:
            stream.seek(int(where["offset"]))
            record = next(iter(WarcioIterator(stream)))
            assert record.rec_headers["WARC-Target-URI"] == where["url"]
            assert record.rec_headers["WARC-Payload-Digest"] == "sha1:" + where["digest"]


def test_surt() -> None:
    assert index.surt("https://www.CongDoan.example:8443/Tin?b=1") == "example,congdoan:8443)/tin?b=1"


def test_same_body_becomes_a_revisit(tmp_path: Path) -> None:
    book = ledger(tmp_path)
    settle(book, 1, b"same")
    settle(book, 2, b"same")
    book.finish(whole=True, ended=True)
    book.close()
    (path,) = tmp_path.glob("*.warc.gz")
    with path.open("rb") as stream:
        revisit = next(record for record in WarcioIterator(stream) if record.rec_type == "revisit")
    assert revisit.rec_headers["WARC-Refers-To-Target-URI"] == url(1)


def test_one_crawl_at_a_time(tmp_path: Path) -> None:
    book = ledger(tmp_path)
    with pytest.raises(FrontierBusyError):
        Frontier(tmp_path / "frontier.sqlite")
    book.close()
    Frontier(tmp_path / "frontier.sqlite").close()


def test_newer_frontier_is_refused(tmp_path: Path) -> None:
    book = ledger(tmp_path)
    book.frontier.db.execute("ROLLBACK")
    book.frontier.db.execute("PRAGMA user_version = 99")
    book.close()
    with pytest.raises(RuntimeError, match="another version"):
        Frontier(tmp_path / "frontier.sqlite")


def fetched_before(tmp_path: Path, **validators: str) -> Ledger:
    """A source whose article 1 was fetched in a run that is over."""
    book = ledger(tmp_path)
    book.frontier.add([Link(url(1), "article")])
    (entry,) = book.frontier.take(1)
    book.settle(entry, Outcome("new", status=200, digest="sha1:X", **validators), exchange(1))  # type: ignore[arg-type]
    book.finish(whole=True, ended=True)
    book.close()
    return ledger(tmp_path)


def test_article_without_validators_is_never_asked_for_again(tmp_path: Path) -> None:
    book = fetched_before(tmp_path)
    later = Recheck(fetched_before=time.time() + 99, found_after=0)
    assert book.frontier.add([Link(url(1), "article")], recheck=later) == 0
    assert book.frontier.take(9) == []
    book.close()


def test_article_with_validators_is_rechecked_in_its_time(tmp_path: Path) -> None:
    book = fetched_before(tmp_path, etag='"1"')
    now = time.time()
    for recheck in (None, Recheck(now - 3600, 0), Recheck(now + 99, now + 99)):
        book.frontier.add([Link(url(1), "article")], recheck=recheck)
        book.frontier._seen.clear()
        assert book.frontier.take(9) == []
    book.frontier.add([Link(url(1), "article")], recheck=Recheck(now + 99, 0))
    assert [entry.etag for entry in book.frontier.take(9)] == ['"1"']
    book.close()
