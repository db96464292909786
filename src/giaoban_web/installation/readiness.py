"""Whether an installation can be worked with: its database brought up to this version, its clock, its learned weights."""

from collections.abc import Iterator
from typing import Any

from django.apps import apps
from django.db import connection
from django.db.migrations.loader import MigrationLoader
from django.utils import timezone

from giaoban.model import Refused
from giaoban.reading.weights import shipped_stamp
from giaoban_web.history.models import Entry
from giaoban_web.learning import shelf
from giaoban_web.learning.models import Lesson

LOG = ("history", "0001_initial")
"""The change that makes the log, whose end a backup tells."""
NAMED = 3
"""Changes that a message names."""


def where() -> str:
    """Which database is asked, without its password."""
    told = connection.settings_dict
    return f"{told['HOST'] or 'localhost'}/{told['NAME']}" if connection.vendor == "postgresql" else str(told["NAME"])


def refuse_unless_prepared() -> None:
    """Refused where the tables are not those of this version: older ones, newer ones, or none."""
    loader = MigrationLoader(connection)
    refuse_newer(loader)
    if waiting := loader.disk_migrations.keys() - (loader.applied_migrations or {}).keys():
        raise Refused("database-not-prepared", where=where(), count=len(waiting))


def refuse_where_no_log_is() -> None:
    """Refused where nothing of Giaoban is; tables of another version are let pass: they are to be copied before they are changed."""
    loader = MigrationLoader(connection)
    if LOG not in (loader.applied_migrations or {}):
        raise Refused("database-not-prepared", where=where(), count=len(loader.disk_migrations))


def refuse_newer(loader: MigrationLoader | None = None) -> None:
    """Refused where a newer version has changed the tables: this one would work past what it does not know."""
    loader = loader or MigrationLoader(connection)
    ours = {each.label for each in apps.get_app_configs() if each.name.startswith("giaoban_web.")}
    unknown = sorted(key for key in (loader.applied_migrations or {}).keys() - loader.disk_migrations.keys() if key[0] in ours)
    if unknown:
        raise Refused("database-newer", where=where(), names=", ".join(".".join(key) for key in unknown[:NAMED]))


def doubts() -> Iterator[Refused]:
    """What an operator should look at, though it stops nothing."""
    yield from _clock()
    yield from _weights()


def _clock() -> Iterator[Refused]:
    last, now = Entry.objects.order_by("-number").values_list("at", flat=True).first(), timezone.now()
    if last and last > now:
        yield Refused("clock-behind", now=_told(now), last=_told(last))


def _weights() -> Iterator[Refused]:
    lesson = Lesson.objects.standing().first()
    if lesson is None:
        return
    if not shelf.whole(lesson.stamp):
        yield Refused("weights-gone", stamp=lesson.stamp, folder=str(shelf.folder()))
    elif lesson.base != shipped_stamp():
        yield Refused("weights-older")


def _told(moment: Any) -> str:
    return timezone.localtime(moment).strftime("%d/%m/%Y %H:%M")
