"""Saved pages: one file of HTML or text, one document."""

from __future__ import annotations

import re
from collections.abc import Iterator

from thidua.inputs.item import Item
from thidua.inputs.paths import Found
from thidua.trouble import Trouble

MAX_BYTES = 64 * 2**20
"""Longer files are no news pages; the longest seen in the wild is 3 MB."""

_MAGIC = (
    b"%PDF-",
    b"\x89PNG",
    b"\xff\xd8\xff",
    b"GIF8",
    b"PK\x03\x04",
    b"\x1f\x8b",
    b"\x7fELF",
    b"RIFF",
    b"BZh",
    b"7z\xbc\xaf",
    b"\xd0\xcf\x11\xe0",
    b"Rar!",
    b"\xfd7zXZ",
    b"SQLite format 3",
)
_CONTROLS = re.compile(rb"[\x00-\x08\x0e-\x1a\x1c-\x1f]")


def read(file: Found) -> Iterator[Item | Trouble]:
    """The one item of a page file."""
    size = file.path.stat().st_size
    if size > MAX_BYTES:
        mend = f"Split it into pages, or give its documents as JSONL; the limit is {MAX_BYTES >> 20} MB"
        yield Trouble(str(file.path), f"the file is too large for one page ({size >> 20} MB)", mend)
        return
    raw = file.path.read_bytes()
    if flaw := flaw_of(raw):
        yield Trouble(str(file.path), *flaw)
    else:
        yield Item(id=file.path.stem, raw=raw, origin=file.name)


def flaw_of(raw: bytes) -> tuple[str, str] | None:
    """Why bytes cannot be a page, and what to do; None where they can."""
    if not raw.strip(b" \t\r\n\x00\xef\xbb\xbf"):
        return "the file is empty", "Save the page again"
    if is_binary(raw):
        return "the file is binary, neither text nor HTML", "Save the page itself as text or HTML"
    return None


def is_binary(raw: bytes) -> bool:
    """Whether bytes are an image, an archive, a program… UTF-16 and the legacy encodings are text."""
    if raw.startswith(_MAGIC):
        return True
    head = raw[:8192]
    if head.startswith((b"\xff\xfe", b"\xfe\xff")) or _every_other_is_zero(head):
        return False
    return len(_CONTROLS.findall(head)) > len(head) // 50


def _every_other_is_zero(head: bytes) -> bool:
    """UTF-16 without a mark: in mostly Latin text one half of the bytes is zero, and not the other."""
    zeros = head[::2].count(0), head[1::2].count(0)
    return max(zeros) > len(head) // 5 and min(zeros) < len(head) // 100 + 1
