"""WARC archives, plain or gzipped: every HTML or text response that came back with status 200."""

from __future__ import annotations

from collections.abc import Iterator
from typing import IO, Any

from fastwarc.warc import ArchiveIterator, WarcRecordType

from thidua.inputs import integrity
from thidua.inputs.item import Item, url_id
from thidua.inputs.paths import Found
from thidua.trouble import Trouble

READABLE = ("text/html", "application/xhtml+xml", "text/plain")


def read(file: Found) -> Iterator[Item | Trouble]:
    """The pages of an archive. One that breaks off is read up to its last whole record, and reported."""
    # fastwarc ends silently where a file breaks off, after handing out half a page; hence the check before.
    sound, flaw = integrity.sound_bytes(file.path)
    count = 0
    if sound:
        with file.path.open("rb") as stream:
            for count, record in enumerate(_responses(stream, sound), 1):
                if (item := _item(file, record, count)) is not None:
                    yield item
    if flaw:
        mend = f"The {count:,} responses before it were read; get the file again for the rest"
        yield Trouble(str(file.path), flaw, mend)
    elif not count:
        yield Trouble(str(file.path), "the archive holds no responses", "Check that it is a WARC file")


def _responses(stream: IO[bytes], sound: int) -> Iterator[Any]:
    try:
        for record in ArchiveIterator(stream, record_types=WarcRecordType.response, auto_decode="all"):
            if record.stream_pos >= sound:
                return
            yield record
    except OSError:  # what it calls an invalid head: no more records
        return


def _item(file: Found, record: Any, number: int) -> Item | Trouble | None:
    url = record.headers.get("WARC-Target-URI")
    place = f"response {number} ({url})"
    if record.http_headers is None:
        return Trouble(str(file.path), "the response has no HTTP head", "Fetch the page again", place)
    listing = record.headers.get("Thidua-Page-Kind", "article") != "article"  # as our crawler marks them
    if listing or record.http_headers.status_code != 200 or record.http_content_type not in READABLE:
        return None
    return Item(
        id=url_id(url),
        raw=record.reader.read(),
        file=str(file.path),
        origin=file.name,
        place=place,
        url=url,
        fetched=record.record_date,
        archive_offset=record.stream_pos,
    )
