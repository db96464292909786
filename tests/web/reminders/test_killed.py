"""kill -9 in the midst of a round, and two rounds at once: every message once, every letter at least once under one name."""

import signal
from datetime import date
from email import message_from_bytes, policy

import pytest
from django.utils import timezone

from giaoban_web.accounts.models import User
from giaoban_web.history import queries as history
from giaoban_web.reminders.letters import AGAIN_AFTER
from giaoban_web.reminders.models import Letter, Message
from tests.web.directives.conftest import SAID_ON
from tests.web.killing import Process
from tests.web.reminders.conftest import issued
from tests.web.reminders.killed import main

pytestmark = pytest.mark.django_db(transaction=True)
DAY = date(2020, 7, 1)
NOTHING, WRITTEN = (0, 0), (4, 2)
POINTS = {"planned": (NOTHING, 0), "within": (NOTHING, 0), "written": (WRITTEN, 0), "set-out": (WRITTEN, 0), "sent": (WRITTEN, 1)}
"""Where it is killed: messages and letters that there are then, and how many letters have gone out."""


@pytest.fixture
def folder(tmp_path):
    made = tmp_path / "mail"
    made.mkdir()
    return made


@pytest.fixture
def office(office):
    """Two people with addresses, each with two tasks that are over."""
    for name in ("lead", "support"):
        User.objects.filter(username=name).update(email=f"{name}@example.org")
    for body in (office.economy, office.finance) * 2:
        issued(office, SAID_ON, lead=body, deadline_on=None)
    Message.objects.all().delete()
    return office


def run(folder, point):
    return Process(main, folder, DAY, point)


def out(folder):
    """The names of the letters that went out, one for each time."""
    parts = [part for file in folder.iterdir() for part in file.read_bytes().split(b"-" * 79 + b"\n") if part.strip()]
    return sorted(message_from_bytes(part, policy=policy.default)["Message-ID"] for part in parts)


@pytest.mark.parametrize("point", POINTS)
def test_a_killed_round_is_made_good_by_the_next_one(office, folder, point):
    there, gone = POINTS[point]
    with run(folder, point) as process:
        assert process.said() == point
        assert process.killed() == -signal.SIGKILL
    assert ((Message.objects.count(), Letter.objects.count()), len(out(folder))) == (there, gone)
    Letter.objects.exclude(tried_at=None).update(tried_at=timezone.now() - AGAIN_AFTER * 2)
    with run(folder, "nowhere") as process:
        assert process.said() == (4 - there[0], 2)
    assert Message.objects.count() == 4
    assert set(Letter.objects.values_list("state", flat=True)) == {"sent"}
    sent = out(folder)
    assert (len(set(sent)), len(sent)) == (2, 2 + gone)
    assert set(sent) == set(Letter.objects.values_list("message_id", flat=True))
    assert history.verify() is None


def test_a_letter_in_the_hands_of_a_process_is_left_to_it_for_a_while(office, folder):
    with run(folder, "set-out") as process:
        assert process.said() == "set-out"
        with run(folder, "nowhere") as other:
            assert other.said() == (0, 1)
        process.killed()
    assert len(out(folder)) == 1


def test_two_rounds_at_the_same_time_tell_everybody_once(office, folder):
    with run(folder, "nowhere") as one, run(folder, "nowhere") as other:
        told = [each.said() for each in (one, other)]
    assert tuple(map(sum, zip(*told, strict=True))) == (4, 2)
    assert (Message.objects.count(), Letter.objects.count(), len(out(folder))) == (4, 2, 2)
    assert history.verify() is None
