"""Saved pages: one file of HTML or text, one document."""

from __future__ import annotations

from collections.abc import Iterator

from thidua.inputs.item import Item
from thidua.inputs.paths import Found
from thidua.trouble import Trouble

MAX_BYTES = 64 * 2**20
"""Longer files are no news pages, which rarely reach 3 MB."""


def read(file: Found) -> Iterator[Item | Trouble]:
    """The one item of a page file."""
    size = file.path.stat().st_size
    if size > MAX_BYTES:
        mend = f"Split it into pages, or give its documents as JSONL; the limit is {MAX_BYTES >> 20} MB"
        yield Trouble(str(file.path), f"the file is too large for one page ({size >> 20} MB)", mend)
    else:
        yield Item(id=file.path.stem, raw=file.path.read_bytes(), file=str(file.path), origin=file.name)
