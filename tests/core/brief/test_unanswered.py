"""Which shortcomings nobody answered: what answers one, and in what order those without an answer are told."""

from datetime import date

import pytest

from giaoban.brief.unanswered import unanswered
from giaoban.directives.states import State
from giaoban.model import Polarity, Topic
from tests.core.brief.made import EARLIER, SECOND, finding, task

DUST, ORDER = "Bụi ở mỏ đá Núi Voi chưa được xử lý", "Xử lý bụi ở mỏ đá Núi Voi"
MENDED = "Bụi ở mỏ đá Núi Voi đã được xử lý"
LATER = date(2021, 9, 1)


@pytest.mark.parametrize(
    ("on", "state", "done", "answered"),
    [
        (EARLIER, State.IN_PROGRESS, None, True),
        (EARLIER, State.ACCEPTED, date(2021, 3, 1), False),
        (SECOND, State.ACCEPTED, date(2021, 8, 1), True),
        (LATER, State.ISSUED, None, True),
    ],
    ids=["still to be done", "done before it was named", "given when it was named", "given later"],
)
def test_a_task_answers_what_was_named_no_later_unless_it_was_done_before(on, state, done, answered):
    tasks = [task("a", ORDER, on=on, state=state, done=done, topic=Topic.ENVIRONMENT)]
    assert bool(unanswered([finding(DUST)], tasks)) is not answered


@pytest.mark.parametrize(("on", "answered"), [(EARLIER, False), (SECOND, False), (LATER, True)])
def test_only_a_later_strength_answers(on, answered):
    assert bool(unanswered([finding(DUST), finding(MENDED, Polarity.STRENGTH, on)], [])) is not answered


def test_what_was_answered_once_is_answered():
    assert unanswered([finding(DUST, on=EARLIER, answered=True), finding(DUST)], []) == ()


def test_those_named_most_often_come_first_of_these_the_latest():
    named = [
        finding("Giáo viên mầm non còn thiếu", on=EARLIER),
        finding(DUST, on=EARLIER),
        finding("Giải ngân vốn đầu tư công còn chậm", on=SECOND),
        finding(DUST, on=SECOND),
        finding("Ách tắc giao thông ở cổng chợ Mai", on=SECOND),
    ]
    assert [(each.wording.split()[0], len(each.said_on)) for each in unanswered(named, [])] == [
        ("Bụi", 2),
        ("Giải", 1),
        ("Ách", 1),
        ("Giáo", 1),
    ]
