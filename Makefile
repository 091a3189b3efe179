# Two commands do everything: `make run` and `make test`. A second call skips what is already installed.
PYTHON ?= python3
VENV   := .venv
BIN    := $(VENV)/bin
SAMPLE := thidua.duckdb

.PHONY: run test lint notebooks lock bench clean

run: $(VENV)/.run
	$(BIN)/thidua run --db $(SAMPLE)

test: $(VENV)/.test lint notebooks
	$(BIN)/pytest -n auto --cov --cov-report=term

notebooks: $(VENV)/.test
	$(BIN)/jupytext --quiet --to ipynb notebooks/[0-9]*.py
	$(BIN)/pytest --nbmake -p no:cacheprovider notebooks

lint: $(VENV)/.test
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/lint-imports

bench: $(VENV)/.test
	$(BIN)/python -m bench.throughput

$(VENV)/bin/python:
	$(PYTHON) -m venv $(VENV)

# The lock files name everything, so pip resolves nothing: a release newer than the lock can't get in its way.
$(VENV)/.run: requirements/run.txt pyproject.toml | $(VENV)/bin/python
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --require-hashes -r requirements/run.txt
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation --editable .
	@touch $@

$(VENV)/.test: requirements/test.txt $(VENV)/.run
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --require-hashes -r requirements/test.txt
	$(BIN)/python -m pip --disable-pip-version-check check
	@touch $@

# Needs uv; writes versions and hashes only, never the address of an index.
lock:
	uv pip compile -q --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-header pyproject.toml requirements/build.in -o requirements/run.txt
	uv pip compile -q --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-header --extra test --extra notebooks pyproject.toml requirements/build.in -c requirements/run.txt -o requirements/test.txt

clean:
	rm -rf $(VENV) $(SAMPLE) build dist .coverage
