# Two commands are enough: `make run` to try Akeyi, `make test` to prove it. Both do all the set-up they need.
# Paths stay relative, so that the folder's own name may hold spaces.
PYTHON ?= python3
PY := .venv/bin/python
HOST ?= 127.0.0.1
PORT ?= 8000
# Whoever tries Akeyi or changes it meets invented people alone. What runs without make is a hub (docs/hub.md).
export AKEYI_MODE ?= demo

.PHONY: setup run test check format lock contracts new-fact lighthouse pictures bench-journal bench-pin bench-plan fuzz mutate-walls help

help:
	@echo "make run            set up, invent a demo day, serve it at http://$(HOST):$(PORT)"
	@echo "make test           set up and run every test, the browser journeys included"
	@echo "make check          what is ill-formed, undocumented, untranslated, unwalled or stale"
	@echo "make setup          what the others share; leaves .venv/bin/akeyi"
	@echo "make format         put Python files into their form"
	@echo "make lock           write requirements*.txt from pyproject.toml"
	@echo "make contracts      write all of contracts/, docs/kinds.md and the desk's types"
	@echo "make new-fact       kind=room.what_was_told shape=entry: the skeleton of a new kind of fact"
	@echo "make lighthouse     measure the desk and the board in a browser"
	@echo "make pictures       take the pictures of the README from the demo day"
	@echo "make bench-journal  measure how many facts a second are stored"
	@echo "make bench-pin      measure what guessing a PIN costs a thief"
	@echo "make bench-plan     measure how fast a day is simulated and a roster found, beside Ciw"
	@echo "make fuzz           ask every address and read every kind of file at random, for 20 minutes"
	@echo "make mutate-walls   take down one wall at a time in a copy: does a test notice? for an hour"

setup:
	@$(PYTHON) tools/setup.py

run: setup
	@.venv/bin/akeyi demo --no-serve
	@.venv/bin/akeyi serve --host $(HOST) --port $(PORT)

test: setup
	@$(PY) tools/test.py

check: setup
	@$(PY) tools/check.py

format: setup
	@$(PY) -m ruff check --fix --quiet src tests tools
	@$(PY) -m ruff format --quiet src tests tools

lock: setup
	@$(PY) tools/lock.py
	@$(PY) tools/desk_lock.py

contracts: setup
	@.venv/bin/akeyi contracts
	@.venv/bin/akeyi openapi
	@$(PY) -m akeyi.people.cards.vectors
	@$(PY) -m akeyi.people.read_out
	@$(PY) -m akeyi.people.places
	@$(PY) -m akeyi.figures.vectors
	@$(PY) -m akeyi.journal.tests.vectors
	@$(PY) -m akeyi.assistance.tests.vectors

new-fact: setup
	@$(PY) tools/new_fact.py "$(kind)" "$(or $(shape),entry)"

lighthouse: setup
	@$(PY) tools/browser.py
	@$(PY) -m tests.bench.lighthouse

pictures: setup
	@$(PY) tools/browser.py
	@AKEYI_PICTURES=docs/pictures $(PY) -m pytest -q tests/journeys/test_pictures.py

bench-journal: setup
	@$(PY) -m tests.bench.journal

bench-pin: setup
	@$(PY) -m tests.bench.pin_guessing

bench-plan: setup
	@$(PY) -m tests.bench.plan

fuzz: setup
	@$(PY) tools/fuzz.py

mutate-walls: setup
	@$(PY) tools/browser.py
	@$(PY) tools/mutate_walls.py
