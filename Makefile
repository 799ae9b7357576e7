# Two commands do everything on a machine with Python 3.11+ and make: `make run` and `make test`.
PYTHON := $(shell for p in python3.12 python3.13 python3.11 python3; do \
	if command -v $$p >/dev/null 2>&1 && $$p -c 'import sys; sys.exit(sys.version_info < (3, 11))' >/dev/null 2>&1; then echo $$p; break; fi; done)
VENV := .venv
BIN := $(VENV)/bin
PORT ?= 8501

.PHONY: run test lint check bench sample soak pictures docs clean

run: $(VENV)/.run
	@$(BIN)/python -m engine sample --if-empty
	@$(BIN)/streamlit run app.py --server.port $(PORT)

test: $(VENV)/.dev browser
	$(BIN)/python -m pytest -n auto

lint: $(VENV)/.dev
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports

check: lint test

bench: $(VENV)/.dev
	$(BIN)/python -m benchmarks.parity
	$(BIN)/python -m benchmarks.replay
	$(BIN)/python -m benchmarks.sweep
	$(BIN)/python -m benchmarks.forecast
	$(BIN)/python -m benchmarks.forecast_ideas
	$(BIN)/python -m benchmarks.forecast_peers
	$(BIN)/python -m benchmarks.sample_edge
	$(BIN)/python -m benchmarks.advice
	$(BIN)/python -m benchmarks.luck
	$(BIN)/python -m benchmarks.luck_sample
	$(BIN)/python -m benchmarks.honest
	$(BIN)/python -m benchmarks.screens
	$(BIN)/python -m benchmarks.words
	$(BIN)/python -m benchmarks.options
	$(BIN)/python -m benchmarks.experiments
	$(BIN)/python -m benchmarks.bots_on_paper
	$(BIN)/python -m benchmarks.metrics
	$(BIN)/python -m benchmarks.off_policy
	$(BIN)/python -m benchmarks.scoring
	$(BIN)/python -m benchmarks.learning
	$(BIN)/python -m benchmarks.bandit
	$(BIN)/python -m benchmarks.diversity
	$(BIN)/python -m benchmarks.bubble
	$(BIN)/python -m benchmarks.embeddings
	$(BIN)/python -m benchmarks.feed
	$(BIN)/python -m benchmarks.recommend

sample: $(VENV)/.run
	$(BIN)/python -m engine sample

soak: $(VENV)/.dev browser
	$(BIN)/python -m pytest -n auto -m soak

# The stored pictures that tests/browser/test_pictures.py compares with, drawn again.
pictures: $(VENV)/.dev browser
	TOPTION_RENEW_PICTURES=1 $(BIN)/python -m pytest -n 1 tests/browser/test_pictures.py

docs: $(VENV)/.dev
	$(BIN)/python -m docs.make

clean:
	rm -rf $(VENV) .cache .peers .pytest_cache .mypy_cache .ruff_cache .import_linter_cache .hypothesis

# Chromium for the browser tests: used when there, installed where Debian's packages can be (as root), else skipped.
.PHONY: browser
browser:
	@if command -v chromium >/dev/null 2>&1 || command -v chromium-browser >/dev/null 2>&1 || command -v google-chrome >/dev/null 2>&1; then :; \
	elif command -v apt-get >/dev/null 2>&1 && [ "$$(id -u)" = 0 ]; then \
		echo "Installing Chromium for the browser tests"; apt-get update -qq && apt-get install -y -qq chromium >/dev/null; \
	else echo "No Chromium here and no way to install it: the browser tests will be skipped."; fi

$(VENV)/.run: requirements.txt
	@if [ -z "$(PYTHON)" ]; then echo "Toption needs Python 3.11 or newer; none was found."; exit 1; fi
	@test -x $(BIN)/python || $(PYTHON) -m venv $(VENV)
	@if command -v uv >/dev/null 2>&1; then uv pip install -q --python $(BIN)/python -r requirements.txt; \
	else $(BIN)/python -m pip install -q --disable-pip-version-check -r requirements.txt; fi
	@touch $@

$(VENV)/.dev: requirements.txt requirements-cluster.txt requirements-dev.txt
	@if [ -z "$(PYTHON)" ]; then echo "Toption needs Python 3.11 or newer; none was found."; exit 1; fi
	@test -x $(BIN)/python || $(PYTHON) -m venv $(VENV)
	@if command -v uv >/dev/null 2>&1; then uv pip install -q --python $(BIN)/python -r requirements-dev.txt; \
	else $(BIN)/python -m pip install -q --disable-pip-version-check -r requirements-dev.txt; fi
	@touch $@ $(VENV)/.run
