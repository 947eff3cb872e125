# Earshot's commands. `make run` starts it, `make test` proves it; the rest is for people who work on it.
# Nothing here needs a step before it: each target installs what it lacks and is quick when nothing is.

PYTHON ?= python3
PY := .venv/bin/python
PIP := $(PY) -m pip install --quiet --no-input --disable-pip-version-check --require-hashes \
	--retries 10 --timeout 60
LOCK := $(CURDIR)/.venv/bin/uv pip compile --quiet --universal --python-version 3.11 \
	--generate-hashes --no-header --no-annotate --no-emit-index-url
INSTALLED := .venv/.runtime
INSTALLED_FOR_WORK := .venv/.dev
INSTALLED_FOR_BENCH := .venv/.bench
INSTALLED_FOR_LINE := .venv/.line
NODE := .venv/.node
PACKAGES := pwa/node_modules/.package-lock.json
# How tests share the cores: one file more at a time than there are cores, for browsers wait a lot.
SIDE_BY_SIDE := --numprocesses $(shell expr $$(nproc) + 1) --dist loadfile --no-loadscope-reorder
BUILT := pwa/dist/build.json
SOURCES := $(shell find pwa -mindepth 1 \( -path pwa/node_modules -o -path pwa/dist -o -path pwa/tests \) -prune -o -print)

# What was installed into .venv stands before the machine's own, Node above all.
export PATH := $(CURDIR)/.venv/bin:$(PATH)
# npm and the browsers want a home; some build machines have none.
ifeq ($(strip $(HOME)),)
export HOME := $(CURDIR)/.venv
endif

.DEFAULT_GOAL := run
.DELETE_ON_ERROR:
# Two that install into the same place would meet there.
.NOTPARALLEL:
.PHONY: run test test-pwa test-server test-e2e coverage dev check demo schema fmt lock soak bench bench-sync bench-line train-line screenshots keep-shell system-packages

# Start Earshot on http://127.0.0.1:8000 with its data in instance/.
run: $(INSTALLED) $(BUILT)
	@exec $(PY) app.py

# Prove everything: style and types, the browser's parts, the server's, and both together in a real browser.
test: $(INSTALLED_FOR_WORK) $(BUILT) system-packages
	@$(PY) -m scripts.run_tests $(SIDE_BY_SIDE)

# Test one side, or a part of it: `make test-pwa ONLY=tests/sync`, `make test-server ONLY=tests/sync`.
test-pwa: $(INSTALLED) $(PACKAGES)
	@npm --prefix pwa test -- $(or $(ONLY),--exclude 'tests/simulation/**')

test-server: $(INSTALLED_FOR_WORK) $(BUILT) system-packages
	@$(PY) -m pytest $(SIDE_BY_SIDE) $(or $(ONLY),--ignore tests/e2e --ignore tests/faults)

# Test both sides together in real browsers: `make test-e2e ONLY=tests/e2e/test_talk.py`.
test-e2e: $(INSTALLED_FOR_WORK) $(BUILT) system-packages
	@$(PY) -m pytest $(SIDE_BY_SIDE) $(or $(ONLY),tests/e2e)

# Print how much of each folder is run by tests that need no browser, in both languages.
coverage: $(INSTALLED_FOR_WORK) $(PACKAGES)
	@$(PY) -m scripts.print_coverage

# Search for losses for hours, with fresh seeds: 3,000 runs of the browser's sync, 20,000 of the server's. Before that,
# each parser of pasted text reads 200 kB of each hostile shape in at most 200 ms, and
# no call of 20,000 that are made up from docs/openapi.json is an error of the server.
soak: $(INSTALLED_FOR_WORK) $(PACKAGES) system-packages
	@PARSER_MS=200 npm --prefix pwa test -- tests/hostile
	@SEEDS=50 SEED=$$($(PY) -c 'import secrets; print(secrets.randbelow(2**30))') \
		npm --prefix pwa test -- tests/simulation
	@$(PY) -m tests.faults.under_attack
	@$(PY) -m tests.faults.memory
	@$(PY) -m tests.api.soak
	@$(PY) -m tests.faults.soak

# Work on it: the server restarts and the page reloads when a file changes; open the address that Vite prints.
dev: $(INSTALLED_FOR_WORK) $(BUILT)
	@$(PY) -m flask db upgrade
	@$(PY) -m flask run --debug --port 8000 & server=$$!; trap 'kill $$server' EXIT; npm --prefix pwa run dev

# Say whether format, lint, types, generated files and house rules are in order.
check: $(INSTALLED_FOR_WORK) $(PACKAGES)
	@.venv/bin/ruff format --check --quiet .
	@.venv/bin/ruff check --quiet .
	@.venv/bin/mypy
	@npm --prefix pwa run --silent types
	@npm --prefix pwa run --silent lint -- --colors=off
	@$(PY) -m pytest tests/test_house_rules.py

# Fill the database with an account and a believable year, to look around in.
demo: $(INSTALLED)
	@$(PY) -m flask db upgrade
	@$(PY) -m flask demo

# Write what is generated from the code: the schema as TypeScript, docs/openapi.json and docs/api.md.
schema: $(INSTALLED)
	@$(PY) -m backend.schema.export
	@$(PY) -m scripts.describe_api

# Put all source files into the house format and mend what can be mended.
fmt: $(INSTALLED_FOR_WORK) $(PACKAGES)
	@.venv/bin/ruff format .
	@.venv/bin/ruff check --fix .
	@npm --prefix pwa run --silent format

# Choose the newest versions that pyproject.toml and package.json allow, and lock them.
lock: $(INSTALLED_FOR_WORK) $(NODE)
	@$(LOCK) --upgrade --extra postgres pyproject.toml -o requirements.lock
	@$(LOCK) --upgrade --extra postgres --extra dev pyproject.toml -o requirements-dev.lock
	@$(LOCK) --upgrade --extra postgres --extra bench pyproject.toml -c requirements.lock -o requirements-bench.lock
	@$(LOCK) --upgrade --extra postgres --extra line pyproject.toml -c requirements.lock -o requirements-line.lock
	@$(LOCK) --upgrade --extra node pyproject.toml -o requirements-node.lock
	@npm --prefix pwa update --package-lock-only
	@npm --prefix benchmarks update --package-lock-only
	@npm --prefix benchmarks/sync update --package-lock-only

# Measure what a person feels: sizes, the start, long lists, search, saving, and Lighthouse.
bench: $(INSTALLED_FOR_WORK) $(BUILT) benchmarks/node_modules/.package-lock.json system-packages
	@$(PY) -m benchmarks

# Measure sync: beside its peers, by kind of round, by how much is stored, and with 500 devices at once.
bench-sync: $(INSTALLED_FOR_BENCH) benchmarks/sync/node_modules/.package-lock.json system-packages
	@$(PY) -m benchmarks.sync
	@$(PY) -m benchmarks.sync.cost
	@$(PY) -m benchmarks.sync.size
	@$(PY) -m benchmarks.load

# Measure how well lines are read, on writers left out; on writers that nothing was trained on: FROZEN=folder.
bench-line: $(INSTALLED_FOR_LINE) $(PACKAGES)
	@$(PY) -m models.line.bench $(if $(FROZEN),--frozen $(FROZEN))

# Train the tagger of lines: the same file of weights from the same data (models/line/README.md).
train-line: $(INSTALLED_FOR_LINE) $(NODE)
	@$(PY) -m models.line.export
	@$(PY) -m models.line.vectors

# Take the pictures of the README and of the manifest from the demo.
screenshots: $(INSTALLED_FOR_WORK) $(BUILT) system-packages
	@$(PY) -m scripts.take_screenshots

# Keep the shell of a release, so that the servers of later ones are tested with it.
keep-shell: $(INSTALLED_FOR_WORK) $(BUILT)
	@$(PY) -m scripts.keep_shell

# Install the browsers, the database server and the proxy that the tests run, where they are missing.
system-packages:
	@scripts/system_packages.sh

.venv/bin/pip:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || \
		{ echo "Earshot needs Python 3.11 or newer. Another one: make PYTHON=python3.12"; exit 1; }
	@$(PYTHON) -c 'import ensurepip, venv' 2>/dev/null || \
		{ echo "This Python cannot make a virtual environment. On Debian: apt install python3-venv"; exit 1; }
	@$(PYTHON) -m venv --clear .venv

$(INSTALLED): .venv/bin/pip requirements.lock
	@echo "Installing what the server needs ..."
	@$(PIP) -r requirements.lock
	@touch $@

$(INSTALLED_FOR_WORK): $(INSTALLED) requirements-dev.lock
	@echo "Installing what the tests need ..."
	@$(PIP) -r requirements-dev.lock
	@touch $@

$(INSTALLED_FOR_BENCH): $(INSTALLED) requirements-bench.lock
	@echo "Installing what the benchmarks of sync need ..."
	@$(PIP) -r requirements-bench.lock
	@touch $@

$(INSTALLED_FOR_LINE): $(INSTALLED_FOR_WORK) requirements-line.lock
	@echo "Installing what trains the tagger ..."
	@$(PIP) -r requirements-line.lock
	@touch $@

# Node 22 or newer of the machine, else the one that comes as a Python package.
$(NODE): .venv/bin/pip requirements-node.lock
	@node -e 'process.exit(parseInt(process.versions.node) < 22)' 2>/dev/null && npm --version >/dev/null 2>&1 || \
		{ echo "Installing Node ..."; $(PIP) -r requirements-node.lock; }
	@touch $@

%/node_modules/.package-lock.json: %/package-lock.json $(NODE)
	@npm --prefix $* ci --loglevel=error --fetch-retries=5
	@touch $@

$(BUILT): $(PACKAGES) $(SOURCES)
	@npm --prefix pwa run --silent build
	@touch $@
