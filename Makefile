# Two commands on a fresh clone, with python3 and make: `make demo` shows the tool at work, `make test` proves it.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
# One more at work than there are processors: some tests wait for what they have started or killed.
WORKERS := $(shell expr $$(getconf _NPROCESSORS_ONLN 2>/dev/null || echo 2) + 1)
PYTEST := $(BIN)/python -m pytest -q -n $(WORKERS) --dist worksteal

.DEFAULT_GOAL := help
.PHONY: help demo test check format docs browser browser-thorough formats gates pictures bench clean

help:  ## list what can be made
	@grep -hE '^[a-z-]+:.*##' $(MAKEFILE_LIST) | sed -E 's/^([a-z-]+):.*## /\1\t/' | expand -t 18

# The stamps are older than pyproject.toml exactly when the environment has to be brought up to date.
$(VENV)/.made-for-use: pyproject.toml
	@echo "Setting up partnerkit in $(VENV) …"
	@test -x $(BIN)/python || $(PYTHON) -m venv $(VENV)
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable .
	@touch $@

$(VENV)/.made-for-work: pyproject.toml
	@echo "Setting up partnerkit and its tests in $(VENV) …"
	@test -x $(BIN)/python || $(PYTHON) -m venv $(VENV)
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable '.[dev]'
	@touch $@ $(VENV)/.made-for-use

demo: $(VENV)/.made-for-use  ## check the example records and write their report
	@$(BIN)/partnerkit validate examples/calder-valley examples/two-way-street
	@$(BIN)/partnerkit -C examples/calder-valley report
	@echo
	@echo "The report is here; open it in a browser:"
	@echo "  $(CURDIR)/examples/calder-valley/reports/portfolio.html"

test: $(VENV)/.made-for-work  ## run all tests
	@$(PYTEST)

check: $(VENV)/.made-for-work  ## the whole gate: format, lint, types, layers, tests
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(PYTEST)

format: $(VENV)/.made-for-work  ## put the code in order
	$(BIN)/ruff format .
	$(BIN)/ruff check --fix .

docs: $(VENV)/.made-for-work  ## write the generated pages of docs/ again
	$(BIN)/python -m partnerkit.cli.documentation docs tests/cases/validate

browser: $(VENV)/.made-for-work  ## look at the pages in a browser; needs chromium
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable ".[browser]"
	$(BIN)/python -m pytest -q -n auto tests/browser

browser-thorough: export PARTNERKIT_THOROUGH = 1
browser-thorough: browser  ## the same with every page in both themes at three widths; takes a while

formats: $(VENV)/.made-for-work  ## show what we print to the programs that read it; needs node and npm
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable ".[formats]"
	$(BIN)/python -m pytest -q tests/formats

gates: $(VENV)/.made-for-work  ## try the hooks, the action and the templates for CI; installs them from the network
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable ".[gates]"
	$(BIN)/python -m pytest -q tests/gates

pictures: $(VENV)/.made-for-work  ## draw the pictures of the README again; needs chromium
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable ".[browser]"
	$(BIN)/python docs/images/draw.py

bench: $(VENV)/.made-for-work  ## measure (minutes); see benchmarks/README.md
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable '.[bench]'
	$(BIN)/python benchmarks/run.py

clean:  ## take away what was made
	rm -rf $(VENV) dist build reports examples/*/reports .pytest_cache .mypy_cache .ruff_cache .hypothesis
