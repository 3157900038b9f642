# Janadesh from a checkout: `make desk` to use it, `make test` to change it.
# Everything lives in .venv; it is made again only when pyproject.toml changed.

SHELL := /bin/bash
VENV := .venv
PYTHON := $(firstword $(shell command -v python3.11) $(shell command -v python3) python3)
IN_VENV := $(VENV)/bin/python
PORT ?= 8731
# for every Python from 3.11 on, and every system
PIN = $(IN_VENV) -m uv pip compile -q --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-header
# the first run keeps what it compiled, so that the second starts at once
export PYTHONDONTWRITEBYTECODE :=
say = @printf '%s\n' "janadesh: $(1)"

.PHONY: help desk test test-pythons fuzz lint docs messages bench soak lock audit clean

help:
	@printf '%s\n' \
	  'make desk    open the desk at http://127.0.0.1:$(PORT)/ (PORT=8080 for another port)' \
	  'make test    run every check: style, types, tests' \
	  'make test-pythons  run the checks with every Python that may be used, found or named: PYTHONS="/path/to/python3.13"' \
	  'make fuzz    read bad files made by chance, for ten minutes with each reader' \
	  'make lint    check style and types only' \
  'make messages  gather the texts of the desk for its translators, and compile what they wrote' \
  'make docs    write what comes from the code, and the manual as a site' \
	  'make bench   measure speed and how well claims are read; needs the real data in ../shared' \
	  'make soak    let a count, browsers, checks and backups meet one record for ten minutes; memory must stay flat' \
	  'make lock    pin what Janadesh needs, with hashes' \
  'make audit   ask for known faults of what is pinned' \
  'make clean   remove .venv and what tools left behind'

desk: $(VENV)/for-use
	@exec $(VENV)/bin/janadesh desk --port $(PORT)

test: $(VENV)/for-work
	@bash .ci/system-parts
	@$(MAKE) --no-print-directory lint
	$(call say,running the tests)
	@# files side by side, one a core; a file keeps its own server or browser
	@$(IN_VENV) -m pytest -rs --numprocesses auto --dist loadfile

PYTHONS ?= python3.11 python3.12 python3.13
test-pythons:
	@# the lock is for all of them; each has an environment of its own
	@for python in $(PYTHONS); do \
	  $$python -c '' 2>/dev/null || { echo "janadesh: there is no $$python here"; continue; }; \
	  $(MAKE) --no-print-directory test PYTHON=$$python VENV=.venv/with-$$($$python -c 'import platform; print(platform.python_version())') || exit 1; \
	done

fuzz: $(VENV)/for-work
	$(call say,ten minutes of bad files for every reader and of odd texts for the check; forty minutes on two processors)
	@JANADESH_FUZZ_SECONDS=$${JANADESH_FUZZ_SECONDS:-600} $(IN_VENV) -m pytest -x tests/fuzz tests/claims/test_fuzz.py

lint: $(VENV)/for-work
	$(call say,checking style and types)
	@$(IN_VENV) -m ruff check
	@$(IN_VENV) -m ruff format --check
	@$(IN_VENV) -m mypy

docs: $(VENV)/for-work
	@$(IN_VENV) docs/write_reference.py
	@$(IN_VENV) docs/write_man.py
	@$(IN_VENV) docs/write_examples.py
	@$(IN_VENV) docs/write_notebooks.py
	@NO_MKDOCS_2_WARNING=1 $(IN_VENV) -m mkdocs build -q
	$(call say,the manual is in site/index.html)

DESK := src/janadesh/desk
PYBABEL := $(IN_VENV) -m babel.messages.frontend
messages: $(VENV)/for-work
	@$(PYBABEL) -q extract --mapping pyproject.toml --no-location --sort-output --output $(VENV)/desk.pot $(DESK)
	@$(PYBABEL) -q update --domain desk --input-file $(VENV)/desk.pot --output-dir $(DESK)/locale --ignore-pot-creation-date \
	  --no-fuzzy-matching --ignore-obsolete --width 120
	@$(PYBABEL) compile --domain desk --directory $(DESK)/locale --statistics

bench: $(VENV)/for-work
	$(call say,measuring; this takes half an hour and wants a quiet machine)
	@$(IN_VENV) benchmarks/everything.py

soak: $(VENV)/for-work
	$(call say,a count and browsers and checks and backups on one record for ten minutes)
	@$(IN_VENV) tools/soak.py --minutes $${MINUTES:-10}

lock: | $(VENV)/bin/python
	$(call say,pinning what Janadesh and its tests need)
	@$(IN_VENV) -m pip install -qq --disable-pip-version-check uv
	@$(PIN) --extra postgres --extra plots --output-file requirements.lock pyproject.toml
	@$(PIN) --extra dev --output-file requirements-dev.lock pyproject.toml

audit: $(VENV)/for-work
	$(call say,asking for known faults of what requirements.lock names)
	@$(IN_VENV) -m pip install -qq --disable-pip-version-check pip-audit
	@# without --strict it calls clean what it could not ask about
	@$(IN_VENV) -m pip_audit --strict --progress-spinner off --require-hashes --disable-pip -r requirements.lock \
	  || { printf 'janadesh: %s\n' 'not clean; where it says "not found on PyPI", the advisories cannot be reached from here, and nothing is known' >&2; exit 1; }

clean:
	rm -rf $(VENV) .mypy_cache .ruff_cache .pytest_cache .hypothesis dist build site

$(VENV)/bin/python:
	$(call say,making a Python environment in $(VENV))
	@bash .ci/make-venv $(PYTHON) $(VENV)

$(VENV)/for-use: pyproject.toml requirements.lock | $(VENV)/bin/python
	$(call say,installing what Janadesh needs; this takes a minute the first time)
	@# without --no-compile pip spends a third of its time on modules that are never imported; the first run compiles the rest
	@$(IN_VENV) -m pip install -qq --no-compile --disable-pip-version-check --require-hashes --requirement requirements.lock
	@$(IN_VENV) -m pip install -qq --no-compile --disable-pip-version-check --no-deps --editable .
	@touch $@

$(VENV)/for-work: pyproject.toml requirements-dev.lock | $(VENV)/bin/python
	$(call say,installing what Janadesh and its tests need)
	@# pinned with hashes: finding versions that go together takes pip longer than all the tests
	@$(IN_VENV) -m pip install -qq --no-compile --disable-pip-version-check --no-deps --require-hashes --requirement requirements-dev.lock
	@$(IN_VENV) -m pip install -qq --disable-pip-version-check --no-deps --editable .
	@touch $(VENV)/for-use $@
