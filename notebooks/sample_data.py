"""The database a notebook reads: the file named by ``THIDUA_DB``, else one made from the sample pages."""

from __future__ import annotations

import os
import tempfile
from pathlib import Path

import duckdb
from typer.testing import CliRunner

from thidua.cli import app


def connect() -> duckdb.DuckDBPyConnection:
    """A read-only connection.

    Raises:
        RuntimeError: the sample pages could not be read.
    """
    path = Path(os.environ.get("THIDUA_DB") or _samples())
    return duckdb.connect(str(path), read_only=True)


def _samples() -> Path:
    path = Path(tempfile.mkdtemp(prefix="thidua-")) / "samples.duckdb"
    result = CliRunner().invoke(app, ["run", "--db", str(path), "--quiet"])
    if result.exit_code:
        raise RuntimeError(f"the sample pages could not be read: {result.output}")
    return path
