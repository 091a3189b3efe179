"""Items to documents, in one process or several; a page that fails is reported and the rest go on."""

from __future__ import annotations

import logging
import os
import threading
from collections import deque
from collections.abc import Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from dataclasses import dataclass
from itertools import islice
from multiprocessing import get_context, parent_process
from multiprocessing.process import BaseProcess

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
    from extract.document import UnreadablePage  # seconds of imports, and no fault of the item

    try:
        return Extracted(_document(item), item.page())
    except UnreadablePage as error:
        reason, _, mend = str(error).partition(": ")
        return Trouble(item.file, reason, _sentence(mend), item.place)
    except ImportError:  # the program is broken, not the page
        raise
    except Exception as error:  # a page is hostile input: one must not stop the others
        log.debug("extraction failed", exc_info=True)
        reason = f"extraction failed ({type(error).__name__}: {error})"[:300]
        return Trouble(item.file, reason, "Report it with the page; the other documents went on", item.place)


def _document(item: Item) -> Document:
    from extract.document import document, document_of_record

    if item.record is not None:
        found = document_of_record(item.record | {"id": item.id})
    else:
        found = document(item.raw, name=item.origin, url=item.url)
    return found.model_copy(update={"id": item.id})


def _sentence(text: str) -> str:
    return text[:1].upper() + text[1:]


def extract_all(items: Iterable[Item | Trouble], jobs: int = 1) -> Iterator[Outcome]:
    """Outcomes in the order of the items, whatever the number of processes; never many items in memory."""
    if jobs <= 1:
        yield from (item if isinstance(item, Trouble) else extract(item) for item in items)
        return
    yield from _in_processes(iter(items), jobs)


Chunk = list[Item | Trouble]


def _in_processes(items: Iterator[Item | Trouble], jobs: int) -> Iterator[Outcome]:
    # Spawned, not forked: a fork would take along the database's threads and its lock.
    with ProcessPoolExecutor(jobs, get_context("spawn"), _end_with_parent) as pool:
        window: deque[tuple[Chunk, Future[list[Outcome]] | None]] = deque()
        while (chunk := list(islice(items, CHUNK))) or window:
            if chunk:
                window.append((chunk, _submit(pool, chunk)))
            if len(window) >= 2 * jobs or not chunk:
                yield from _result(*window.popleft())


def _end_with_parent() -> None:
    """In a worker: ends it when the command is killed, instead of waiting for work for ever."""

    def watch(parent: BaseProcess) -> None:
        parent.join()
        os._exit(1)

    if parent := parent_process():
        threading.Thread(target=watch, args=(parent,), daemon=True).start()


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
