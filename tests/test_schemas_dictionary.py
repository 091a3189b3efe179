"""The written data dictionary and JSON Schema say what the models say."""

from __future__ import annotations

from pathlib import Path

import pytest
from typer.testing import CliRunner

from schemas import FACT_TYPES, Document
from schemas.dictionary import data_dictionary, json_schema
from schemas.tables import COMMON, FACT, FACT_TABLES, RENAMED, TABLES, _sql_type
from thidua.cli import app
from warehouse.views import described, described_macros

DICTIONARY = Path(__file__).parents[1] / "docs" / "data-dictionary.md"


def test_dictionary_on_file_is_the_one_the_models_give() -> None:
    assert DICTIONARY.read_text("utf-8") == data_dictionary(described(), described_macros()), (
        "run `thidua schema --markdown docs/data-dictionary.md`"
    )


@pytest.mark.parametrize("table", TABLES, ids=lambda table: table.name)
def test_everything_is_explained(table) -> None:
    assert table.comment
    assert all(column.comment for column in table.columns)
    assert len({column.name for column in table.columns}) == len(table.columns)


@pytest.mark.parametrize("model", FACT_TYPES, ids=lambda model: model.TABLE)
def test_every_field_of_a_fact_has_a_column(model) -> None:
    own = {column.name for column in FACT_TABLES[model.TABLE].columns}
    shared = {column.name for column in FACT.columns}
    for name in model.model_fields:
        assert RENAMED.get(name, name) in (shared if name in COMMON else own)


def test_json_schema_describes_what_is_written() -> None:
    schema = json_schema()
    assert set(schema["properties"]) == set(Document.model_fields)
    kinds = schema["properties"]["facts"]["items"]["discriminator"]["mapping"]
    assert set(kinds) == {model.TABLE for model in FACT_TYPES}


def test_a_type_without_a_column_is_refused() -> None:
    with pytest.raises(TypeError, match="no SQL type"):
        _sql_type(complex)


def test_schema_command_writes_both(tmp_path: Path) -> None:
    page, schema = tmp_path / "d.md", tmp_path / "s.json"
    result = CliRunner().invoke(app, ["schema", "--markdown", str(page), "--json-schema", str(schema)])
    assert result.exit_code == 0
    assert page.read_text("utf-8").startswith("<!--")
    assert '"$schema"' in schema.read_text("utf-8")
