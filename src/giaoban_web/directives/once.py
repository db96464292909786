"""A form that makes something makes it once: with each form goes a key, and what came of it is kept under that key.

A click too many, a button pressed again after "back", a request that a program repeats: all lead to what the first one made. Some browsers
fetch the form anew on "back" and put what was typed into it: it then has another key, and is known by what is in it.
"""

import re
import secrets
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import timedelta
from hashlib import sha256
from typing import Any

from django.db import IntegrityError, transaction
from django.http import HttpRequest
from django.utils import timezone

from giaoban.model import Refused
from giaoban_web.directives.models import SentForm

KEPT, SAME = timedelta(days=30), timedelta(days=1)
"""How long a key is remembered; for how long the same content is taken for the same form."""
FIELD = "form_key"
APART = frozenset({FIELD, "csrfmiddlewaretoken"})
KEY = re.compile(r"[\w.:-]{8,64}", re.ASCII)


@dataclass(frozen=True, slots=True)
class Made:
    """What stands at `number` under `url`; `again` where an earlier sending made it."""

    number: int
    url: str
    again: bool = False


def new_key() -> str:
    """A random key for a new form, by which a second sending of it is known."""
    return secrets.token_hex(16)


def key_of(sent: Mapping[str, Any]) -> str:
    """The key that came with a form; "" for none, or for what is no key."""
    key = str(sent.get(FIELD, ""))
    return key if KEY.fullmatch(key) else ""


def digest_of(request: HttpRequest) -> str:
    """A hash of the address and everything that was filled in; equal for a form sent twice unchanged."""
    told = sorted((name, values) for name, values in request.POST.lists() if name not in APART)
    return sha256(repr((request.path, told)).encode()).hexdigest()


def once(*, by: Any, key: str, digest: str, make: Callable[[], Any], stands: Callable[[int], bool] | None = None) -> Made:
    """What `make` makes (with a page of its own), or what it made when this form was sent before; without a key it is simply made.

    stands  whether what has that number is as it was made: then the same content under another key is the same form; None: keys decide

    Refused (`form-sent-before`) where the key was sent before with something else: that is then not what was made.
    """
    if not key:
        return _made(make())
    if known := _known(by, key, digest) or (_alike(by, digest, stands) if stands else None):
        return known
    try:
        with transaction.atomic():
            row = SentForm.objects.create(by=by, key=key, digest=digest)
            made = _made(make())
            row.number, row.url = made.number, made.url
            row.save(update_fields=["number", "url"])
            SentForm.objects.filter(by=by, at__lt=timezone.now() - KEPT).delete()
    except IntegrityError:
        if known := _known(by, key, digest):
            return known
        raise
    return made


def _made(thing: Any) -> Made:
    return Made(thing.pk, thing.get_absolute_url())


def _alike(by: Any, digest: str, stands: Callable[[int], bool]) -> Made | None:
    row = SentForm.objects.filter(by=by, digest=digest, at__gte=timezone.now() - SAME).last()
    return Made(row.number, row.url, again=True) if row and stands(row.number) else None


def _known(by: Any, key: str, digest: str) -> Made | None:
    row = SentForm.objects.filter(by=by, key=key).first()
    if row is None:
        return None
    if row.digest != digest:
        raise Refused("form-sent-before", number=f"{row.number}")
    return Made(row.number, row.url, again=True)
