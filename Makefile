# make run    start Giaoban with demo data (PORT=9000 make run serves elsewhere)
# make install  make the environment with the command giaoban in it, without starting anything
# make test   everything, on SQLite and, where it can be had, on PostgreSQL
# make test-postgres  all tests of the web on PostgreSQL, also those of pages that ask it nothing new
# make check  format, lint, types, import laws, docs (make lint: all but the docs)
# make score  how well the reader reads: annotated texts in READING=folder (default ../shared/reading); SCORE=--cross by weights that have not seen them
# make rounds a thousand rounds of eight people on one task, on SQLite and PostgreSQL: nobody's words are lost
# make fuzz   a hundred thousand texts made by chance are read without an error, none in more than two seconds; and laws hold of new examples; and no address fails, whatever stands in one of its fields
# make compile  the reader's modules compiled: the same rules, a third quicker; needs a C compiler, and again after each change
# make compile COMPILE=--profile  compiled twice, the second time by what texts use most: a twentieth quicker, more than twice as long; needs gcc
# make interpret  what was compiled removed
# make test-compiled  the tests of the reader and all that reads by it, by the compiled modules; after make compile
# make wheel  a wheel for machines like this one, with the reader compiled, in dist/
# make bench  how fast it is: the reader, the ledger, and with 200,000 tasks the register and a round of reminders; a quarter of an hour
# make bench-reading  how fast it reads, compiled (where it can be) and by its sources, as ratios within one run; Duckling and underthesea are put in an environment of their own for it
# make bench-ledger  how the ledger answers at size, beside an array and a default table; BENCH=--full with ten million figures
# make bench-directives  how the register of tasks answers eight people at once; BENCH=--full with 200,000 tasks, BENCH="--full --postgres" there
# make bench-tick  how long a round of reminders takes, on SQLite and PostgreSQL; BENCH="20000 500" with so many tasks and units (200,000 and 5,000)
# make bench-import  how fast figures come in from files, beside bulk_create; on SQLite and PostgreSQL

PYTHON ?= python3
VENV ?= .venv
BIN := $(VENV)/bin
READING ?= ../shared/reading
export PIP_DISABLE_PIP_VERSION_CHECK = 1

.PHONY: run install compile interpret wheel test test-postgres test-compiled check lint score rounds fuzz bench bench-reading bench-ledger bench-directives bench-tick bench-import lock format clean

run: $(VENV)/run.stamp
	@$(BIN)/giaoban serve --demo

install: $(VENV)/run.stamp

compile: $(VENV)/run.stamp $(VENV)-compile/stamp
	@$(VENV)-compile/bin/python tools/compile.py --types $(abspath $(BIN)/python) $(COMPILE)

interpret:
	@rm -f src/giaoban/compiled/made.json src/giaoban/compiled/*.so

wheel: $(VENV)/run.stamp $(VENV)-compile/stamp
	@GIAOBAN_COMPILE=$(abspath $(BIN)/python) $(VENV)-compile/bin/pip wheel --quiet --no-deps --no-build-isolation --wheel-dir dist .

# Tests change what modules hold, which compiled ones do not heed; and the reader may just be compiled while all is checked.
test: export GIAOBAN_INTERPRETED = 1
test: $(VENV)/dev.stamp
	@$(BIN)/python tests/run.py

test-postgres: export GIAOBAN_INTERPRETED = 1
test-postgres: $(VENV)/dev.stamp
	@GIAOBAN_TEST_DATABASE=postgres $(BIN)/pytest -q -n auto --dist loadfile tests/web $(ARGS)

test-compiled: $(VENV)/dev.stamp
	@$(BIN)/giaoban --version | grep -q compiled || { echo "The compiled reader is not that of these sources: make compile"; exit 1; }
	@$(BIN)/pytest -q -n auto --dist loadfile tests/core $(ARGS)

check: export GIAOBAN_INTERPRETED = 1
check: lint
	@$(BIN)/pytest -q tests/docs

lint: $(VENV)/dev.stamp
	@$(BIN)/ruff format --check src tests tools
	@$(BIN)/ruff check src tests tools
	@$(BIN)/mypy
	@$(BIN)/lint-imports

score: $(VENV)/dev.stamp
	@$(BIN)/python tools/score.py $(READING) $(SCORE)

rounds: $(VENV)/dev.stamp
	@GIAOBAN_ROUNDS=1000 GIAOBAN_TEST_DATABASE=sqlite $(BIN)/pytest -q tests/web/directives/test_together.py
	@GIAOBAN_ROUNDS=1000 GIAOBAN_TEST_DATABASE=postgres $(BIN)/pytest -q tests/web/directives/test_together.py

fuzz: $(VENV)/dev.stamp
	@$(BIN)/python tools/fuzz.py
	@GIAOBAN_EXAMPLES=chance GIAOBAN_TEST_DATABASE=sqlite $(BIN)/pytest -q -n auto -m hypothesis tests
	@GIAOBAN_EXAMPLES=chance GIAOBAN_TEST_DATABASE=sqlite $(BIN)/pytest -q -n auto tests/web/test_hostile.py

bench: bench-reading
	@$(BIN)/python tools/bench_ledger.py
	@$(BIN)/python tools/bench_directives.py --full
	@$(BIN)/python tools/benching/reminders.py

bench-reading: $(VENV)/dev.stamp $(VENV)-bench/stamp
	@$(MAKE) --no-print-directory compile || echo "The reader could not be compiled here: it is timed by its sources alone."
	@$(BIN)/python tools/bench.py $(READING) --others $(VENV)-bench/bin/python

bench-ledger: $(VENV)/dev.stamp
	@$(BIN)/python tools/bench_ledger.py $(BENCH)

bench-directives: $(VENV)/dev.stamp
	@$(BIN)/python tools/bench_directives.py $(BENCH)

bench-tick: $(VENV)/dev.stamp
	@$(BIN)/python tools/benching/reminders.py $(BENCH)

bench-import: $(VENV)/dev.stamp
	@$(BIN)/python tools/benching/imports.py

format: $(VENV)/dev.stamp
	$(BIN)/ruff format src tests tools
	$(BIN)/ruff check --fix src tests tools

lock:
	$(PYTHON) tools/lock.py

$(BIN)/python:
	@echo "Tạo môi trường · making the environment in $(VENV)"
	@$(PYTHON) -m venv $(VENV)

$(VENV)/run.stamp: requirements/run.txt pyproject.toml | $(BIN)/python
	@echo "Cài các gói đã khóa bằng mã băm · installing hash-locked packages"
	@$(BIN)/pip install --progress-bar on --require-hashes -r requirements/run.txt
	@$(BIN)/pip install --quiet --no-deps --no-build-isolation --no-index -e .
	@touch $@

$(VENV)/dev.stamp: requirements/dev.txt pyproject.toml | $(BIN)/python
	@$(BIN)/pip install --quiet --progress-bar on --require-hashes -r requirements/dev.txt
	@$(BIN)/pip install --quiet --no-deps --no-build-isolation --no-index -e .
	@touch $@ $(VENV)/run.stamp

$(VENV)-compile/stamp: requirements/compile.txt
	@$(PYTHON) -m venv $(VENV)-compile
	@$(VENV)-compile/bin/pip install --quiet --progress-bar on --require-hashes -r $<
	@touch $@

$(VENV)-bench/stamp: requirements/bench.txt
	@$(PYTHON) -m venv $(VENV)-bench
	@$(VENV)-bench/bin/pip install --quiet --progress-bar on --require-hashes -r $< && touch $@ || echo "bench: no Duckling, no underthesea"

clean:
	rm -rf build dist .pytest_cache .mypy_cache .ruff_cache .hypothesis
