"""What was handed down is rolled up into the directive above, which it never moves."""

from datetime import date

import pytest

from giaoban.directives.cascading import roll_up, why_not_report
from giaoban.directives.counting import Rate
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
