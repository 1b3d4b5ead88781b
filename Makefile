# Every target sets up what is missing first (bootstrap.py); the second start is instant.
#   make test ARGS="-k arbres"      arguments for the command
#   make lock ARGS=--upgrade        take the newest versions
PYTHON ?= python3
ARGS ?=

.PHONY: setup demo test check bench lock
.DEFAULT_GOAL := setup

setup demo test check bench:
	@$(PYTHON) bootstrap.py $@ $(ARGS)

lock: setup
	.venv/bin/uv pip compile --quiet --universal --generate-hashes --no-header --no-annotate \
		--group setup --group dev --output-file requirements.lock $(ARGS) pyproject.toml
	npm install --package-lock-only
	.venv/bin/python -c "import json, pathlib; file = pathlib.Path('package-lock.json'); lock = json.loads(file.read_text()); \
		[entry.pop('funding', None) for entry in lock['packages'].values()]; file.write_text(json.dumps(lock, indent=2) + '\\n')"
