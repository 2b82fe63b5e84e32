# The two commands a newcomer needs are `make run` and `make test`.
PYTHON ?= python3
VENV ?= .venv
PYTHONS ?= 3.11 3.12 3.13 3.14
BIN := $(VENV)/bin
ARCHIVE_TESTS := -m archive tests/search tests/tui/cli
PIP := $(BIN)/python -m pip install --quiet --disable-pip-version-check

.PHONY: help run install dev hooks test test-archive format check check-code check-lint check-types check-imports check-wheel check-whoosh check-pythons lock docs clean

help: ## Say what there is
	@grep -E '^[a-z-]+:.*##' $(MAKEFILE_LIST) | sed -E 's/:[^#]*## /\t/' | expand -t 16

run: $(VENV)/.run ## Open the reader on the bundled articles (ARGS= passes arguments)
	@$(BIN)/diptych $(ARGS)

test: $(VENV)/.dev ## Run the tests
	@$(BIN)/python -m pytest -n 3 $(PYTEST)

test-archive: $(VENV)/.dev ## Run the tests of archives on a real OpenSearch, which needs Maven and Java 21
	@if [ -n "$$DIPTYCH_TEST_ARCHIVE" ]; then $(BIN)/python -m pytest -n 2 $(ARCHIVE_TESTS) $(PYTEST); \
	else $(BIN)/python tests/support/archive_cluster.py $(BIN)/python -m pytest -n 2 $(ARCHIVE_TESTS) $(PYTEST); fi

check: check-code test ## Everything CI runs

check-code: check-lint check-types check-imports check-wheel ## Everything CI runs but the tests

$(VENV)/bin/python:
	@$(PYTHON) -c 'import sys; sys.exit("Diptych needs Python 3.11 or newer; try make PYTHON=python3.12" if sys.version_info < (3, 11) else 0)'
	@$(PYTHON) -m venv $(VENV)

# Whoosh and all else come by hash; only Diptych itself is built from this folder.
$(VENV)/.run: requirements.lock pyproject.toml | $(VENV)/bin/python
	@echo "Installing Diptych into $(VENV) ..."
	@$(PIP) --require-hashes -r requirements.lock
	@$(PIP) --no-deps --editable .
	@touch $@

$(VENV)/.dev: requirements-dev.lock pyproject.toml | $(VENV)/bin/python
	@echo "Installing Diptych and its tools into $(VENV) ..."
	@$(PIP) --require-hashes -r requirements-dev.lock
	@$(PIP) --no-deps --editable .
	@touch $@ $(VENV)/.run

install: $(VENV)/.run ## Make .venv with Diptych in it
dev: $(VENV)/.dev ## Make .venv with Diptych and the tools in it

hooks: $(VENV)/.dev ## Have git run the checks that are quick before each commit
	@$(BIN)/pre-commit install

format: $(VENV)/.dev ## Format and fix what can be fixed by itself
	@$(BIN)/ruff format .
	@$(BIN)/ruff check --fix .

check-lint: $(VENV)/.dev
	@$(BIN)/ruff format --check .
	@$(BIN)/ruff check .

check-types: $(VENV)/.dev
	@$(BIN)/mypy

check-imports: $(VENV)/.dev
	@$(BIN)/lint-imports --no-cache

check-wheel: $(VENV)/.dev ## Build the wheel and try it in a clean environment
	@$(BIN)/python .ci/smoke_wheel.py

check-whoosh: $(VENV)/.dev ## Run the index's tests on Whoosh 2.7.4, the original line
	@rm -rf $(VENV)-whoosh && $(PYTHON) -m venv $(VENV)-whoosh
	@$(VENV)-whoosh/bin/python -m pip install --quiet --require-hashes -r requirements-dev.lock
	@$(VENV)-whoosh/bin/python -m pip uninstall --quiet --yes whoosh3
	@$(VENV)-whoosh/bin/python -m pip install --quiet Whoosh==2.7.4
	@$(VENV)-whoosh/bin/python -m pytest tests/search/engine/whoosh -W ignore::SyntaxWarning -W ignore::DeprecationWarning

check-pythons: ## Run the tests on each Python from 3.11 to 3.14 that is installed
	@for version in $(PYTHONS); do \
		if command -v python$$version > /dev/null && python$$version -c pass 2> /dev/null; then \
			echo "Python $$version:" && \
			$(MAKE) --no-print-directory test PYTHON=python$$version VENV=.venv-$$version || exit 1; \
		else echo "Python $$version: not installed, skipped"; fi; \
	done

docs: $(VENV)/.dev ## Make docs/keys.md, docs/settings.md, share/ and the screenshots anew from the running app
	@$(BIN)/python -m tui.commands > docs/keys.md
	@$(BIN)/python -m tui.settings > docs/settings.md
	@$(BIN)/python -m tui.cli.at_shell
	@$(BIN)/python docs/screenshots.py

lock: $(VENV)/.dev ## Resolve the lock files anew
	@$(BIN)/python -m pip install --quiet uv
	@$(BIN)/uv pip compile --quiet --universal --generate-hashes --no-annotate --no-header pyproject.toml --extra all -o requirements.lock
	@$(BIN)/uv pip compile --quiet --universal --generate-hashes --no-annotate --no-header pyproject.toml --extra all --group dev -o requirements-dev.lock

clean: ## Remove what was made
	@rm -rf $(VENV) $(VENV)-whoosh .venv-3.* dist build .pytest_cache .mypy_cache .ruff_cache .hypothesis
