"""The scoreboard gives nothing for splitting tasks, leaving deadlines out, late extensions or merging what is late."""

from dataclasses import replace
from datetime import date, timedelta
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from giaoban.directives.counting import Rate
from giaoban.directives.followed import Followed, NewDeadline
from giaoban.directives.outcomes import TERM, Outcome, counted_due, outcome
from giaoban.directives.scoreboard import MINIMUM, Part, Row, scoreboard, whole
from giaoban.directives.states import Standing, State

ISSUED = date(2020, 3, 12)
DUE = date(2020, 4, 30)
ON = date(2020, 7, 1)
DAYS = st.dates(ISSUED, date(2020, 9, 1))


def made(state: State, due: date | None, done: date | None = None, key: str = "1") -> Followed:
    finished = done if state is State.ACCEPTED else None
    reported = done if state in {State.ACCEPTED, State.REPORTED, State.RETURNED} else None
    return Followed(key, Standing(state, due, reported_on=reported, done_on=finished), due, ISSUED)


def part(task: Followed, conclusion: str = "a", whose: str = "x") -> Part:
    return Part(task, conclusion, whose)


def rates(row: Row) -> tuple[Fraction, ...]:
    return tuple(Fraction(rate.part, rate.whole) if rate.whole else Fraction(1) for rate in (row.of_due, row.of_all, row.by_first))


CASES = [
    (State.ACCEPTED, DUE, Outcome.ON_TIME),
    (State.ACCEPTED, date(2020, 5, 1), Outcome.LATE),
    (State.REPORTED, DUE, Outcome.WAITING),
    (State.REPORTED, date(2020, 5, 1), Outcome.OVERDUE),
    (State.RETURNED, DUE, Outcome.OVERDUE),
    (State.IN_PROGRESS, None, Outcome.OVERDUE),
    (State.WITHDRAWN, None, None),
]


@pytest.mark.parametrize(("state", "done", "expected"), CASES)
def test_a_task_stands_where_its_report_and_its_day_put_it(state, done, expected):
    assert outcome(made(state, DUE, done).now, DUE, ON) is expected


@pytest.mark.parametrize(("state", "expected"), [(State.ACCEPTED, Outcome.IN_TIME), (State.REPORTED, Outcome.IN_TIME)])
def test_what_was_done_or_reported_later_was_not_yet_on_an_earlier_day(state, expected):
    assert outcome(made(state, DUE, DUE).now, DUE, date(2020, 4, 1)) is expected


def test_a_draft_is_due_on_no_day():
    assert [counted_due(Followed("1", Standing(State.DRAFT, due), due)) for due in (None, DUE)] == [None, None]


def test_a_task_is_given_from_the_day_of_its_issue_on_and_not_before():
    given = [part(made(State.ISSUED, DUE))]
    assert (whole(given, ISSUED).of_all, whole(given, ISSUED - timedelta(days=1)).of_all) == (Rate(0, 1), Rate(0, 0))


def test_two_that_were_merged_into_each_other_are_not_done_by_that():
    one, other = (replace(part(made(State.MERGED, DUE, key=key), key), into=into) for key, into in (("1", "2"), ("2", "1")))
    assert whole([one, other], ON).outcomes == {Outcome.OVERDUE: 2}


def test_what_is_not_due_yet_is_in_no_rate_of_what_was_due():
    row = whole([part(made(State.ISSUED, ON))], ON)
    assert (row.of_due, row.of_all) == (Rate(0, 0), Rate(0, 1))


def test_a_task_without_a_deadline_is_due_a_term_after_its_issue():
    undated = made(State.ISSUED, None)
    assert counted_due(undated) == ISSUED + timedelta(days=TERM)
    row = whole([part(undated)], ON)
    assert (row.of_due, row.undated) == (Rate(0, 1), 1)
    assert whole([part(undated)], ON, term=200).of_due == Rate(0, 0)
    done = whole([part(made(State.ACCEPTED, None, ISSUED + timedelta(days=TERM)))], ON)
    assert done.of_due == Rate(1, 1)


def test_drafts_and_what_was_issued_later_are_not_on_the_board():
    draft = Followed("1", Standing(State.DRAFT, DUE), DUE)
    later = replace(made(State.ISSUED, DUE), issued_on=ON + timedelta(days=1))
    assert whole([part(draft), part(later, "b")], ON).of_all == Rate(0, 0)


def test_a_share_is_as_good_as_the_worst_of_its_parts():
    on_time, late = made(State.ACCEPTED, DUE, DUE, "1"), made(State.ACCEPTED, DUE, ON, "2")
    assert whole([part(on_time), part(late)], ON).outcomes == {Outcome.LATE: 1}
    assert whole([part(on_time), part(late, "b")], ON).outcomes == {Outcome.ON_TIME: 1, Outcome.LATE: 1}


def test_a_conclusion_is_one_share_for_each_body_and_one_in_the_whole():
    parts = [part(made(State.ACCEPTED, DUE, DUE, "1")), part(made(State.ISSUED, DUE, key="2"), whose="y")]
    assert {row.whose: row.of_due for row in scoreboard(parts, ON)} == {"x": Rate(1, 1), "y": Rate(0, 1)}
    assert whole(parts, ON).of_due == Rate(0, 1)


tasks = st.builds(
    lambda state, due, done, later: replace(made(state, due, done), later=tuple(NewDeadline(*each) for each in sorted(later))),
    st.sampled_from([state for state in State if state not in {State.DRAFT, State.MERGED}]),
    st.none() | DAYS,
    DAYS,
    st.lists(st.tuples(DAYS, DAYS), max_size=3),
)


@st.composite
def boards(draw) -> list[Part]:
    drawn = draw(st.lists(st.tuples(tasks, st.sampled_from("abcdef"), st.sampled_from("xyz")), min_size=1, max_size=15))
    return [Part(replace(task, key=str(number)), *where) for number, (task, *where) in enumerate(drawn)]


@given(boards(), st.integers(2, 6), DAYS, st.data())
def test_splitting_a_task_into_parts_with_the_same_outcome_changes_nothing(parts, pieces, on, data):
    split = data.draw(st.sampled_from(parts))
    more = [replace(split, task=replace(split.task, key=f"{split.task.key}.{number}")) for number in range(1, pieces)]
    assert scoreboard([*parts, *more], on) == scoreboard(parts, on)
    assert whole([*parts, *more], on) == whole(parts, on)


@given(boards(), st.lists(st.tuples(st.booleans(), DAYS), min_size=1, max_size=6), DAYS, DAYS)
def test_a_task_split_into_easy_and_hard_parts_never_scores_better_than_the_whole(parts, pieces, due, on):
    split = [made(State.ACCEPTED if done else State.IN_PROGRESS, due, day, f"part {at}") for at, (done, day) in enumerate(pieces)]
    ended = max(day for _done, day in pieces) if all(done for done, _day in pieces) else None
    one = made(State.ACCEPTED if ended else State.IN_PROGRESS, due, ended, "one")
    in_parts = [*parts, *(part(task, "split", "x") for task in split)]
    for row, before in zip(_by_name(in_parts, on), _by_name([*parts, part(one, "split", "x")], on), strict=True):
        assert all(now <= then for now, then in zip(rates(row), rates(before), strict=True))


def _by_name(parts: list[Part], on: date) -> list[Row]:
    return sorted(scoreboard(parts, on), key=lambda row: row.whose)


@given(boards(), st.integers(TERM, 150), DAYS, st.data())
def test_leaving_a_deadline_out_never_raises_a_rate(parts, days, on, data):
    at = data.draw(st.integers(0, len(parts) - 1))
    dated = replace(parts[at], task=replace(parts[at].task, first=ISSUED + timedelta(days=days)))
    undated = replace(parts[at], task=replace(parts[at].task, first=None))
    given, left_out = ([*parts[:at], each, *parts[at + 1 :]] for each in (dated, undated))
    for row, before in zip(_by_name(left_out, on), _by_name(given, on), strict=True):
        assert all(now <= then for now, then in zip(rates(row), rates(before), strict=True))


@given(boards(), DAYS, st.data())
def test_leaving_a_deadline_out_is_as_good_as_writing_the_term(parts, on, data):
    at = data.draw(st.integers(0, len(parts) - 1))
    termed = replace(parts[at], task=replace(parts[at].task, first=ISSUED + timedelta(days=TERM)))
    undated = replace(parts[at], task=replace(parts[at].task, first=None))
    given, left_out = ([*parts[:at], each, *parts[at + 1 :]] for each in (termed, undated))
    for row, before in zip(_by_name(left_out, on), _by_name(given, on), strict=True):
        assert row.outcomes == before.outcomes


@given(boards(), st.integers(1, 60), DAYS, DAYS, st.data())
def test_an_extension_after_the_deadline_changes_no_rate(parts, days, until, on, data):
    at = data.draw(st.integers(0, len(parts) - 1))
    task = parts[at].task
    passed = counted_due(task)
    assert passed is not None
    extended = replace(task, later=(*task.later, NewDeadline(passed + timedelta(days=days), until)))
    after = [*parts[:at], replace(parts[at], task=extended), *parts[at + 1 :]]
    assert [rates(row) for row in scoreboard(after, on)] == [rates(row) for row in scoreboard(parts, on)]
    assert whole(after, on).extended >= whole(parts, on).extended


def test_an_extension_in_time_counts_and_the_first_deadline_stands_beside_it():
    done = made(State.ACCEPTED, DUE, date(2020, 5, 20))
    extended = replace(done, later=(NewDeadline(DUE, date(2020, 5, 31)),))
    row = whole([part(extended)], ON)
    assert (row.of_due, row.by_first, row.extended) == (Rate(1, 1), Rate(0, 1), 1)
    assert whole([part(done)], ON).of_due == Rate(0, 1)


@pytest.mark.parametrize(
    ("given_on", "to", "counted"),
    [
        (date(2020, 4, 1), date(2020, 4, 15), date(2020, 4, 15)),
        (date(2020, 4, 1), date(2020, 3, 20), date(2020, 4, 1)),
        (DUE, date(2020, 5, 31), date(2020, 5, 31)),
        (date(2020, 5, 1), date(2020, 5, 31), DUE),
    ],
)
def test_a_deadline_moves_only_before_it_has_passed_and_never_into_the_past(given_on, to, counted):
    assert counted_due(replace(made(State.ISSUED, DUE), later=(NewDeadline(given_on, to),))) == counted


def test_what_is_late_stays_late_when_it_is_merged():
    merged = replace(part(made(State.MERGED, DUE, key="1")), into="2")
    other = part(made(State.ACCEPTED, ON, ON, "2"), "b")
    assert whole([merged, other], ON).outcomes == {Outcome.LATE: 1, Outcome.ON_TIME: 1}
    assert whole([merged], ON).outcomes == {Outcome.OVERDUE: 1}
    early = part(made(State.ACCEPTED, ON, DUE, "2"), "b")
    assert whole([merged, early], ON).outcomes == {Outcome.ON_TIME: 2}


def test_tasks_merged_into_each_other_end_the_search():
    one = replace(part(made(State.MERGED, DUE, key="1")), into="2")
    two = replace(part(made(State.MERGED, DUE, key="2"), "b"), into="1")
    assert whole([one, two], ON).outcomes == {Outcome.OVERDUE: 2}


def test_a_task_merged_into_two_that_were_merged_into_each_other_ends_the_search_too():
    merged = [replace(part(made(State.MERGED, DUE, key=key), key), into=into) for key, into in (("1", "2"), ("2", "3"), ("3", "2"))]
    assert whole(merged, ON).outcomes == {Outcome.OVERDUE: 3}


def test_only_what_was_merged_stands_where_another_one_does():
    open_ = replace(part(made(State.ISSUED, DUE, key="1")), into="2")
    done = part(made(State.ACCEPTED, DUE, DUE, "2"), "b")
    assert whole([open_, done], ON).outcomes == {Outcome.OVERDUE: 1, Outcome.ON_TIME: 1}


def test_what_was_withdrawn_is_in_no_rate_and_shown_beside():
    row = whole([part(made(State.WITHDRAWN, DUE, key="1")), part(made(State.ACCEPTED, DUE, DUE, "2"))], ON)
    assert (row.of_all, row.withdrawn) == (Rate(1, 1), 1)


def test_a_conclusion_of_which_all_was_withdrawn_is_in_no_rate():
    gone, done, open_ = made(State.WITHDRAWN, DUE, key="1"), made(State.ACCEPTED, DUE, DUE, "2"), made(State.ISSUED, DUE, key="3")
    row = whole([part(gone, "a"), part(done, "b"), part(open_, "c")], ON)
    assert (row.of_due, row.of_all, row.withdrawn) == (Rate(1, 2), Rate(1, 2), 1)
    assert sum(row.outcomes.values()) == 2


def board(whose: str, done: int, undone: int) -> list[Part]:
    states = [State.ACCEPTED] * done + [State.IN_PROGRESS] * undone
    return [Part(made(state, DUE, DUE, f"{whose}{at}"), f"{whose}{at}", whose) for at, state in enumerate(states)]


def test_equal_rates_share_a_rank_and_few_due_have_none():
    parts = [*board("b", 5, 5), *board("a", 4, 4), *board("c", 9, 1), *board("d", MINIMUM - 1, 0), *board("e", 0, 9)]
    assert [(row.whose, row.rank) for row in scoreboard(parts, ON)] == [("c", 1), ("b", 2), ("a", 2), ("e", 4), ("d", None)]


def test_one_alone_has_no_rank_whatever_others_have_too_few():
    assert [row.rank for row in scoreboard([*board("a", 9, 0), *board("b", MINIMUM - 1, 0)], ON)] == [None, None]
    assert [row.rank for row in scoreboard([*board("a", 9, 0), *board("b", MINIMUM, 0)], ON)] == [1, 1]


def test_one_share_that_was_due_is_enough_where_no_more_are_asked_for():
    assert [row.rank for row in scoreboard([*board("a", 1, 0), *board("b", 0, 1)], ON, minimum=0)] == [1, 2]


def test_those_without_a_rank_stand_in_the_order_of_their_names():
    assert [row.whose for row in scoreboard([*board("c", 1, 0), *board("a", 0, 1), *board("b", 1, 0)], ON)] == ["a", "b", "c"]


def test_without_a_minimum_what_was_never_due_has_no_rank():
    parts = [part(made(State.ISSUED, date(2020, 8, 1)))]
    assert [row.rank for row in scoreboard(parts, ON, minimum=0)] == [None]
