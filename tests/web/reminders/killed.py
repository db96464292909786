"""A round in a process of its own, which says where it is, so that a test can kill it there."""

from datetime import date
from pathlib import Path

from django.conf import settings

from tests.web.killing import Say, wait, wait_at


def main(say: Say, folder: Path, day: date, point: str) -> None:
    """Run a round, and say how many messages were written and letters sent; letters are written into the folder, one file each."""
    settings.EMAIL_HOST, settings.EMAIL_FILE_PATH = "mail.example.org", str(folder)
    settings.EMAIL_BACKEND = "django.core.mail.backends.filebased.EmailBackend"
    from django.core.mail import EmailMessage

    from giaoban_web.history import actions as history
    from giaoban_web.reminders import letters, rounds

    wait_at(say, point, "planned", rounds, "write")
    wait_at(say, point, "within", history, "record")
    wait_at(say, point, "written", rounds, "deliver")
    wait_at(say, point, "set-out", EmailMessage, "send")
    wait_after(say, point, "sent", EmailMessage, "send")
    wait_at(say, point, "noted", letters, "_note")
    written, delivered = rounds.tick(day)
    say((written.messages, delivered.sent))


def wait_after(say: Say, wanted: str, point: str, where: object, name: str) -> None:
    """Let the process say that it has come to `point`, just after `name` has run, and wait there to be killed."""
    if wanted == point:
        run = getattr(where, name)

        def run_and_wait(*arguments: object, **named: object) -> None:
            run(*arguments, **named)
            wait(say, point)

        setattr(where, name, run_and_wait)
