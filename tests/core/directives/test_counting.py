"""Tasks are counted as offices count them, both rates side by side with what they are of."""

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from giaoban.directives.counting import Count, Kind, Rate, buckets, count, due_soon, kind, overdue_days, reported
from giaoban.directives.states import Standing, State

ON = date(2020, 7, 1)
DUE = date(2020, 6, 30)
CASES = [
    (Standing(State.DRAFT, DUE), None),
    (Standing(State.WITHDRAWN, DUE), None),
    (Standing(State.MERGED, DUE), None),
    (Standing(State.ACCEPTED, DUE, done_on=DUE), Kind.ON_TIME),
    (Standing(State.ACCEPTED, DUE, done_on=date(2020, 7, 1)), Kind.LATE),
    (Standing(State.ACCEPTED, None, done_on=date(2020, 5, 1)), Kind.ON_TIME),
    (Standing(State.ACCEPTED, date(2020, 9, 1), done_on=date(2020, 8, 1)), Kind.IN_TIME),
    (Standing(State.IN_PROGRESS, DUE), Kind.OVERDUE),
    (Standing(State.REPORTED, DUE), Kind.OVERDUE),
    (Standing(State.REPORTED, DUE, reported_on=DUE), Kind.WAITING),
    (Standing(State.REPORTED, DUE, reported_on=ON), Kind.OVERDUE),
    (Standing(State.REPORTED, ON, reported_on=ON), Kind.WAITING),
    (Standing(State.REPORTED, None, reported_on=DUE), Kind.WAITING),
    (Standing(State.REPORTED, None, reported_on=date(2020, 8, 1)), Kind.UNDATED),
    (Standing(State.REPORTED, ON, reported_on=date(2020, 8, 1)), Kind.IN_TIME),
    (Standing(State.RETURNED, DUE, reported_on=DUE), Kind.OVERDUE),
    (Standing(State.RETURNED, ON, reported_on=DUE), Kind.IN_TIME),
    (Standing(State.IN_PROGRESS, ON), Kind.IN_TIME),
    (Standing(State.ISSUED, None), Kind.UNDATED),
]


@pytest.mark.parametrize(("task", "where"), CASES)
def test_a_task_is_counted_where_it_stands_on_the_day(task, where):
    assert kind(task, ON) is where


def test_a_published_case_gives_both_rates():
    published = Count(ON, {Kind.ON_TIME: 14_068, Kind.LATE: 1_983, Kind.IN_TIME: 5_640, Kind.OVERDUE: 223})
    assert (published.all, published.done, published.left) == (21_914, 16_051, 5_863)
    assert published.of_due.percent == Decimal("98.6")
    assert published.of_all.percent == Decimal("73.2")
    assert (published.of_due.whole, published.of_all.whole) == (16_274, 21_914)


def test_nothing_given_has_no_rate():
    assert count([], ON).of_all == Rate(0, 0)
    assert count([], ON).of_all.percent is None


def test_overdue_tasks_stand_in_their_buckets():
    tasks = [
        Standing(State.ISSUED, date(2020, 7, 1 - 0)),
        *(Standing(State.ISSUED, date.fromordinal(ON.toordinal() - days)) for days in (1, 30, 31, 120, 121)),
    ]
    assert buckets(tasks, ON) == (2, 2, 1)
    assert [overdue_days(task, ON) for task in tasks] == [0, 1, 30, 31, 120, 121]


@pytest.mark.parametrize(("task", "where"), [case for case in CASES if case[1] is not Kind.OVERDUE])
def test_what_is_not_overdue_has_no_days_over_and_stands_in_no_bucket(task, where):
    assert (overdue_days(task, ON), buckets([task], ON)) == (0, (0, 0, 0)), where


@pytest.mark.parametrize(("days", "soon"), [(0, True), (7, True), (8, False), (-1, False)])
def test_what_is_due_within_a_week_is_due_soon(days, soon):
    assert due_soon(Standing(State.ISSUED, date.fromordinal(ON.toordinal() + days)), ON) is soon


def test_what_was_reported_and_waits_to_be_accepted_is_not_due_soon():
    assert not due_soon(Standing(State.REPORTED, DUE, reported_on=date(2020, 6, 25)), ON)


@given(
    st.lists(
        st.builds(
            Standing,
            st.sampled_from(State),
            st.none() | st.dates(date(2020, 1, 1), date(2020, 12, 31)),
            done_on=st.none() | st.dates(date(2020, 1, 1), date(2020, 12, 31)),
        )
    )
)
def test_the_kinds_add_up_to_all_that_is_counted(tasks):
    found = count(tasks, ON)
    assert found.all == sum(kind(task, ON) is not None for task in tasks)
    assert found.done + found.left == found.all
    assert found.of_due.part == found.of_all.part


@pytest.mark.parametrize("state", State)
def test_only_what_its_lead_reported_waits_to_be_told_so(state):
    assert reported(Standing(state, DUE, reported_on=DUE)) is (state is State.REPORTED)


@pytest.mark.parametrize(
    ("task", "soon"),
    [
        (Standing(State.ISSUED, ON), True),
        (Standing(State.ISSUED, date(2020, 7, 8)), True),
        (Standing(State.ISSUED, date(2020, 7, 9)), False),
        (Standing(State.ISSUED, DUE), False),
        (Standing(State.ISSUED), False),
        (Standing(State.REPORTED, ON, reported_on=DUE), False),
        (Standing(State.ACCEPTED, date(2020, 7, 3), done_on=date(2020, 7, 2)), True),
        (Standing(State.ACCEPTED, ON, done_on=DUE), False),
    ],
)
def test_a_task_is_due_soon_while_it_is_open_and_its_last_day_is_near(task, soon):
    assert due_soon(task, ON, within=7) is soon
