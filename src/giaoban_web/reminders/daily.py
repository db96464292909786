"""`giaoban serve` lets reminders go out by itself, once a day at a set hour, by one process however many there are.

Whenever it looks at the clock it also places some of the texts of tasks that wait for it; that it does where reminders do not go out, too.
"""

import logging
import threading
from collections.abc import Callable
from datetime import datetime, time, timedelta

from django.conf import settings
from django.db import DatabaseError, close_old_connections, transaction
from django.urls import set_script_prefix
from django.utils import timezone

from giaoban_web.directives.positions_filling import fill
from giaoban_web.reminders.letters import deliver, waiting
from giaoban_web.reminders.models import Round
from giaoban_web.reminders.rounds import tick

EVERY = 60
"""Seconds between two looks at the clock."""
PLACED = 200
"""Texts placed at a look, at most: some three seconds of one processor."""
ABANDONED = timedelta(minutes=30)
"""A round that was begun this long ago and never finished is begun again."""
log = logging.getLogger(__name__)


def hour(text: str) -> time | None:
    """The hour of the setting, "06:30"; None for "-", where nothing goes out by itself. ValueError for anything else."""
    return None if text == "-" else time.fromisoformat(text)


def start() -> threading.Thread | None:
    """Begin to look at the clock, beside whatever this process does; None where it is not wanted."""
    at = hour(settings.TICK_AT)
    if at is None:
        return None
    return _beside(at)


def start_placing() -> threading.Thread:
    """Begin to place the texts that wait, beside whatever this process does, where nothing goes out by itself."""
    return _beside(None)


def look(now: datetime, at: time) -> bool:
    """Do what is to be done at this moment; gives whether a round was run by this process."""
    today = timezone.localtime(now)
    over = Round.objects.filter(day=today.date(), finished_at__isnull=False).exists()
    run = today.time() >= at and not over and claim(now)
    if run:
        written, delivered = tick(today.date())
        log.info("reminders: %d messages, letters sent %d, not sent %d", written.messages, delivered.sent, delivered.failed)
    elif waiting().exists():
        deliver()
    return run


@transaction.atomic
def claim(now: datetime) -> bool:
    """Whether the round of today is for this process: nobody has begun it, or whoever did was gone before the end."""
    day = timezone.localdate(now)
    Round.objects.get_or_create(day=day)
    today = Round.objects.select_for_update().get(day=day)
    taken = today.claimed_at is not None and now - today.claimed_at < ABANDONED
    if today.finished_at or taken:
        return False
    today.claimed_at = now
    today.save(update_fields=["claimed_at"])
    return True


def _beside(at: time | None) -> threading.Thread:
    watching = threading.Thread(target=_watch, args=(at,), name="giaoban-tick", daemon=True)
    watching.start()
    return watching


def _watch(at: time | None) -> None:
    set_script_prefix(settings.FORCE_SCRIPT_NAME or "/")
    wait = threading.Event()
    while not wait.wait(EVERY):
        if at is not None:
            _tried(lambda: look(timezone.now(), at), "reminders did not go out; they are tried again")
        _tried(lambda: fill(PLACED), "texts of tasks were not placed; it is tried again")


def _tried(do: Callable[[], object], failed: str) -> None:
    close_old_connections()
    try:
        do()
    except (DatabaseError, OSError):
        log.exception(failed)
    finally:
        close_old_connections()
