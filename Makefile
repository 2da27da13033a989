# Two commands for a fresh machine: `make demo` and `make test`. Every target makes what it needs.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
DATA ?= ../shared/data

.PHONY: demo test check fix smoke quality clean help

help:  ## Show this list
	@grep -E '^[a-z]+:.*##' $(MAKEFILE_LIST) | sed 's/:.*## /\t/' | expand -t 12

demo: $(VENV)/installed  ## Install and digest a French and an English sample on the terminal
	$(BIN)/summarizer digest samples/fr/depeche_agence.txt
	$(BIN)/summarizer digest samples/en/agency_news.txt

test: $(VENV)/installed-dev  ## Install with the dev extra and run every test
	$(BIN)/pytest

check: $(VENV)/installed-dev  ## Format, lint, types and lexicon; changes nothing
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/python -m summarizer.lexicon.checks

fix: $(VENV)/installed-dev  ## Format and mend what the linter can mend
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .

smoke: $(VENV)/installed-dev  ## Build the wheel, install it alone in an empty environment, digest a sample
	PYTHON=$(PYTHON) sh tests/smoke.sh

quality: $(VENV)/installed-dev  ## Score the dev sets and compare with the pinned floors
	$(BIN)/python -m benchmarks.quality --data $(DATA) --json out/quality.json --floors benchmarks/quality/floors.json

clean:  ## Remove the environment and what the tools left
	rm -rf $(VENV) build dist out *.egg-info .mypy_cache .ruff_cache .pytest_cache .hypothesis

$(VENV)/bin/python:
	$(PYTHON) -m venv $(VENV)

$(VENV)/installed: $(VENV)/bin/python setup.cfg pyproject.toml
	$(BIN)/pip install --quiet --editable .
	touch $@

$(VENV)/installed-dev: $(VENV)/bin/python setup.cfg pyproject.toml
	$(BIN)/pip install --quiet --editable '.[dev]'
	touch $@ $(VENV)/installed
