"""The built wheel does its work from any folder: modules, data files and entry points travel with it."""

from __future__ import annotations

import os
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

REPOSITORY = Path(__file__).parents[1]


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("wheel")
    build = [
        sys.executable,
        "-m",
        "build",
        "--wheel",
        "--no-isolation",
        "--outdir",
        str(folder),
        str(REPOSITORY),
    ]
    subprocess.run(build, check=True, capture_output=True, timeout=300)
    return next(folder.glob("thidua-*.whl"))


def test_every_data_file_is_in_the_wheel(wheel: Path) -> None:
    with zipfile.ZipFile(wheel) as archive:
        packed = set(archive.namelist())
    tracked = subprocess.run(
        ["git", "ls-files", "data", "warehouse", "thidua"], cwd=REPOSITORY, capture_output=True, text=True
    )
    if tracked.returncode:
        pytest.skip("not a git checkout: what belongs to the project is unknown")
    present = {name for name in tracked.stdout.splitlines() if (REPOSITORY / name).exists()}
    assert present <= packed
    assert not {name for name in packed if name.startswith("tests/")}


def test_the_installed_wheel_runs_the_samples_from_another_folder(wheel: Path, tmp_path: Path) -> None:
    home = tmp_path / "installed"
    install = [
        sys.executable,
        "-m",
        "pip",
        "install",
        "--quiet",
        "--no-deps",
        "--no-index",
        "--target",
        str(home),
    ]
    subprocess.run([*install, str(wheel)], check=True, capture_output=True, timeout=300)
    # The dependencies come from this environment; -P keeps the working folder out of the path.
    environment = os.environ | {"PYTHONPATH": str(home), "PYTHONSAFEPATH": "1", "PYTHONWARNINGS": "ignore"}
    where = [sys.executable, "-c", "import thidua, extract; print(thidua.__file__, extract.__file__)"]
    found = subprocess.run(where, env=environment, cwd=tmp_path, capture_output=True, text=True, check=True)
    assert found.stdout.count(str(home)) == 2
    for name in ("facts.jsonl", "again.jsonl"):
        pages = home / "data" / "samples" / "pages"
        command = [sys.executable, str(home / "bin" / "thidua"), "extract", str(pages), "-o", name]
        subprocess.run(command, env=environment, cwd=tmp_path, check=True, capture_output=True, timeout=300)
    assert (tmp_path / "facts.jsonl").read_bytes() == (tmp_path / "again.jsonl").read_bytes()
    run = [sys.executable, str(home / "bin" / "thidua"), "run", "--db", "here.duckdb"]
    done = subprocess.run(run, env=environment, cwd=tmp_path, capture_output=True, text=True, timeout=300)
    assert done.returncode == 0, done.stderr
    assert "12 documents" in done.stdout
    assert (tmp_path / "here.duckdb").exists()
