# Two commands for a newcomer: `make example` makes a plan, `make test` runs all checks.
VENV := .venv
BIN := $(VENV)/bin
PYTHON ?= python3

.PHONY: example test clean

example: $(VENV)/.installed
	$(BIN)/taakverdeler optimize inputs/voorbeeld_school.xlsx -o outputs/voorbeeld_school.xlsx

test: $(VENV)/.tested
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/lint-imports
	$(BIN)/mypy
	$(BIN)/pytest -n auto

$(VENV)/.installed: setup.cfg pyproject.toml
	$(PYTHON) -m venv $(VENV)
	$(BIN)/pip install --quiet --editable .
	touch $@

$(VENV)/.tested: $(VENV)/.installed
	$(BIN)/pip install --quiet --editable '.[test]'
	touch $@

clean:
	rm -rf $(VENV) build dist *.egg-info
