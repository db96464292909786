"""What an operator looks at when an installation is new, was moved, or does not do what it should: each thing as it is, well or not."""

import re
import shutil
import smtplib
import subprocess
from collections.abc import Iterator
from datetime import timedelta
from decimal import Decimal
from enum import StrEnum
from typing import Any, NamedTuple
from urllib.parse import urlsplit

from django.conf import settings
from django.core.mail import EmailMessage, get_connection
from django.db import connection
from django.utils import timezone

from giaoban.model import Refused
from giaoban_web.installation.health import READ_ONLY, ROOM
from giaoban_web.installation.readiness import doubts, where
from giaoban_web.records.ocr import COMMAND, available
from giaoban_web.reminders.letters import waiting
from giaoban_web.reminders.models import Round

GIGABYTE = 1_000_000_000
VERSION = re.compile(r"(\d+)\.\d+")


class State(StrEnum):
    """How it stands with one thing."""

    WELL = "✓"
    LOOK = "!"
    WRONG = "✗"


class Told(NamedTuple):
    """One thing: how it stands, in a sentence."""

    state: State
    said: Refused


def looked(mail_to: str = "") -> Iterator[Told]:
    """Everything, in the order in which it is needed; with `mail_to` a letter is sent there."""
    yield from _database()
    yield _disk()
    yield from (Told(State.LOOK, each) for each in doubts())
    now = timezone.localtime()
    yield _told(State.WELL, "doctor-clock", now=f"{now:%d/%m/%Y %H:%M}", zone=settings.TIME_ZONE)
    yield from _address()
    yield _mail(mail_to)
    yield from _reminders()
    yield _scans()


def _told(state: State, code: str, **values: Any) -> Told:
    return Told(state, Refused(code, **values))


def _database() -> Iterator[Told]:
    if READ_ONLY[connection.vendor]():
        yield _told(State.WRONG, "doctor-read-only", where=where())
    else:
        yield _told(State.WELL, "doctor-database", where=where(), kind=connection.display_name)
    if connection.vendor == "postgresql":
        yield _dump()


def _dump() -> Told:
    """Whether pg_dump is there and of the version of the server, so that backups can be made."""
    server = connection.cursor().connection.info.server_version // 10_000
    try:
        said = subprocess.run(["pg_dump", "--version"], capture_output=True, text=True, timeout=20, check=True).stdout
    except (OSError, subprocess.SubprocessError):
        return _told(State.WRONG, "doctor-no-dump", server=server)
    found = VERSION.search(said)
    if found is None or int(found[1]) < server:
        return _told(State.WRONG, "doctor-old-dump", server=server, found=found[1] if found else said.strip())
    return _told(State.WELL, "doctor-dump", found=found[1])


def _disk() -> Told:
    free = shutil.disk_usage(settings.VAR).free
    state = State.WRONG if free < ROOM else State.LOOK if free < 10 * ROOM else State.WELL
    return _told(state, "doctor-disk", folder=str(settings.VAR), free=round(Decimal(free) / GIGABYTE, 1))


def _address() -> Iterator[Told]:
    """Whether the address that letters and calendars name is one that this server answers under, as it is reached."""
    at = urlsplit(settings.ADDRESS)
    if at.hostname not in settings.ALLOWED_HOSTS:
        yield _told(State.WRONG, "doctor-address-unknown", address=settings.ADDRESS, host=at.hostname or "")
    elif (at.scheme == "https") != settings.HTTPS:
        yield _told(State.WRONG, "doctor-address-https", address=settings.ADDRESS)
    else:
        yield _told(State.WELL, "doctor-address", address=f"{settings.ADDRESS}{settings.BELOW}/")


def _mail(to: str) -> Told:
    if not settings.EMAIL_HOST:
        return _told(State.LOOK, "doctor-no-mail")
    host = f"{settings.EMAIL_HOST}:{settings.EMAIL_PORT}"
    try:
        with get_connection() as server:
            if not to:
                return _told(State.WELL, "doctor-mail", host=host)
            EmailMessage("Giaoban", "Thư thử · a letter to try", to=[to], connection=server).send()
    except (OSError, smtplib.SMTPException) as error:
        return _told(State.WRONG, "doctor-mail-away", host=host, why=f"{type(error).__name__}: {error}"[:200])
    return _told(State.WELL, "doctor-mail-sent", host=host, to=to)


def _reminders() -> Iterator[Told]:
    last = Round.objects.exclude(finished_at=None).order_by("day").last()
    late = last is None or timezone.localdate() - last.day > timedelta(days=1)
    yield _told(State.LOOK if late else State.WELL, "doctor-round" if last else "doctor-no-round", day=last.day if last else None)
    if settings.EMAIL_HOST and (count := waiting().count()):
        yield _told(State.LOOK, "doctor-letters", count=count)


def _scans() -> Told:
    if not available():
        return _told(State.LOOK, "doctor-no-scans")
    listed = subprocess.run([COMMAND[0], "--list-langs"], capture_output=True, text=True, timeout=20, check=False).stdout.split()
    return _told(State.WELL, "doctor-scans") if "osd" in listed else _told(State.LOOK, "doctor-scans-unturned")
