"""Running the real crawler as a process against a site of ours, and looking at what it left on the disk."""

from __future__ import annotations

import json
import os
import sqlite3
import subprocess
import sys
import time
from collections import Counter
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from fastwarc.warc import ArchiveIterator, WarcRecordType
from warcio.cli import main as warcio

from tests.sites.server import Served
from thidua.inputs.integrity import sound_bytes

PATIENCE = 300
"""Seconds after which a crawl is taken to hang, however busy the machine."""


@dataclass
class Crawl:
    """A source, its site and its archive."""

    served: Served
    folder: Path
    source: str = "thu"

    @property
    def home(self) -> Path:
        return self.folder / "archive" / self.source

    def declare(self, toml: str) -> None:
        (self.folder / "sources").mkdir(parents=True, exist_ok=True)
        (self.folder / "sources" / f"{self.source}.toml").write_text(toml, "utf-8")

    def command(self, *more: str) -> list[str]:
        where = ["--archive", str(self.folder / "archive"), "--sources", str(self.folder / "sources")]
        return [sys.executable, "-m", "thidua", "crawl", self.source, "--json", *where, *more]

    def start(self, *more: str, address: str | None = None) -> subprocess.Popen[str]:
        addresses = self.served.address if address is None else address
        env = os.environ | {"THIDUA_CONTACT": "thu@example.org", "THIDUA_TEST_ADDRESS": addresses}
        return subprocess.Popen(
            self.command(*more), env=env, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
        )

    def start_held(self, answers: int) -> subprocess.Popen[str]:
        """Start a crawl that has had so many answers and waits for the next, which the server holds."""
        self.served.answers_left = answers
        seen = len(self.served.seen)
        process = self.start()
        deadline = time.monotonic() + PATIENCE
        while len(self.served.seen) <= seen + answers:
            assert process.poll() is None, process.communicate()
            assert time.monotonic() < deadline
            time.sleep(0.01)
        return process

    def ended(self, process: subprocess.Popen[str]) -> int:
        """Wait for a crawl's end; returns its exit code."""
        process.communicate(timeout=PATIENCE)
        return process.returncode

    def run(self, *more: str, address: str | None = None, code: int = 0) -> dict[str, Any]:
        """Crawl to the end; returns the health report."""
        process = self.start(*more, address=address)
        out, err = process.communicate(timeout=PATIENCE)
        assert process.returncode == code, f"exit code {process.returncode}\n{out}\n{err}"
        assert "Traceback" not in err, err
        assert '"level": "error"' not in err, err
        report: dict[str, Any] = json.loads(out)[0]
        return report

    def stored(self) -> Counter[str]:
        """How often each address stands in the archive with a body of its own."""
        return Counter(
            url
            for kind, status, url in self.records()
            if kind == "response" and status == 200 and self._story(url)
        )

    def _story(self, url: str) -> bool:
        return bool(getattr(self.served.handler, "is_article", bool)(url.removeprefix(self.served.root)))

    def committed(self) -> Counter[str]:
        """As :meth:`stored`, in whole records only: a kill may leave half a record at the very end."""
        found: Counter[str] = Counter()
        for path in self.home.glob("*.warc.gz"):
            sound, _ = sound_bytes(path)
            with path.open("rb") as stream:
                for record in ArchiveIterator(stream, record_types=WarcRecordType.response):
                    url = record.headers["WARC-Target-URI"]
                    if record.stream_pos < sound and self._story(url):
                        found[url] += 1
        return found

    def records(self) -> list[tuple[str, int | None, str]]:
        """Type, HTTP status and address of every record; fails where the archive is not whole."""
        found = []
        for path in sorted(self.home.glob("*.warc.gz")):
            with path.open("rb") as stream:
                for record in ArchiveIterator(stream, verify_digests=True):
                    status = record.http_headers.status_code if record.http_headers else None
                    kind = str(record.record_type).rpartition(".")[2]
                    found.append((kind, status, record.headers.get("WARC-Target-URI", "")))
                    record.reader.consume()
        return found

    def check(self) -> None:
        """``warcio check``: another tool's reading of every record, with its digests."""
        with pytest.raises(SystemExit) as ended:
            warcio(["check", *map(str, self.home.glob("*.warc.gz"))])
        assert ended.value.code == 0

    def states(self) -> dict[str, tuple[str, str | None]]:
        """State and reason of every address in the frontier."""
        with sqlite3.connect(self.home / "frontier.sqlite") as db:
            return {
                url: (state, reason)
                for url, state, reason in db.execute("SELECT url, state, reason FROM urls")
            }
