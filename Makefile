.PHONY: help install test test-all check bench

help: ## show this help
	@grep -E '^[a-z-]+:.*## ' $(MAKEFILE_LIST) | sed 's/:.*## /\t/' | expand -t 12

install: ## install for use and for work on the code
	pip install -e '.[test]'

test: ## the light tests, in minutes
	pytest

test-all: ## all tests, each heavy group in an environment of its own (cached)
	bash .ci/run

check: ## formatting, lint, types
	ruff format --check . && ruff check . && mypy

bench: ## print every table of bench/
	for file in bench/[a-z]*.py; do python -m bench.$$(basename $$file .py) || exit 1; done
