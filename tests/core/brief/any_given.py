"""Strategies for everything that a brief may be given."""

from datetime import date

from hypothesis import strategies as st

from giaoban.brief.given import (
    Compared,
    Expected,
    Given,
    GivenDiscrepancy,
    GivenFigure,
    GivenFinding,
    GivenTask,
    Level,
    Remembered,
)  # fmt: skip
from giaoban.brief.lines import Sentence, Source
from giaoban.directives.states import Standing, State
from giaoban.ledger.discrepancies import Severity
from giaoban.ledger.entries import Status
from giaoban.messages.printed import Moved, Rough
from giaoban.model import Bound, Period, Polarity, Quantity, Topic
from giaoban.reference.indicators import Direction

WORDS = st.text(max_size=30)
DAYS = st.dates(date(2015, 1, 1), date(2030, 12, 31))
NAMES = st.sampled_from(["thu_nsnn", "gtsx", "ty_le_ho_ngheo", "?lạ"])
KEYS = st.sampled_from([f"t{number}" for number in range(8)])
PERIODS = st.sampled_from(["2019", "2020-Q2", "2020-H1", "2021-M9", "2021-03", "2021-03-05", "2016/2020"]).map(Period.parse)
NUMBERS = st.decimals(min_value=-10_000, max_value=10_000, places=2)
QUANTITIES = st.builds(Quantity, NUMBERS, st.sampled_from(["%", "tỷ đồng", "hộ"]), st.sampled_from(Bound))
SOURCES = st.builds(Source, WORDS, WORDS, WORDS)
LEVELS = st.builds(Level, st.none() | PERIODS, QUANTITIES, DAYS, SOURCES)
COMPARED = st.none() | st.builds(Compared, QUANTITIES, st.lists(SOURCES, max_size=2).map(tuple), st.booleans())
FIGURES = st.builds(
    GivenFigure, NAMES, WORDS, st.sampled_from(Direction), LEVELS, st.sampled_from(Status), COMPARED, COMPARED, COMPARED,
    st.integers(0, 12), st.lists(LEVELS, max_size=2).map(tuple),
)  # fmt: skip
STANDINGS = st.builds(Standing, st.sampled_from(State), st.none() | DAYS, st.none(), st.integers(0, 3), st.none() | DAYS, st.none() | DAYS)
EXPECTED = st.none() | st.builds(Expected, NAMES, st.sampled_from(Direction), st.booleans())
TASKS = st.builds(
    GivenTask, KEYS, WORDS, WORDS, DAYS, STANDINGS, SOURCES, st.sampled_from(Topic), st.none() | DAYS,
    st.none() | st.integers(0, 100), WORDS,
    st.lists(KEYS, max_size=2, unique=True).map(tuple), EXPECTED,
)  # fmt: skip
FINDINGS = st.builds(GivenFinding, WORDS, st.sampled_from(Polarity), DAYS, SOURCES, st.sampled_from(Topic), st.booleans())
SAID = WORDS | st.integers(0, 999) | NUMBERS | DAYS | QUANTITIES | QUANTITIES.map(Moved) | QUANTITIES.map(Rough) | PERIODS
SENTENCES = st.builds(
    lambda one, two: Sentence("growth-implies-before", (("indicator", one), ("value", two), ("change", two), ("implied", two))), SAID, SAID
)
DISCREPANCIES = st.builds(GivenDiscrepancy, st.sampled_from(Severity), SENTENCES, st.lists(SOURCES, max_size=2).map(tuple))
REMEMBERED = st.none() | st.builds(Remembered, DAYS, st.lists(st.tuples(NAMES, LEVELS), max_size=2).map(tuple))


def several(strategy: st.SearchStrategy, **more) -> st.SearchStrategy:
    return st.lists(strategy, max_size=5, **more).map(tuple)


GIVENS = st.builds(
    Given, WORDS, DAYS, WORDS, st.none() | DAYS, several(DAYS), st.booleans(), st.booleans(), st.integers(0, 9),
    several(FIGURES, unique_by=lambda figure: figure.indicator), several(TASKS, unique_by=lambda task: task.key), several(FINDINGS),
    several(DISCREPANCIES), REMEMBERED,
)  # fmt: skip
