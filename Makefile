# Two commands for a newcomer: `make example` makes a plan, `make test` runs all checks.
VENV := .venv
BIN := $(VENV)/bin
PYTHON ?= python3

SIZE ?= standard
OUT ?= docs/benchmark.md

.PHONY: example test benchmark clean

example: $(VENV)/.installed
	$(BIN)/taakverdeler optimize inputs/voorbeeld_school.xlsx -o outputs/voorbeeld_school.xlsx

test: $(VENV)/.tested
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/lint-imports
	$(BIN)/mypy
	$(BIN)/pytest -n auto

# SIZE is quick, standard or full; GAP is a folder with generalised assignment instances.
benchmark: $(VENV)/.measuring
	$(BIN)/python -m benchmarks --size $(SIZE) --out $(OUT) $(if $(GAP),--gap $(GAP))

$(VENV)/.installed: setup.cfg pyproject.toml
	$(PYTHON) -m venv $(VENV)
	$(BIN)/pip install --quiet --editable .
	touch $@

$(VENV)/.tested: $(VENV)/.installed
	$(BIN)/pip install --quiet --editable '.[test]'
	touch $@

$(VENV)/.measuring: $(VENV)/.installed
	$(BIN)/pip install --quiet --editable '.[benchmark]'
	touch $@

clean:
	rm -rf $(VENV) build dist *.egg-info
