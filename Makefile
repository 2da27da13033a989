# Two commands for a fresh machine: `make demo` and `make test`. Every target makes what it needs.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
DATA ?= ../shared/data
LANGUAGE ?= fr
SECONDS ?= 300

.PHONY: demo test check fix smoke neural quality speed bench fuzz pipelines rankers definitions selection judges doubt encoder samples clean help

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

neural: $(VENV)/installed-neural  ## Add PyTorch and the libraries of the pretrained models (CPU build where the index has one)

smoke: $(VENV)/installed-dev  ## Build the wheel, install it alone in an empty environment, digest a sample
	PYTHON=$(PYTHON) sh tests/smoke.sh

quality: $(VENV)/installed-dev  ## Score the dev sets and compare with the pinned floors
	$(BIN)/python -m benchmarks.quality --data $(DATA) --json out/quality.json --floors benchmarks/quality/floors.json

speed: $(VENV)/installed-dev  ## Words a second of the built-in pipelines beside stock spaCy ones
	$(BIN)/python -W ignore -m benchmarks.speed

bench: $(VENV)/installed-dev  ## Measure the batch: kill -9, memory over 20,000 articles, speed by workers, Ray (two hours)
	$(BIN)/pip install --quiet --editable '.[ray]'
	$(BIN)/python -m benchmarks.batch

fuzz: $(VENV)/installed-dev  ## Fuzz the readers and the cleaning for five minutes (SECONDS=300)
	$(BIN)/pip install --quiet --editable '.[fuzz]'
	$(BIN)/python -W ignore -m benchmarks.fuzz $(SECONDS)

pipelines: $(VENV)/installed-train  ## Train the pipelines again (LANGUAGE=fr or en; an hour on two cores)
	test -f out/pipelines/vectors.npz || $(BIN)/python -m models.recipes.pipelines.vectors --data $(DATA)
	$(BIN)/python -m models.recipes.pipelines.train --language $(LANGUAGE) --data $(DATA) --name _teacher
	$(BIN)/python -m models.recipes.pipelines.silver --language $(LANGUAGE) --data $(DATA) --checkpoints $(LANGUAGE)_teacher
	$(BIN)/python -m models.recipes.pipelines.train --language $(LANGUAGE) --data $(DATA) --silver
	$(BIN)/python -m models.recipes.pipelines.export --language $(LANGUAGE) --data $(DATA)

definitions: $(VENV)/installed-train  ## Train the certainty of definitions again (LANGUAGE=fr or en; seconds)
	$(BIN)/python -m models.recipes.definitions --language $(LANGUAGE)

selection: $(VENV)/installed-train  ## Train which terms get a glossary entry again (LANGUAGE=fr or en; a minute)
	$(BIN)/python -m models.recipes.glossary --language $(LANGUAGE) --data $(DATA)

rankers: $(VENV)/installed-train  ## Train the rankers and the role classifier again (LANGUAGE=fr or en; a quarter of an hour)
	$(BIN)/python -m models.recipes.ranking.frequencies --data $(DATA)
	$(BIN)/python -m models.recipes.ranking.roles --language $(LANGUAGE) --data $(DATA)
	$(BIN)/python -m models.recipes.ranking.train --language $(LANGUAGE) --data $(DATA)

judges: $(VENV)/installed-train  ## Train the judges of cuts, lines and references again (LANGUAGE=fr or en; a quarter of an hour)
	$(BIN)/python -m models.recipes.cuts --language $(LANGUAGE) --data $(DATA)
	$(BIN)/python -m models.recipes.references --language $(LANGUAGE) --data $(DATA)
	$(BIN)/python -m models.recipes.lines --language $(LANGUAGE) --data $(DATA)

doubt: $(VENV)/installed-train  ## Train what doubts an engine's lines again (both languages; four minutes)
	$(BIN)/python -m models.recipes.support

encoder: $(VENV)/installed-train  ## Train the sentence encoder again (both languages; a quarter of an hour on a large GPU)
	$(BIN)/python -m models.recipes.encoder.train --data $(DATA)

samples: $(VENV)/installed  ## Write the glossaries of the samples again (samples/glossaries)
	$(BIN)/summarizer glossary samples/fr samples/en --termbase samples/glossaries/termes_redaction.csv --output samples/glossaries/samples.tbx
	$(BIN)/summarizer glossary samples/fr samples/en --termbase samples/glossaries/termes_redaction.csv --output samples/glossaries/samples.ttl

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

$(VENV)/installed-neural: $(VENV)/installed-dev
	$(BIN)/pip install --quiet 'torch==2.13.0'
	$(BIN)/pip install --quiet --editable '.[neural,serving]'
	touch $@

$(VENV)/installed-train: $(VENV)/bin/python setup.cfg pyproject.toml
	$(BIN)/pip install --quiet 'torch==2.13.0'
	$(BIN)/pip install --quiet --editable '.[train]'
	touch $@
