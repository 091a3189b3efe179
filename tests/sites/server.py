"""A small HTTP/1.1 server with keep-alive that notes every request and can misbehave on purpose."""

from __future__ import annotations

import asyncio
import contextlib
import ssl
import threading
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import Literal

Misbehaviour = Literal["", "reset", "truncate", "hang", "close early"]


@dataclass
class Reply:
    """What the server answers; ``fault`` says how it fails while doing so."""

    body: bytes = b""
    status: int = 200
    headers: dict[str, str] = field(default_factory=dict)
    fault: Misbehaviour = ""
    chunked: bool = False


@dataclass(frozen=True)
class Seen:
    """A request as the server saw it, at a moment of the monotonic clock."""

    at: float
    target: str
    headers: dict[str, str]
    status: int
    size: int


Handler = Callable[[str, dict[str, str]], Reply]


@dataclass
class Fault:
    """An answer that stands in for the real one, ``times`` times; always if it is None."""

    reply: Reply | Callable[[], Reply]
    times: int | None = None


class Served:
    """A running server: its port, what it saw, and the faults switched on by path."""

    def __init__(self, handler: Handler, tls: ssl.SSLContext | None = None) -> None:
        self.handler = handler
        self.seen: list[Seen] = []
        self.faults: dict[str, Fault] = {}
        self.delay = 0.0
        self.port = 0
        self.answers_left: int | None = None
        """Requests that are still answered; the others wait until this is None again."""
        self._tls = tls
        self._loop = asyncio.new_event_loop()
        self._thread = threading.Thread(target=self._run, daemon=True)
        self._ready = threading.Event()

    @property
    def address(self) -> str:
        return f"127.0.0.1:{self.port}"

    @property
    def root(self) -> str:
        return f"{'https' if self._tls else 'http'}://{self.address}"

    def targets(self) -> list[str]:
        """What was asked for, in order."""
        return [seen.target for seen in self.seen]

    def start(self) -> None:
        self._thread.start()
        assert self._ready.wait(10)

    def stop(self) -> None:
        self._loop.call_soon_threadsafe(self._loop.stop)
        self._thread.join(10)

    def _run(self) -> None:
        asyncio.set_event_loop(self._loop)
        server = self._loop.run_until_complete(
            asyncio.start_server(self._connection, "127.0.0.1", 0, ssl=self._tls)
        )
        self.port = server.sockets[0].getsockname()[1]
        self._ready.set()
        self._loop.run_forever()
        open_ones = asyncio.all_tasks(self._loop)
        for connection in open_ones:
            connection.cancel()
        self._loop.run_until_complete(asyncio.gather(*open_ones, return_exceptions=True))

    async def _connection(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        with contextlib.suppress(ConnectionError, asyncio.IncompleteReadError, asyncio.LimitOverrunError):
            while await self._exchange(reader, writer):
                pass
        writer.close()

    async def _exchange(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> bool:
        head = (await reader.readuntil(b"\r\n\r\n")).decode("latin-1").split("\r\n")
        at = time.monotonic()
        target = head[0].split(" ")[1]
        headers = dict(line.lower().split(": ", 1) for line in head[1:] if ": " in line)
        if self.delay:
            await asyncio.sleep(self.delay)
        reply = self._reply(target, headers)
        self.seen.append(Seen(at, target, headers, reply.status, len(reply.body)))
        await self._held()
        return await self._send(reply, writer)

    async def _held(self) -> None:
        if self.answers_left:
            self.answers_left -= 1
            return
        while self.answers_left is not None:
            await asyncio.sleep(0.005)

    def _reply(self, target: str, headers: dict[str, str]) -> Reply:
        fault = self.faults.get(target.partition("?")[0]) or self.faults.get(target)
        if fault is None or fault.times == 0:
            return self.handler(target, headers)
        if fault.times is not None:
            fault.times -= 1
        return fault.reply() if callable(fault.reply) else fault.reply

    async def _send(self, reply: Reply, writer: asyncio.StreamWriter) -> bool:
        if reply.fault == "hang":
            await asyncio.sleep(60)
        if reply.fault == "reset":
            writer.transport.abort()
            return False
        headers = dict(reply.headers)
        if reply.chunked:
            headers["Transfer-Encoding"] = "chunked"
            body = b"%x\r\n%s\r\n0\r\n\r\n" % (len(reply.body), reply.body)
        else:
            headers["Content-Length"] = str(len(reply.body))
            body = reply.body
        lines = "".join(f"{name}: {value}\r\n" for name, value in headers.items())
        writer.write(f"HTTP/1.1 {reply.status} X\r\n{lines}\r\n".encode("latin-1"))
        if reply.fault == "truncate":
            writer.write(body[: len(body) // 2])
            await writer.drain()
            return False
        writer.write(body)
        await writer.drain()
        return True


@contextlib.contextmanager
def serve(handler: Handler, tls: ssl.SSLContext | None = None) -> Iterator[Served]:
    """Run a server in a thread while the block lasts."""
    served = Served(handler, tls)
    served.start()
    try:
        yield served
    finally:
        served.stop()
