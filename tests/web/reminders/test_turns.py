"""A round of very many messages holds nobody up: it is written some at a time, and whoever waits to write gets her turn in between."""

from concurrent.futures import ThreadPoolExecutor
from threading import Barrier, Event

import pytest
from django.db import connection

from giaoban_web.accounts.models import User
from giaoban_web.directives.models import Directive
from giaoban_web.history import queries as history
from giaoban_web.reminders import actions, rounds
from giaoban_web.reminders.models import Letter, Message
from tests.web.directives.conftest import SAID_ON
from tests.web.reminders.conftest import issued
from tests.web.reminders.test_rounds import DUE

TASKS, AT_ONCE, PEOPLE = 210, 20, 8
pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def busy(office, mail, monkeypatch):
    """An office whose one lead has more tasks that are over than a round writes at once."""
    monkeypatch.setattr(rounds, "MESSAGES", AT_ONCE, raising=False)
    task = issued(office, SAID_ON, deadline_on=None)
    User.objects.filter(pk=office.people["lead"].pk).update(email="donvi@example.org")
    values = {field.attname: getattr(task, field.attname) for field in Directive._meta.concrete_fields if not field.primary_key}
    Directive.objects.bulk_create(Directive(**values) for _each in range(TASKS - 1))
    Message.objects.all().delete()
    return office


def until(over, start, look):
    """What `look` gave while the round ran, over a connection of this thread's own."""
    found = set()
    try:
        start.wait(60)
        while not over.is_set():
            found.add(look())
        return found
    finally:
        connection.close()


def test_eight_who_write_and_eight_who_read_have_their_turns_while_one_person_is_told_of_very_many_tasks(busy):
    people = [User.objects.create_user(f"to-{number}", password="một mật khẩu dài", name=f"Người {number}") for number in range(PEOPLE)]
    start, over = Barrier(2 * PEOPLE + 1), Event()

    def write(person):
        actions.prefer(person=person, by_mail=False)
        return Message.objects.count()

    with ThreadPoolExecutor(2 * PEOPLE) as pool:
        looks = [lambda each=each: write(each) for each in people] + [Message.objects.count] * PEOPLE
        seen = [pool.submit(until, over, start, look) for look in looks]
        start.wait(60)
        try:
            written, _delivered = rounds.tick(DUE)
        finally:
            over.set()
        between = [each.result() - {0, TASKS} for each in seen]
    assert (written.messages, written.letters, Letter.objects.count()) == (TASKS, 1, 1)
    assert any(between[:PEOPLE]), "nobody wrote before the round was over"
    assert any(between[PEOPLE:])
    assert history.verify() is None


def test_a_round_killed_between_its_parts_is_made_good_and_every_message_stays_one(busy, monkeypatch):
    class Killed(Exception):
        pass

    def kill():
        raise Killed

    monkeypatch.setattr(rounds, "give_way", kill)
    with pytest.raises(Killed):
        rounds.tick(DUE)
    assert (Message.objects.count(), Letter.objects.count()) == (AT_ONCE, 1)
    monkeypatch.undo()
    assert rounds.tick(DUE)[0].messages == TASKS - AT_ONCE
    assert Message.objects.count() == TASKS
    assert history.verify() is None
