"""What was handed down is rolled up into the directive above, which it never moves and with which it is never counted twice."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from giaoban.directives.cascading import Cascaded, counted_once, line_above, roll_up, tops, why_not_report
from giaoban.directives.counting import Kind, Rate, count, kind
from giaoban.directives.states import Event, Standing, State, Who, after
from giaoban.messages import LANGUAGES, say
from giaoban.model import Refused

ON = date(2020, 7, 1)
DUE = date(2020, 6, 30)
DONE = Standing(State.ACCEPTED, DUE, reported_on=DUE, done_on=DUE)
OVERDUE = Standing(State.IN_PROGRESS, DUE)


def test_the_roll_up_says_how_many_are_done_overdue_and_not_taken_on():
    below = [DONE, OVERDUE, Standing(State.ISSUED, date(2020, 9, 1)), Standing(State.REPORTED, DUE, reported_on=DUE)]
    left_out = [Standing(State.DRAFT), Standing(State.WITHDRAWN, DUE), Standing(State.MERGED, DUE)]
    rolled = roll_up([*below, *left_out], ON)
    assert (rolled.given, rolled.done, rolled.overdue) == (4, Rate(1, 4), 1)
    assert (rolled.unacknowledged, rolled.reported) == (1, 1)


@pytest.mark.parametrize("state", [state for state in State if state not in {State.ACCEPTED, State.DRAFT, State.WITHDRAWN, State.MERGED}])
def test_what_is_open_below_keeps_the_one_above_from_being_reported(state):
    refused = why_not_report(roll_up([DONE, DONE, Standing(state, DUE)], ON))
    assert refused is not None
    assert (refused.code, refused.values) == ("cascade-open-below", {"left": 1, "given": 3})
    assert all("1" in say(refused, language) and "3" in say(refused, language) for language in LANGUAGES)


@pytest.mark.parametrize("below", [[], [DONE, DONE], [DONE, Standing(State.WITHDRAWN, DUE)], [Standing(State.MERGED)]])
def test_the_one_above_can_be_reported_when_nothing_below_is_open(below):
    assert why_not_report(roll_up(below, ON)) is None


def test_all_accepted_below_is_no_acceptance_above():
    above = Standing(State.IN_PROGRESS, DUE)
    assert why_not_report(roll_up([DONE, DONE], ON)) is None
    with pytest.raises(Refused, match="move-not-from-here"):
        after(above, Event("accept", Who.ACCEPTOR, ON, {"seen": "x"}))


def test_a_part_is_not_counted_beside_what_it_is_part_of():
    tasks = [Cascaded("1", OVERDUE), Cascaded("2", DONE, ("1",)), Cascaded("3", OVERDUE, ("2", "1"))]
    assert counted_once(tasks, ON).by_kind == {Kind.OVERDUE: 1}
    assert counted_once(tasks[1:], ON).by_kind == {Kind.ON_TIME: 1}
    assert [task.key for task in tops([tasks[0], tasks[2]], ON)] == ["1"]


def test_a_part_is_counted_where_what_it_is_part_of_is_not():
    tasks = [Cascaded("1", Standing(State.WITHDRAWN, DUE)), Cascaded("2", OVERDUE, ("1",))]
    assert counted_once(tasks, ON).by_kind == {Kind.OVERDUE: 1}


standings = st.builds(Standing, st.sampled_from(State), st.none() | st.dates(DUE, date(2020, 9, 1)))


@st.composite
def trees(draw) -> list[Cascaded]:
    tasks: list[Cascaded] = []
    for number in range(draw(st.integers(1, 12))):
        above = draw(st.none() | st.sampled_from(tasks)) if tasks else None
        tasks.append(Cascaded(str(number), draw(standings), (above.key, *above.above) if above else ()))
    return draw(st.permutations(tasks))


@given(trees())
def test_on_each_line_down_one_is_counted_and_only_one(tasks):
    counted = {task.key for task in tasks if kind(task.now, ON)}
    taken = {task.key for task in tops(tasks, ON)} & counted
    for task in tasks:
        line = [key for key in (task.key, *task.above) if key in counted]
        assert len(taken.intersection(line)) == bool(line)
    assert counted_once(tasks, ON).all == len(taken)


@given(trees(), st.lists(standings, min_size=1, max_size=8))
def test_handing_down_changes_no_count(tasks, parts):
    above = next((task for task in tasks if kind(task.now, ON)), None)
    if above is None:
        return
    below = [Cascaded(f"part {number}", now, (above.key, *above.above)) for number, now in enumerate(parts)]
    assert counted_once([*tasks, *below], ON) == counted_once(tasks, ON)
    assert count([each.now for each in [*tasks, *below]], ON).all >= counted_once(tasks, ON).all


def test_the_line_above_is_found_and_a_circle_refused():
    assert line_above("3", {"3": "2", "2": "1"}) == ("2", "1")
    assert line_above("1", {"3": "2", "2": "1"}) == ()
    with pytest.raises(ValueError, match="circle"):
        line_above("3", {"3": "2", "2": "3"})
