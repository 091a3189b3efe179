"""Work in several processes, and the progress bar."""

from __future__ import annotations

import io
import json
import signal
import subprocess
import sys
import time
from concurrent.futures import Future
from concurrent.futures.process import BrokenProcessPool
from pathlib import Path

import pytest

from thidua import progress
from thidua.extraction import Extracted, Outcome, _result
from thidua.inputs import Item
from thidua.trouble import Trouble

TEXT = "Tin thi đua\n\nDịp này, LĐLĐ tỉnh Hà Nam tặng Bằng khen cho 6 tập thể có thành tích xuất sắc."


def test_what_a_killed_process_held_is_done_after_all() -> None:
    broken: Future[list[Outcome]] = Future()
    broken.set_exception(BrokenProcessPool())
    chunk = [
        Item(id="a", raw=TEXT.encode(), file="a.txt", origin="a.txt"),
        Trouble("b.txt", "is bad", "Mend it"),
    ]
    first, second = _result(chunk, broken)
    assert isinstance(first, Extracted)
    assert first.document.id == "a"
    assert second == chunk[1]


def test_workers_end_when_the_command_is_killed(tmp_path: Path) -> None:
    source = tmp_path / "r.jsonl"
    lines = (json.dumps({"id": str(i), "title": "Tin", "text": TEXT * 40}) for i in range(3000))
    source.write_text("\n".join(lines), encoding="utf-8")
    mark = f"{tmp_path}/facts.jsonl"
    command = [sys.executable, "-m", "thidua", "extract", str(source), "-o", mark, "-j", "2", "-q"]
    with subprocess.Popen(command, stderr=subprocess.DEVNULL, start_new_session=True) as process:
        _until(lambda: Path(f"{mark}.part").exists() and len(_session(process.pid)) >= 3)
        process.send_signal(signal.SIGKILL)
    _until(lambda: not _session(process.pid))


def _until(holds, seconds: float = 60) -> None:
    end = time.monotonic() + seconds
    while not holds():
        assert time.monotonic() < end, "it took too long"
        time.sleep(0.1)


def _session(leader: int) -> list[str]:
    """Running processes of the session that a process leads."""
    if not Path("/proc/self/stat").exists():
        pytest.skip("there is no /proc to look into")
    found = []
    for stat in Path("/proc").glob("[0-9]*/stat"):
        try:
            state, _, _, session = stat.read_text().rpartition(")")[2].split()[:4]
        except (OSError, ValueError):
            continue
        if int(session) == leader and state != "Z":
            found.append(stat.parent.name)
    return found


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


def test_progress_is_shown_on_a_terminal_only(monkeypatch: pytest.MonkeyPatch) -> None:
    for stream, shown, expected in (
        (Terminal(), True, True),
        (Terminal(), False, False),
        (io.StringIO(), True, False),
    ):
        monkeypatch.setattr(sys, "stderr", stream)
        with progress.counting("documents", shown=shown) as advance:
            advance()
        assert bool(stream.getvalue()) == expected
