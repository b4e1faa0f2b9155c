# Bilan: `make demo` shows it, `make test` tries it, `make check` judges it. Everything goes into .venv, here.
#
# What is installed is held by hash (requirements/). Stamps in .venv remember what is done, so that a second run is quick
# and needs no network. Needs: make, Python 3.11 or later with its venv module.

PYTHON ?= python3
WORKERS ?= 2 # test processes; each loads the parsers, about 700 MB

VENV := .venv
BIN := $(VENV)/bin
PIP := $(BIN)/python -m pip --quiet --disable-pip-version-check
HASHED := install --require-hashes --only-binary :all:
COMPILE := $(BIN)/pip-compile --quiet --generate-hashes --allow-unsafe --strip-extras --no-header \
	--no-emit-index-url --no-emit-find-links --no-emit-trusted-host
TYPED := src tests tools benchmarks

.DEFAULT_GOAL := help
.PHONY: help demo install test check lint types contracts docs regenerate lock clean

help: ## list these commands
	@sed -n 's/^\([a-z]*\):.*## \(.*\)/  make \1\t\2/p' $(MAKEFILE_LIST) | expand -t 22

demo: $(VENV)/stamp-bilan ## read the example reports, print incidents with their figures, write demo.html
	@echo "bilan: reading the reports of examples/demo into the casebook demo-casebook"
	@$(BIN)/bilan run examples/demo --casebook demo-casebook
	@echo "bilan: writing the same as a page"
	@$(BIN)/bilan report demo-casebook --output demo.html --title "Bilan: the demo" > /dev/null
	@echo
	@echo "Open demo.html in a browser (it needs no network): each figure shows the words it rests on."
	@echo "Next: $(BIN)/bilan why demo-casebook INCIDENT/killed, with an incident's id from above; then docs/tutorial.md"

install: $(VENV)/stamp-bilan ## make .venv with Bilan, its libraries and parser models

test: $(VENV)/stamp-dev ## run all tests
	@echo "bilan: running the tests ($(strip $(WORKERS)) processes)"
	@$(BIN)/python -m pytest -n $(WORKERS) --dist worksteal $(ARGS)

check: lint types contracts test ## everything CI asks: lint, format, types, import contracts, tests, docs

lint: $(VENV)/stamp-dev ## ruff: rules and format
	@echo "bilan: linting"
	@$(BIN)/ruff check .
	@$(BIN)/ruff format --check .

types: $(VENV)/stamp-dev ## mypy --strict
	@echo "bilan: checking types"
	@$(BIN)/mypy --strict $(TYPED)

contracts: $(VENV)/stamp-dev ## which stage may import which
	@echo "bilan: checking imports"
	@$(BIN)/lint-imports

docs: $(VENV)/stamp-dev ## write docs/reference anew from the code
	@$(BIN)/python tools/reference.py

regenerate: $(VENV)/stamp-dev ## make all generated tables anew; `git diff` then shows what moved
	@$(BIN)/python tools/regenerate.py

lock: $(VENV)/stamp-dev ## resolve the libraries anew; needs the network, minutes
	@echo "bilan: resolving libraries (minutes)"
	@$(COMPILE) --build-deps-for editable --output-file requirements/lock.txt pyproject.toml
	@$(COMPILE) --build-deps-for editable --extra dev --constraint requirements/lock.txt \
		--output-file requirements/dev-lock.txt pyproject.toml

clean: ## remove what the demo and the tests made; .venv stays
	rm -rf demo-casebook demo.html build dist .pytest_cache .mypy_cache .ruff_cache .hypothesis .import_linter_cache

$(BIN)/python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || \
		{ echo "bilan: Python 3.11 or later is needed; make PYTHON=/path/to/python3.12" >&2; exit 1; }
	@echo "bilan: making a virtual environment in $(VENV)"
	@$(PYTHON) -m venv $(VENV) || \
		{ rm -rf $(VENV); echo "bilan: Python's venv module is missing: apt-get install python3-venv" >&2; exit 1; }

$(VENV)/stamp-pip: requirements/pip.txt | $(BIN)/python
	@echo "bilan: upgrading pip inside it"
	@$(PIP) $(HASHED) -r requirements/pip.txt
	@touch $@

$(VENV)/stamp-lock: requirements/lock.txt $(VENV)/stamp-pip
	@echo "bilan: installing libraries (about 450 MB, a minute or two)"
	@$(PIP) $(HASHED) -r requirements/lock.txt
	@touch $@

$(VENV)/stamp-models: requirements/models.txt $(VENV)/stamp-pip
	@echo "bilan: installing parser models (French 46 MB, English 13 MB)"
	@$(PIP) $(HASHED) --no-deps -r requirements/models.txt
	@touch $@

$(VENV)/stamp-bilan: pyproject.toml $(VENV)/stamp-lock $(VENV)/stamp-models
	@echo "bilan: installing Bilan itself"
	@$(PIP) install --no-deps --no-build-isolation --editable .
	@touch $@

$(VENV)/stamp-dev: requirements/dev-lock.txt $(VENV)/stamp-bilan
	@echo "bilan: installing what the tests need"
	@$(PIP) $(HASHED) -r requirements/dev-lock.txt
	@touch $@
