"""Items to documents, in one process or several; a page that fails is reported and the rest go on."""

from __future__ import annotations

import logging
from collections import deque
from collections.abc import Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from dataclasses import dataclass
from itertools import islice

from schemas import Document, Page
from thidua.inputs import Item
from thidua.trouble import Trouble

log = logging.getLogger(__name__)

CHUNK = 16
"""Items sent to a process at a time."""


@dataclass(frozen=True, slots=True)
class Extracted:
    """A document, and the page it was read from."""

    document: Document
    page: Page


Outcome = Extracted | Trouble


def extract(item: Item) -> Outcome:
    """What one item says; whatever goes wrong with it is told as trouble."""
    from extract.document import document, document_of_record  # seconds of imports, and no fault of the item

    try:
        if item.record is not None:
            found = document_of_record(item.record | {"id": item.id})
        else:
            found = document(item.raw, name=item.id, url=item.url)
    except Exception as error:  # a page is hostile input: one must not stop the others
        log.debug("extraction failed", exc_info=True)
        reason = f"extraction failed ({type(error).__name__}: {error})"[:300]
        return Trouble(
            item.origin, reason, "Report it with the page; the other documents went on", item.place
        )
    if not found.body.strip():
        mend = "Check that the page shows an article and not a list, a form or an error"
        return Trouble(item.origin, "no article text was found", mend, item.place)
    return Extracted(found, item.page())


def extract_all(items: Iterable[Item | Trouble], jobs: int = 1) -> Iterator[Outcome]:
    """Outcomes in the order of the items, whatever the number of processes; never many items in memory."""
    if jobs <= 1:
        yield from (item if isinstance(item, Trouble) else extract(item) for item in items)
        return
    yield from _in_processes(iter(items), jobs)


Chunk = list[Item | Trouble]


def _in_processes(items: Iterator[Item | Trouble], jobs: int) -> Iterator[Outcome]:
    with ProcessPoolExecutor(jobs) as pool:
        window: deque[tuple[Chunk, Future[list[Outcome]] | None]] = deque()
        while (chunk := list(islice(items, CHUNK))) or window:
            if chunk:
                window.append((chunk, _submit(pool, chunk)))
            if len(window) >= 2 * jobs or not chunk:
                yield from _result(*window.popleft())


def _submit(pool: ProcessPoolExecutor, chunk: Chunk) -> Future[list[Outcome]] | None:
    try:
        return pool.submit(_extract_chunk, chunk)
    except BrokenProcessPool:
        return None


def _extract_chunk(chunk: Chunk) -> list[Outcome]:
    return [item if isinstance(item, Trouble) else extract(item) for item in chunk]


def _result(chunk: Chunk, future: Future[list[Outcome]] | None) -> list[Outcome]:
    """What a process found; done here where it was killed from outside, mostly for want of memory."""
    try:
        if future is not None:
            return future.result()
    except BrokenProcessPool:
        log.warning("a process was killed; its documents are read again in this one")
    return _extract_chunk(chunk)
