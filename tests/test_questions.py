"""The worked questions of docs/questions.md: every answer printed there is what the sample pages give.

The queries of the two READMEs run as well. ``THIDUA_UPDATE=1 pytest tests/test_questions.py`` writes the
answers anew; read the difference first.
"""

from __future__ import annotations

import os
import re
from pathlib import Path

import duckdb
import pytest
from typer.testing import CliRunner

from thidua.cli import app

ROOT = Path(__file__).resolve().parents[1]
PAGE = ROOT / "docs" / "questions.md"
WORKED = re.compile(r"```sql\n(?P<sql>.*?)```\n\n```text\n(?P<answer>.*?)```", re.DOTALL)
QUESTIONS = list(WORKED.finditer(PAGE.read_text("utf-8")))


@pytest.fixture(scope="module")
def samples(tmp_path_factory: pytest.TempPathFactory) -> duckdb.DuckDBPyConnection:
    path = tmp_path_factory.mktemp("questions") / "samples.duckdb"
    assert CliRunner().invoke(app, ["run", "--db", str(path), "--quiet"]).exit_code == 0
    return duckdb.connect(str(path), read_only=True)


def answer(database: duckdb.DuckDBPyConnection, sql: str) -> str:
    found = database.execute(sql)
    head = [column[0] for column in found.description or ()]
    rows = [["" if value is None else str(value) for value in row] for row in found.fetchall()]
    return "".join(" | ".join(row) + "\n" for row in [head, *rows])


def test_there_are_ten() -> None:
    assert len(QUESTIONS) == 10


@pytest.mark.skipif(bool(os.environ.get("THIDUA_UPDATE")), reason="the answers are being written anew")
@pytest.mark.parametrize("question", QUESTIONS, ids=range(1, len(QUESTIONS) + 1))
def test_answer_is_what_the_samples_give(samples: duckdb.DuckDBPyConnection, question: re.Match[str]) -> None:
    assert answer(samples, question["sql"]) == question["answer"]


@pytest.mark.skipif(not os.environ.get("THIDUA_UPDATE"), reason="writes answers only with THIDUA_UPDATE=1")
def test_update(samples: duckdb.DuckDBPyConnection) -> None:
    def renewed(question: re.Match[str]) -> str:
        return f"```sql\n{question['sql']}```\n\n```text\n{answer(samples, question['sql'])}```"

    PAGE.write_text(WORKED.sub(renewed, PAGE.read_text("utf-8")), encoding="utf-8")


@pytest.mark.parametrize("name", ["README.md", "README.vi.md"])
def test_queries_of_the_readme_run(samples: duckdb.DuckDBPyConnection, name: str) -> None:
    (queries,) = re.findall(r"```sql\n(.*?)```", (ROOT / name).read_text("utf-8"), re.DOTALL)
    answered = [len(samples.execute(query).fetchall()) for query in re.findall(r"FROM [^;]+;", queries)]
    assert len(answered) == 6
    assert all(answered[place] for place in (1, 2, 3, 5)), "each asks for something the sample pages hold"
