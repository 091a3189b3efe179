"""Opens the files found and yields their items, or what is wrong with them; ids come out unique."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace

from thidua.inputs import pages, records, warc
from thidua.inputs.item import Item, without_surrogates
from thidua.inputs.paths import Found
from thidua.trouble import Trouble

Reader = Callable[[Found], Iterator[Item | Trouble]]

READERS: dict[tuple[str, ...], Reader] = {
    (".txt", ".html", ".htm"): pages.read,
    (".jsonl", ".jsonl.gz"): records.read,
    (".warc", ".warc.gz"): warc.read,
}


def read(found: Iterable[Found | Trouble]) -> Iterator[Item | Trouble]:
    """The items of all files, one at a time. The same bytes under the same id are read once."""
    seen: dict[str, bytes] = {}
    for file in found:
        for item in [file] if isinstance(file, Trouble) else _of_file(file):
            if isinstance(item, Trouble):
                yield item
            elif (unique := _unique(item, seen)) is not None:
                yield unique


def _of_file(file: Found) -> Iterator[Item | Trouble]:
    reader = next(reader for ends, reader in READERS.items() if file.path.name.lower().endswith(ends))
    try:
        yield from reader(file)
    except OSError as error:
        reason = f"the file cannot be read ({error.strerror or error})"
        yield Trouble(str(file.path), reason, "Check that it exists and that you may read it")


def _unique(item: Item, seen: dict[str, bytes]) -> Item | None:
    """The item under an id nobody has: a second page of a name gets the start of its hash behind it."""
    digest = hashlib.sha256(item.raw).digest()[:8]
    stem = without_surrogates(item.id)
    for name in (stem, f"{stem}-{digest.hex()[:8]}", f"{stem}-{digest.hex()}"):
        if name not in seen:
            seen[name] = digest
            return replace(item, id=name)
        if seen[name] == digest:
            return None
    return None
