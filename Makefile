# SPDX-License-Identifier: EUPL-1.2
# The front door. Nothing needs to be installed first but git, make, Python 3.12 and Node.js 20.
.DEFAULT_GOAL := help
# Modules are compiled once, at the first start; without their .pyc files each start would do it again.
unexport PYTHONDONTWRITEBYTECODE
.PHONY: help demo test check format lint types bench move nlu crash fuzz lock clean

help: ## this list
	@sed -n 's/^\([a-z]*\):.*## /make \1\t/p' Makefile | expand -t 14

demo: ## install what is needed, start everything, print the addresses
	@bin/set-up base
	@bin/build-widget
	@bin/install-identity
	@exec .venv/bin/gemeengoed demo

test: ## the whole check, with all its set-up
	@bin/set-up dev
	@exec bin/check all

check: ## the quick check: no browser, nothing slow
	@bin/set-up dev
	@exec bin/check quick

format: ## put the code into its form
	@bin/set-up dev
	@.venv/bin/ruff format .
	@.venv/bin/ruff check --fix .

lint: ## form, faults and directions
	@bin/set-up dev
	@.venv/bin/ruff format --check .
	@.venv/bin/ruff check .
	@.venv/bin/lint-imports

types: ## the types
	@bin/set-up dev
	@.venv/bin/mypy

bench: ## turns per second on this machine; also: make bench move (whole moves), make bench nlu (understanding)
	@bin/set-up dev
	@$(if $(filter move,$(MAKECMDGOALS)),bin/install-identity)
	@exec .venv/bin/gemeengoed bench $(filter move nlu,$(MAKECMDGOALS))

move: # the word behind "make bench"
	@$(if $(filter bench,$(MAKECMDGOALS)),:,echo "make bench move" >&2; exit 2)

nlu: # the word behind "make bench"
	@$(if $(filter bench,$(MAKECMDGOALS)),:,echo "make bench nlu" >&2; exit 2)

crash: ## a hundred times kill -9 of the server under load, and of who delivers a move
	@bin/set-up dev
	@KILLS=100 exec .venv/bin/pytest -q --timeout 1200 tests/crash \
		tests/unit/casework/submissions/test_outbox.py

fuzz: ## search for a message at which the reader fails; SECONDS=3600 for an hour
	@bin/set-up dev
	@bin/set-up fuzz
	@mkdir -p var/fuzz
	@cd var/fuzz && exec ../../.venv/bin/python ../../tests/fuzz/reading.py \
		-max_total_time=$(or $(SECONDS),60) -max_len=4096

LOCK = pip compile -q --python .venv/bin/python --generate-hashes --no-emit-index-url \
	--no-emit-find-links --no-annotate --no-header

lock: ## lock the requirements anew, after a change of a .in file
	@bin/set-up base
	@for kind in uv base dev fuzz; do \
		"$$(bin/find-uv)" $(LOCK) requirements/$$kind.in -o requirements/$$kind.txt || exit 1; \
	done

clean: ## remove what was installed and built here; the demo's database stays
	rm -rf .venv build src/*.egg-info widget/node_modules demo/identity/node_modules src/gemeengoed/web/frame/static/widget
	rm -rf .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache var/*.log
