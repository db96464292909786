"""Sending the letters that wait, each at least once, and twice only where a process was killed between sending and noting it.

A process first notes that it sets out to send a letter, then sends it, then notes that it was sent. One that was set out for and never
noted as sent is tried again after a while, under the same Message-ID (docs/decisions/0016).
"""

import logging
import smtplib
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import timedelta
from typing import Any

from django.conf import settings
from django.core.mail import EmailMultiAlternatives, get_connection
from django.db import transaction
from django.db.models import F, Q, QuerySet
from django.utils import timezone

from giaoban_web.history import actions as history
from giaoban_web.history.queries import about
from giaoban_web.reminders.letter_html import html_of
from giaoban_web.reminders.models import Letter, LetterState, Round

AGAIN_AFTER = timedelta(minutes=10)
"""After this long a letter that somebody set out to send counts as not sent."""
TRIES = 5
"""So often a letter is tried that the mail server refuses."""
TAKEN = 100
STALE = timedelta(days=3)
"""A letter older than this is not news any more and stays unsent."""
REFUSED = (smtplib.SMTPRecipientsRefused, smtplib.SMTPDataError, ValueError)
"""What is wrong with one letter; any other failure is one of the mail server, which ends the run."""
SENT = "letters sent"
log = logging.getLogger(__name__)


@dataclass(slots=True)
class Delivered:
    """Letters that went out in this run, and those that did not."""

    sent: int = 0
    failed: int = 0


def waiting() -> QuerySet[Letter]:
    """Letters that may be tried now, to people who are still in service."""
    since = timezone.now() - STALE
    return Letter.objects.filter(_free(), made_at__gte=since, user__is_active=True).exclude(user__email="")


def deliver() -> Delivered:
    """Send what waits. Without a mail server nothing is tried."""
    done = Delivered()
    if not settings.EMAIL_HOST or not waiting().exists():
        return done
    connection = get_connection()
    try:
        for letter in _taken():
            _send(letter, connection, done)
    except OSError as error:
        log.warning("the mail server does not take letters: %s", type(error).__name__)
        done.failed = waiting().count() + 1
    finally:
        connection.close()
        _note(done)
    return done


def _free() -> Q:
    """What is not sent, and not in the hands of another process. No joins: the database looks at it again where two want the same row."""
    idle = Q(tried_at=None) | Q(tried_at__lt=timezone.now() - AGAIN_AFTER)
    return ~Q(state=LetterState.SENT) & Q(tries__lt=TRIES) & idle


def _taken() -> Iterator[Letter]:
    """Letters that this process alone sets out to send."""
    while some := list(waiting().select_related("user").order_by("pk")[:TAKEN]):
        for letter in some:
            if Letter.objects.filter(_free(), pk=letter.pk).update(tried_at=timezone.now()):
                yield letter


def _send(letter: Letter, connection: Any, done: Delivered) -> None:
    headers = {"Message-ID": letter.message_id, "Auto-Submitted": "auto-generated"}
    mail = EmailMultiAlternatives(letter.subject, letter.text, to=[letter.user.email], headers=headers, connection=connection)
    mail.attach_alternative(html_of(letter.text, letter.user), "text/html")
    row = Letter.objects.filter(pk=letter.pk)
    try:
        mail.send()
    except REFUSED as error:
        log.warning("letter %s was refused: %s", letter.pk, type(error).__name__)
        row.update(state=LetterState.FAILED, tries=F("tries") + 1)
        done.failed += 1
        return
    row.update(state=LetterState.SENT, sent_at=timezone.now())
    done.sent += 1


@transaction.atomic
def _note(done: Delivered) -> None:
    """How it went, once for all letters of a run: each has its own row, with its state and moments.

    A mail server that stays away is tried each minute, and noted once.
    """
    round_of_day = Round.objects.latest("day")
    if done.sent or (done.failed and not _noted_failing(round_of_day)):
        history.record(round_of_day, SENT, by=None, sent=done.sent, failed=done.failed)


def _noted_failing(round_of_day: Round) -> bool:
    """Whether the last that the log says of that round's letters is that none went out."""
    last = about(round_of_day).filter(act=SENT).order_by("number").last()
    return last is not None and not last.details["sent"]
