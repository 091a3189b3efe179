"""Whatever bytes a file holds: items or troubles, never an exception, and messages that are safe to print."""

from __future__ import annotations

import gzip
import tempfile
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from thidua import inputs
from thidua.inputs import integrity
from thidua.trouble import Trouble, printable

HEAD = b"WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: http://a.example/\r\n"
RECORD = HEAD + b"Content-Length: %d\r\n\r\n%s\r\n\r\n"
HTTP = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n<p>xin ch\xc3\xa0o</p>"
WARC = (RECORD % (len(HTTP), HTTP)) * 2

damaged = st.builds(
    lambda whole, cut, place, harm: whole[:place] + harm + whole[place : len(whole) - cut],
    st.sampled_from([WARC, gzip.compress(WARC), b'{"id": "a", "text": "b"}\n' * 3, b"<html>x</html>"]),
    st.integers(0, 80),
    st.integers(0, 300),
    st.binary(max_size=12),
)


@pytest.mark.parametrize("suffix", inputs.SUFFIXES)
@given(content=st.one_of(st.binary(max_size=600), damaged))
@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_any_bytes_under_any_name(suffix: str, content: bytes) -> None:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, f"x{suffix}")
        path.write_bytes(content)
        found = list(inputs.read(inputs.find([path])))
    assert found
    for item in found:
        if isinstance(item, Trouble):
            assert item.reason
            assert item.mend
            assert "\n" not in str(item)
        else:
            item.page()


@given(content=st.one_of(st.binary(max_size=600), damaged))
@settings(max_examples=100, deadline=None)
def test_sound_bytes_lie_inside_the_file(content: bytes) -> None:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "x.warc")
        path.write_bytes(content)
        sound, reason = integrity.sound_bytes(path)
    assert 0 <= sound <= len(content)
    assert (reason is None) == (sound == len(content) and bool(content))


@given(st.text())
def test_printable_text_is_printable(text: str) -> None:
    assert not any(ord(char) < 32 or char in "\x7f\u202e\u2028" for char in printable(text))
