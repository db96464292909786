"""A process that runs a round and says where it is, so that a test can kill it there: python -m tests.web.reminders.killed DAY POINT.

Letters are written into the folder MAIL_FOLDER, one file each.
"""

import json
import os
import sys
import time
from datetime import date

from django.conf import settings


def main(day: date, point: str) -> None:
    import django

    settings.DATABASES["default"] = json.loads(os.environ["KILLED_DATABASE"])
    settings.EMAIL_HOST, settings.EMAIL_FILE_PATH = "mail.example.org", os.environ["MAIL_FOLDER"]
    settings.EMAIL_BACKEND = "django.core.mail.backends.filebased.EmailBackend"
    django.setup()
    from django.core.mail import EmailMessage

    from giaoban_web.history import actions as history
    from giaoban_web.reminders import letters, rounds

    wait_at(point, "planned", rounds, "write")
    wait_at(point, "within", history, "record")
    wait_at(point, "written", rounds, "deliver")
    wait_at(point, "set-out", EmailMessage, "send")
    wait_after(point, "sent", EmailMessage, "send")
    wait_at(point, "noted", letters, "_note")
    written, delivered = rounds.tick(day)
    print(written.messages, delivered.sent, flush=True)


def wait_at(wanted: str, point: str, where: object, name: str) -> None:
    """Let the process say that it has come to `point`, just before `name` runs, and wait there to be killed."""
    if wanted == point:
        setattr(where, name, lambda *_arguments, **_named: wait(point))


def wait_after(wanted: str, point: str, where: object, name: str) -> None:
    """The same just after `name` has run."""
    if wanted == point:
        run = getattr(where, name)

        def run_and_wait(*arguments: object, **named: object) -> None:
            run(*arguments, **named)
            wait(point)

        setattr(where, name, run_and_wait)


def wait(point: str) -> None:
    print(point, flush=True)
    time.sleep(60)


if __name__ == "__main__":
    main(date.fromisoformat(sys.argv[1]), sys.argv[2])
