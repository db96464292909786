"""Which leads are silent and since when, how repeated tasks stand together, and which way a printed change goes."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from giaoban.brief.movement import sign
from giaoban.brief.tasks import SILENT, lines, silent, with_repeats
from giaoban.directives.states import Standing, State
from giaoban.model import Bound
from tests.core.brief.made import EARLIER, ON, SECOND, quantity, task

LONG = ON - timedelta(days=SILENT)
GONE = (State.DRAFT, State.ACCEPTED, State.WITHDRAWN, State.MERGED, State.REPORTED)


@pytest.mark.parametrize(
    ("given", "told", "heard", "days"),
    [
        (LONG, None, None, SILENT),
        (LONG + timedelta(days=1), None, None, None),
        (EARLIER, LONG, None, SILENT),
        (LONG, EARLIER, None, SILENT),
        (EARLIER, None, LONG, SILENT),
        (EARLIER, None, LONG + timedelta(days=1), None),
    ],
)
def test_a_lead_is_silent_thirty_days_after_it_was_told_or_last_heard(given, told, heard, days):
    found = silent([task("a", "Một", on=given, told_on=told, heard_on=heard)], ON)
    assert [each.days for each in found] == ([days] if days else [])


@pytest.mark.parametrize("state", State)
def test_a_lead_need_say_nothing_of_what_is_done_reported_or_given_up(state):
    done = EARLIER if state is State.ACCEPTED else None
    found = silent([replace(task("a", "Một", on=EARLIER), standing=Standing(state, None, done_on=done))], ON)
    assert bool(found) == (state not in GONE)


def test_the_longest_silence_comes_first_counted_from_the_first_task_that_a_lead_was_told_of():
    tasks = [
        task("a", "Một", lead="Phòng Y tế", on=LONG),
        task("b", "Hai", lead="Phòng Kinh tế", on=LONG),
        task("c", "Ba", lead="UBND xã", on=SECOND),
        task("d", "Bốn", lead="UBND xã", on=LONG),
        task("e", "Năm", lead="", on=EARLIER),
    ]
    found = silent(tasks, ON)
    assert [(each.lead, each.open, each.days) for each in found] == [
        ("UBND xã", 2, (ON - SECOND).days),
        ("Phòng Kinh tế", 1, SILENT),
        ("Phòng Y tế", 1, SILENT),
    ]


def test_what_was_asked_before_stands_with_the_last_in_the_order_of_the_meetings():
    between = date(2021, 3, 1)
    tasks = [
        task("c", "Ba", on=SECOND, repeats=("b", "a", "gone")),
        task("b", "Hai", on=between, repeats=("a",)),
        task("a", "Một", on=EARLIER),
    ]
    (line,) = lines(tasks, ON)
    assert (line.task.key, [each.key for each in line.asked]) == ("c", ["a", "b"])
    assert line.times == 3


def test_one_meeting_asks_nothing_again_and_what_was_withdrawn_hides_nothing():
    same = [task("a", "Một"), task("b", "Hai", repeats=("a",))]
    assert [line.task.key for line in lines(same, ON)] == ["a", "b"]
    withdrawn = [task("a", "Một", on=EARLIER), task("b", "Hai", state=State.WITHDRAWN, repeats=("a",))]
    assert [line.task.key for line in lines(withdrawn, ON)] == ["a"]


def test_tasks_are_set_against_earlier_ones_in_whatever_order_they_come():
    one, other = task("a", "Lập danh sách hộ nghèo", on=EARLIER), task("b", "Lập danh sách hộ nghèo")
    assert [(each.key, each.repeats) for each in with_repeats([other, one])] == [("a", ()), ("b", ("a",))]


def test_tasks_without_a_deadline_stand_behind_those_that_have_one():
    tasks = [task("a", "Một", deadline=None), task("b", "Hai", deadline=date(2021, 12, 31)), task("c", "Ba", deadline=date(2021, 11, 30))]
    assert [line.task.key for line in lines(tasks, ON)] == ["c", "b", "a"]


def test_what_is_done_without_a_deadline_stands_behind_what_had_one():
    done = {"state": State.ACCEPTED, "done": SECOND}
    tasks = [task("a", "Một", **done), task("b", "Hai", deadline=date(2021, 12, 31), **done)]
    assert [line.task.key for line in lines(tasks, ON)] == ["b", "a"]


@pytest.mark.parametrize(
    ("value", "bound", "way"),
    [
        ("5", Bound.EXACT, 1),
        ("-12", Bound.EXACT, -1),
        ("0", Bound.EXACT, 0),
        ("0.0", Bound.EXACT, 0),
        ("0", Bound.ABOUT, None),
        ("5", Bound.OVER, 1),
        ("5", Bound.UNDER, None),
        ("-5", Bound.AT_LEAST, -1),
        ("-5", Bound.AT_MOST, None),
        ("1", Bound.ABOUT, None),
    ],
)
def test_a_change_goes_up_or_down_as_far_as_its_print_decides_it(value, bound, way):
    assert sign(quantity(value, "%", bound)) == way
