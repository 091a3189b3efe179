"""How far a WARC file is whole. Its readers stop silently where one is broken off."""

from __future__ import annotations

import re
import zlib
from pathlib import Path
from typing import IO

CHUNK = 1 << 20
_LENGTH = re.compile(rb"(?im)^content-length:[ \t]*(\d+)[ \t]*\r?$")
_HEAD_LIMIT = 1 << 16


def sound_bytes(path: Path) -> tuple[int, str | None]:
    """How many bytes from the start hold whole records, and what is wrong after them, or None.

    A file cut exactly between two records cannot be told from a whole one.
    """
    with path.open("rb") as stream:
        zipped = stream.read(2) == b"\x1f\x8b"
        stream.seek(0)
        sound = _sound_members(stream) if zipped else _sound_records(stream)
        size = stream.seek(0, 2)
    if not size:
        return 0, "the file is empty"
    flaw = f"the archive is broken off or damaged at byte {sound:,} of {size:,}"
    return sound, None if sound == size else flaw


def _sound_members(stream: IO[bytes]) -> int:
    """Offset after the last whole gzip member; every record is a member of its own."""
    sound = position = 0
    inflate = zlib.decompressobj(wbits=31)
    pending = b""
    try:
        while pending or (pending := stream.read(CHUNK)):
            inflate.decompress(pending)
            position += len(pending) - len(inflate.unused_data)
            pending = inflate.unused_data
            if inflate.eof:
                sound = position
                inflate = zlib.decompressobj(wbits=31)
    except zlib.error:
        pass
    return sound


def _sound_records(stream: IO[bytes]) -> int:
    """Offset after the last whole record of a plain WARC: each head says how long its block is."""
    size = stream.seek(0, 2)
    sound = 0
    while sound < size:
        stream.seek(sound)
        head = stream.read(_HEAD_LIMIT)
        end = head.find(b"\r\n\r\n")
        length = _LENGTH.search(head, 0, max(end, 0) + 2)
        if not head.startswith(b"WARC/") or end < 0 or length is None:
            break
        after = sound + end + 4 + int(length[1]) + 4  # a record closes with two line ends
        if after > size:
            break
        sound = after
    return sound
