"""`giaoban serve` runs the round of the day by itself: at its hour, once, by one process; and begins again what was never finished."""

import threading
from datetime import date, datetime, time, timedelta

import pytest
from django.core import mail as outbox
from django.utils import timezone

from giaoban_web import serve
from giaoban_web.accounts.models import User
from giaoban_web.reminders import daily
from giaoban_web.reminders.models import Letter, Message, Round
from tests.web.directives.conftest import SAID_ON
from tests.web.reminders.conftest import issued

AT = time(6, 30)
DAY = date(2020, 7, 1)


def moment(hour, minute=0):
    return timezone.make_aware(datetime.combine(DAY, time(hour, minute)))


@pytest.fixture
def over(office):
    issued(office, SAID_ON)
    Message.objects.all().delete()


def test_nothing_goes_out_before_the_hour_and_everything_at_it(over):
    assert not daily.look(moment(6, 29), AT)
    assert not Message.objects.exists()
    assert daily.look(moment(6, 30), AT)
    assert Message.objects.exists()
    assert not daily.look(moment(6, 31), AT)


def test_of_several_processes_one_has_the_round(office):
    assert daily.claim(moment(6, 30))
    assert not daily.claim(moment(6, 30))


def test_a_round_that_was_begun_and_never_finished_is_begun_again_later(office):
    assert daily.claim(moment(6, 30))
    assert not daily.claim(moment(6, 30) + daily.ABANDONED - timedelta(minutes=1))
    assert daily.claim(moment(6, 30) + daily.ABANDONED)


def test_a_round_that_somebody_ran_by_hand_is_not_run_again(office):
    Round.objects.create(day=DAY, finished_at=moment(6))
    assert not daily.look(moment(7), AT)


def test_a_letter_that_waits_is_sent_without_a_new_round(office, mail):
    user = office.people["lead"]
    User.objects.filter(pk=user.pk).update(email="donvi@example.org")
    today = Round.objects.create(day=DAY, finished_at=moment(6))
    Letter.objects.create(user=user, round=today, message_id="<1@giaoban.example>", subject="Nhắc việc", text="…")
    assert not daily.look(moment(7), AT)
    assert len(outbox.outbox) == 1


def test_where_no_reminder_goes_out_by_itself_the_server_places_texts_of_tasks_all_the_same(settings, monkeypatch):
    started, placed, waited = [], [], iter([False, True])
    settings.TICK_AT = "-"
    monkeypatch.setattr(daily, "_beside", started.append)
    monkeypatch.setattr(serve, "settle", lambda: None)
    serve._ready("")
    assert started == [None]
    monkeypatch.setattr(threading.Event, "wait", lambda _event, _seconds: next(waited))
    monkeypatch.setattr(daily, "close_old_connections", lambda: None)
    monkeypatch.setattr(daily, "fill", placed.append)
    monkeypatch.setattr(daily, "look", lambda *_args: placed.append("looked"))
    daily._watch(None)
    assert placed == [daily.PLACED]


def test_the_hour_is_set_by_the_installation_and_may_be_never(settings):
    assert daily.hour("06:30") == AT
    settings.TICK_AT = "-"
    assert daily.start() is None
    with pytest.raises(ValueError, match="isoformat"):
        daily.hour("sáng sớm")
