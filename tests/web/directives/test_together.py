"""Eight people on one task at the same moment, round after round: nobody's words are lost, nobody overwrites anybody.

GIAOBAN_ROUNDS  how many rounds (20; `make rounds` asks for 1,000 on the database of the run)
"""

import os
import threading
from concurrent.futures import ThreadPoolExecutor
from datetime import date

import pytest
from django.db import connection

from giaoban_web.accounts.models import User
from giaoban_web.bodies import actions as bodies
from giaoban_web.directives.models import Directive
from giaoban_web.directives.moving import move
from giaoban_web.errors import Conflict
from giaoban_web.history import queries as history
from tests.web.directives.tasks import by_its_events

pytestmark = pytest.mark.django_db(transaction=True)
PEOPLE = 8
ROUNDS = int(os.environ.get("GIAOBAN_ROUNDS", "20"))


@pytest.fixture
def team(office):
    """Eight people who sit for the lead."""
    team = [User.objects.create_user(f"to-{number}", password="một mật khẩu dài", name=f"Tổ viên {number}") for number in range(PEOPLE)]
    for each in team:
        bodies.seat(body=office.economy, user=each, since=date(2020, 1, 1), by=office.steward)
    return team


def test_of_eight_people_at_the_same_moment_one_is_heard_and_seven_are_told(office, team):
    task = office.issued()
    start = threading.Barrier(PEOPLE)

    def report(person, seen):
        start.wait(60)
        try:
            move(directive=task, name="progress", seen=seen, by=person, said={"text": f"{person} {seen}"})
        except Conflict:
            return None
        return f"{person} {seen}"

    def rounds(person):
        try:
            return [report(person, seen) for seen in range(1, ROUNDS + 1)]
        finally:
            connection.close()

    with ThreadPoolExecutor(PEOPLE) as pool:
        heard = list(pool.map(rounds, team))
    each_round = [[words for words in words_of if words] for words_of in zip(*heard, strict=True)]
    assert [len(words) for words in each_round] == [1] * ROUNDS
    fresh = Directive.objects.get(pk=task.pk)
    told = list(fresh.events.filter(move="progress").order_by("number").values_list("said__text", flat=True))
    assert told == [words for (words,) in each_round]
    assert (fresh.version, by_its_events(fresh)) == (ROUNDS + 1, fresh.standing)
    assert history.verify() is None
