"""Old messages go once they were read and can never come due again; nobody is told twice for it."""

from datetime import timedelta

import pytest
from django.utils import timezone

from giaoban_web.directives.models import Directive
from giaoban_web.history import queries as history
from giaoban_web.history.models import Entry
from giaoban_web.reminders import cleaning
from giaoban_web.reminders.models import Letter, Message
from giaoban_web.reminders.rounds import tick
from tests.web.directives.conftest import SAID_ON
from tests.web.reminders.conftest import issued
from tests.web.reminders.test_rounds import DUE, with_address


@pytest.fixture
def read_long_ago(office):
    """A task with what was told of its issue and of its deadline, all of it read 400 days ago."""
    task = issued(office, SAID_ON)
    tick(DUE)
    Message.objects.update(read_at=timezone.now() - timedelta(days=400))
    return task


def codes():
    return set(Message.objects.values_list("code", flat=True))


def test_what_was_told_of_a_move_goes_and_the_reminder_of_an_open_task_stays(read_long_ago):
    assert codes() == {"told-issued", "digest-line-today"}
    assert tick(DUE)[0].cleared == 1
    assert codes() == {"digest-line-today"}


def test_nobody_is_told_again_of_what_was_taken_away(read_long_ago):
    tick(DUE)
    assert tick(DUE)[0].messages == 0
    Directive.objects.update(state="withdrawn")
    assert tick(DUE)[0].cleared == 1
    assert tick(DUE)[0].messages == 0
    assert not Message.objects.exists()


def test_what_nobody_has_read_stays_however_old_it_is(office):
    issued(office, SAID_ON)
    Message.objects.update(made_at=timezone.now() - timedelta(days=4_000))
    assert cleaning.clear() == 0


@pytest.mark.parametrize(("keep", "gone"), [(365, 1), (401, 0), (None, 0)])
def test_the_office_says_for_how_many_days_messages_are_kept(read_long_ago, settings, keep, gone):
    settings.KEEP_MESSAGES = keep
    assert cleaning.clear() == gone


def test_old_letters_go_too_and_the_log_says_how_many(office, mail):
    with_address(office.people["lead"])
    issued(office, SAID_ON)
    tick(DUE)
    Letter.objects.update(made_at=timezone.now() - timedelta(days=400))
    assert cleaning.clear() == 1
    assert Entry.objects.filter(act="old messages taken away").get().details == {"kind": "letter", "count": 1, "days": 365}
    assert history.verify() is None


def test_many_go_some_at_a_time(office, monkeypatch):
    monkeypatch.setattr(cleaning, "ROWS", 2)
    user = office.people["lead"]
    then = timezone.now() - timedelta(days=400)
    rows = (Message(user=user, key=str(number), code="told-issued", made_at=then, read_at=then) for number in range(5))
    Message.objects.bulk_create(rows)
    assert cleaning.clear() == 5
    assert Entry.objects.filter(act="old messages taken away").count() == 3
