# Three commands for a newcomer: `make app` opens the application on an example, `make example` makes
# a plan on the command line, `make test` runs all checks.
VENV := .venv
BIN := $(VENV)/bin
PYTHON ?= python3

SIZE ?= standard
OUT ?= docs/benchmark.md
MINUTES ?= 60
SEED ?= 1
CASES ?=
STUDY ?= inputs/studies/digisprong_klein.toml
STUDY_OUT ?= outputs/digisprong_klein

EXAMPLE := outputs/voorbeeld_toepassing.xlsx

.PHONY: app pictures example test peers word benchmark study fuzz site pakket bundel dubbelklik clean

example: $(VENV)/.installed
	$(BIN)/taakverdeler optimaliseer inputs/voorbeeld_school.xlsx -o outputs/voorbeeld_school.xlsx

app: $(VENV)/.serving
	test -f $(EXAMPLE) || cp inputs/voorbeeld_school.xlsx $(EXAMPLE)
	$(BIN)/taakverdeler app $(EXAMPLE)

# The pictures of the application in the documentation, made by the test that goes the whole way.
pictures: $(VENV)/.tested
	BEELDEN=docs/beeld $(BIN)/pytest tests/app/test_journey.py

test: $(VENV)/.tested
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/lint-imports
	$(BIN)/mypy
	$(BIN)/pytest -n auto

# What `test` leaves out, as it asks for more than the program and its tests: .ci/run makes both.
peers: $(VENV)/.measuring

word: $(VENV)/.tested
	$(BIN)/pip install --quiet --editable '.[vacature]'
	$(BIN)/pytest tests/explain/test_advice.py -k word

# SIZE is quick, standard or full; CASES is a folder with workbooks that take part as well.
benchmark: $(VENV)/.measuring
	$(BIN)/python -m benchmarks --size $(SIZE) --out $(OUT) $(if $(CASES),--cases $(CASES))

# Damaged and odd workbooks, for so many minutes; what went wrong is kept in outputs/fuzz.
fuzz: $(VENV)/.tested
	PYTHONPATH=.:tests $(BIN)/python -m fuzzing --minutes $(MINUTES) --seed $(SEED)

# A small study in minutes; inputs/studies holds those that were published.
study: $(VENV)/.studying
	$(BIN)/taakverdeler simuleer $(STUDY) -o $(STUDY_OUT) --hervat

# The documentation as a site, in outputs/site; a link that leads nowhere fails.
site: $(VENV)/.documented
	NO_MKDOCS_2_WARNING=1 $(BIN)/python -m mkdocs build --strict

# Wheel and sdist in dist/, tried where nothing else is; `bundel`: a program with its own Python.
pakket: $(VENV)/.packaging
	$(BIN)/python -m build --outdir dist
	$(PYTHON) packaging/try_wheel.py

bundel:
	$(PYTHON) packaging/bundle.py

# The bundle opened as a new user of Linux would; asks for Xvfb, Chromium, xdg-utils and glib.
dubbelklik: $(VENV)/.tested
	$(BIN)/python packaging/double_click.py

$(VENV)/.installed: setup.cfg pyproject.toml
	$(PYTHON) -m venv $(VENV)
	$(BIN)/pip install --quiet --editable .
	touch $@

$(VENV)/.serving: $(VENV)/.installed
	$(BIN)/pip install --quiet --editable '.[app,report,papieren,vacature]'
	touch $@

$(VENV)/.tested: $(VENV)/.installed
	$(BIN)/pip install --quiet --editable '.[test,study]'
	touch $@

$(VENV)/.measuring: $(VENV)/.installed
	$(BIN)/pip install --quiet --editable '.[benchmark]'
	touch $@

$(VENV)/.documented: $(VENV)/.installed
	$(BIN)/pip install --quiet --editable '.[site]'
	touch $@

$(VENV)/.packaging: $(VENV)/.installed
	$(BIN)/pip install --quiet build
	touch $@

$(VENV)/.studying: $(VENV)/.installed
	$(BIN)/pip install --quiet --editable '.[study]'
	touch $@

clean:
	rm -rf $(VENV) build dist *.egg-info
