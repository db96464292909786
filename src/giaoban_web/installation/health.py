"""An address for a monitor: whether pages can be had and written just now. It tells nothing about anybody, so nobody signs in for it."""

import os
import shutil

from django.conf import settings
from django.contrib.auth.decorators import login_not_required
from django.db import DatabaseError, connection
from django.http import HttpRequest, HttpResponse
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from giaoban_web.errors import trouble
from giaoban_web.history.models import Head

WELL, UNKNOWN = "ok", "database-failing"
ROOM = 200_000_000
"""Bytes free on the disk of GIAOBAN_VAR below which a monitor is told: there is still time to do something."""


@login_not_required
@never_cache
@require_safe
def health(request: HttpRequest) -> HttpResponse:
    """200 "ok", or 503 with one word of what is wrong: database-away, database-read-only, disk-nearly-full …"""
    try:
        said = _wrong() or WELL
    except DatabaseError as error:
        said = trouble(error) or UNKNOWN
    return HttpResponse(f"{said}\n", status=200 if said == WELL else 503, content_type="text/plain")


def _wrong() -> str:
    Head.objects.filter(pk=1).exists()
    if shutil.disk_usage(settings.VAR).free < ROOM:
        return "disk-nearly-full"
    return "database-read-only" if READ_ONLY[connection.vendor]() else ""


def _sqlite() -> bool:
    return not os.access(connection.settings_dict["NAME"], os.W_OK)


def _postgres() -> bool:
    with connection.cursor() as cursor:
        cursor.execute("SHOW transaction_read_only")
        return bool(cursor.fetchone()[0] == "on")


READ_ONLY = {"sqlite": _sqlite, "postgresql": _postgres}
